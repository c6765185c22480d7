/// Finds the headings of a report: numbered ones, lines of their own, and first sentences of paragraphs.
enum OutlineHeadings {
    static func find(_ reader: Reader, terms: Terms, draft: OutlineDraft) -> [OutlineHeading] {
        var finder = OutlineHeadingFinder(paragraphs: draft.paragraphs, body: draft.body)
        finder.findMarkers(reader)
        finder.findSentences()
        var headings: [OutlineHeading] = []
        headings.reserveCapacity(draft.body.count + draft.items.count)
        var item = 0
        for index in draft.body {
            let paragraph = draft.paragraphs[index]
            if let marker = finder.markers[index - draft.body.lowerBound] {
                headings.append(OutlineHeading(reader, marker, of: paragraph, at: index))
            }
            while item < draft.items.count, draft.items[item].paragraph < index { item += 1 }
            let first = item
            while item < draft.items.count, draft.items[item].paragraph == index { item += 1 }
            guard first < item else { continue }
            let own = paragraph.marker?.style == .copula ? paragraph.marker?.value : nil
            let accepted = inSequence(
                draft.items[first..<item], behind: own, isContinued: isContinued(behind: index, draft))
            for (position, inner) in accepted.enumerated() {
                var marker = inner.marker
                if own == nil { marker.style = .inner }
                let limit = position + 1 < accepted.count ? accepted[position + 1].boundary : nil
                headings.append(
                    OutlineHeading(reader, marker, of: paragraph, at: index, boundary: inner.boundary, limit: limit))
            }
        }
        return headings
    }

    /// A paragraph that begins with 二是 follows soon.
    private static func isContinued(behind index: Int, _ draft: OutlineDraft) -> Bool {
        for next in (index + 1)..<(index + 4) where next < draft.body.upperBound {
            guard let marker = draft.paragraphs[next].marker else { continue }
            return marker.style == .copula && marker.value == 2
        }
        return false
    }

    /// Items that count on from one, at least two of them; `own` is the number that the paragraph itself begins with.
    private static func inSequence(
        _ items: ArraySlice<OutlineItem>, behind own: Int?, isContinued: Bool
    ) -> [OutlineItem] {
        var result: [OutlineItem] = []
        var pending: OutlineItem?
        var last = own ?? 0
        for item in items {
            if item.marker.value == 1 {
                pending = item
                last = 1
            } else if item.marker.value == last + 1, last > 0 {
                if let first = pending { result.append(first) }
                pending = nil
                result.append(item)
                last = item.marker.value
            }
        }
        if let pending, isContinued { result.append(pending) }
        return result
    }
}

/// Which paragraphs begin with a heading.
struct OutlineHeadingFinder {
    let paragraphs: [OutlineParagraph]
    let body: Range<Int>
    /// For each paragraph of the body.
    private(set) var markers: [OutlineMarker?] = []

    init(paragraphs: [OutlineParagraph], body: Range<Int>) {
        self.paragraphs = paragraphs
        self.body = body
    }

    /// Numbered headings, dashes, and lines that stand alone.
    mutating func findMarkers(_ reader: Reader) {
        markers.reserveCapacity(body.count)
        for index in body {
            let paragraph = paragraphs[index]
            var marker = paragraph.hasTab ? nil : paragraph.marker
            if let own = marker {
                let before = markers.last ?? nil
                let goesOn = before.map { $0.isListed && $0.style == own.style && $0.value + 1 == own.value } ?? false
                marker?.isListed =
                    Self.endsWithSemicolon(reader, paragraph) || goesOn && paragraph.isOneSentence
            }
            if marker == nil, isPlain(index) {
                // 结束语 ranks with 一、.
                marker = OutlineMarker(
                    style: paragraph.lead == .closing ? .han : .plain, value: 0, start: paragraph.start,
                    titleStart: paragraph.start)
            }
            markers.append(marker)
        }
    }

    private static func endsWithSemicolon(_ reader: Reader, _ paragraph: OutlineParagraph) -> Bool {
        guard paragraph.endsWithColon else { return false }
        let last = reader.character(at: reader.before(paragraph.end)).scalar
        return last == 0xFF1B || last == 0x3B
    }

