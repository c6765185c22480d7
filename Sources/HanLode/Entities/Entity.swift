/// A name that a text mentions: of a person, a place, a body, a work, a document, an event or an honour.
public struct Entity: Hashable, Sendable {
    /// The name, book-title marks and the quotation marks of an honour outside.
    public var span: TextSpan
    /// The characters of `span`.
    public var text: String
    /// What it names.
    public var type: EntityType
    /// The full name of what is known by several.
    public var canonical: String?
    /// Of an administrative division: its code by GB/T 2260, six digits. Absent where several have the name and nothing
    /// tells which is meant.
    public var code: String?
    /// The rule that made it.
    public var rule: EntityRule

    /// The same characters as `String` indices; see `TextSpan.range(in:)`.
    public func range(in text: String) -> Range<String.Index>? {
        span.range(in: text)
    }
}

/// The kinds of entities.
public enum EntityType: String, Hashable, Sendable, Codable, CaseIterable {
    /// A person.
    case person = "PER"
    /// A country, a province, a city, a county, a town, a village.
    case geopolitical = "GPE"
    /// A river, a mountain, an area, a zone.
    case location = "LOC"
    /// An organisation, a body, a company.
    case organization = "ORG"
    /// A work that stands and is used: a railway, a port, a station.
    case facility = "FAC"
    /// A project, a plan, a programme.
    case project = "PROJ"
    /// A document, a law, a book.
    case document = "DOC"
    /// A meeting, games, a war, a disaster.
    case event = "EVENT"
    /// A title that is awarded.
    case honour = "HONOUR"
}

/// The rules that make entities. A result names its rule, and each has its examples in Corpora/specs/entities.
public enum EntityRule: String, Hashable, Sendable, Codable, CaseIterable {
    /// 济南市, 鲁: a division of the table, or several that lie in each other.
    case division
    /// 长江, 教育部: a name of the table.
    case name
    /// 石桥镇, 柳浦街道: a place by its last word.
    case place
    /// 岚江大学, 省教育厅: a name by its last word.
    case head
    /// 顾承远: a surname, and who it is told of.
    case person
    /// 《…》
    case bookTitle = "book-title"
    /// 获评“…”
    case award
    /// “…”行动: a quotation with its head.
    case quotedHead = "quoted-head"
    /// 区第十五次党代会: an event by its ordinal.
    case ordinal
    /// 盖世物流 in a list of companies: named by what stands beside it.
    case list
    /// 云湖集团（以下简称“云湖”）: a second name that the text itself gives, there and wherever it comes again.
    case introduced
}

extension Entity: Codable {
    private enum CodingKeys: String, SpanCodingKey { case start, end, text, type, canonical, code, rule }

    /// Encodes the output contract's object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(span)
        try container.encode(text, forKey: .text)
        try container.encode(type, forKey: .type)
        try container.encodeIfPresent(canonical, forKey: .canonical)
        try container.encodeIfPresent(code, forKey: .code)
        try container.encode(rule, forKey: .rule)
    }

    /// Decodes what `encode(to:)` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        span = try container.decodeSpan()
        text = try container.decode(String.self, forKey: .text)
        type = try container.decode(EntityType.self, forKey: .type)
        canonical = try container.decodeIfPresent(String.self, forKey: .canonical)
        code = try container.decodeIfPresent(String.self, forKey: .code)
        rule = try container.decode(EntityRule.self, forKey: .rule)
    }
}
