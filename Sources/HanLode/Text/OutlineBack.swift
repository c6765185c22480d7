/// What stands behind a report: notes on its terms, navigation, licences.
enum OutlineBack {
    /// What a line is by its first words, if it is none of the report's; `nil` for a long line.
    static func residue(_ reader: Reader, terms: Terms, _ line: OutlineParagraph) -> ResidueRole? {
        guard let match = reader.longestTerm(Lexicon.Kind.residue.bit, at: line.start),
            let term = reader.term(.residue, of: match)
        else { return nil }
        let role = terms.residues[term]
        switch role {
        case .line, .label: return line.characters <= 40 && !line.endsWithStop ? role : nil
        case .end: return line.characters <= 80 ? role : nil
        case .licence: return .end
        case .glossary, .jump, .caption: return nil
        }
    }

    /// Notes may take up the last part of a text, a page's footer the last quarter or, under a short text, more lines.
    static func read(_ reader: Reader, terms: Terms, into draft: inout OutlineDraft) {
        let paragraphs = draft.paragraphs
        guard let last = paragraphs.last, draft.body.count > 1 else { return }
        let length = last.end - paragraphs[draft.body.lowerBound].start
        var upper = draft.body.upperBound
        var index = upper - 1
        var lowestEnd: Int?
        while index > draft.body.lowerBound {
            let paragraph = paragraphs[index]
            let remaining = last.end - paragraph.start
            if remaining * 4 > length * 3 { break }
            // A heading of the report's own cannot stand in a footer.
            if let marker = paragraph.marker, marker.style == .han || marker.style == .hanInParentheses, upper < index {
                break
            }
            if residue(reader, terms: terms, paragraph) == .end, remaining * 3 < length || remaining < 1200 {
                lowestEnd = index
            }
            if let marker = paragraph.marker, marker.style == .han || marker.style == .hanInParentheses { break }
            index -= 1
        }
        if let lowestEnd { upper = lowestEnd }
        if upper < paragraphs.count {
            draft.outline.residue.append(TextSpan(start: paragraphs[upper].start, end: last.end))
        }
        for index in draft.body where index < upper {
            let paragraph = paragraphs[index]
            guard (paragraph.start - paragraphs[draft.body.lowerBound].start) * 2 > length,
                index > draft.body.lowerBound,
                isGlossary(reader, terms: terms, paragraph)
            else { continue }
            draft.outline.glossaries.append(TextSpan(start: paragraph.start, end: paragraphs[upper - 1].end))
            upper = index
            break
        }
        draft.body = draft.body.lowerBound..<upper
        repeatedTitle(reader, into: &draft)
    }

    /// 名词解释, 《政府工作报告》有关内容名词注释, or 注：and the note itself.
    private static func isGlossary(_ reader: Reader, terms: Terms, _ line: OutlineParagraph) -> Bool {
        var isFound = false
        let isShort = line.characters <= 30 && !line.endsWithStop && line.marker == nil
        let limit = isShort ? line.end : min(line.end, line.start + 12)
        OutlineText.forEachTerm(.residue, reader, TextSpan(start: line.start, end: limit)) { term, start, end in
            guard terms.residues[term] == .glossary else { return start < limit && isShort }
            // 注： begins a line, 名词解释 may end one.
            let behind = end < line.end ? reader.character(at: end).scalar : 0
            isFound =
                start == line.start && (end == line.end || reader.character(at: reader.before(end)).scalar == 0xFF1A)
                || isShort && (end == line.end || behind == 0xFF1A || behind == 0x3A)
            return !isFound
        }
        return isFound
    }

    /// A page that repeats the title at the report's end.
    private static func repeatedTitle(_ reader: Reader, into draft: inout OutlineDraft) {
        guard let title = draft.outline.title else { return }
        for index in draft.body.suffix(3) where draft.body.count > 6 {
            let span = draft.paragraphs[index].span
            if span.count == title.utf8.count, OutlineText.clean(reader, span.start, span.end) == title {
                draft.outline.residue.append(span)
            }
        }
    }
}
