extension TimeGrammar {
    /// Behind a connector of a range or list at `offset`; dashes may be doubled.
    @inline(__always)
    mutating func behindConnector(_ offset: Int) -> (role: ConnectorRole, end: Int)? {
        let index = reader.skippingSpaceForward(offset)
        return reader.mayBegin(Lexicon.Kind.connector.bit, at: index) ? behindConnectors(index) : nil
    }

    private mutating func behindConnectors(_ offset: Int) -> (role: ConnectorRole, end: Int)? {
        var index = offset
        var role: ConnectorRole?
        for _ in 0..<2 {
            guard index < reader.end, let match = reader.longestTerm(Lexicon.Kind.connector.bit, at: index),
                let term = reader.term(.connector, of: match), terms.connectors[term] == .range || role == nil
            else { break }
            let found = terms.connectors[term]
            guard found == .range || found == .list, role == nil || role == found else { break }
            role = found
            index = match.end
            if found == .list { break }
        }
        return role.map { ($0, reader.skippingSpaceForward(index)) }
    }

    /// 2018—2022年, 1953—1957: the first year of a range or list without its 年.
    mutating func joined(_ row: Reader.DigitRow, year: Int?) -> CalendarReading? {
        guard (1000...2199).contains(row.value), let next = behindConnector(row.end),
            let last = reader.digitRow(at: next.end), last.count == 4 || last.count == 2,
            let end = lastYear(row.value, last)
        else { return nil }
        let from = CalendarPoint(year: row.value)
        if let (unit, unitEnd) = timeUnit(at: reader.skippingSpaceForward(last.end)) {
            guard unit.name == .year else { return nil }
            if next.role == .list {
                return CalendarReading(end: row.end, part: .year, rule: .year, from: from)
            }
            var reading = CalendarReading(
                end: unitEnd, part: .year, type: .period, rule: .range, from: from, to: CalendarPoint(year: end))
            extendEdge(&reading)
            return reading
        }
        guard next.role == .range, last.count == 4, !row.isHan, end <= 2100, row.value >= 1900, isBare(last.end)
        else { return nil }
        return CalendarReading(
            end: last.end, part: .year, type: .period, rule: .range, from: from, to: CalendarPoint(year: end))
    }

    /// The second year of a range, in full: 22 behind 2018 is 2022.
    private mutating func lastYear(_ first: Int, _ last: Reader.DigitRow) -> Int? {
        let year = last.count == 2 ? first / 100 * 100 + last.value : last.value
        return year > first && year < first + 1000 ? year : nil
    }

    /// No unit, digit or sign follows that would make an amount of the number.
    private mutating func isBare(_ offset: Int) -> Bool {
        guard offset < reader.end else { return true }
        let next = reader.character(at: offset)
        return next.info.numeralClass == .none && reader.longestTerm(Lexicon.Kind.unit.bit, at: offset) == nil
            && !NumeralParser.isLatin(next.scalar)
    }

    /// 1—11月, 二、三季度: the first number of a range without its unit.
    mutating func joinedPart(_ number: SmallNumber, year: Int?) -> CalendarReading? {
        guard number.value <= 12, let next = behindConnector(number.end), let last = smallNumber(at: next.end),
            last.value > number.value || next.role == .range,
            let (unit, end) = timeUnit(at: reader.skippingSpaceForward(last.end))
        else { return nil }
        var reading: CalendarReading?
        switch unit.name {
        case .calendarMonth where timeUnit(at: number.end) == nil:
            reading = month(last.value, end: end, year: year)
            guard reading?.part == .month else { return nil }
            let to = reading?.from
            reading?.to = to
            reading?.from?.month = number.value
        case .calendarQuarter where number.value <= 4:
            reading = quarter(last.value, end: end, year: year)
            reading?.from?.month = 3 * number.value - 2
        default:
            return nil
        }
        // 8月至2月 ends in the year after.
        guard var range = reading else { return nil }
        if let from = range.from, var to = range.to, to.month < from.month {
            to.year += 1
            range.to = to
        }
        range.type = .period
        range.rule = .range
        return range
    }

    /// 至2022年, —20日: the end of a range. 八十年代末九十年代初 is one without a connector.
    mutating func extendRange(_ reading: inout CalendarReading) {
        if reading.part == .decade, let from = reading.from, let number = smallNumber(at: reading.end),
            let (unit, end) = timeUnit(at: number.end), unit.name == .decade,
            let next = decade(number.value, end: end, century: from.year / 100 + 1), let last = next.from,
            last.year > from.year
        {
            reading.end = next.end
            reading.to = next.to
            reading.rule = .range
            return
        }
        guard reading.to == nil, reading.rule != .range, let next = behindConnector(reading.end), next.role == .range,
            next.end < reader.end, let last = rangeEnd(at: next.end, year: reading.from?.year, part: reading.part)
        else { return }
        reading.end = last.end
        reading.type = .period
        reading.rule = .range
        if let from = reading.from, var to = last.to ?? last.from {
            // 20日 behind 3月19日
            if last.part == .day, last.rule == .day, to.month == 0 { to.month = from.month }
            if to.year == from.year, to.month > 0, to.month < from.month { to.year += 1 }
            reading.to = to
        } else if reading.part == .day, last.part == .day, let from = reading.from,
            let day = looseDayNumber(at: next.end)
        {
            reading.to = CalendarPoint(year: from.year, month: from.month, day: day)
        } else {
            reading.from = nil
        }
    }

    private mutating func looseDayNumber(at offset: Int) -> Int? {
        smallNumber(at: offset).map(\.value)
    }

    /// The second place of a range; it must be told no more roughly than a year, and be no other kind of time.
    private mutating func rangeEnd(at offset: Int, year: Int?, part: CalendarReading.Part) -> CalendarReading? {
        if reader.character(at: offset).info.startsNumeral {
            guard let last = calendar(at: offset, year: year), last.part >= .year || part <= .decade else { return nil }
            if last.part == .day, last.from == nil, part != .day { return nil }
            return last
        }
        guard let match = reader.longestTerm(Lexicon.Kind.time.bit, at: offset),
            let term = reader.term(.time, of: match)
        else { return nil }
        return calendarWord(terms.times[term], end: match.end)
    }

    /// 以来, 以前, 以后 behind a place in the calendar.
    mutating func extendOpen(_ reading: inout CalendarReading) {
        guard reading.rule != .range, let tail = tail(at: reading.end) else { return }
        switch tail.role {
        case .since, .after:
            reading.isOpenAtEnd = true
            // 1990年代以来 is since its first year.
            reading.to = nil
        case .before:
            reading.isOpenAtStart = true
            reading.to = nil
        default: return
        }
        reading.end = tail.end
        reading.type = .period
        reading.rule = .open
    }
}
