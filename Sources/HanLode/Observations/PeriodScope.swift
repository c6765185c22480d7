/// When the statements at a place hold, by what the text told before: the section's heading, the paragraph, the
/// sentence; and by the kind of report where nothing is told.
///
/// All of its functions are mutating, also those that only look: one that borrows a value of this size is handed a copy.
struct PeriodScope: Sendable {
    private struct Scope {
        let section: Int
        /// What its heading tells, or else the section around it.
        var period: Period?
        /// Where that is told.
        var place: Int
    }

    private let sections: [Section]
    private let kind: DocumentKind
    private let reference: TimeReference
    /// The sections around the place, the outermost first, each with its period.
    private var open: [Scope] = []
    private var next = 0
    private var time = 0
    private var paragraph: Period?
    private var paragraphStart = -1
    /// Told at the head of the sentence, and since.
    private var sentence: Period?
    private var clause: Period?
    /// Told last of what was done or is to be done, 今后五年 or 过去一年: in a text without headings, what it speaks of.
    private var running: Period?
    /// Where it is told.
    private var told = -1
    private var ran = 0
    /// Where the number that was entered last stands.
    private var number = 0
    /// The base that a change was last told from in the sentence.
    private var base: Period?

    init(date: CalendarPoint?, outline: Outline) {
        sections = outline.sections
        kind = outline.kind
        reference = TimeReference(date: date)
    }

    /// The innermost section.
    var section: Int? { open.last?.section }

    private var role: Section.Role? { section.map { sections[$0].role } }

    /// Goes on to `place`, in a paragraph.
    mutating func enter(_ place: Int, paragraph span: TextSpan, times: Span<TimeMatch>, reader: borrowing Reader) {
        while next < sections.count, sections[next].span.start <= place {
            close(before: sections[next].span.start)
            open.append(scope(of: next, times: times))
            next += 1
        }
        close(before: place)
        run(to: place, times: times, reader)
        if span.start != paragraphStart {
            paragraphStart = span.start
            paragraph = nil
            note(paragraphAt: span.start, times: times)
        }
    }

    /// 五年来 at the head of a paragraph, whose first sentence may hold no number.
    private mutating func note(paragraphAt start: Int, times: Span<TimeMatch>) {
        var index = time
        while index < times.count, times[index].start < start { index += 1 }
        time = max(time, index)
        if index < times.count, times[index].start - start <= 6 {
            note(times[index], isHead: false, isParagraphHead: true)
            clause = nil
        }
    }

    /// The period of the amount that a change starts from: its own, or that of the change before it, or the year before.
    mutating func base(_ own: Period?, isTarget: Bool) -> Period? {
        if let own {
            base = own
            return own
        }
        return base ?? current(isTarget: isTarget)?.base
    }

    /// Notes what the text between the number before and the one at `place` tells.
    private mutating func run(to place: Int, times: Span<TimeMatch>, _ reader: borrowing Reader) {
        defer { number = place }
        while ran < times.count, times[ran].start < place {
            // 过去五年极不寻常。: a sentence of a paragraph that has told no number, and what follows speaks of it too.
            if opens(times[ran], behind: number, reader), let period = Period(times[ran].value), !isAhead(period),
                isTerm(period)
            {
                run(times[ran])
            }
            switch times[ran].rule {
            case .relativePeriod, .planPeriod:
                if role == nil || role == .other { run(times[ran]) }
            case .relativeYear:
                // 今年; 上年 is mostly what something is compared with.
                if role == nil || role == .other, let period = Period(times[ran].value), isAhead(period) {
                    run(times[ran])
                }
            default:
                break
            }
            ran += 1
        }
    }

    /// Not longer than what a report looks back on: 改革开放以来 and 十年来 are told by the way.
    private func isTerm(_ period: Period) -> Bool {
        guard let from = period.from?.year, let to = period.to?.year else { return false }
        return to - from < 5
    }

    /// Whether 五年来, 过去一年 or 刚刚过去的2025年 begins a sentence, of those at the beginning of a paragraph.
    private func opens(_ time: TimeMatch, behind number: Int, _ reader: borrowing Reader) -> Bool {
        guard time.rule == .relativePeriod || time.rule == .year else { return false }
        var (offset, isPast, steps) = (time.start, false, 0)
        if time.rule == .year {
            guard reader.ends(offset, with: "过去的") || reader.ends(offset, with: "過去的") else { return false }
            offset -= 9
            isPast = true
        }
        var isHead = false
        while offset > max(0, number), steps < 200 {
            offset = reader.before(offset)
            steps += 1
            let character = reader.character(at: offset)
            if BoundaryCharacters.isLineEnd(character.scalar) { return true }
            // 刚刚 stands before it.
            if BoundaryCharacters.isStop(character.scalar) || character.info.isSpace { isHead = true }
            if !isHead, steps > (isPast ? 2 : 0) { return false }
        }
        return offset == 0
    }

