extension TimeGrammar {
    /// The place in the calendar that begins with a number at `start`.
    ///
    /// - Parameter year: the year that a month or quarter without one belongs to.
    mutating func calendar(at start: Int, year: Int?) -> CalendarReading? {
        let row = reader.digitRow(at: start)
        if let row, let reading = years(row, topic: year) { return reading }
        guard row?.count != 4, let number = smallNumber(at: start) else { return nil }
        return part(number, at: start, year: year)
    }

    /// The year that a row of digits is, or the years that it begins.
    mutating func years(_ row: Reader.DigitRow, topic: Int?) -> CalendarReading? {
        guard row.count == 4 || row.count == 2 else { return nil }
        return absoluteYear(row) ?? (row.count == 4 ? joined(row, year: topic) : nil)
    }

    /// The part of a year, or the place among the years, that is told by a small number which begins at `start`.
    mutating func part(_ number: SmallNumber, at start: Int, year: Int?) -> CalendarReading? {
        let gap = reader.skippingSpaceForward(number.end)
        guard let (unit, end) = timeUnit(at: gap) else { return joinedPart(number, year: year) }
        switch unit.name {
        case .calendarMonth: return month(number.value, end: end, year: year)
        case .calendarQuarter: return quarter(number.value, end: end, year: year)
        // 一个世纪 is a length.
        case .century: return isCounter(gap) ? nil : century(number.value, end: end)
        case .decade: return decade(number.value, end: end, century: nil)
        case .calendarDay where reader.character(at: start).info.numeralClass == .digit:
            return looseDay(number.value, end: end)
        default: return nil
        }
    }

    /// A whole number below 100, and where it ends.
    @inline(__always)
    mutating func smallNumber(at start: Int) -> SmallNumber? {
        guard reader.characterOrEnd(at: start).info.startsNumeral else { return nil }
        return numeral(at: start)
    }

    private mutating func numeral(at start: Int) -> SmallNumber? {
        reader.number(at: start).flatMap { SmallNumber($0) }
    }

    /// 2021年, 一九五八年, and 八五年 where a month follows or no number could be meant.
    private mutating func absoluteYear(_ row: Reader.DigitRow) -> CalendarReading? {
        guard let (unit, end) = timeUnit(at: reader.skippingSpaceForward(row.end)) else { return nil }
        if unit.name == .decade, row.count == 4 {
            return decade(row.value % 100, end: end, century: row.value / 100 + 1)
        }
        guard unit.name == .year else { return nil }
        var year = row.value
        if row.count == 2 {
            let isRow = row.isHan && !NumeralParser.areNeighbours(row.value / 10, row.value % 10)
            guard isRow || isMonth(at: end) else { return nil }
            year = reference.year(ofCentury: row.value)
        }
        guard (1000...2199).contains(year) else { return nil }
        var reading = CalendarReading(end: end, part: .year, rule: .year, from: CalendarPoint(year: year))
        extendYear(&reading)
        return reading
    }

    private mutating func isMonth(at offset: Int) -> Bool {
        guard let number = smallNumber(at: reader.skippingSpaceForward(offset)) else { return false }
        return timeUnit(at: number.end)?.unit.name == .calendarMonth
    }

    /// What may follow a year: a month, a part of the year, 末, 度.
    mutating func extendYear(_ reading: inout CalendarReading) {
        guard reading.part == .year else { return }
        // Most years are followed by what goes on with none.
        let next = reader.characterOrEnd(at: reading.end)
        guard
            next.info.startsNumeral || next.info.isBlank
                || reader.lexicon.pointee.begins(next.info.code, Self.details)
        else { return }
        let gap = reader.skippingSpaceForward(reading.end)
        let number = smallNumber(at: gap)
        if let number, let (unit, end) = timeUnit(at: reader.skippingSpaceForward(number.end)) {
            var part: CalendarReading?
            switch unit.name {
            case .calendarMonth: part = month(number.value, end: end, year: reading.from?.year)
            case .calendarQuarter: part = quarter(number.value, end: end, year: reading.from?.year)
            default: break
            }
            if let part { reading = part }
            return
        }
        // 2021年1—5月
        if gap == reading.end, let number, let part = joinedPart(number, year: reading.from?.year) {
            reading = part
            return
        }
        if let match = reader.longestTerm(Lexicon.Kind.time.bit | Lexicon.Kind.timeTail.bit, at: reading.end),
            let term = reader.term(.time, of: match)
        {
            extend(&reading, by: terms.times[term], end: match.end)
        }
        if let lead = reader.longestTerm(Lexicon.Kind.timeLead.bit, at: gap),
            let term = reader.term(.timeLead, of: lead),
            terms.timeLeads[term] == .ordinal, let number = smallNumber(at: lead.end),
            let (unit, end) = timeUnit(at: number.end), unit.name == .calendarQuarter,
            let part = quarter(number.value, end: end, year: reading.from?.year)
        {
            reading = part
        }
        extendEdge(&reading)
    }

