internal import ICUKit

/// Cuts a text into words.
///
/// The words are those of ICU's Chinese dictionary. Opening a segmenter reads rules and dictionary; keep one for each
/// task.
public struct Segmenter: ~Copyable {
    private var breaker: WordBreaker
    private var segments: [TextSegment] = []

    /// A word, or the punctuation or white space between words.
    public struct Word: Hashable, Sendable {
        /// Where it stands, in UTF-8 offsets.
        public let span: TextSpan
        /// Whether it is white space, a line break included.
        public let isSpace: Bool
    }

    /// A segmenter for Chinese.
    ///
    /// - Throws: `HanLodeError` with `.icuFailure` where ICU's data is missing.
    public init() throws(HanLodeError) {
        do {
            breaker = try WordBreaker(locale: "zh")
        } catch {
            throw HanLodeError(icu: error)
        }
    }

    /// The words of `text` and what is between them, without gaps.
    ///
    /// - Throws: `HanLodeError` with `.icuFailure` for a text of more than 2 GiB.
    public mutating func words(in text: String) throws(HanLodeError) -> [Word] {
        var text = text
        text.makeContiguousUTF8()
        let bytes = text.utf8.span
        do {
            try breaker.segments(of: bytes, into: &segments)
        } catch {
            throw HanLodeError(icu: error)
        }
        return segments.map { segment in
            let span = TextSpan(start: Int(segment.start), end: Int(segment.end))
            return Word(span: span, isSpace: segment.kind == .none && Self.isSpace(bytes, span))
        }
    }

    /// Space, tab, line breaks, no-break and ideographic space.
    private static func isSpace(_ bytes: Span<UInt8>, _ span: TextSpan) -> Bool {
        switch (span.count, bytes[span.start]) {
        case (_, 0x09...0x0D), (_, 0x20): true
        case (2, 0xC2): bytes[span.start + 1] == 0xA0
        case (3, 0xE3): bytes[span.start + 1] == 0x80 && bytes[span.start + 2] == 0x80
        default: false
        }
    }
}

extension HanLodeError {
    init(icu error: ICUError) {
        self.init(.icuFailure, error.description)
    }
}
