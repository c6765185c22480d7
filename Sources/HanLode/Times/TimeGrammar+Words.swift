extension TimeGrammar {
    /// Takes a word for a time from the stream; says where reading goes on.
    mutating func takeWord(_ lexeme: Lexeme) -> Int {
        let (start, end, index) = (Int(lexeme.start), Int(lexeme.end), Int(lexeme.term))
        let term = terms.times[index]
        switch term.role {
        case .none:
            return end
        case .topicYear, .mentionedYear:
            guard let reading = calendarWord(term, end: end) else { return end }
            return take(reading, from: start, isTopic: false)
        case .year, .part, .edge, .month, .century:
            guard let reading = calendarWord(term, end: end) else { return end }
            return take(reading, from: start)
        case .day:
            // 明天的希望, 象今天这样 and 美好的明天 speak of no day.
            guard isTold(start, end) else { return end }
            return take(relativeDay(term, end: end), from: start)
        case .week, .weekday:
            return emit(week(term, start: start, end: end))
        case .since:
            let from = CalendarPoint(year: term.first)
            return emit(TimeMatch(start: start, end: end, type: .period, rule: .open, value: .interval(from, nil)))
        case .years:
            let year = reference.date?.year
            let value = year.map {
                TimeValue.interval(CalendarPoint(year: $0 + term.first), CalendarPoint(year: $0 + term.last))
            }
            return emit(
                TimeMatch(start: start, end: end, type: .period, rule: .relativePeriod, value: value ?? .unknown))
        case .period:
            let tail = tail(at: end)
            let last = tail?.role == .since || tail?.role == .past ? tail?.end : nil
            return emit(TimeMatch(start: start, end: last ?? end, type: .period, rule: .vaguePeriod))
        case .duration:
            return takeDuration(term, index, start: start, end: end)
        case .set:
            return emit(
                TimeMatch(
                    start: start, end: end, type: .set, rule: .recurring, value: .term(Int32(truncatingIfNeeded: index))
                ))
        case .dayPart:
            if let clock = clockTime(behind: end) {
                return emit(TimeMatch(start: start, end: clock.end, type: .date, rule: .clock, value: clock.value))
            }
            return emit(TimeMatch(start: start, end: end, type: .period, rule: .clock))
        }
    }

    /// 半年; behind 过去 and the like it is a period, before 来 too.
    private mutating func takeDuration(_ term: TimeTerm, _ index: Int, start: Int, end: Int) -> Int {
        var match = TimeMatch(
            start: start, end: end, type: .duration, rule: .duration, value: .term(Int32(truncatingIfNeeded: index)))
        if let tail = tail(at: end), tail.role == .past || tail.role == .since {
            match.end = tail.end
            match.type = .period
            match.rule = .vaguePeriod
            match.value = .unknown
        } else if let tail = tail(at: end), tail.role == .within {
            match.end = tail.end
        } else if let lead = lead(before: start), lead.role == .past || lead.role == .future {
            match.start = lead.start
            match.type = .period
            match.rule = .vaguePeriod
            match.value = .unknown
        }
        if let last = matches.last, last.end > match.start { return end }
        return emit(match)
    }

    /// The place in the calendar that a word names, with what follows it; `nil` for words of other kinds.
    mutating func calendarWord(_ term: TimeTerm, end: Int) -> CalendarReading? {
        switch term.role {
        case .year: return yearWord(reference.date.map { $0.year + term.first }, end: end)
        case .topicYear where term.first == 0: return yearWord(reference.present, end: end)
        case .topicYear: return yearWord(reference.topic.map { $0 + term.first }, end: end)
        case .mentionedYear: return yearWord((reference.mentioned ?? reference.topic).map { $0 + term.first }, end: end)
        case .part:
            var reading = CalendarReading(
                end: end, part: .partOfYear, type: .period, rule: .partOfYear,
                from: reference.topic.map { CalendarPoint(year: $0) })
            setMonths(&reading, term.first, term.last)
            return reading
        case .edge:
            return CalendarReading(
                end: end, part: .partOfYear, rule: .partOfYear, from: reference.topic.map { CalendarPoint(year: $0) })
        case .month:
            var reading = CalendarReading(end: end, part: .month, rule: .relativeDay)
            if let date = reference.date {
                let first = CalendarPoint(year: date.year, month: date.month)
                reading.from = first.adding(months: term.first)
            }
            if let number = smallNumber(at: end), number.value <= 31,
                let (unit, dayEnd) = timeUnit(at: number.end), unit.name == .calendarDay
            {
                reading.end = dayEnd
                reading.from?.day = number.value
                return reading
            }
            extendEdge(&reading)
            return reading
        case .century:
            guard let date = reference.date else {
                return CalendarReading(end: end, part: .century, type: .period, rule: .era)
            }
            return century((date.year + 99) / 100 + term.first, end: end)
        case .day: return relativeDay(term, end: end)
        default: return nil
        }
    }

    private mutating func yearWord(_ year: Int?, end: Int) -> CalendarReading {
        var reading = CalendarReading(
            end: end, part: .year, rule: .relativeYear, from: year.map { CalendarPoint(year: $0) })
        extendYear(&reading)
        return reading
    }

    private mutating func relativeDay(_ term: TimeTerm, end: Int) -> CalendarReading {
        var reading = CalendarReading(end: end, part: .day, rule: .relativeDay, from: reference.date)
        if reading.from != nil { reading.from = reading.from?.adding(days: term.first) }
        if let match = reader.longestTerm(Lexicon.Kind.time.bit, at: end), let part = reader.term(.time, of: match),
            terms.times[part].role == .dayPart
        {
            reading.end = clockTime(behind: match.end)?.end ?? match.end
        }
        return reading
    }

    /// 上周 from Monday to Sunday, and 星期三 of the report's week.
    private mutating func week(_ term: TimeTerm, start: Int, end: Int) -> TimeMatch {
        var match = TimeMatch(start: start, end: end, type: .period, rule: .relativeDay)
        if term.role == .weekday { match.type = .date }
        guard let date = reference.date else { return match }
        let monday = date.adding(days: 1 - date.weekday)
        if term.role == .weekday {
            match.value = .point(monday.adding(days: term.first - 1))
        } else {
            let first = monday.adding(days: 7 * term.first)
            match.value = .interval(first, first.adding(days: 6))
        }
        return match
    }

    /// Whether a word for a day is followed by what tells of that day: a clause, not a comparison or an attribute.
    private mutating func isTold(_ start: Int, _ end: Int) -> Bool {
        if lead(before: start)?.role == .attribute { return false }
        guard end < reader.end else { return true }
        if let match = reader.longestTerm(Lexicon.Kind.timeTail.bit | Lexicon.Kind.timeUnit.bit, at: end),
            let term = reader.term(.timeTail, of: match)
        {
            return terms.timeTails[term] != .another
        }
        return true
    }
}
