extension ObservationLinker {
    /// The names of a list of `count` numbers, at least two, one each, where the subject lists as many: A、B分别增长3%、5%; 城乡 stands for
    /// two. `nil` where all numbers share the subject.
    mutating func distribution(of subject: Subject, over count: Int) -> [IndicatorReading]? {
        // 产值412万元、税收26.5万元，分别提高7%、4%
        if subject.rule == .carried, frame.isEach, recent.count >= count { return Array(recent.suffix(count)) }
        guard let list = subject.list, list.count <= 360, subject.rule != .counted else { return nil }
        // 对中亚、东盟进出口 are two because two are listed, not because 进出口 is.
        let isListed = split(list) { !OutlineText.isHan($0) }.count == count
        if let items = parts(of: list, count: count, isListed: isListed) { return items }
        guard let items = items(of: list, count: count) else { return nil }
        return shared(items)
    }

    /// 城乡居民收入, of two numbers: 城镇居民收入 and 农村居民收入.
    private mutating func parts(of list: TextSpan, count: Int, isListed: Bool) -> [IndicatorReading]? {
        var offset = list.start
        while offset < list.end {
            if let match = reader.longestTerm(Lexicon.Kind.coordinate.bit, at: offset, limit: list.end),
                let term = reader.term(.coordinate, of: match), terms.coordinates[term].count == count,
                // 存、贷款
                !isListed || split(TextSpan(start: offset, end: match.end), at: { !OutlineText.isHan($0) }).count > 1
            {
                let front = TextSpan(start: list.start, end: offset)
                let rest = TextSpan(start: match.end, end: list.end)
                return (0..<count).map { index in
                    let part = IndicatorReading.Part(term: Int32(term), index: Int32(index))
                    return IndicatorReading(front, tail: rest, part: part)
                }
            }
            offset = reader.character(at: offset).next
        }
        return nil
    }

    /// The items between the signs of a list, if there are as many as numbers. 和 and 与 also stand inside names, so they
    /// count only where they are needed.
    private mutating func items(of list: TextSpan, count: Int) -> [TextSpan]? {
        var items = split(list) { !OutlineText.isHan($0) }
        if items.count == count { return items }
        if items.count == count - 1, let last = items.popLast() {
            items += split(last) { OutlineText.isHan($0) }
        }
        return items.count == count ? items : nil
    }

    /// Cuts a name at the connectors of lists whose first character is such.
    private mutating func split(_ span: TextSpan, at isSign: (UInt32) -> Bool) -> [TextSpan] {
        var items: [TextSpan] = []
        var start = span.start
        var offset = span.start
        while offset < span.end {
            let character = reader.character(at: offset)
            var next = character.next
            if isSign(character.scalar), character.info.code != 0,
                let match = reader.longestTerm(Lexicon.Kind.connector.bit, at: offset, limit: span.end),
                let term = reader.term(.connector, of: match), terms.connectors[term] == .list
            {
                if offset > start { items.append(TextSpan(start: start, end: offset)) }
                start = match.end
                next = match.end
            }
            offset = next
        }
        if span.end > start { items.append(TextSpan(start: start, end: span.end)) }
        return items
    }

    /// Gives every item what only the last has at its end: 新能源汽车、工业机器人产量 are two 产量.
    private mutating func shared(_ items: [TextSpan]) -> [IndicatorReading] {
        guard let first = items.first, let last = items.last else { return [] }
        let length = length(of: first)
        var tail = tail(
            of: last, behind: first, length, isEven: items.dropLast().allSatisfy { self.length(of: $0) == length })
        // 解决率、满意率: what ends alike lacks nothing.
        let end = reader.character(at: reader.before(last.end)).scalar
        let isComplete = items.dropLast().contains { item in
            reader.character(at: reader.before(item.end)).scalar == end
                || measureStart(of: item).map { $0 > item.start } == true
        }
        if isComplete { tail = nil }
        let measure = measureStart(of: first)
        return items.map { item in
            // 国内游客人次、总花费
            if item != first, let measure, measure > first.start, measureStart(of: item) == item.start {
                return IndicatorReading(TextSpan(start: first.start, end: measure), tail: item)
            }
            guard item != last, let tail else { return IndicatorReading(item) }
            return IndicatorReading(item, tail: TextSpan(start: tail, end: last.end))
        }
    }

    /// In characters.
    private mutating func length(of span: TextSpan) -> Int {
        var (offset, length) = (span.start, 0)
        while offset < span.end {
            offset = reader.character(at: offset).next
            length += 1
        }
        return length
    }

    /// Where in the last item begins what all items share; the first of them has `length` characters.
    private mutating func tail(of last: TextSpan, behind first: TextSpan, _ length: Int, isEven: Bool) -> Int? {
        // 国家级、省级、市级龙头企业: behind the character that the items end with.
        let end = reader.character(at: reader.before(first.end)).scalar
        let measure = measureStart(of: last)
        var offset = reader.character(at: last.start).next
        while measure == nil, offset < last.end {
            let character = reader.character(at: offset)
            if character.scalar == end, last.end - character.next >= 6 { return character.next }
            offset = character.next
        }
        // 城镇、农村自来水普及率: as many characters as the others have are the item's own.
        // One more is a name of its own length: 冰箱、洗衣机产量.
        if isEven, length <= 5 {
            var own = last.start
            for _ in 0..<length where own < last.end { own = reader.character(at: own).next }
            if own < last.end, measure.map({ $0 > reader.character(at: own).next }) ?? true { return own }
        }
        return measure.flatMap { $0 > last.start ? $0 : nil }
    }
}
