internal import ICUKit

/// Finds what needs no mentions: the terms of lists, the beginnings of sequences, regular expressions.
struct PatternFinder: ~Escapable {
    /// Where a sequence begins with one of its texts.
    struct Lead: Hashable, Sendable {
        let sequence: Int
        let start: Int
        let end: Int
    }

    private let reader: Reader
    private let patterns: PatternSet
    private let terms: Terms

    private(set) var candidates: [PatternCandidate] = []
    private(set) var leads: [Lead] = []
    private(set) var diagnostics: [Diagnostic] = []

    @_lifetime(copy reader)
    init(_ reader: borrowing Reader, patterns: PatternSet, terms: Terms) {
        self.reader = copy reader
        self.patterns = patterns
        self.terms = terms
    }

    mutating func run() {
        if patterns.termCount > 0 || !patterns.leads.isEmpty { findTerms() }
        for expression in patterns.expressions { find(expression) }
    }

    /// One pass over the characters. Of the terms that begin at one place the longest is taken, with all lists it is in.
    private mutating func findTerms() {
        var offset = 0
        while offset < reader.end {
            let character = reader.character(at: offset)
            if character.info.startsListTerm {
                let start = offset
                reader.forEachTerm(of: .listTerm, at: start) { index, end, isLongest in
                    if index >= patterns.termCount {
                        let lead = index - patterns.termCount
                        guard patterns.leads.indices.contains(lead) else { return }
                        leads.append(Lead(sequence: patterns.leads[lead], start: start, end: end))
                    } else if isLongest {
                        add(index, TextSpan(start: start, end: end))
                    }
                }
            }
            offset = character.next
        }
        reader.count(reader.end / 3)
    }

    private mutating func add(_ index: Int, _ span: TextSpan) {
        let term = terms.listTerms[index]
        var attributes: [String: String] = [:]
        for (name, value) in Attributes.read(term.attributes) { attributes[name] = value }
        let match = PatternMatch(
            span: span, text: reader.text(span), name: term.name, attributes: attributes, groups: [], rule: .term)
        candidates.append(PatternCandidate(match: match, priority: term.priority, source: .term(index)))
    }
}

extension PatternFinder {
    /// What is taken of a paragraph at once: a bound to the work of a pattern that looks far from every place.
    static let largestPiece = 4096
    /// After so many paragraphs on which its limit was exceeded a pattern is given up for the document.
    static let largestFailures = 3

    private mutating func find(_ pattern: PatternSet.Expression) {
        guard var expression = try? pattern.expression.clone() else { return }
        var failures = 0
        var start = 0
        while start < reader.end, failures < Self.largestFailures {
            let end = endOfPiece(from: start)
            if start < end {
                do {
                    let found = try expression.matches(in: reader.bytes.extracting(start..<end))
                    for match in found { add(match, of: pattern, from: start) }
                } catch {
                    failures += 1
                    let consequence =
                        failures < Self.largestFailures
                        ? "this paragraph is left out" : "the pattern is given up for this document"
                    diagnostics.append(
                        Diagnostic(
                            .patternLimit, "the pattern \(pattern.name) takes too long (\(error.name)); \(consequence)",
                            span: TextSpan(start: start, end: end)))
                }
            }
            start = max(end, reader.skippingLineEnd(end))
        }
        reader.count(reader.end / 3)
    }

    /// Where the paragraph ends that `start` is in; of a long one, behind the last sentence that ends in time.
    private func endOfPiece(from start: Int) -> Int {
        var offset = start
        var stop: Int?
        while offset < reader.end {
            let character = reader.character(at: offset)
            if BoundaryCharacters.isLineEnd(character.scalar) { return offset }
            if character.next - start > Self.largestPiece { return stop ?? offset }
            offset = character.next
            if BoundaryCharacters.isStop(character.scalar) { stop = offset }
        }
        return offset
    }

    private mutating func add(_ match: RegularExpression.Match, of pattern: PatternSet.Expression, from start: Int) {
        guard !match.range.isEmpty else { return }
        func span(_ range: Range<Int>) -> TextSpan {
            TextSpan(start: start + range.lowerBound, end: start + range.upperBound)
        }
        let groups = pattern.groups.compactMap { group -> PatternMatch.Group? in
            guard let range = match[group.number] else { return nil }
            return PatternMatch.Group(name: group.name, span: span(range), text: reader.text(span(range)))
        }
        let whole = span(match.range)
        candidates.append(
            PatternCandidate(
                match: PatternMatch(
                    span: whole, text: reader.text(whole), name: pattern.name, attributes: [:], groups: groups,
                    rule: .regex),
                priority: pattern.priority, source: .pattern(pattern.row)))
    }
}

extension Reader {
    /// The characters of a span.
    func text(_ span: TextSpan) -> String {
        String(unsafeUninitializedCapacity: span.count) { buffer in
            for index in span.start..<span.end { buffer[index - span.start] = bytes[index] }
            return span.count
        }
    }

    /// Behind the one character at `offset` if it ends a line.
    fileprivate func skippingLineEnd(_ offset: Int) -> Int {
        guard offset < end else { return offset }
        let character = character(at: offset)
        return BoundaryCharacters.isLineEnd(character.scalar) ? character.next : offset
    }
}
