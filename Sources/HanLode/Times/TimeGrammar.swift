/// Makes times of the lexemes of one text.
///
/// Words for times are in the stream; numbers are read with the unit of time behind them and the word before them. The
/// lexemes are taken from left to right, and nothing looks further than a time goes on, so that the work is linear.
///
/// All of its functions are mutating, also those that only look: one that borrows a value of this size is handed a copy.
struct TimeGrammar: ~Copyable, ~Escapable {
    let reader: Reader
    let lexemes: Span<Lexeme>
    let terms: Terms
    var reference: TimeReference

    private(set) var matches: [TimeMatch]
    private let kind: DocumentKind
    private let paragraphs: [TextSpan]
    private let sections: [Section]
    /// The first paragraph and the first section that have not been told to the reference.
    private var nextParagraph = 0
    private var nextSection = 0
    /// What was last looked up, and where: several rules ask for the same unit and tail, one after the other.
    var lastUnit: (place: Int, found: (unit: TimeUnit, end: Int)?) = (-1, nil)
    var lastTail: (place: Int, found: (role: TimeTailRole, end: Int)?) = (-1, nil)
    /// The paragraph being read.
    private(set) var paragraph = TextSpan(start: 0, end: 0)

    @_lifetime(copy reader, copy lexemes)
    init(
        _ reader: borrowing Reader, lexemes: Span<Lexeme>, terms: Terms, outline: Outline, date: CalendarPoint?,
        matches: consuming [TimeMatch]
    ) {
        kind = outline.kind
        paragraphs = outline.paragraphs
        sections = outline.sections
        self.matches = matches
        self.reader = copy reader
        self.lexemes = lexemes
        self.terms = terms
        reference = TimeReference(date: date)
    }

    /// Finds all times; `matches` then holds them in order.
    mutating func run() {
        // A text too short to have an outline may still tell its date.
        if reference.date == nil { reference.date = dateline() }
        var index = 0
        var offset = 0
        while index < lexemes.count {
            let lexeme = lexemes[index]
            let (start, end) = (Int(lexeme.start), Int(lexeme.end))
            switch lexeme.kind {
            case .time where start >= offset:
                advance(to: start)
                offset = takeWord(lexeme)
            case .number where end > offset:
                let from = max(start, offset)
                // Most numbers of a report count things, and are worth no further look.
                guard !isIdle(from, runEnd: end) else {
                    offset = end
                    break
                }
                let isWorthy = mayBeTime(from, end)
                guard isWorthy || mayBePlan(from, runEnd: end) || isColon(at: end) else {
                    offset = end
                    break
                }
                let next = takeNumber(at: from, runEnd: end, isWorthy: isWorthy)
                offset = max(next, reader.character(at: from).next)
                // What is left of a run of digits and commas may hold another number: 2020,2021年.
                while offset < end, !reader.character(at: offset).info.startsNumeral {
                    offset = reader.character(at: offset).next
                }
                if offset < end { continue }
            case .word where start >= offset:
                if mayBePlan(start, runEnd: end), let match = plan(at: start, runEnd: end) {
                    advance(to: start)
                    offset = emit(plan: match)
                } else if holdsUnit(lexeme), let reading = calendar(at: start, year: reference.topic), reading.end > end
                {
                    advance(to: start)
                    offset = take(reading, from: start)
                }
            default:
                break
            }
            index += 1
        }
    }

    /// 四季度 begins with the word 四季: whether behind a word's numeral a unit begins that goes on behind the word.
    private mutating func holdsUnit(_ lexeme: Lexeme) -> Bool {
        let first = reader.character(at: Int(lexeme.start))
        guard first.info.startsNumeral, let unit = timeUnit(at: first.next) else { return false }
        return unit.end > Int(lexeme.end)
    }

    /// Tells the reference of the paragraphs and sections that begin up to `offset`.
    private mutating func advance(to offset: Int) {
        while nextParagraph < paragraphs.count, paragraphs[nextParagraph].start <= offset {
            paragraph = paragraphs[nextParagraph]
            nextParagraph += 1
            reference.endParagraph()
        }
        while nextSection < sections.count, sections[nextSection].span.start <= offset {
            reference.enter(sections[nextSection])
            nextSection += 1
        }
        reference.leave(before: offset)
    }

