extension ObservationLinker {
    /// The name of what is counted, behind a number: up to a sign, a verb, or an adverb. Says where reading goes on.
    mutating func counted(behind index: Int, of quantity: Int, depth: Int = 0) -> (name: TextSpan, next: Int)? {
        let dimension = quantities[quantity].dimension
        guard dimension != .rank, dimension != .percentagePoint else { return nil }
        var index = index
        guard let first = token(at: index) else { return nil }
        // 5000元的补贴
        if first.kind == .of {
            index += 1
        } else if Int(first.start) > quantities[quantity].end, index > 0, let before = token(at: index - 1),
            before.kind == .quantity
        {
            // A space, as between the cells of a table.
            if reader.bytes[quantities[quantity].end] == 0x09 { return nil }
        }
        // 21批173项案例, 首批12项及第二批14项改革: what several numbers count is named behind the last.
        if depth < 3, dimension == .count, quantities[quantity].unit != nil, let next = nextCounted(at: index) {
            return counted(behind: next.index, of: next.quantity, depth: depth + 1).map { ($0.name, next.index - 1) }
        }
        let start = index
        // Before the last sign of a list: what follows is part of the name only if nothing is told of it.
        var list: Int?
        while let token = token(at: index), index - start < 16 {
            let whole = behindMarks(at: index, isOpen: index > start)
            if whole > index {
                index = whole
                continue
            }
            if token.kind == .list, index > start {
                list = index
            } else if index > start, token.kind == .modifierAfter || token.kind == .of && isThreshold(at: index - 1) {
                // 县级以上的机关
            } else if index > start,
                isTold(token, at: index) || token.has(.weak) && !token.isShort && isServed(start)
            {
                break
            } else if isPart(token, at: index, from: start), index > start || dimension == .count {
                // 创新创业生态圈
            } else if ends(token, isFirst: index == start), !isDigitless(token, at: index, from: start) {
                // 连跨3个千亿级台阶: what is passed is not what is counted.
                if token.has(.predicate), token.value == .whole, !token.has(.nominal) { return nil }
                if let list, token.kind == .word || token.kind == .quantity || token.kind == .time || index == list + 1
                {
                    index = list
                }
                break
            }
            index += 1
        }
        if let list, index == list + 1 { index = list }
        // 98%的行政村通了公路, but not 100%的努力: something is told of those that are counted.
        if dimension == .percent, first.kind == .of, token(at: index)?.kind != .word { return nil }
        // 裁减员额50万的任务: what is to be done, not what is counted.
        if first.kind == .of, token(at: start)?.has(.target) == true { return nil }
        // 以百倍的警惕
        if dimension == .multiple, first.kind == .of { return nil }
        // 16个区均被评为…: words that lead on to a verb end no name.
        while index - 1 > start, let tail = token(at: index - 1), tail.kind == .word, tail.isShort,
            tail.has([.adverb, .each, .target]), !tail.has(.nominal)
        {
            index -= 1
        }
        guard index > start, let head = token(at: start), let tail = token(at: index - 1) else { return nil }
        var span = TextSpan(start: Int(head.start), end: Int(tail.end))
        if span.count > 90 { span.end = cut(span, at: 90) }
        span = balanced(span)
        span.end = behindWithin(span)
        if let shared = shared(span, at: index, depth: depth) { return (shared, index) }
        // 9个村，
        let isSingle =
            span.count == 3 && index == start + 1 && head.kind == .text && dimension == .count
            && quantities[quantity].unit != nil
            && token(at: index).map {
                $0.kind == .list || $0.kind != .quantity && $0.kind != .of && !($0.isShort && $0.has(.predicate))
            }
                ?? true
        return span.count >= 6 || isSingle ? (span, index) : nil
    }

    /// Whether something is done for those that are counted: 为36万女生接种疫苗. A verb behind them ends their name.
    private mutating func isServed(_ behind: Int) -> Bool {
        var index = behind - 1
        while let token = token(at: index), token.kind == .modifierAfter { index -= 1 }
        index -= 1
        while let token = token(at: index), token.kind == .modifier { index -= 1 }
        guard let before = token(at: index), before.isShort, before.kind == .word else { return false }
        let scalar = reader.character(at: Int(before.start)).scalar
        return scalar == 0x4E3A || scalar == 0x7232 || scalar == 0x8BA9 || scalar == 0x8B93  // 为, 让
    }

