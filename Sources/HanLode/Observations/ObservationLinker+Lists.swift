extension ObservationLinker {
    /// The names of a list of numbers, one each, where the subject lists as many: A、B分别增长3%、5%; 城乡 stands for
    /// two. `nil` where all numbers share the subject.
    func distribution(of subject: Subject, _ frame: StatementFrame, over count: Int) -> [IndicatorReading]? {
        guard count > 1, let list = subject.list, list.count <= 360, subject.rule != .counted else { return nil }
        if let items = parts(of: list, count: count) { return items }
        guard let items = items(of: list, count: count) else { return nil }
        return shared(items, in: list)
    }

    /// 城乡居民收入, of two numbers: 城镇居民收入 and 农村居民收入.
    private func parts(of list: TextSpan, count: Int) -> [IndicatorReading]? {
        var offset = list.start
        while offset < list.end {
            if let match = reader.longestTerm(Lexicon.Kind.coordinate.bit, at: offset, limit: list.end),
                let term = reader.term(.coordinate, of: match), terms.coordinates[term].count == count
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
    private func items(of list: TextSpan, count: Int) -> [TextSpan]? {
        var items = split(list) { $0 == 0x3001 }
        if items.count == count { return items }
        if items.count == count - 1, let last = items.popLast() {
            items += split(last) { $0 == 0x548C || $0 == 0x4E0E || $0 == 0x53CA }
        }
        return items.count == count ? items : nil
    }

    private func split(_ span: TextSpan, at isSign: (UInt32) -> Bool) -> [TextSpan] {
        var items: [TextSpan] = []
        var start = span.start
        var offset = span.start
        while offset < span.end {
            let character = reader.character(at: offset)
            if isSign(character.scalar) {
                if offset > start { items.append(TextSpan(start: start, end: offset)) }
                start = character.next
                // 以及
                if items.last.map({ endsWithTo($0) }) == true { items[items.count - 1].end -= 3 }
            }
            offset = character.next
        }
        if span.end > start { items.append(TextSpan(start: start, end: span.end)) }
        return items
    }

    /// 以 of 以及.
    private func endsWithTo(_ span: TextSpan) -> Bool {
        span.count > 3 && reader.character(at: span.end - 3).scalar == 0x4EE5
    }

    /// Gives every item what only the last has at its end: 新能源汽车、工业机器人产量 are two 产量; and what only the
    /// first has in front: 国际航空旅客和货邮吞吐量.
    private func shared(_ items: [TextSpan], in list: TextSpan) -> [IndicatorReading]? {
        guard let last = items.last else { return nil }
        let tail = tail(of: last)
        return items.map { item in
            guard item != last, let tail, !isMeasured(item) else { return IndicatorReading(item) }
            return IndicatorReading(item, tail: tail)
        }
    }

    /// What is measured, at the end of a name, or the verb that leads up to it: 支持民间投资项目比重.
    private func tail(of name: TextSpan) -> TextSpan? {
        guard let start = measureStart(of: name), start > name.start else { return nil }
        return TextSpan(start: start, end: name.end)
    }

    private func isMeasured(_ name: TextSpan) -> Bool { measureStart(of: name) != nil }
}
