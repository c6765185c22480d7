internal import ICUShims

/// Single queries on the boundaries of one text, while `WordBreaker` or `SentenceBreaker` lends it out.
///
/// It can be neither kept nor copied, and so never outlives the text. All offsets are UTF-8 offsets; one inside a
/// character's encoding is no boundary. A query costs what cutting the run of Han characters around it costs; queries near
/// the last one are answered from a cache.
public struct TextBoundaries: ~Copyable {
    private let handle: OpaquePointer
    /// ICU has accepted the text, so that every offset in it fits into 32 bits.
    private let count: Int

    init(handle: OpaquePointer, count: Int) {
        self.handle = handle
        self.count = count
    }

    /// Whether a segment begins or ends exactly at `offset`. The text's two ends are boundaries.
    public func isBoundary(at offset: Int) -> Bool {
        (0...count).contains(offset) && hl_breaker_is_boundary(handle, Int32(truncatingIfNeeded: offset))
    }

    /// The last boundary before `offset`, or nil at the text's start.
    public func preceding(_ offset: Int) -> Int? {
        guard offset > 0 else { return nil }
        guard offset <= count else { return count }
        let boundary = hl_breaker_preceding(handle, Int32(truncatingIfNeeded: offset))
        return boundary < 0 ? nil : Int(boundary)
    }

    /// The first boundary after `offset`, or nil at the text's end.
    public func following(_ offset: Int) -> Int? {
        guard offset < count else { return nil }
        guard offset >= 0 else { return 0 }
        let boundary = hl_breaker_following(handle, Int32(truncatingIfNeeded: offset))
        return boundary < 0 ? nil : Int(boundary)
    }

    /// The segment that contains the byte at `offset`, or nil outside the text.
    ///
    /// In sentences the segment's kind is `.none`.
    public func segment(containing offset: Int) -> TextSegment? {
        guard (0..<count).contains(offset), let end = following(offset) else { return nil }
        let kind = TextSegment.Kind(ruleStatus: hl_breaker_rule_status(handle))
        guard let start = preceding(end) else { return nil }
        return TextSegment(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), kind: kind)
    }
}
