extension Explainer {
    /// The lines of tables that were found where a result stands, and the shorter terms that lost to them.
    func evidence(in result: Result) -> (evidence: [Explanation.Evidence], rivals: [Explanation.Rival]) {
        switch result.subject {
        case .match: return ([], [])
        case .observation: return (evidence(around: clause(of: result.index), subject: .observation), [])
        default: break
        }
        let evidence = evidence(around: result.span, subject: result.subject)
        return (evidence, shorterTerms(than: evidence, subject: result.subject))
    }

    /// From the name of the indicator, where the sentence has it, or the beginning of the amount's clause, up to the end.
    private func clause(of index: Int) -> TextSpan {
        let observation = extraction.observations[index]
        let amount = extraction.quantities[observation.quantity].span
        let extent = observation.extent(in: extraction)
        let reader = Reader(text.utf8.span, lexicon: lexicon)
        var start = amount.start
        while start > observation.sentence.start {
            let previous = reader.before(start)
            if BoundaryCharacters.endsClause(reader.character(at: previous).scalar) { break }
            start = previous
        }
        return TextSpan(start: min(start, extent.start), end: extent.end)
    }

    /// The lines of tables that were found inside `span`, or next to it.
    func evidence(around span: TextSpan, subject: Explanation.Subject) -> [Explanation.Evidence] {
        let kinds = Self.kinds(of: subject)
        var seen: Set<EvidenceKey> = []
        var evidence = numerals(in: span, subject: subject)
        let reader = Reader(text.utf8.span, lexicon: lexicon)
        for lookUp in lookUps.around(span, touching: true) {
            let match = Reader.Match(end: lookUp.end, kinds: lookUp.kinds, slot: lookUp.slot)
            for kind in Lexicon.Kind.allCases where kind.bit & kinds & lookUp.kinds != 0 {
                reader.forEachTerm(kind, of: match) { index in
                    let key = EvidenceKey(kind: kind, index: index, start: lookUp.start, end: lookUp.end)
                    guard seen.insert(key).inserted else { return }
                    let place = TextSpan(start: lookUp.start, end: lookUp.end)
                    if let line = line(kind, index, at: place, position: .init(place, to: span)) {
                        evidence.append(line)
                    }
                }
            }
        }
        return evidence.enumerated().sorted { a, b in
            a.element.span != b.element.span ? a.element.span < b.element.span : a.offset < b.offset
        }.map(\.element)
    }

    private struct EvidenceKey: Hashable {
        let kind: Lexicon.Kind
        let index: Int
        let start: Int
        let end: Int
    }

    /// What the grammar of a subject looks up.
    private static func kinds(of subject: Explanation.Subject) -> UInt32 {
        let kinds: [Lexicon.Kind] =
            switch subject {
            case .quantity:
                [
                    .unit, .timeUnit, .modifierBefore, .modifierAfter, .connector, .cue, .suffix, .amount, .word,
                    .follower,
                ]
            case .time: [.time, .timeLead, .timeTail, .timeUnit, .connector, .word]
            case .observation: [.statement, .indicator, .coordinate]
            case .slogan: [.slogan, .plainSet, .sloganHead, .sloganCue, .quotationMark, .word]
            case .entity:
                [.division, .name, .nameHead, .nameCue, .nameStop, .nameVerb, .nameGeneric, .quotationMark]
            case .match: []
            case .none: Lexicon.Kind.allCases
            }
        return kinds.reduce(0) { $0 | $1.bit }
    }

    private func line(
        _ kind: Lexicon.Kind, _ index: Int, at span: TextSpan, position: Explanation.Evidence.Position
    ) -> Explanation.Evidence? {
        guard let (table, row) = lexicon.row(kind, index) else { return nil }
        return line(of: table, row, at: span, position: position)
    }

