/// How a document is built: its title and dateline, its sections, and what on the page is no part of it.
///
/// Spans are UTF-8 offsets, lists are in the order of the text.
struct Outline: Hashable, Sendable {
    var title: String?
    var kind: DocumentKind = .other
    /// `YYYY-MM-DD`, from the dateline, or else from the header of the page.
    var date: String?
    /// The year in which the report was given, by what it says of itself: 2018年工作回顾 is looked back in 2019. For a
    /// text that tells no date.
    var impliedYear: Int?
    var region: String?
    var speaker: String?
    var issuer: String?
    var sections: [Section] = []
    /// Navigation, licences, page jumps and repeated titles: kept in the text, to be left out of what is found in it.
    var residue: [TextSpan] = []
    /// Notes at the end that explain the report's terms.
    var glossaries: [TextSpan] = []
    /// All paragraphs, torn lines joined.
    var paragraphs: [TextSpan] = []

    /// What to say of a report that tells no date.
    var remarkOnDate: String {
        guard let impliedYear else { return "the report tells no date; without one 去年 and 五年来 have no value" }
        return "the report tells no date; by what it says it is taken to be of \(impliedYear)"
    }

    /// Whether `span` lies in residue. The spans are disjoint, so that a binary search finds the only candidate.
    func isResidue(_ span: TextSpan) -> Bool {
        var low = 0
        var high = residue.count
        while low < high {
            let middle = (low + high) / 2
            if residue[middle].end <= span.start { low = middle + 1 } else { high = middle }
        }
        return low < residue.count && residue[low].start <= span.start && span.end <= residue[low].end
    }

    /// The same for spans that are asked about in order; `next` is the first residue that does not end before them, 0 at
    /// first.
    func isResidue(_ span: TextSpan, from next: inout Int) -> Bool {
        while next < residue.count, residue[next].end <= span.start { next += 1 }
        return next < residue.count && residue[next].start <= span.start && span.end <= residue[next].end
    }
}

/// Where an outline stands in an analysis: what its steps hand on to each other.
struct OutlineDraft {
    var outline = Outline()
    var paragraphs: [OutlineParagraph] = []
    /// The first paragraph of the report itself, and the first behind it.
    var body: Range<Int> = 0..<0
    /// Items inside paragraphs, in order: 一是…；二是….
    var items: [OutlineItem] = []
}

extension Outline {
    /// Reads the outline of the reader's text.
    init(_ reader: Reader, terms: Terms) {
        var draft = OutlineDraft()
        OutlineParagraphs.read(reader, terms: terms, into: &draft)
        OutlineFront.read(reader, terms: terms, into: &draft)
        OutlineBack.read(reader, terms: terms, into: &draft)
        OutlineKinds.read(reader, terms: terms, into: &draft)
        let headings = OutlineHeadings.find(reader, terms: terms, draft: draft)
        OutlineNesting.nest(headings, reader: reader, terms: terms, draft: &draft)
        draft.outline.impliedYear = OutlineYear.implied(draft, reader)
        draft.outline.residue = Outline.disjoint(draft.outline.residue)
        draft.outline.paragraphs = draft.paragraphs.map(\.span)
        self = draft.outline
    }

    /// Sorted, and those that touch or overlap made one.
    private static func disjoint(_ spans: [TextSpan]) -> [TextSpan] {
        var result: [TextSpan] = []
        for span in spans.sorted() where span.start < span.end {
            if let last = result.last, span.start <= last.end {
                result[result.count - 1].end = max(last.end, span.end)
            } else {
                result.append(span)
            }
        }
        return result
    }
}
