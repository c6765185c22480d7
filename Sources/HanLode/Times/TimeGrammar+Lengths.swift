extension TimeGrammar {
    /// A length of time that begins with a number, and what the words around it make of it.
    mutating func length(_ phrase: NumberPhrase, lead: (role: TimeLeadRole, start: Int)?) -> TimeMatch? {
        guard phrase.shape == .plain, !phrase.numeral.isTooLong else { return nil }
        let gap = reader.skippingSpaceForward(phrase.numeral.end)
        guard let (unit, unitEnd) = timeUnit(at: gap), let name = lengthUnit(unit.name, at: unitEnd) else { return nil }
        guard phrase.numeral.form != .positional || phrase.numeral.glyphs < 3 else { return nil }
        var length = LengthReading(amount: phrase.numeral.value, unit: name)
        let isVague = phrase.numeral.isIndefinite || phrase.numeral.upper != nil || phrase.numeral.form == .positional
        var end = unitEnd
        if unit.form == .half { addHalf(&length) }
        let isMore = readHalf(&length, &end) || phrase.numeral.isMore || unit.form == .more
        readSmaller(&length, &end)
        var match = TimeMatch(
            start: phrase.numeral.start, end: end, type: .duration, rule: .duration,
            value: isVague ? .unknown : length.value)
        return settle(
            &match, years: name == .year && !isVague && !isMore ? length.amount.integer.map { Int($0) } : nil, lead)
            ? match : nil
    }

    /// 三至五年, 3—5个月: a length between two; ISO 8601 has no form for it.
    mutating func lengthRange(_ phrase: NumberPhrase, lead: (role: TimeLeadRole, start: Int)?) -> TimeMatch? {
        guard let first = SmallNumber(phrase), let next = behindConnector(first.end),
            let last = smallNumber(at: next.end), last.value > first.value,
            next.role == .range || last.value == first.value + 1
        else { return nil }
        let gap = reader.skippingSpaceForward(last.end)
        guard let (unit, end) = timeUnit(at: gap), lengthUnit(unit.name, at: end) != nil else { return nil }
        var match = TimeMatch(start: phrase.numeral.start, end: end, type: .duration, rule: .duration)
        return settle(&match, years: nil, lead) ? match : nil
    }

    /// The unit of a length: 日 is one only before 内 and 以内 (10日内), 时 behind a larger one.
    private mutating func lengthUnit(_ name: TimeUnit.Name, at end: Int) -> TimeUnit.Name? {
        switch name {
        case .second, .minute, .hour, .day, .week, .month, .quarter, .year, .century: return name
        case .calendarDay: return isLimited(end) ? .day : nil
        case .none, .decade, .calendarMonth, .calendarQuarter, .dayOfMonth, .clockHour: return nil
        }
    }

    /// Whether 内 or 以内 follows: so many days, not a day of the month.
    mutating func isLimited(_ end: Int) -> Bool {
        let role = tail(at: end)?.role
        return role == .within || role == .limit
    }

    /// Takes the half of 三年半, and the 多 of 一年多来; true for the 多, which leaves the length inexact.
    private mutating func readHalf(_ length: inout LengthReading, _ end: inout Int) -> Bool {
        guard end < reader.end else { return false }
        let next = reader.character(at: end)
        if next.info.numeralClass == .half {
            // 三年半数 ends before 半数.
            guard reader.longestTerm(Lexicon.streamKinds, at: end).map({ $0.end <= next.next }) ?? true else {
                return false
            }
            addHalf(&length)
            end = next.next
        } else if next.info.numeralClass == .more, next.info.numeralValue == 0,
            reader.longestTerm(Lexicon.Kind.follower.bit | Lexicon.Kind.unit.bit, at: end) == nil
        {
            let behind = tail(at: next.next)?.role
            guard behind == .past || behind == .since || endsAmount(next.next) else { return false }
            end = next.next
            return true
        }
        return false
    }

    /// Whether 多 before `offset` says how long, and not how many of what follows: 一年多的时间, but 一年多次.
    private mutating func endsAmount(_ offset: Int) -> Bool {
        guard offset < reader.end else { return true }
        let scalar = reader.character(at: offset).scalar
        // 的 时 以 之 前 后 里 间
        return !OutlineText.isHan(scalar)
            || [0x7684, 0x65F6, 0x6642, 0x4EE5, 0x4E4B, 0x524D, 0x540E, 0x5F8C, 0x91CC, 0x95F4, 0x9593].contains(scalar)
    }

    /// Half a year is six months; of the other units a half is a decimal.
    private mutating func addHalf(_ length: inout LengthReading) {
        if length.unit == .year {
            length.rest = (ExactNumber(6), .month)
        } else if let half = ExactNumber(coefficient: 5, exponent: -1), let sum = length.amount.adding(half) {
            length.amount = sum
        }
    }

    /// 8天20时, 8天又二十个小时: a smaller unit's part.
    private mutating func readSmaller(_ length: inout LengthReading, _ end: inout Int) {
        guard length.rest == nil, end < reader.end else { return }
        var gap = reader.skippingSpaceForward(end)
        guard gap < reader.end else { return }
        if reader.character(at: gap).info.numeralClass == .and { gap = reader.character(at: gap).next }
        guard reader.isNumeral(at: gap), let phrase = reader.number(at: gap), phrase.shape == .plain,
            !phrase.numeral.isTooLong, phrase.numeral.upper == nil, !phrase.numeral.isIndefinite,
            let (unit, unitEnd) = timeUnit(at: reader.skippingSpaceForward(phrase.numeral.end)), unit.form == .whole
        else { return }
        let name = unit.name == .clockHour ? .hour : unit.name
        guard Self.size(name) > 0, Self.size(name) < Self.size(length.unit) else { return }
        length.rest = (phrase.numeral.value, name)
        end = unitEnd
    }

    private static func size(_ unit: TimeUnit.Name) -> Int {
        switch unit {
        case .second: 1
        case .minute: 2
        case .hour: 3
        case .day: 4
        case .week: 5
        case .month: 6
        case .year: 7
        default: 0
        }
    }

    /// Makes a period or a recurring time of a length, by what stands before and behind it; false where it is no time.
    private mutating func settle(
        _ match: inout TimeMatch, years: Int?, _ lead: (role: TimeLeadRole, start: Int)?
    ) -> Bool {
        let length = match.value
        switch lead?.role {
        case .past:
            beginPeriod(&match, lead, years.map { reference.past(years: $0) } ?? .unknown)
        case .demonstrative:
            // 十三年来 is a period without 这, 这五年 is one by it.
            let isPeriod = tail(at: match.end)?.role == .past && years != 1
            beginPeriod(&match, isPeriod ? nil : lead, years.map { reference.past(years: $0) } ?? .unknown)
        case .future:
            beginPeriod(&match, lead, years.map { reference.future(years: $0) } ?? .unknown)
            return true
        case .first:
            let plan = planBefore(lead?.start ?? match.start)
            beginPeriod(&match, lead, years.map { reference.firstOfPlan(years: $0, plan: plan) } ?? first(length))
            return true
        case .each:
            match.type = .set
            match.rule = .recurring
            match.start = lead?.start ?? match.start
            return true
        case .attribute:
            // 是极不平凡的一年, but 换届以来的一年间
            let role = tail(at: match.end)?.role
            if years == 1, role != .past, role != .during { return false }
        case .ordinal, .another, nil:
            break
        }
        guard let tail = tail(at: match.end) else { return true }
        switch tail.role {
        case .past, .since:
            match.end = tail.end
            if match.type == .duration {
                beginPeriod(&match, nil, years.map { reference.past(years: $0) } ?? .unknown)
            }
        case .within where match.type == .duration:
            match.end = tail.end
        case .during:
            match.end = tail.end
            match.type = .period
            match.rule = .relativePeriod
            match.value = .unknown
        case .before, .after:
            // 五年以前: a place in time that is not told exactly.
            match.end = tail.end
            match.type = .period
            match.rule = .relativePeriod
            match.value = .unknown
        default: break
        }
        return true
    }

    private mutating func beginPeriod(
        _ match: inout TimeMatch, _ lead: (role: TimeLeadRole, start: Int)?, _ value: TimeValue
    ) {
        match.start = lead?.start ?? match.start
        match.type = .period
        match.rule = .relativePeriod
        match.value = value
        if lead?.role != .future, lead?.role != .first, let year = reference.reviewed {
            reference.note(year, weight(match.start, end: match.end))
        }
    }

    /// 前11个月, 前三个季度: of the year that is spoken of.
    private mutating func first(_ value: TimeValue) -> TimeValue {
        guard case .duration(let length) = value, let count = length.first.amount?.integer, count <= 12,
            let year = reference.topic
        else { return .unknown }
        let months = length.first.unit == .quarter ? 3 * count : length.first.unit == .month ? count : 0
        guard (1...12).contains(months) else { return .unknown }
        let start = CalendarPoint(year: year, month: 1)
        return months == 1 ? .point(start) : .interval(start, CalendarPoint(year: year, month: months))
    }
}
