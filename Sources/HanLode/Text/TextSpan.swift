/// A half-open range of a text, `start ..< end`.
///
/// Inside the library offsets are always UTF-8; `Extraction.converted(to:)` rewrites every span of a result at once.
public struct TextSpan: Hashable, Sendable, Codable {
    /// Offset of the first code unit.
    public var start: Int
    /// Offset behind the last code unit.
    public var end: Int

    /// A span from `start` up to, not including, `end`.
    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    /// Number of code units covered.
    public var count: Int { end - start }

    /// Whether the two spans share a code unit.
    public func overlaps(_ other: TextSpan) -> Bool {
        start < other.end && other.start < end
    }
}

extension TextSpan: Comparable {
    /// The order of every list in an extraction: by start, then the longer span first.
    public static func < (a: TextSpan, b: TextSpan) -> Bool {
        a.start != b.start ? a.start < b.start : a.end > b.end
    }
}

extension TextSpan {
    /// The same characters as `String` indices, for a span in UTF-8 offsets.
    ///
    /// - Returns: `nil` where the span lies outside `text` or cuts one of its characters' encodings,
    ///   which happens when it was made from another text or has been converted to other offsets.
    public func range(in text: String) -> Range<String.Index>? {
        let utf8 = text.utf8
        guard start >= 0, start <= end,
            let lower = utf8.index(utf8.startIndex, offsetBy: start, limitedBy: utf8.endIndex),
            let upper = utf8.index(lower, offsetBy: end - start, limitedBy: utf8.endIndex),
            lower.samePosition(in: text.unicodeScalars) != nil,
            upper.samePosition(in: text.unicodeScalars) != nil
        else { return nil }
        return lower..<upper
    }
}

/// The keys of a result that has its span in fields of its own.
protocol SpanCodingKey: CodingKey {
    static var start: Self { get }
    static var end: Self { get }
}

extension KeyedEncodingContainer where Key: SpanCodingKey {
    mutating func encode(_ span: TextSpan) throws {
        try encode(span.start, forKey: .start)
        try encode(span.end, forKey: .end)
    }
}

extension KeyedDecodingContainer where Key: SpanCodingKey {
    func decodeSpan() throws -> TextSpan {
        TextSpan(start: try decode(Int.self, forKey: .start), end: try decode(Int.self, forKey: .end))
    }
}
