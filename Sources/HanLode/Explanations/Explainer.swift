/// Explains the results of one document from what was recorded while they were found.
struct Explainer {
    /// A result, whatever list it is in.
    struct Result {
        let subject: Explanation.Subject
        let index: Int
        let span: TextSpan
        let rule: String
    }

    let text: String
    let extraction: Extraction
    let lexicon: Lexicon
    let lexemes: SpanIndex<Lexeme>
    let lookUps: SpanIndex<WorkRecord.LookUp>
    /// The candidates behind the matches, in their order.
    let candidates: [PatternCandidate]
    let results: SpanIndex<Result>
    private let mentions: PatternMentions
    private let rivals: SpanIndex<Explanation.Rival>
    let places: RowPlaces
    /// The rows of the table of numerals.
    let numerals: [[String]]

    init(
        document: Document, extraction: Extraction, record: WorkRecord, lexicon: Lexicon,
        _ workspace: borrowing Workspace
    ) {
        text = document.text
        self.extraction = extraction
        self.lexicon = lexicon
        lexemes = SpanIndex(workspace.lexemes) { $0.span }
        // The grammars look a word up as often as they come by.
        var seen: Set<WorkRecord.LookUp> = []
        lookUps = SpanIndex(record.lookUps.filter { seen.insert($0).inserted }) {
            TextSpan(start: $0.start, end: $0.end)
        }
        candidates = workspace.candidates
        mentions = PatternMentions(extraction, candidates: candidates)
        places = RowPlaces(lexicon)
        numerals = Array(lexicon.rows(of: .numerals))
        results = SpanIndex(Self.results(of: extraction)) { $0.span }
        let reading = RivalReading(text: document.text, extraction: extraction, record: record, workspace)
        rivals = SpanIndex(reading.rivals) { $0.span }
    }

    private static func results(of extraction: Extraction) -> [Result] {
        var results: [Result] = []
        for (index, quantity) in extraction.quantities.enumerated() {
            results.append(.init(subject: .quantity, index: index, span: quantity.span, rule: quantity.rule.rawValue))
        }
        for (index, time) in extraction.times.enumerated() {
            results.append(.init(subject: .time, index: index, span: time.span, rule: time.rule.rawValue))
        }
        for (index, observation) in extraction.observations.enumerated() {
            let span = observation.extent(in: extraction)
            results.append(.init(subject: .observation, index: index, span: span, rule: observation.rule.rawValue))
        }
        for (index, slogan) in extraction.slogans.enumerated() {
            results.append(.init(subject: .slogan, index: index, span: slogan.span, rule: slogan.rule.rawValue))
        }
        for (index, entity) in extraction.entities.enumerated() {
            results.append(.init(subject: .entity, index: index, span: entity.span, rule: entity.rule.rawValue))
        }
        for (index, match) in extraction.matches.enumerated() {
            results.append(.init(subject: .match, index: index, span: match.span, rule: match.rule.rawValue))
        }
        return results
    }

    /// Those of all results that share a character with `span`, or the one of nothing.
    func explanations(in span: TextSpan) -> [Explanation] {
        let found = results.around(span)
        guard found.isEmpty else { return found.map(explanation) }
        // Nothing: what the scanner found there is what might have become something.
        var extent = span
        for lexeme in lexemes.around(span) {
            extent = TextSpan(
                start: min(extent.start, lexeme.span.start), end: max(extent.end, lexeme.span.end))
        }
        return [
            Explanation(
                subject: .none, span: extent, text: characters(extent), rule: nil, fields: [],
                lexemes: lexemes(in: extent), evidence: evidence(around: extent, subject: .none),
                rivals: rivals.around(extent))
        ]
    }

    /// One result's.
    func explanation(of result: Result) -> Explanation {
        var (evidence, terms) = evidence(in: result)
        if result.subject == .match { evidence += source(of: result) }
        terms += rivals.around(result.span).filter { competes($0, with: result) }
        return Explanation(
            subject: result.subject, span: result.span, text: characters(result.span), rule: result.rule,
            fields: fields(of: result), lexemes: lexemes(in: result.span), evidence: evidence,
            rivals: terms.sorted { $0.span < $1.span })
    }

    /// What a grammar has decided against is told of where no observation or pattern is asked about.
    private func competes(_ rival: Explanation.Rival, with result: Result) -> Bool {
        switch rival.reason {
        case .longerTerm, .overlap, .residue, .outranked, .covered, .yielded, .displaced: true
        default: result.subject != .observation && result.subject != .match
        }
    }

    private func fields(of result: Result) -> [Explanation.Field] {
        let kind: MentionKind
        switch result.subject {
        case .quantity: kind = .quantity
        case .time: kind = .time
        case .observation: kind = .observation
        case .slogan: kind = .slogan
        case .entity: kind = .entity
        case .match: kind = .match
        case .none: return []
        }
        let entry = PatternMentions.Entry(span: result.span, kind: kind, index: result.index)
        var fields: [Explanation.Field] = []
        for name in kind.fields where name != "text" && name != "rule" {
            if let value = mentions.value(of: name, entry), !value.isEmpty {
                fields.append(.init(name: name, value: value))
            }
        }
        guard kind == .match else { return fields }
        let match = extraction.matches[result.index]
        fields += match.attributes.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) }
        fields += match.groups.map { .init(name: $0.name, value: $0.text) }
        return fields
    }

    func characters(_ span: TextSpan) -> String {
        String(decoding: text.utf8.span.bytesBetween(span), as: UTF8.self)
    }

    private func lexemes(in span: TextSpan) -> [Explanation.Lexeme] {
        lexemes.around(span).map { .init(span: $0.span, text: characters($0.span), kind: "\($0.kind)") }
    }
}

extension Lexeme {
    var span: TextSpan { TextSpan(start: Int(start), end: Int(end)) }
}

extension Span<UInt8> {
    /// The bytes of a span of a text.
    func bytesBetween(_ span: TextSpan) -> [UInt8] {
        var bytes: [UInt8] = []
        for index in max(span.start, 0)..<Swift.min(Swift.max(span.end, 0), count) { bytes.append(self[index]) }
        return bytes
    }
}
