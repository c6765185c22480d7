/// Gives every heading its level and every section its end.
///
/// Reports nest 一、 （一） 1. （1） in that order, but not all use all of them, and some begin elsewhere: the level is
/// the number of sections that are open. A numeral that counts on from an open section is its sibling, whatever stands
/// between; a list that begins again at one behind a colon is inside.
struct OutlineNesting {
    private struct Open {
        var marker: OutlineMarker
        var section: Int
        /// The end of its own paragraph, and of what a heading on a line of its own heads.
        var ownEnd: Int
        var childEnd = 0
    }

    private var stack: [Open] = []
    private var sections: [Section] = []
    /// By the number of the style.
    private var ranks = OutlineMarker.Style.allCases.map(Self.usualRank)
    private var isSeen = OutlineMarker.Style.allCases.map { _ in false }
    private var roles: OutlineRoles
    /// What the words before a list tell of its items.
    private var listRole: Section.Role?
    private let paragraphs: [OutlineParagraph]
    private let bodyEnd: Int

    /// Deeper than any report goes, so that no text makes the work grow.
    private static let deepest = 8

    static func nest(_ headings: [OutlineHeading], reader: Reader, terms: Terms, draft: inout OutlineDraft) {
        var nesting = OutlineNesting(draft: draft)
        nesting.sections.reserveCapacity(headings.count)
        nesting.stack.reserveCapacity(deepest)
        var turned = draft.body.lowerBound
        for (index, heading) in headings.enumerated() {
            // Where the speaker turns to the house, all but the section of the first level is done with.
            while turned < heading.paragraph {
                turned += 1
                if draft.paragraphs[turned].lead == .address { nesting.turn(at: turned) }
            }
            let next = index + 1 < headings.count ? headings[index + 1].paragraph : draft.body.upperBound
            nesting.open(heading, next: next, reader: reader, terms: terms)
        }
        while turned + 1 < draft.body.upperBound {
            turned += 1
            if draft.paragraphs[turned].lead == .address { nesting.turn(at: turned) }
        }
        nesting.close(to: 0, boundary: nesting.bodyEnd, sibling: nil)
        draft.outline.sections = nesting.sections
    }

    private init(draft: OutlineDraft) {
        paragraphs = draft.paragraphs
        bodyEnd = draft.body.isEmpty ? 0 : draft.paragraphs[draft.body.upperBound - 1].end
        roles = OutlineRoles(kind: draft.outline.kind)
    }

    private func rank(_ style: OutlineMarker.Style) -> Int { ranks[style.rawValue] }

    private static func usualRank(_ style: OutlineMarker.Style) -> Int {
        switch style {
        case .plain: OutlineMarker.Style.hanInParentheses.rawValue * 10
        case .dash: OutlineMarker.Style.copula.rawValue * 10
        default: style.rawValue * 10
        }
    }

    private mutating func turn(at paragraph: Int) {
        guard paragraph > 0, stack.count > 1 else { return }
        close(to: 1, boundary: paragraphs[paragraph - 1].end, sibling: nil)
    }

