/// One statistical statement about one quantity: which indicator, what kind of statement, when, achieved or planned.
public struct Observation: Hashable, Sendable {
    /// What kind of statement the amount makes.
    public enum Measure: String, Hashable, Sendable, Codable, CaseIterable {
        /// A stock, a total, a count, an amount.
        case level
        /// A relative change, in per cent or as a multiple.
        case growth
        /// An absolute change: so many units, or percentage points.
        case change
        /// A part of a whole.
        case share
        /// A place among others.
        case rank
    }

    /// Which way a growth or change goes, where it is not upward.
    public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
        case decrease
    }

    /// Whether the amount has been reached.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// It has been.
        case actual
        /// It is aimed at.
        case target
    }

    /// How firmly an aim is set.
    public enum Stringency: String, Hashable, Sendable, Codable, CaseIterable {
        /// 5%
        case point
        /// 5%左右
        case around
        /// 5%以上
        case atLeast
        /// 5%以内
        case atMost
        /// 5%—6%
        case range
        /// 力争5%
        case striveFor
    }

    /// The region that a statement holds for.
    public struct Area: Hashable, Sendable, Codable {
        /// Where it is told.
        public enum Source: String, Hashable, Sendable, Codable, CaseIterable {
            /// In the statement.
            case text
            /// The report's own.
            case document
        }

        /// As the text has it.
        public var name: String
        /// By GB/T 2260, six digits, where it is known.
        public var code: String?
        /// Where it is told.
        public var source: Source
    }

    /// Index among the extraction's quantities.
    public var quantity: Int
    /// What is measured or counted, in the text's words, with what the text leaves out restored: 城镇居民收入 in
    /// 城乡居民收入分别.
    public var indicator: String
    /// What kind of statement it is.
    public var measure: Measure
    /// Absent where the amount goes up, or nowhere.
    public var direction: Direction?
    /// What the amount is reckoned against: 同比, 环比, 年均, 累计, 比上年, or 比2020年.
    public var basis: String?
    /// ISO 8601: a year, month or date (`2021`, `2026-06`), or an interval (`2017/2021`). Absent where it is unknown.
    public var period: String?
    /// Achieved or planned.
    public var status: Status
    /// How firmly; of targets alone.
    public var stringency: Stringency?
    /// The region, where one is known.
    public var area: Area?
    /// Index among the extraction's sections: the innermost around it.
    public var section: Int?
    /// The sentence that states it.
    public var sentence: TextSpan
    /// Where the indicator stands, or the part of it that stands together.
    public var indicatorSpan: TextSpan?
    /// The rule that linked the two.
    public var rule: ObservationRule
}

/// The rules that link a quantity to its indicator. A result names its rule, and each has its examples in
/// Corpora/specs/observations.
public enum ObservationRule: String, Hashable, Sendable, Codable, CaseIterable {
    /// 粮食产量达到3.9万吨: the noun before the number.
    case subject
    /// 83家高耗能企业: the noun that is counted.
    case counted
    /// ，同比增长9.4%: the indicator told last.
    case carried
    /// ，总量居全市第三位: an aspect of the indicator told last.
    case aspect
    /// A、B分别增长3%、5%: each number has its own of several.
    case distributed
    /// 累计排查162万人: what was done, where nothing else is named.
    case action
}

extension Observation: Codable {
    private enum CodingKeys: String, CodingKey {
        case quantity, indicator, measure, direction, basis, period, status, stringency, area, section, sentence,
            indicatorSpan, rule
    }

    /// Encodes the output contract's object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(quantity, forKey: .quantity)
        try container.encode(indicator, forKey: .indicator)
        try container.encode(measure, forKey: .measure)
        try container.encodeIfPresent(direction, forKey: .direction)
        try container.encodeIfPresent(basis, forKey: .basis)
        try container.encodeIfPresent(period, forKey: .period)
        try container.encode(status, forKey: .status)
        try container.encodeIfPresent(stringency, forKey: .stringency)
        try container.encodeIfPresent(area, forKey: .area)
        try container.encodeIfPresent(section, forKey: .section)
        try container.encode(sentence, forKey: .sentence)
        try container.encodeIfPresent(indicatorSpan, forKey: .indicatorSpan)
        try container.encode(rule, forKey: .rule)
    }

    /// Decodes what `encode(to:)` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        quantity = try container.decode(Int.self, forKey: .quantity)
        indicator = try container.decode(String.self, forKey: .indicator)
        measure = try container.decode(Measure.self, forKey: .measure)
        direction = try container.decodeIfPresent(Direction.self, forKey: .direction)
        basis = try container.decodeIfPresent(String.self, forKey: .basis)
        period = try container.decodeIfPresent(String.self, forKey: .period)
        status = try container.decode(Status.self, forKey: .status)
        stringency = try container.decodeIfPresent(Stringency.self, forKey: .stringency)
        area = try container.decodeIfPresent(Area.self, forKey: .area)
        section = try container.decodeIfPresent(Int.self, forKey: .section)
        sentence = try container.decode(TextSpan.self, forKey: .sentence)
        indicatorSpan = try container.decodeIfPresent(TextSpan.self, forKey: .indicatorSpan)
        rule = try container.decode(ObservationRule.self, forKey: .rule)
    }
}
