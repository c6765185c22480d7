extension TimeGrammar {
    /// 二十一世纪, with 末, 中叶 or a decade behind it.
    mutating func century(_ century: Int, end: Int) -> CalendarReading? {
        guard (1...22).contains(century) else { return nil }
        let start = 100 * century - 99
        var reading = CalendarReading(
            end: end, part: .century, type: .period, rule: .era, from: CalendarPoint(year: start),
            to: CalendarPoint(year: start + 99))
        if let number = smallNumber(at: end), let (unit, decadeEnd) = timeUnit(at: number.end), unit.name == .decade {
            return decade(number.value, end: decadeEnd, century: century)
        }
        if let lead = reader.longestTerm(Lexicon.Kind.timeLead.bit, at: end),
            let term = reader.term(.timeLead, of: lead),
            terms.timeLeads[term] == .first, let number = smallNumber(at: lead.end),
            let (unit, yearsEnd) = timeUnit(at: number.end), unit.name == .year
        {
            reading.end = yearsEnd
            reading.to = CalendarPoint(year: start + number.value - 1)
            return reading
        }
        guard let tail = tail(at: end) else { return reading }
        let year: Int
        switch tail.role {
        case .end: year = start + 99
        case .start: year = start
        case .middle: year = start + 49
        default: return reading
        }
        reading.end = tail.end
        reading.type = .date
        reading.from = CalendarPoint(year: year)
        reading.to = nil
        return reading
    }

    /// 八十年代, 1990年代; without a century, that of the latest such decade.
    mutating func decade(_ decade: Int, end: Int, century: Int?) -> CalendarReading? {
        guard decade % 10 == 0 else { return nil }
        let start = century.map { 100 * $0 - 100 + decade } ?? 1900 + decade
        var reading = CalendarReading(
            end: end, part: .decade, type: .period, rule: .era, from: CalendarPoint(year: start),
            to: CalendarPoint(year: start + 9))
        extendEdge(&reading)
        return reading
    }
}
