@testable import HanLode

/// What holds for the matches of every extraction; the first thing that does not, or `nil`.
func brokenMatch(_ extraction: Extraction, bytes: [UInt8]) -> String? {
    func isSound(_ span: TextSpan, _ text: String) -> Bool {
        guard 0 <= span.start, span.start < span.end, span.end <= bytes.count else { return false }
        guard bytes[span.start] & 0xC0 != 0x80, span.end == bytes.count || bytes[span.end] & 0xC0 != 0x80 else {
            return false
        }
        return text.utf8.elementsEqual(bytes[span.start..<span.end])
    }
    for (match, next) in zip(extraction.matches, extraction.matches.dropFirst()) where next.span < match.span {
        return "matches out of order: \(match.span), \(next.span)"
    }
    var ends: [String: Int] = [:]
    for match in extraction.matches {
        guard isSound(match.span, match.text) else { return "a match outside: \(match.span)" }
        if let end = ends[match.name], end > match.span.start { return "matches of one name overlap: \(match.span)" }
        ends[match.name] = match.span.end
        for group in match.groups {
            guard isSound(group.span, group.text) else { return "a group outside: \(group.span)" }
            guard let mention = group.mention else { continue }
            let isThere =
                switch mention.list {
                case .quantities:
                    extraction.quantities.indices.contains(mention.index)
                        && extraction.quantities[mention.index].span == group.span
                case .times:
                    extraction.times.indices.contains(mention.index)
                        && extraction.times[mention.index].span == group.span
                case .observations: extraction.observations.indices.contains(mention.index)
                case .slogans:
                    extraction.slogans.indices.contains(mention.index)
                        && extraction.slogans[mention.index].span == group.span
                case .entities:
                    extraction.entities.indices.contains(mention.index)
                        && extraction.entities[mention.index].span == group.span
                }
            if !isThere { return "a group of no mention: \(group.name)" }
        }
    }
    for observation in extraction.observations where !extraction.quantities.indices.contains(observation.quantity) {
        return "an observation of no quantity: \(observation.indicator)"
    }
    return nil
}
