import Testing

@testable import HanLode

/// What holds for every extraction of every text; the first thing that does not, or `nil`.
func brokenInvariant(_ extraction: Extraction, of text: String) -> String? {
    let map = OffsetMap(text)
    let bytes = Array(text.utf8)
    for (quantity, next) in zip(extraction.quantities, extraction.quantities.dropFirst()) {
        if next.span < quantity.span { return "out of order: \(quantity.span), \(next.span)" }
        if quantity.span.overlaps(next.span) { return "overlap: \(quantity.span), \(next.span)" }
    }
    for quantity in extraction.quantities {
        let span = quantity.span
        guard 0 <= span.start, span.start < span.end, span.end <= bytes.count else { return "outside: \(span)" }
        if bytes[span.start] & 0xC0 == 0x80 || span.end < bytes.count && bytes[span.end] & 0xC0 == 0x80 {
            return "inside a character: \(span)"
        }
        if !quantity.text.utf8.elementsEqual(bytes[span.start..<span.end]) { return "another text: \(quantity.text)" }
        if (quantity.value == nil) == (quantity.lower == nil) { return "value and range: \(quantity.text)" }
        if (quantity.lower == nil) != (quantity.upper == nil) { return "half a range: \(quantity.text)" }
        if let lower = quantity.lower, let upper = quantity.upper, !(lower < upper) {
            return "an empty range: \(quantity.text)"
        }
        if quantity.unit?.isEmpty == true { return "an empty unit: \(quantity.text)" }
        for unit in OffsetUnit.allCases {
            let converted = map.convert(span, to: unit)
            let back = TextSpan(
                start: map.utf8Offset(of: converted.start, in: unit), end: map.utf8Offset(of: converted.end, in: unit))
            if back != span { return "\(unit.rawValue): \(span) comes back as \(back)" }
        }
    }
    for (time, next) in zip(extraction.times, extraction.times.dropFirst()) where time.span.end > next.span.start {
        return "times out of order: \(time.span), \(next.span)"
    }
    for time in extraction.times {
        let span = time.span
        guard 0 <= span.start, span.start < span.end, span.end <= bytes.count else { return "outside: \(span)" }
        if bytes[span.start] & 0xC0 == 0x80 || span.end < bytes.count && bytes[span.end] & 0xC0 == 0x80 {
            return "inside a character: \(span)"
        }
        if !time.text.utf8.elementsEqual(bytes[span.start..<span.end]) { return "another text: \(time.text)" }
        if time.value?.isEmpty == true { return "an empty value: \(time.text)" }
        if extraction.quantities.contains(where: { $0.span.overlaps(span) }) { return "time and quantity: \(span)" }
    }
    if let broken = brokenSlogan(extraction, bytes: bytes) { return broken }
    for (entity, next) in zip(extraction.entities, extraction.entities.dropFirst()) {
        if entity.span.end > next.span.start { return "entities out of order: \(entity.span), \(next.span)" }
    }
    for entity in extraction.entities {
        let span = entity.span
        guard 0 <= span.start, span.start < span.end, span.end <= bytes.count else { return "outside: \(span)" }
        if bytes[span.start] & 0xC0 == 0x80 || span.end < bytes.count && bytes[span.end] & 0xC0 == 0x80 {
            return "inside a character: \(span)"
        }
        if !entity.text.utf8.elementsEqual(bytes[span.start..<span.end]) { return "another text: \(entity.text)" }
        if entity.canonical?.isEmpty == true { return "an empty name: \(entity.text)" }
        if let code = entity.code, code.utf8.count != 6 { return "no code: \(code)" }
        if extraction.quantities.contains(where: { $0.span.overlaps(span) && $0.span.start < span.start }) {
            return "name and quantity: \(span)"
        }
    }
    if let broken = brokenMatch(extraction, bytes: bytes) { return broken }
    for diagnostic in extraction.diagnostics {
        if let span = diagnostic.span, span.start < 0 || span.end > bytes.count || span.start > span.end {
            return "a diagnostic outside: \(span)"
        }
    }
    return nil
}
