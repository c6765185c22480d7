/// Cuts text into words by the Unicode word boundary rules (UAX #29) and ICU's dictionary for Chinese and Japanese.
///
/// Opening one reads rules and dictionary; `clone()` is cheap. Keep one as a prototype and let every task cut with a
/// clone of its own.
public struct WordBreaker: ~Copyable, Sendable {
    private var engine: BreakEngine

    /// A breaker by the rules of `locale`; one without rules of its own takes the root locale's, as `zh` does.
    ///
    /// Throws `U_ILLEGAL_ARGUMENT_ERROR` if `locale` is no locale's name.
    public init(locale: String = "zh") throws(ICUError) {
        engine = try BreakEngine.words(locale: locale)
    }

    private init(engine: consuming BreakEngine) {
        self.engine = engine
    }

    /// Another breaker with the same rules. Tasks may clone the same breaker at the same time.
    ///
    /// Throws only if memory is short.
    public func clone() throws(ICUError) -> WordBreaker {
        WordBreaker(engine: try engine.clone())
    }

    /// Replaces `boundaries` by all boundaries of the text as UTF-8 offsets, ascending, 0 and the text's length included.
    ///
    /// An empty text has the one boundary 0. Ill-formed bytes are read as U+FFFD, one for each maximal subpart. Throws
    /// `U_INDEX_OUTOFBOUNDS_ERROR` if the text is longer than 2 GiB.
    public mutating func boundaries(of utf8: Span<UInt8>, into boundaries: inout [Int32]) throws(ICUError) {
        boundaries.removeAll(keepingCapacity: true)
        boundaries.append(0)
        try engine.forEachBoundary(of: utf8) { end, _ in boundaries.append(end) }
    }

    /// Replaces `segments` by all words and what lies between them, without gaps.
    ///
    /// Reads ill-formed bytes and throws like ``boundaries(of:into:)``.
    public mutating func segments(of utf8: Span<UInt8>, into segments: inout [TextSegment]) throws(ICUError) {
        segments.removeAll(keepingCapacity: true)
        var start: Int32 = 0
        try engine.forEachBoundary(of: utf8) { end, status in
            segments.append(TextSegment(start: start, end: end, kind: TextSegment.Kind(ruleStatus: status)))
            start = end
        }
    }

    /// Lends `body` a view of the text that answers single queries, such as whether a word ends at an offset.
    ///
    /// Costs nothing in advance: ICU cuts only around the offsets that are asked for. Throws
    /// `U_INDEX_OUTOFBOUNDS_ERROR` if the text is longer than 2 GiB, and what `body` throws.
    public mutating func withText<Result: ~Copyable>(
        _ utf8: Span<UInt8>, _ body: (borrowing TextBoundaries) throws(ICUError) -> Result
    ) throws(ICUError) -> Result {
        try engine.withText(utf8, body)
    }
}