    /// The number that stands right behind another, or behind the sign of a list and what tells its place in it; and the
    /// token behind it.
    private mutating func nextCounted(at index: Int) -> (index: Int, quantity: Int)? {
        var index = index
        if let sign = token(at: index), sign.kind == .list {
            index += 1
            while let token = token(at: index), token.kind == .word, token.has(.lead), !token.has(.action) {
                index += 1
            }
        }
        guard let token = token(at: index), token.kind == .quantity else { return nil }
        let quantity = Int(token.index)
        guard quantities[quantity].dimension == .count, quantities[quantity].unit != nil else { return nil }
        return (index + 1, quantity)
    }

    /// 1000个粮油千亩高产片: an amount without digits inside a name.
    private mutating func isDigitless(_ token: StatementToken, at index: Int, from start: Int) -> Bool {
        guard token.kind == .quantity, index > start || isGrade(Int(token.end)),
            quantities[Int(token.index)].rule == .digitless,
            let next = self.token(at: index + 1)
        else { return false }
        return next.start == token.end && (next.kind == .text || next.kind == .word && next.isShort && !next.leads)
    }

    /// 12项成果居全国首位, 4项成果全国推广: behind the counted, what is told of it among others.
    private mutating func isTold(_ token: StatementToken, at index: Int) -> Bool {
        guard let before = self.token(at: index - 1), before.end == token.start, before.kind != .list else {
            return false
        }
        // 全国, but not 国际海缆 or 市辖区
        if token.has(.scope), reader.character(at: Int(token.start)).scalar == 0x5168 {
            return before.kind == .text || before.kind == .indicator || before.has(.nominal)
        }
        return token.isShort && token.has(.rank) && self.token(at: index + 1)?.has(.scope) == true
    }

    /// 3个千亿级、2个百亿级产业集群: what both count is told behind the second alone.
    private mutating func shared(_ name: TextSpan, at index: Int, depth: Int) -> TextSpan? {
        guard depth < 3, isGrade(name.end), let next = nextCounted(at: index), token(at: index)?.kind == .list,
            let other = counted(behind: next.index, of: next.quantity, depth: depth + 1)?.name
        else { return nil }
        var offset = other.start
        for _ in 0..<6 where offset < other.end {
            offset = reader.character(at: offset).next
            if isGrade(offset) { return TextSpan(start: offset, end: other.end) }
        }
        return other
    }

    /// Whether 级 ends right before an offset.
    mutating func isGrade(_ end: Int) -> Bool {
        let scalar = reader.character(at: reader.before(end)).scalar
        return scalar == 0x7EA7 || scalar == 0x7D1A
    }

    /// Where 中 of 在156个项目中 begins, should it end a name and be no part of its last word.
    private mutating func behindWithin(_ span: TextSpan) -> Int {
        let last = reader.before(span.end)
        guard span.count >= 9, reader.character(at: last).scalar == 0x4E2D else { return span.end }
        // 高中, 初中, 集中, 城中
        switch reader.character(at: reader.before(last)).scalar {
        case 0x9AD8, 0x521D, 0x96C6, 0x57CE: return span.end
        default: return last
        }
    }

    private mutating func isThreshold(at index: Int) -> Bool { token(at: index)?.kind == .modifierAfter }

    /// A word of doing inside a name, because the name goes on behind it.
    private mutating func isPart(_ token: StatementToken, at index: Int, from start: Int) -> Bool {
        guard token.has(.weak), let next = self.token(at: index + 1), next.start == token.end else { return false }
        return next.kind == .text || next.kind == .indicator || next.has(.nominal)
    }

    private mutating func cut(_ span: TextSpan, at length: Int) -> Int {
        var end = span.start + length
        while end > span.start, reader.bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }

    private mutating func ends(_ token: StatementToken, isFirst: Bool) -> Bool {
        switch token.kind {
        case .text, .indicator, .quote, .unquote: return false
        case .modifier: return isFirst
        case .word:
            if token.has(.nominal) { return !isFirst && token.has(.predicate) && !token.isShort }
            if token.isShort {
                if isFirst { return token.has([.predicate, .leading, .share, .rank, .compare, .object]) }
                return token.leads || token.has(.predicate)
            }
            if token.has([.predicate, .rank, .compare, .above, .below, .share]) { return true }
            if token.has([.leading, .action]) { return true }
            return isFirst && token.has([.adverb, .basis, .target, .each, .sub, .actual])
        default: return true
        }
    }
}
