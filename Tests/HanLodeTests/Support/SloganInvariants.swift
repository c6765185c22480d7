@testable import HanLode

/// What holds for the slogans of every extraction; the first thing that does not, or `nil`.
func brokenSlogan(_ extraction: Extraction, bytes: [UInt8]) -> String? {
    for (slogan, next) in zip(extraction.slogans, extraction.slogans.dropFirst())
    where slogan.span.end > next.span.start {
        return "slogans out of order: \(slogan.span), \(next.span)"
    }
    for slogan in extraction.slogans {
        let span = slogan.span
        guard isSound(span, in: bytes) else { return "a slogan outside: \(span)" }
        if !slogan.text.utf8.elementsEqual(bytes[span.start..<span.end]) { return "another text: \(slogan.text)" }
        if slogan.canonical.isEmpty { return "no name: \(slogan.text)" }
        if (slogan.kind == .set) != (slogan.membership != nil) { return "a term with members: \(slogan.text)" }
        if slogan.kind == .set, slogan.counts?.isEmpty != false { return "a set that counts nothing: \(slogan.text)" }
        if slogan.members?.isEmpty == true { return "an empty list: \(slogan.text)" }
        if (slogan.membership == .text) != (slogan.memberSpans != nil) {
            return "members without spans: \(slogan.text)"
        }
        if (slogan.members == nil) != (slogan.cardinalityHolds == nil) { return "members uncounted: \(slogan.text)" }
        guard let spans = slogan.memberSpans else { continue }
        if spans.count != slogan.members?.count { return "another number of spans: \(slogan.text)" }
        if !spans.allSatisfy({ $0.start < $0.end && isSound($0, in: bytes) }) {
            return "a member outside: \(slogan.text)"
        }
        if slogan.kind == .set, extraction.quantities.contains(where: { $0.span.overlaps(span) }) {
            return "set and quantity: \(span)"
        }
    }
    return nil
}

/// Whether a span is not empty and begins and ends between characters.
private func isSound(_ span: TextSpan, in bytes: [UInt8]) -> Bool {
    guard 0 <= span.start, span.start < span.end, span.end <= bytes.count else { return false }
    return bytes[span.start] & 0xC0 != 0x80 && (span.end == bytes.count || bytes[span.end] & 0xC0 != 0x80)
}
