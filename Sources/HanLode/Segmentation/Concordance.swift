/// The places of a term in a text, each with what stands around it: keyword in context.
public struct Concordance: Sendable {
    /// One place.
    public struct Hit: Hashable, Sendable {
        /// The term, in UTF-8 offsets.
        public let span: TextSpan
        /// The line, from 1.
        public let line: Int
        /// What stands before it on its line, in UTF-8 offsets.
        public let left: TextSpan
        /// What stands behind it on its line, in UTF-8 offsets.
        public let right: TextSpan
    }

    /// The places, in the order of the text; none overlap.
    public let hits: [Hit]

    /// Finds a term, exactly as it is written.
    ///
    /// - Parameters:
    ///   - context: characters (Unicode scalars) that are shown on either side at most.
    ///   - tokens: what a segmenter cut the text into, where only whole words count: no word may reach over an edge of
    ///     the term.
    public init(of term: String, in text: String, context: Int = 30, tokens: [Token]? = nil) {
        var text = text
        text.makeContiguousUTF8()
        let bytes = text.utf8.span
        let lines = Document(text: text).lines
        var hits: [Hit] = []
        var line = 0
        var edge = 0
        Self.forEachPlace(of: Array(term.utf8), in: bytes) { start, end in
            if let tokens {
                while edge < tokens.count, tokens[edge].span.start < start { edge += 1 }
                guard edge < tokens.count, tokens[edge].span.start == start else { return false }
                var last = edge
                while last < tokens.count, tokens[last].span.end < end { last += 1 }
                guard last < tokens.count, tokens[last].span.end == end else { return false }
            }
            while line + 1 < lines.count, lines[line + 1].start <= start { line += 1 }
            hits.append(
                Hit(
                    span: TextSpan(start: start, end: end), line: line + 1,
                    left: TextSpan(start: Self.back(bytes, start, context, limit: lines[line].start), end: start),
                    right: TextSpan(start: end, end: Self.forth(bytes, end, context, limit: lines[line].end))))
            return true
        }
        self.hits = hits
    }

    /// Calls `body` with each place of `term`; where it takes one, the next begins behind it.
    ///
    /// Knuth, Morris and Pratt's search: linear in the text for any term.
    private static func forEachPlace(of term: [UInt8], in bytes: Span<UInt8>, _ body: (Int, Int) -> Bool) {
        guard !term.isEmpty else { return }
        var failure = Array(repeating: 0, count: term.count)
        var matched = 0
        for index in 1..<max(term.count, 1) {
            while matched > 0, term[index] != term[matched] { matched = failure[matched - 1] }
            if term[index] == term[matched] { matched += 1 }
            failure[index] = matched
        }
        matched = 0
        for index in 0..<bytes.count {
            while matched > 0, bytes[index] != term[matched] { matched = failure[matched - 1] }
            if bytes[index] == term[matched] { matched += 1 }
            if matched == term.count {
                let isTaken = body(index + 1 - term.count, index + 1)
                matched = isTaken ? 0 : failure[matched - 1]
            }
        }
    }

    /// `count` characters before `offset`, not beyond `limit`.
    private static func back(_ bytes: Span<UInt8>, _ offset: Int, _ count: Int, limit: Int) -> Int {
        var offset = offset
        var left = count
        while left > 0, offset > limit {
            offset -= 1
            while offset > limit, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
            left -= 1
        }
        return offset
    }

    /// `count` characters behind `offset`, not beyond `limit`.
    private static func forth(_ bytes: Span<UInt8>, _ offset: Int, _ count: Int, limit: Int) -> Int {
        var offset = offset
        var left = count
        while left > 0, offset < limit {
            offset += 1
            while offset < limit, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
    }
}
