/// An amount that a text states: a number with its scale, unit and modifier, exact, and tied to its characters.
public struct Quantity: Hashable, Sendable {
    /// The amount in the base unit of its dimension.
    public struct Normalized: Hashable, Sendable, Codable {
        /// Exact; a fraction where the factor leaves no finite decimal. Absent in a range.
        public var value: ExactNumber?
        /// Lower bound of a range.
        public var lower: ExactNumber?
        /// Upper bound of a range.
        public var upper: ExactNumber?
        /// `m2`, `kg`, `CNY`, `1` …
        public var unit: String
    }

    /// Number, scale, inner 多 or 余, and unit; modifiers outside and the counted noun are not in it.
    public var span: TextSpan
    /// The characters of `span`.
    public var text: String
    /// The amount in `unit`, scale applied: 16260000 for 1626万平方米. Absent in a range.
    public var value: ExactNumber?
    /// Lower bound of a range.
    public var lower: ExactNumber?
    /// Upper bound of a range.
    public var upper: ExactNumber?
    /// The unit in the text's words, without the scale: 平方米, 人次, 百分点. Absent where the text gives none.
    public var unit: String?
    /// UCUM (`m2`) or ISO 4217 (`CNY`), where one exists; for a composite unit of both parts, joined by `/`.
    public var unitCode: String?
    /// What kind of amount it is.
    public var dimension: Dimension
    /// How the amount stands to the number: 超, 左右, 以上.
    public var modifier: Modifier?
    /// Absent for ranks, and where the unit has no factor.
    public var normalized: Normalized?
    /// The rule that made it.
    public var rule: QuantityRule

    /// The same characters as `String` indices; see `TextSpan.range(in:)`.
    public func range(in text: String) -> Range<String.Index>? {
        span.range(in: text)
    }
}

extension Quantity: Codable {
    private enum CodingKeys: String, SpanCodingKey {
        case start, end, text, value, lower, upper, unit, unitCode, dimension, modifier, normalized, rule
    }

    /// Encodes the output contract's object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(span)
        try container.encode(text, forKey: .text)
        try container.encodeIfPresent(value, forKey: .value)
        try container.encodeIfPresent(lower, forKey: .lower)
        try container.encodeIfPresent(upper, forKey: .upper)
        try container.encodeIfPresent(unit, forKey: .unit)
        try container.encodeIfPresent(unitCode, forKey: .unitCode)
        try container.encode(dimension, forKey: .dimension)
        try container.encodeIfPresent(modifier, forKey: .modifier)
        try container.encodeIfPresent(normalized, forKey: .normalized)
        try container.encode(rule, forKey: .rule)
    }

    /// Decodes what `encode(to:)` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        span = try container.decodeSpan()
        text = try container.decode(String.self, forKey: .text)
        value = try container.decodeIfPresent(ExactNumber.self, forKey: .value)
        lower = try container.decodeIfPresent(ExactNumber.self, forKey: .lower)
        upper = try container.decodeIfPresent(ExactNumber.self, forKey: .upper)
        unit = try container.decodeIfPresent(String.self, forKey: .unit)
        unitCode = try container.decodeIfPresent(String.self, forKey: .unitCode)
        dimension = try container.decode(Dimension.self, forKey: .dimension)
        modifier = try container.decodeIfPresent(Modifier.self, forKey: .modifier)
        normalized = try container.decodeIfPresent(Normalized.self, forKey: .normalized)
        rule = try container.decode(QuantityRule.self, forKey: .rule)
    }
}
