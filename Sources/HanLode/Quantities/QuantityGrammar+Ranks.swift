extension QuantityGrammar {
    /// Settles a number behind 第 or 前: a rank, or an ordinal and no quantity. False where it is a number like any other.
    mutating func readOrdinal(_ item: inout Item) -> Bool {
        let start = item.context.start
        // 把安全放在第一位 measures nothing.
        if context(before: start).cue == .another {
            item.isNone = true
            return true
        }
        if item.context.cue == .top { return readTop(&item, from: start) }
        item.start = start
        item.isOrdinal = true
        item.rule = .rank
        let offset = behindGap(item)
        if let offset, readPlaceUnit(&item, at: offset) { return true }
        let isCued = context(before: start).isRanking || isListedWithRank(start)
        let next = offset.map { reader.character(at: $0) }
        if isCued, let offset, suffix(at: offset)?.role == .superlative { return true }
        if isCued, next.map({ isRankEnd($0, offset: offset ?? item.end) }) ?? true, item.upper == nil { return true }
        item.isNone = true
        return true
    }

    /// 前三, 前20位, 前十强: the first so many, where a rank is spoken of.
    private mutating func readTop(_ item: inout Item, from start: Int) -> Bool {
        let offset = behindGap(item)
        if let offset, let unit = unit(reader.characterOrEnd(at: offset), at: offset, of: item) {
            switch unit {
            case .time:
                item.isNone = true
                return true
            case .unit(let reading) where dimension(reading) == .percent:
                return false
            default: break
            }
        }
        guard item.phrase.shape == .plain, !item.phrase.numeral.isDecimal, isRankedBefore(start)
        else {
            item.isNone = true
            return true
        }
        item.start = start
        item.isOrdinal = true
        item.rule = .topRank
        if let offset, readPlaceUnit(&item, at: offset) { return true }
        // 前三批, 前五个: things in their order.
        if let offset, case .unit(let reading)? = unit(reader.characterOrEnd(at: offset), at: offset, of: item),
            reading.term != nil
        {
            item.isNone = true
        }
        return true
    }

    /// 位, 名, 名次 behind the number.
    private mutating func readPlaceUnit(_ item: inout Item, at offset: Int) -> Bool {
        guard let suffix = suffix(at: offset), suffix.role == .place else { return false }
        item.unit = UnitReading(start: offset, end: suffix.end)
        item.end = suffix.end
        return true
    }

    /// A rank without a unit ends its phrase: 居全市第一，… but 全国第一批, 全国第七次.
    private mutating func isRankEnd(_ next: Reader.Character, offset: Int) -> Bool {
        if next.scalar < 0x80 || next.scalar > 0xFF00 || next.scalar >= 0x2010 && next.scalar <= 0x303F { return true }
        return connector(at: offset) != nil || next.scalar == 0x7684 || next.scalar == 0x3001  // 的、
    }

    /// 分列第二、第四: the next of a list of ranks.
    private mutating func isListedWithRank(_ start: Int) -> Bool {
        guard let last = matches.last, last.rule == .rank else { return false }
        return isListed(last.end, start)
    }

    /// Whether a word of ranking, or the whole within which is ranked, ends at `offset` or up to four characters before:
    /// 居全市投资增速前三.
    private mutating func isRankedBefore(_ offset: Int) -> Bool {
        var offset = offset
        for _ in 0..<5 {
            if context(before: offset).isRanking { return true }
            guard offset > 0 else { return false }
            offset = reader.before(offset)
            if reader.character(at: offset).scalar < 0x4E00 { return false }
        }
        return false
    }
}
