/// What kind of report a text is.
enum OutlineKinds {
    /// The kind that a line names at its end, up to a bracket: …国民经济和社会发展统计公报.
    static func titleKind(_ reader: Reader, terms: Terms, _ span: TextSpan) -> DocumentKind? {
        guard span.count <= 400 else { return nil }
        var offset = span.start
        while offset < span.end {
            // Terms overlap here: 县政府 and 政府工作报告.
            if let match = reader.longestTerm(
                Lexicon.Kind.documentKind.bit, at: offset, limit: span.end),
                let term = reader.term(.documentKind, of: match), terms.documentKinds[term].place == .title
            {
                let rest = OutlineMarkers.skipSpace(reader, match.end, span.end)
                let behind = rest < span.end ? reader.character(at: rest).scalar : 0x28
                if behind == 0x28 || behind == 0xFF08 || rest > match.end { return terms.documentKinds[term].kind }
            }
            offset = reader.character(at: offset).next
        }
        return nil
    }

    /// From the title and the lines around it, or else from the sentence in which the speaker takes the floor.
    static func read(_ reader: Reader, terms: Terms, into draft: inout OutlineDraft) {
        let opening = draft.body.prefix(3).filter { draft.paragraphs[$0].characters <= 400 }
        for index in opening where draft.outline.issuer == nil {
            draft.outline.issuer = OutlineNames.issuer(reader, terms: terms, draft.paragraphs[index].span)
        }
        for index in 0..<draft.body.lowerBound {
            if let kind = titleKind(reader, terms: terms, draft.paragraphs[index].span) {
                draft.outline.kind = kind
                return
            }
        }
        guard draft.body.first.map({ draft.paragraphs[$0].lead == .address }) ?? false else { return }
        var found: DocumentKind?
        for index in opening {
            OutlineText.forEachTerm(.documentKind, reader, draft.paragraphs[index].span) { term, _, _ in
                guard terms.documentKinds[term].place == .opening else { return true }
                found =
                    found == .other
                    ? found
                    : terms.documentKinds[term].kind == .other
                        ? .other
                        : found
                            ?? terms.documentKinds[term].kind
                return true
            }
        }
        draft.outline.kind = found ?? .other
    }
}