    private mutating func close(before place: Int) {
        while let last = open.last, sections[last.section].span.end <= place { open.removeLast() }
    }

    /// A section with the period that its heading tells.
    private mutating func scope(of index: Int, times: Span<TimeMatch>) -> Scope {
        let section = sections[index]
        while time < times.count, times[time].start < section.span.start { time += 1 }
        let end = min(section.span.start + section.title.utf8.count + 24, section.span.end)
        var next = time
        while next < times.count, times[next].end <= end {
            if let period = Period(times[next].value) {
                return Scope(section: index, period: period, place: section.span.start)
            }
            next += 1
        }
        return Scope(section: index, period: open.last?.period, place: open.last?.place ?? -1)
    }

    mutating func enterSentence() {
        sentence = nil
        clause = nil
        base = nil
    }

    /// Behind a semicolon what a clause told is over.
    mutating func endPart() {
        clause = nil
    }

    /// A time is told.
    mutating func note(_ time: TimeMatch, isHead: Bool, isParagraphHead: Bool, isPast: Bool = false) {
        guard time.type == .date || time.type == .period, var period = Period(time.value) else { return }
        if period.to == nil { period.to = reference.reviewed.map { CalendarPoint(year: $0) } }
        if isParagraphHead {
            paragraph = period
            // 五年来, 过去一年, 刚刚过去的2025年: what follows speaks of it too, until a heading tells another time.
            if time.rule == .relativePeriod || isPast {
                running = period
                told = time.start
            }
        }
        if isHead { sentence = period } else { clause = period }
        // 今年, 到2030年: the sentences behind it speak of it too, until another time is told.
        if isHead, !isParagraphHead, let year = period.to?.year, let planned = reference.planned, year >= planned {
            paragraph = period
        }
    }

    /// The period that holds where the number's own clause tells none.
    mutating func current(isTarget: Bool) -> Period? {
        if let period = clause ?? sentence ?? paragraph { return period }
        // Of a heading and a time told in the text, the later counts.
        if let running, isAhead(running) == isTarget || isRunning(running), told > (open.last?.place ?? -1) {
            return running
        }
        if let period = open.last?.period { return period }
        return usual(isTarget: isTarget)
    }

    private mutating func run(_ time: TimeMatch) {
        guard let period = Period(time.value), period.to != nil else { return }
        running = period
        told = time.start
    }

    private mutating func isAhead(_ period: Period) -> Bool {
        guard let year = period.to?.year, let planned = reference.planned else { return false }
        return year >= planned
    }

    /// Whether a period ends with the report's own year, where nothing tells how much of it has passed: the report has no
    /// date but a year, and no part for what is planned.
    private mutating func isRunning(_ period: Period) -> Bool {
        role == nil && reference.date?.day == 0 && period.to?.year == reference.planned
    }

    /// Whether what is aimed at may lie in the period.
    mutating func isPossible(_ period: Period) -> Bool {
        guard let year = period.to?.year, let planned = reference.planned else { return true }
        return year >= planned
    }

    /// What is planned for where nothing else is told.
    var planned: Period? { mutating get { usual(isTarget: true) } }

    /// A congress looks back on five years and ahead on five, other reports on one.
    private mutating func usual(isTarget: Bool) -> Period? {
        let isCongress = kind == .partyCongressReport
        if isTarget {
            if isCongress { return Period(reference.future(years: 5)) }
            return reference.planned.map { Period(CalendarPoint(year: $0)) }
        }
        if isCongress { return Period(reference.past(years: 5)) }
        return reference.reviewed.map { Period(CalendarPoint(year: $0)) }
    }

    /// Whether a number is an aim: its own time lies ahead, or the words of its clause or the section's role say so.
    mutating func isTarget(_ own: Period?, isTarget: Bool, isActual: Bool) -> Bool {
        if let period = own ?? clause ?? sentence, let year = period.to?.year, let planned = reference.planned {
            guard year >= planned else { return false }
            return role != .review && !isActual && (isTarget || !isRunning(period))
        }
        if isActual { return false }
        switch role {
        case .review: return false
        case .target, .task: return true
        case .other, nil:
            if reference.planned != nil, let period = paragraph ?? open.last?.period {
                return isAhead(period) && (isTarget || !isRunning(period))
            }
            if let running, isAhead(running), !isRunning(running) { return true }
            return isTarget
        }
    }
}