    private mutating func open(_ heading: OutlineHeading, next: Int, reader: Reader, terms: Terms) {
        var marker = heading.marker
        let boundary = heading.boundary > 0 ? heading.boundary : paragraphs[max(heading.paragraph - 1, 0)].end
        // 二是 in a paragraph of its own goes on with 一是 inside the one before.
        if marker.style == .copula, marker.value > 1, let last = stack.last?.marker, last.style == .inner,
            last.value + 1 == marker.value
        {
            marker.style = .inner
        }
        var kept = stack.count
        if let sibling = countedOn(marker) {
            kept = sibling
        } else if startsInnerList(marker, heading) {
            // Stays inside all that is open.
        } else {
            while kept > 0, rank(stack[kept - 1].marker.style) >= rank(marker.style) { kept -= 1 }
            // An item inside a paragraph is no part of items that ended before the paragraph.
            while marker.style == .inner, kept > 0, stack[kept - 1].marker.style.isItem,
                stack[kept - 1].ownEnd <= marker.start
            {
                kept -= 1
            }
            if kept == 0, let first = stack.first, reverses(marker, first) {
                ranks[marker.style.rawValue] = rank(first.marker.style) + 5
                kept = 1
            }
        }
        kept = min(kept, Self.deepest - 1)
        close(to: kept, boundary: boundary, sibling: marker.style)
        isSeen[marker.style.rawValue] = true
        let level = stack.count + 1
        let parent = stack.last.map { sections[$0.section].role }
        let role: Section.Role
        if parent == .other, let told = roleOfList(marker, heading, reader, terms) {
            role = told
        } else {
            role = roles.role(of: heading, style: marker.style, level: level, parent: parent, reader, terms)
        }
        let number = marker.number.map { OutlineText.clean(reader, $0.start, $0.end) }
        sections.append(
            Section(
                level: level, number: number, title: OutlineText.clean(reader, heading.title.start, heading.title.end),
                role: role, span: TextSpan(start: marker.start, end: marker.start)))
        var ownEnd = paragraphs[heading.paragraph].end
        let below = heading.paragraph + 1
        if heading.boundary == 0, marker.style.isItem, paragraphs[heading.paragraph].characters <= 50, below < next,
            below < paragraphs.count, paragraphs[below].lead != .address, paragraphs[below].end <= bodyEnd
        {
            ownEnd = paragraphs[below].end
        }
        stack.append(Open(marker: marker, section: sections.count - 1, ownEnd: ownEnd))
    }

    /// 发展目标：一是…；二是…: what the words before the first item say of all items of a list.
    private mutating func roleOfList(
        _ marker: OutlineMarker, _ heading: OutlineHeading, _ reader: Reader, _ terms: Terms
    ) -> Section.Role? {
        guard marker.style == .inner || marker.style == .copula else { return nil }
        guard marker.value == 1 else { return listRole }
        var lead = TextSpan(start: paragraphs[heading.paragraph].start, end: heading.boundary)
        if heading.boundary == 0 {
            guard heading.paragraph > 0, paragraphs[heading.paragraph - 1].endsWithColon else {
                listRole = nil
                return nil
            }
            lead = paragraphs[heading.paragraph - 1].span
        }
        listRole = OutlineRoles.role(ofLead: lead, reader, terms)
        return listRole
    }

    /// How many sections stay open around a heading whose numeral is one more than that of an open one.
    private func countedOn(_ marker: OutlineMarker) -> Int? {
        guard marker.style.isNumbered else { return nil }
        return stack.lastIndex { $0.marker.style == marker.style && $0.marker.value + 1 == marker.value }
    }

    /// 一、 behind a colon, where 四、 is open.
    private func startsInnerList(_ marker: OutlineMarker, _ heading: OutlineHeading) -> Bool {
        guard marker.value == 1, !marker.style.isItem, heading.boundary == 0, heading.paragraph > 0,
            paragraphs[heading.paragraph - 1].endsWithColon
        else { return false }
        return stack.count { $0.marker.style == marker.style } == 1
    }

    /// （一） below 1. in a report that begins with 1.
    private func reverses(_ marker: OutlineMarker, _ first: Open) -> Bool {
        marker.value == 1 && first.marker.value == 1 && !first.marker.style.isItem && !isSeen[marker.style.rawValue]
            && !marker.style.isItem && first.marker.style > marker.style
    }

    /// Ends the open sections from the innermost up to, not including, the first `kept`.
    private mutating func close(to kept: Int, boundary: Int, sibling: OutlineMarker.Style?) {
        while stack.count > kept, let last = stack.popLast() {
            let isSibling = stack.count == kept && sibling == last.marker.style
            var end = boundary
            if last.marker.isItem, !isSibling { end = min(max(last.ownEnd, last.childEnd), boundary) }
            end = max(end, last.marker.titleStart)
            sections[last.section].span.end = max(end, sections[last.section].span.start)
            if !stack.isEmpty { stack[stack.count - 1].childEnd = max(stack[stack.count - 1].childEnd, end) }
        }
    }
}
