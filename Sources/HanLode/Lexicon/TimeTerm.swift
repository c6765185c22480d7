/// A unit of time or of the calendar as the tables give it.
struct TimeUnit: Term {
    enum Name: String, CaseIterable, Sendable {
        /// A number with it is no quantity, and no time either: 年级, 周年.
        case none = ""
        case second, minute, hour, day, week, month, quarter, year, decade, century
        /// 12月, 15日, 三季度, 9时: the place in the calendar or on the clock.
        case calendarMonth = "calendar-month"
        case calendarQuarter = "calendar-quarter"
        case calendarDay = "calendar-day"
        /// 号: a day only behind a month.
        case dayOfMonth = "day-of-month"
        case clockHour = "clock-hour"
    }

    enum Form: String, CaseIterable, Sendable {
        /// All of the surface is the unit.
        case whole = ""
        /// The unit is the first character, the rest another word: 年 of 年制.
        case first
        /// A half more: 个半月.
        case half
        /// Some more: 个多月.
        case more
    }

    let name: Name
    let form: Form

    init(_ record: Record) {
        name = record.choice(1)
        form = record.choice(2)
    }
}

/// A word that is a time by itself.
struct TimeTerm: Term {
    enum Role: String, CaseIterable, Sendable {
        /// No time: 青年, so that 青年初 holds no 年初.
        case none
        /// 去年: so many years from the report's.
        case year
        /// 上年, 本年: so many years from the year that is spoken of.
        case topicYear = "topic-year"
        /// 同年: so many years from the year mentioned last.
        case mentionedYear = "mentioned-year"
        /// 上半年: from month to month of the year that is spoken of.
        case part
        /// 年末: a date in the year that is spoken of.
        case edge
        /// 本月: so many months from the report's.
        case month
        /// 上周: so many weeks from the report's.
        case week
        /// 星期三: that day of the report's week, 1 for Monday.
        case weekday
        /// 昨天: so many days from the report's.
        case day
        /// 本世纪: so many centuries from the report's.
        case century
        /// 建国以来: since a year.
        case since
        /// 今明两年: from year to year, counted from the report's.
        case years
        /// 近年来: a period that has no value.
        case period
        /// 半年: a duration, with its value where it has one.
        case duration
        /// 每年: a recurring time.
        case set
        /// 下午: a part of the day.
        case dayPart = "day-part"
    }

    let role: Role
    private let record: Record

    init(_ record: Record) {
        role = record.choice(1)
        self.record = record
    }

    /// As the table gives it, where it gives one: ISO 8601 for durations and sets.
    var value: String? { record.optionalText(2) }
    /// The first number of the value: an offset, a year, or a month.
    var first: Int {
        let value = record.bytes(2)
        return Self.number(value[..<(value.firstIndex(of: UInt8(ascii: "/")) ?? value.endIndex)])
    }
    /// The second number of the value; the first where there is none.
    var last: Int {
        let value = record.bytes(2)
        return Self.number(value[(value.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...])
    }

    /// A number of at most six digits; 0 for anything else, since no offset and no year is longer.
    private static func number(_ text: UnsafeBufferPointer<UInt8>.SubSequence) -> Int {
        guard let sign = text.first, text.count <= 7 else { return 0 }
        let digits = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") ? text.dropFirst() : text
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return 0 }
            value = 10 * value + Int(digit - 0x30)
        }
        return sign == UInt8(ascii: "-") ? -value : value
    }
}

/// What a word before the number of a time does.
enum TimeLeadRole: String, RoleTerm {
    /// 的 before 一年: the year is described, not told.
    case attribute = "none"
    /// 学前: only ends like one.
    case another
    /// 过去, 近: the time that ends with the report.
    case past
    /// 这: the time that is spoken of, which ends with the report.
    case demonstrative
    /// 今后: the time that begins with it.
    case future
    /// 前: the first so many of a year.
    case first
    /// 每: recurring.
    case each
    /// 第: an ordinal.
    case ordinal
}

/// What a word behind a time does.
enum TimeTailRole: String, RoleTerm {
    /// It only begins like one: 初步.
    case another = "none"
    /// 以来, 至今: open at the end.
    case since
    /// 来: the time that ends with the report.
    case past
    /// 间: the time between.
    case during
    /// 以前: open at the beginning.
    case before
    /// 以后: from then on.
    case after
    /// 末: the end, or the last part.
    case end
    /// 初: the beginning.
    case start
    /// 中叶: the middle.
    case middle
    /// 度 of 年度: nothing more.
    case whole
    /// 内: within so many days.
    case within
    /// 以内: so many days at most. It qualifies the length and is no part of it.
    case limit
    /// 夏季 behind a year.
    case season
    /// 个五年计划 behind 第N.
    case plan
    /// 年计划 behind 五: the plan that runs.
    case runningPlan = "running-plan"
    /// 时期, 规划: a plan period stands before it.
    case planCue = "plan-cue"
}
