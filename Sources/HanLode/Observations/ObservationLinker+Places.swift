extension ObservationLinker {
    /// The place that a number is told of: a division at the head of its clause, behind 在, or behind a word of doing
    /// (帮助湖南保靖); of a list of names, the one at the head of the number's own.
    mutating func place(from low: Int, to first: Int, item: IndicatorReading?) -> PlaceReading? {
        guard let head = token(at: low), let number = token(at: first) else { return nil }
        let (start, end) = (Int(head.start), Int(number.start))
        while entity < entities.count, entities[entity].end <= start { entity += 1 }
        var index = entity
        while index < entities.count, entities[index].start < end {
            let match = entities[index]
            if match.type == .geopolitical, match.code != region || region == 0 {
                if let item {
                    if match.start == item.head.start { return PlaceReading(span: span(of: match), code: match.code) }
                } else if isTold(match.start, from: low, to: first) {
                    return row(from: index, to: end)
                }
            }
            index += 1
        }
        return nil
    }

    private mutating func span(of match: EntityMatch) -> TextSpan { TextSpan(start: match.start, end: match.end) }

    /// 湖南保靖、甘肃东乡: the places that stand in a row.
    private mutating func row(from index: Int, to end: Int) -> PlaceReading {
        var place = PlaceReading(span: span(of: entities[index]), code: entities[index].code)
        var next = index + 1
        while next < entities.count, entities[next].type == .geopolitical, entities[next].end <= end,
            let match = reader.longestTerm(Lexicon.Kind.connector.bit, at: place.span.end),
            match.end == entities[next].start
        {
            place.span.end = entities[next].end
            place.code = 0
            next += 1
        }
        return place
    }

    /// Whether a name at `start` says where: nothing but words that open a clause stands before it, or 在, or a verb.
    private mutating func isTold(_ start: Int, from low: Int, to first: Int) -> Bool {
        var index = low
        while index < first, let token = token(at: index), Int(token.end) <= start {
            let isNext = Int(token.end) == start
            switch token.kind {
            case .word where token.has(.opening) && !token.has(.nominal): break
            case .word where isNext && token.has(.action): return true
            case .time, .comma, .list: break
            case .text where isNext && reader.character(at: reader.before(start)).scalar == 0x5728: return true
            default: return false
            }
            index += 1
        }
        return token(at: index).map { Int($0.start) <= start } ?? false
    }
}
