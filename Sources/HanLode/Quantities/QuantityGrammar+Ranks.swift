extension QuantityGrammar {
    /// Settles a number behind 第 or 前: a rank, or an ordinal and no quantity. False where neither stands there.
    mutating func readOrdinal(_ item: inout Item) -> Bool {
        guard let (index, role) = cueLexeme(before: item.lexeme, at: item.start), role == .ordinal || role == .top
        else { return false }
        if role == .top { return readTop(&item, cue: index) }
        item.start = Int(lexemes[index].start)
        item.isOrdinal = true
        item.rule = .rank
        let offset = behindGap(item)
        if let offset, readPlaceUnit(&item, at: offset) { return true }
        let isCued = isRanked(before: index) || isListedWithRank(item.start)
        let next = offset.map { reader.character(at: $0) }
        if let next, isCued, Self.superlatives.contains(next.scalar) { return true }
        if isCued, next.map({ isRankEnd($0, offset: offset ?? item.end) }) ?? true, item.upper == nil { return true }
        item.isNone = true
        return true
    }

    /// 前三, 前20位, 前十强: the first so many, where a rank is spoken of.
    private func readTop(_ item: inout Item, cue index: Int) -> Bool {
        let offset = behindGap(item)
        if let offset, let unit = unit(at: offset, numeral: item.phrase.numeral) {
            switch unit {
            case .time:
                item.isNone = true
                return true
            case .unit(let reading) where dimension(reading) == .percent:
                return false
            default: break
            }
        }
        guard item.phrase.shape == .plain, !item.phrase.numeral.isDecimal, isRanked(before: index) || isAfterScope(index)
        else {
            item.isNone = true
            return true
        }
        item.start = Int(lexemes[index].start)
        item.isOrdinal = true
        item.rule = .topRank
        if let offset, readPlaceUnit(&item, at: offset) { return true }
        // 前三批, 前五个: things in their order.
        if let offset, case .unit(let reading)? = unit(at: offset, numeral: item.phrase.numeral), reading.term != nil {
            item.isNone = true
        }
        return true
    }

    /// 位, 名, 名次 behind the number.
    private func readPlaceUnit(_ item: inout Item, at offset: Int) -> Bool {
        guard case .unit(let reading)? = unit(at: offset, numeral: item.phrase.numeral), let term = reading.term,
            ["位", "名", "名次", "位次"].contains(terms.units[term].surface), reading.per == nil
        else { return false }
        item.unit = reading
        item.end = reading.end
        return true
    }

    /// 第三大加油港, 第二高楼.
    private static var superlatives: [UInt32] { [0x5927, 0x9AD8, 0x591A, 0x5F3A, 0x957F, 0x5FEB] }  // 大高多强长快

    /// A rank without a unit ends its phrase: 居全市第一，… but 全国第一批, 全国第七次.
    private func isRankEnd(_ next: Reader.Character, offset: Int) -> Bool {
        if next.scalar < 0x80 || next.scalar > 0xFF00 || next.scalar >= 0x2010 && next.scalar <= 0x303F { return true }
        return reader.longestTerm(Lexicon.Kind.connector.bit, at: offset) != nil
            || next.scalar == 0x7684 || next.scalar == 0x3001  // 的、
    }

    /// Whether a word of ranking, or the whole within which is ranked, ends where lexeme `index` begins.
    func isRanked(before index: Int) -> Bool {
        guard let (_, role) = cueLexeme(before: index, at: Int(lexemes[index].start)) else { return false }
        return role == .ranking || role == .scope
    }

    /// 分列第二、第四: the next of a list of ranks.
    private func isListedWithRank(_ start: Int) -> Bool {
        guard let last = matches.last, last.rule == .rank else { return false }
        return isListed(last.end, start)
    }

    /// 居全市投资增速前三: a scope or a word of ranking a little before, in the same clause.
    private func isAfterScope(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let previous = lexemes[index - 1]
        guard previous.kind == .cue, Int(lexemes[index].start) - Int(previous.end) <= 12 else { return false }
        let role = terms.cues[Int(previous.term)]
        return role == .ranking || role == .scope
    }

    /// The cue that ends right before `offset`, if the lexeme before `index` is one.
    func cueLexeme(before index: Int, at offset: Int) -> (Int, CueRole)? {
        guard index > 0 else { return nil }
        let previous = lexemes[index - 1]
        guard previous.kind == .cue, Int(previous.end) == reader.skippingSpaceBackward(offset) else { return nil }
        return (index - 1, terms.cues[Int(previous.term)])
    }

    func cue(before index: Int, at offset: Int) -> CueRole? {
        cueLexeme(before: index, at: offset)?.1
    }
}