    /// Takes the time that begins with a number; says where reading goes on.
    ///
    /// - Parameter isWorthy: whether it may be a time, whatever else it may be.
    private mutating func takeNumber(at first: Int, runEnd: Int, isWorthy: Bool) -> Int {
        guard !isInCode(first) else { return runEnd }
        advance(to: first)
        let start = behindEnumerator(first, runEnd)
        if mayBePlan(start, runEnd: runEnd), let match = plan(at: start, runEnd: runEnd) { return emit(plan: match) }
        if mayBeHour(runEnd), let match = clockTime(at: start, runEnd: runEnd) { return emit(match) }
        guard start == first ? isWorthy : mayBeTime(start, runEnd) else { return runEnd }
        reader.count(runEnd - start)
        let lead = lead(before: start)
        if lead?.role == .ordinal {
            guard let lead, let match = ordinal(at: start, from: lead.start) else { return runEnd }
            return match.rule == .planPeriod ? emit(plan: match) : emit(match)
        }
        let row = reader.digitRow(at: start)
        if let row, row.count == 4, isDateSign(at: row.end), let match = numericDate(at: start) { return emit(match) }
        if let row, let reading = years(row, topic: reference.topic) { return take(reading, from: start) }
        // All else that a number may tell is told by one reading of it.
        let phrase = reader.number(at: start)
        if let number = phrase.flatMap({ SmallNumber($0) }) {
            if row?.count != 4, let reading = part(number, at: start, year: reference.topic) {
                return take(reading, from: start)
            }
            if let match = runningPlan(number, at: start) { return emit(plan: match) }
        }
        if let phrase, let match = length(phrase, lead: lead) ?? lengthRange(phrase, lead: lead) { return emit(match) }
        // Digits set apart are many runs and one number: what has been read once is not read again from each of them.
        guard runEnd < reader.end, reader.character(at: runEnd).info.isSpace else {
            return yearBehindComma(start, runEnd: runEnd) ?? runEnd
        }
        return max(runEnd, phrase?.numeral.end ?? runEnd)
    }

    /// Takes a place in the calendar as far as it goes: range, tail.
    ///
    /// - Parameter isTopic: whether its year may become the one that is spoken of; that of 上年 is counted from it.
    mutating func take(_ reading: CalendarReading, from start: Int, isTopic: Bool = true) -> Int {
        var reading = reading
        extendRange(&reading)
        extendOpen(&reading)
        if isTopic { note(reading, start: start) }
        return emit(reading.match(from: start))
    }

    /// Tells the reference which year was told, and with what weight.
    private mutating func note(_ reading: CalendarReading, start: Int) {
        guard let year = reading.from?.year else { return }
        switch reading.rule {
        case .year, .relativeYear: reference.note(year, weight(start, end: reading.end))
        // The day of the report in its heading says nothing about what it speaks of.
        case .month, .day, .range, .open: reference.note(year, .mentioned)
        default: break
        }
    }

    /// How much a year that stands at `start` says about what is spoken of.
    mutating func weight(_ start: Int, end: Int) -> TimeReference.Weight {
        if isHeading(start, end: end) {
            if reference.isInSection { return .heading }
            // The year in a report's title is the one in which it is given.
            let isReport = kind == .governmentWorkReport || kind == .partyCongressReport
            return isReport || nextSection < sections.count && kind != .statisticalCommunique
                ? .mentioned : .title
        }
        let before = reader.skippingSpaceBackward(start)
        guard before > paragraph.start else { return .clause }
        let scalar = reader.character(at: reader.before(before)).scalar
        let isWord = scalar >= 0x3400 && scalar < 0xFE00 || scalar < 0x7F && scalar != 0x2C && scalar > 0x20
        return isWord ? .mentioned : .clause
    }

    /// Whether the line is short and holds no stop: a title or a heading.
    private mutating func isHeading(_ start: Int, end: Int) -> Bool {
        guard paragraph.count <= 120, paragraph.end < reader.end, paragraph.end > end else { return false }
        var index = paragraph.start
        while index < paragraph.end {
            // 。 and ；
            let character = reader.character(at: index)
            if character.scalar == 0x3002 || character.scalar == 0xFF1B || character.scalar == 0x09 { return false }
            index = character.next
        }
        return true
    }

    /// Appends a plan period, which 前三年 may be counted from.
    private mutating func emit(plan match: TimeMatch) -> Int {
        reference.note(plan: match.value)
        return emit(match)
    }

    /// Appends a match and says where it ends.
    mutating func emit(_ match: TimeMatch) -> Int {
        matches.append(match)
        return match.end
    }
}