    /// What tells a year more exactly, numbers aside.
    private static var details: UInt32 {
        Lexicon.Kind.time.bit | Lexicon.Kind.timeLead.bit | Lexicon.Kind.timeTail.bit
    }

    private mutating func extend(_ reading: inout CalendarReading, by term: TimeTerm, end: Int) {
        switch term.role {
        case .part:
            reading.end = end
            reading.part = .partOfYear
            reading.type = .period
            reading.rule = .partOfYear
            setMonths(&reading, term.first, term.last)
        case .edge:
            reading.end = end
        default:
            break
        }
    }

    mutating func setMonths(_ reading: inout CalendarReading, _ first: Int, _ last: Int) {
        guard let year = reading.from?.year, first != 1 || last != 12 else { return }
        reading.from = CalendarPoint(year: year, month: first)
        reading.to = CalendarPoint(year: year, month: last)
    }

    /// 末, 初, 度, 下旬, 夏季: part of the span, not of the value.
    mutating func extendEdge(_ reading: inout CalendarReading) {
        guard let tail = tail(at: reading.end) else { return }
        switch tail.role {
        case .end, .start, .middle: reading.end = tail.end
        case .whole where reading.part == .year, .season where reading.part == .year: reading.end = tail.end
        default: break
        }
    }

    mutating func month(_ month: Int, end: Int, year: Int?) -> CalendarReading? {
        guard (1...12).contains(month) else { return nil }
        var reading = CalendarReading(
            end: end, part: .month, rule: .month, from: year.map { CalendarPoint(year: $0, month: month) })
        let gap = reader.skippingSpaceForward(end)
        if let number = smallNumber(at: gap), number.value <= 31, let day = dayUnit(at: number.end) {
            reading.end = day
            reading.part = .day
            reading.rule = .day
            reading.from?.day = number.value
            return reading
        }
        // 3月19、20日 and 3月19至20日 are told as one.
        if let number = smallNumber(at: gap), number.value <= 31, let next = behindConnector(number.end),
            let last = smallNumber(at: next.end), last.value <= 31, let day = dayUnit(at: last.end)
        {
            reading.end = day
            reading.part = .day
            reading.type = .period
            reading.rule = .range
            reading.to = reading.from
            reading.from?.day = number.value
            reading.to?.day = last.value
            return reading
        }
        extendEdge(&reading)
        return reading
    }

    /// Behind 日 or, after a month, 号.
    private mutating func dayUnit(at offset: Int) -> Int? {
        let gap = reader.skippingSpaceForward(offset)
        guard let (unit, end) = timeUnit(at: gap) else { return nil }
        return unit.name == .calendarDay || unit.name == .dayOfMonth ? end : nil
    }

    /// 29日 by itself: the month is not told. 10日内 is a length of time.
    private mutating func looseDay(_ day: Int, end: Int) -> CalendarReading? {
        guard day <= 31, !isLimited(end) else { return nil }
        return CalendarReading(end: end, part: .day, rule: .day)
    }

    mutating func quarter(_ quarter: Int, end: Int, year: Int?) -> CalendarReading? {
        guard (1...4).contains(quarter) else { return nil }
        return CalendarReading(
            end: end, part: .partOfYear, type: .period, rule: .partOfYear,
            from: year.map { CalendarPoint(year: $0, month: 3 * quarter - 2) },
            to: year.map { CalendarPoint(year: $0, month: 3 * quarter) })
    }
}