    private func line(
        of table: TableKind, _ row: Int, at span: TextSpan, position: Explanation.Evidence.Position
    ) -> Explanation.Evidence? {
        guard let place = places.place(table, row), let cells = lexicon.terms.cells(ofRow: row, in: table) else {
            return nil
        }
        let columns = table.schema.columns.dropFirst()
        return Explanation.Evidence(
            span: span, text: characters(span), position: position, table: table.schema.name, file: place.file,
            line: place.line,
            cells: zip(columns, cells.dropFirst()).filter { !$1.isEmpty }.map { .init(name: $0.name, value: $1) })
    }

    /// The characters of a numeral that are no Arabic digits.
    private func numerals(in span: TextSpan, subject: Explanation.Subject) -> [Explanation.Evidence] {
        guard subject == .quantity || subject == .time else { return [] }
        var evidence: [Explanation.Evidence] = []
        for lexeme in lexemes.around(span) where lexeme.kind == .number {
            BoundaryCharacters.forEachScalar(text.utf8.span, in: lexeme) { scalar, start, end in
                guard scalar >= 0x80, start >= span.start, end <= span.end,
                    let row = numerals.firstIndex(where: { $0[0].unicodeScalars.first?.value == scalar }),
                    let line = line(
                        of: .numerals, row, at: TextSpan(start: start, end: end), position: .inside)
                else { return }
                evidence.append(line)
            }
        }
        return evidence
    }

    /// Terms that begin where one of `evidence` does, and are shorter: 平方 of 平方米.
    private func shorterTerms(
        than evidence: [Explanation.Evidence], subject: Explanation.Subject
    ) -> [Explanation.Rival] {
        let reader = Reader(text.utf8.span, lexicon: lexicon)
        var rivals: [Explanation.Rival] = []
        var seen: Set<TextSpan> = []
        for longer in evidence where longer.position == .inside || longer.position == .behind {
            for kind in Lexicon.Kind.allCases where kind.bit & Self.kinds(of: subject) != 0 {
                reader.forEachTerm(of: kind, at: longer.span.start) { index, end, _ in
                    let span = TextSpan(start: longer.span.start, end: end)
                    guard end < longer.span.end, let (table, _) = lexicon.row(kind, index), seen.insert(span).inserted
                    else { return }
                    rivals.append(
                        .init(
                            span: span, text: characters(span), candidate: "@" + table.schema.name,
                            reason: .longerTerm, winner: "@\(longer.table) \(longer.text)"))
                }
            }
        }
        return rivals
    }

    /// The line that a match's list or pattern is declared in.
    func source(of result: Result) -> [Explanation.Evidence] {
        guard candidates.indices.contains(result.index) else { return [] }
        let line: Explanation.Evidence?
        switch candidates[result.index].source {
        case .term(let row): line = self.line(of: .terms, row, at: result.span, position: .inside)
        case .pattern(let row): line = self.line(of: .patterns, row, at: result.span, position: .inside)
        }
        return line.map { [$0] } ?? []
    }
}

extension Explanation.Evidence.Position {
    fileprivate init(_ term: TextSpan, to result: TextSpan) {
        if term.end <= result.start {
            self = .before
        } else if term.start >= result.end {
            self = .behind
        } else {
            self = term.start >= result.start && term.end <= result.end ? .inside : .across
        }
    }
}

extension BoundaryCharacters {
    /// ， ； 。 and their like.
    fileprivate static func endsClause(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xFF0C, 0xFF1B, 0x2C, 0x3B: true
        default: isStop(scalar) || isLineEnd(scalar)
        }
    }

    fileprivate static func forEachScalar(
        _ bytes: Span<UInt8>, in lexeme: Lexeme, _ body: (UInt32, Int, Int) -> Void
    ) {
        let (start, end) = (Int(lexeme.start), min(Int(lexeme.end), bytes.count))
        forEachScalar(bytes.extracting(start..<end)) { body($0, start + $1, start + $2) }
    }
}