    /// A short line without a stop, with more room above it than other paragraphs have; or one that closes the report.
    private func isPlain(_ index: Int) -> Bool {
        let paragraph = paragraphs[index]
        guard paragraph.characters <= 45, !paragraph.endsWithStop, !paragraph.endsWithColon, !paragraph.hasTab,
            paragraph.firstStop == nil, paragraph.lead != .address
        else { return false }
        if paragraph.lead == .closing, paragraph.characters <= 4 { return true }
        guard index > body.lowerBound, index + 1 < body.upperBound, paragraph.blanksBefore >= 2 else { return false }
        let next = paragraphs[index + 1]
        return paragraphs[index - 1].endsWithStop || paragraphs[index - 1].marker != nil
            ? next.firstStop != nil || next.lead == .address || next.marker != nil : false
    }

    /// Short first sentences that several paragraphs in a row begin with.
    mutating func findSentences() {
        // Between two headings of any kind, or words to the house, lies one group; the section of the first level around it lends its habit.
        var top = body.lowerBound
        while top < body.upperBound {
            var topEnd = top + 1
            while topEnd < body.upperBound, !isTop(topEnd) { topEnd += 1 }
            let habit = count(top..<topEnd)
            var start = top
            while start < topEnd {
                var end = start + 1
                while end < topEnd, markers[end - body.lowerBound] == nil, paragraphs[end].lead != .address { end += 1 }
                let local = count(start..<end)
                let isGroup = local.found >= 2 && local.found * 2 >= local.all
                let isHabit = local.found >= 1 && habit.found >= 4 && habit.found * 10 >= habit.all * 6
                if isGroup || isHabit || local.periods >= 2 {
                    // Where all but one begin with 五年来, that one is prose.
                    let isOfPeriods = local.periods >= 2 && local.found - local.periods < 2
                    mark(start..<end, onlyPeriods: isOfPeriods || !isGroup && !isHabit)
                }
                start = end
            }
            top = topEnd
        }
    }

    private func isTop(_ index: Int) -> Bool {
        guard let marker = markers[index - body.lowerBound] else { return false }
        return marker.style <= .han
    }

    private func count(_ range: Range<Int>) -> (found: Int, all: Int, periods: Int) {
        var (found, all, periods) = (0, 0, 0)
        for index in range where markers[index - body.lowerBound] == nil {
            let paragraph = paragraphs[index]
            if paragraph.characters < 12 || paragraph.lead == .address || paragraph.hasTab { continue }
            // What stands under a heading on a line of its own is no candidate.
            if index > range.lowerBound, isLine(index - 1) { continue }
            all += 1
            guard isSentence(index) else { continue }
            found += 1
            if paragraph.lead == .period { periods += 1 }
        }
        return (found, all, periods)
    }

    private mutating func mark(_ range: Range<Int>, onlyPeriods: Bool) {
        for index in range where markers[index - body.lowerBound] == nil && isSentence(index) {
            if index > range.lowerBound, isLine(index - 1) { continue }
            let paragraph = paragraphs[index]
            if onlyPeriods, paragraph.lead != .period { continue }
            markers[index - body.lowerBound] = OutlineMarker(
                style: paragraph.lead == .period ? .period : .sentence, value: 0, start: paragraph.start,
                titleStart: paragraph.start)
        }
    }

    /// A sentence on a line of its own, with the paragraph that it heads below it.
    private func isLine(_ index: Int) -> Bool {
        isSentence(index) && paragraphs[index].isOneSentence
    }

    /// A short first sentence that names a thing and does not tell of it, with text behind it.
    private func isSentence(_ index: Int) -> Bool {
        let paragraph = paragraphs[index]
        guard paragraph.isStatement, !paragraph.hasTab, !paragraph.hasCopula, paragraph.firstLength >= 5,
            paragraph.marker == nil, !paragraph.hasAmount
        else { return false }
        // What follows 各位代表！ on a line of its own, and the report's last words, are said to the house.
        if index + 1 >= body.upperBound { return false }
        if index > body.lowerBound, paragraphs[index - 1].lead == .address, paragraphs[index - 1].characters <= 10 {
            return false
        }
        let isPeriod = paragraph.lead == .period
        if let lead = paragraph.lead, lead == .lead || lead == .address { return false }
        guard paragraph.isOneSentence else {
            return paragraph.firstCommas <= (isPeriod ? 4 : 1) && paragraph.firstLength <= (isPeriod ? 60 : 28)
                && paragraph.characters >= paragraph.firstLength + 8
        }
        guard paragraph.firstCommas <= (isPeriod || paragraph.blanksBefore >= 2 ? 3 : 1), paragraph.firstLength <= 50
        else { return false }
        let next = paragraphs[index + 1]
        return next.marker == nil && next.lead != .address
            && next.characters >= (next.isOneSentence ? max(60, 2 * paragraph.characters) : 40)
    }
}
