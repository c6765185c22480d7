extension TimeGrammar {
    /// “十四五”, 十五五时期: a plan period by its short name, in quotation marks or before a word for plans.
    mutating func plan(at start: Int, runEnd: Int) -> TimeMatch? {
        guard let number = planNumber(at: start, runEnd: runEnd), let value = Self.planPeriod(number) else {
            return nil
        }
        // A link inside quotation marks stands on a line of its own.
        let (opening, closing) = (reader.skippingBreaksBackward(start), reader.skippingBreaksForward(runEnd))
        let isQuoted =
            opening > 0 && isQuotation(reader.before(opening)) && closing < reader.end && isQuotation(closing)
        let cue = tail(at: isQuoted ? reader.character(at: closing).next : runEnd)
        // “八五”普法规划 counts other plans.
        // 十四五末 without quotation marks is one too.
        let isCue = cue?.role == .planCue || cue?.role == .end && runEnd - start > 6
        guard isQuoted ? cue?.role != .another : isCue else { return nil }
        return TimeMatch(start: start, end: runEnd, type: .period, rule: .planPeriod, value: value)
    }

    /// Whether a run of numerals has the length of a plan period's name, and its last character.
    @inline(__always)
    mutating func mayBePlan(_ start: Int, runEnd: Int) -> Bool {
        guard runEnd - start == 6 || runEnd - start == 9 else { return false }
        let last = reader.character(at: runEnd - 3).info
        return last.numeralClass == .hanDigit && last.hanDigit == 5
    }

    /// Han digits that end in 五: 八五 is 8, 十五 is 10, 十四五 is 14.
    private mutating func planNumber(at start: Int, runEnd: Int) -> Int? {
        guard mayBePlan(start, runEnd: runEnd) else { return nil }
        let first = reader.character(at: start)
        let second = reader.character(at: first.next)
        let five = second.next < runEnd ? reader.character(at: second.next) : second
        guard five.next == runEnd, five.info.numeralClass == .hanDigit, five.info.hanDigit == 5 else { return nil }
        let isTen = first.info.numeralClass == .place && first.info.numeralValue == 1
        if second.next == runEnd {
            if isTen { return 10 }
            return first.info.numeralClass == .hanDigit && first.info.hanDigit > 0 ? first.info.hanDigit : nil
        }
        guard isTen, second.info.numeralClass == .hanDigit, second.info.hanDigit > 0 else { return nil }
        return 10 + second.info.hanDigit
    }

    /// 1953–1957, 1958–1962, and from the third plan, 1966–1970, five years each.
    static func planPeriod(_ number: Int) -> TimeValue? {
        guard (1...29).contains(number) else { return nil }
        let start = number < 3 ? 1948 + 5 * number : 1951 + 5 * number
        return .interval(CalendarPoint(year: start), CalendarPoint(year: start + 4))
    }

    /// 五年计划 by itself: the plan that runs at the date; 几个五年计划 are any.
    mutating func runningPlan(_ number: SmallNumber, at start: Int) -> TimeMatch? {
        guard number.value == 5, let tail = tail(at: number.end), tail.role == .runningPlan else { return nil }
        return TimeMatch(
            start: start, end: tail.end, type: .period, rule: .planPeriod,
            value: isCounted(start) ? .unknown : reference.runningPlan)
    }

    /// The first year of a plan period that ends right before `offset`: “十五五”前三年, 五年计划的前三年.
    mutating func planBefore(_ offset: Int) -> Int? {
        guard let match = matches.last, match.rule == .planPeriod, offset - match.end <= Self.planReach,
            case .interval(let from?, _) = match.value
        else { return nil }
        return from.year
    }

    /// A quotation mark and two characters (规划, 的) in UTF-8.
    private static var planReach: Int { 9 }

    /// Whether 个 or 個 stands before.
    private mutating func isCounted(_ start: Int) -> Bool {
        start > 0 && isCounter(reader.before(start))
    }

    /// 个 or 個.
    mutating func isCounter(_ offset: Int) -> Bool {
        guard offset < reader.end else { return false }
        let scalar = reader.character(at: offset).scalar
        return scalar == 0x4E2A || scalar == 0x500B
    }

    private mutating func isQuotation(_ offset: Int) -> Bool {
        switch reader.character(at: offset).scalar {
        case 0x201C, 0x201D, 0x22, 0xFF02, 0x2018, 0x2019, 0x300C, 0x300D, 0x300E, 0x300F: true
        default: false
        }
    }

    /// 第七个五年计划, 第三季度: what 第 and a number may begin.
    mutating func ordinal(at start: Int, from leadStart: Int) -> TimeMatch? {
        guard let number = smallNumber(at: start) else { return nil }
        if let tail = tail(at: number.end), tail.role == .plan, let value = Self.planPeriod(number.value) {
            return TimeMatch(start: leadStart, end: tail.end, type: .period, rule: .planPeriod, value: value)
        }
        if let reading = joinedPart(number, year: reference.topic), reading.part == .partOfYear {
            return reading.match(from: leadStart)
        }
        guard let (unit, end) = timeUnit(at: number.end), unit.name == .calendarQuarter,
            let reading = quarter(number.value, end: end, year: reference.topic)
        else { return nil }
        return reading.match(from: leadStart)
    }
}
