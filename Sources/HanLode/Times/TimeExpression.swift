/// A time that a text tells: a date, a period, a duration or a recurring time, tied to its characters.
public struct TimeExpression: Hashable, Sendable {
    /// The expression, quotation marks and prepositions outside: 十四五, 2018年以来.
    public var span: TextSpan
    /// The characters of `span`.
    public var text: String
    /// What kind of time it is.
    public var type: TimeType
    /// ISO 8601, resolved against the report's date: `2021`, `2021-01-26`, `2021/2025`, `2018/` (no end), `P5Y`.
    /// Absent where it cannot be known: 近年来, or 去年 in a text without a date.
    public var value: String?
    /// The rule that made it.
    public var rule: TimeRule

    /// The same characters as `String` indices; see `TextSpan.range(in:)`.
    public func range(in text: String) -> Range<String.Index>? {
        span.range(in: text)
    }
}

/// The kinds of times.
public enum TimeType: String, Hashable, Sendable, Codable, CaseIterable {
    /// A place in the calendar told at once: a day, a month, a year, 年末; a clock time.
    case date
    /// From one place in the calendar to another: 五年来, “十四五”, 全年, 2018年以来.
    case period
    /// A length of time: 五年, 24小时.
    case duration
    /// A recurring time: 每年, 逐月.
    case set
}

/// The rules that make times. A result names its rule, and each has its examples in Corpora/specs/times.
public enum TimeRule: String, Hashable, Sendable, Codable, CaseIterable {
    /// 2021年, 一九五八年, 2023年末.
    case year
    /// 2021年6月, 6月底, 12月; a number of days may follow.
    case month
    /// 2024年1月16日, 3月5日.
    case day
    /// 2026-02-03, 2021.06.12.
    case numericDate = "numeric-date"
    /// 去年, 上年末, 今年.
    case relativeYear = "relative-year"
    /// 本月, 今天.
    case relativeDay = "relative-day"
    /// 全年, 上半年, 四季度, 年末.
    case partOfYear = "part-of-year"
    /// 二十一世纪, 本世纪中叶, 九十年代.
    case era
    /// 2018—2022年, 3月19日至20日, 1953—1957.
    case range
    /// 2018年以来, 建国以来, 1990年以前.
    case open
    /// “十四五”, 第七个五年计划.
    case planPeriod = "plan-period"
    /// 五年来, 过去五年, 今后五年, 近三年.
    case relativePeriod = "relative-period"
    /// 近年来: a period without bounds.
    case vaguePeriod = "vague-period"
    /// 五年, 24小时, 半年.
    case duration
    /// 每年, 每五年, 逐月.
    case recurring
    /// 15时20分, 下午三点.
    case clock
}

extension TimeExpression: Codable {
    private enum CodingKeys: String, SpanCodingKey { case start, end, text, type, value, rule }

    /// Encodes the output contract's object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(span)
        try container.encode(text, forKey: .text)
        try container.encode(type, forKey: .type)
        try container.encodeIfPresent(value, forKey: .value)
        try container.encode(rule, forKey: .rule)
    }

    /// Decodes what `encode(to:)` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        span = try container.decodeSpan()
        text = try container.decode(String.self, forKey: .text)
        type = try container.decode(TimeType.self, forKey: .type)
        value = try container.decodeIfPresent(String.self, forKey: .value)
        rule = try container.decode(TimeRule.self, forKey: .rule)
    }
}
