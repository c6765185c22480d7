/// A slogan that a text quotes or states: a set that counts its members, or a coined term.
public struct Slogan: Hashable, Sendable {
    /// The slogan without the quotation marks around it.
    public var span: TextSpan
    /// The characters of `span`.
    public var text: String
    /// Whether its numerals count its members.
    public var kind: SloganKind
    /// The numerals of a set, in order: `[4]` of 四个意识, `[3, 1]` of 三会一课, `[1, 4]` of 1+4+N, `[4, 4, 3, 3]` of 4433.
    public var counts: [Int]?
    /// 个 of 四个意识, where there is one behind the first numeral.
    public var classifier: String?
    /// What is counted, 意识 of 四个意识; absent where several numerals count several things.
    public var head: String?
    /// The one name for all ways of writing the slogan: the lexicon's, or else the text without white space.
    public var canonical: String
    /// What the set counts, in order, as the text or the lexicon names it.
    public var members: [String]?
    /// Where the members come from; absent for terms.
    public var membership: SloganMembership?
    /// Where each member stands, for members from the text.
    public var memberSpans: [TextSpan]?
    /// Whether there are as many members as the numerals say; absent where no members are known.
    public var cardinalityHolds: Bool?
    /// Whether it stands in quotation marks.
    public var isQuoted: Bool
    /// What it is used for.
    public var type: SloganType
    /// The rule that made it.
    public var rule: SloganRule

    /// The same characters as `String` indices; see `TextSpan.range(in:)`.
    public func range(in text: String) -> Range<String.Index>? {
        span.range(in: text)
    }
}

/// Whether a slogan counts its members.
public enum SloganKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// 四个意识, 三会一课, 4433: its numerals count its members.
    case set
    /// 放管服, 强省会: any other.
    case term
}

/// Where a set's members come from.
public enum SloganMembership: String, Hashable, Sendable, Codable, CaseIterable {
    /// The text names them.
    case text
    /// The lexicon does.
    case lexicon
    /// Nobody does.
    case unknown
}

/// What a slogan is used for.
public enum SloganType: String, Hashable, Sendable, Codable, CaseIterable {
    /// 提法: a formulation of political doctrine, 四个意识.
    case tifa
    /// A bundle of policies, aims or tasks: 六稳, 四大主导产业.
    case policyPackage
    /// An action with a beginning and an end: 三大攻坚行动, 三反.
    case campaign
    /// A way of working, a mechanism or an institution: 三会一课, 4433工作推进体系.
    case workSystem
    /// Something else, or unknown.
    case other
}

/// The rules that make slogans. A result names its rule, and each has its examples in Corpora/specs/slogans.
public enum SloganRule: String, Hashable, Sendable, Codable, CaseIterable {
    /// A slogan of the lexicon, quoted or not.
    case lexicon
    /// “四个意识”, “12项改革创新行动”: numeral, classifier and head in quotation marks.
    case classified
    /// “四风”, “五社联动”: numeral and head in quotation marks.
    case bare
    /// “双碳”.
    case double
    /// “三会一课”, 三线七站: numerals side by side.
    case coordinate
    /// “4433”, “1+4+N”.
    case code
    /// “千万工程”, “千项万亿”.
    case places
    /// 三大攻坚战: numeral, 大 and a word for what slogans name, without quotation marks.
    case plain
    /// A set that the same text has in quotation marks elsewhere.
    case repeated
    /// Anything else in quotation marks that is neither title nor saying: “强省会”.
    case quotation
}

extension Slogan: Codable {
    private enum CodingKeys: String, SpanCodingKey {
        case start, end, text, kind, counts, classifier, head, canonical, members, membership, memberSpans
        case cardinalityHolds, quoted, type, rule
    }

    /// Encodes the output contract's object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(span)
        try container.encode(text, forKey: .text)
        try container.encode(kind, forKey: .kind)
        try container.encodeIfPresent(counts, forKey: .counts)
        try container.encodeIfPresent(classifier, forKey: .classifier)
        try container.encodeIfPresent(head, forKey: .head)
        try container.encode(canonical, forKey: .canonical)
        try container.encodeIfPresent(members, forKey: .members)
        try container.encodeIfPresent(membership, forKey: .membership)
        try container.encodeIfPresent(memberSpans, forKey: .memberSpans)
        try container.encodeIfPresent(cardinalityHolds, forKey: .cardinalityHolds)
        try container.encode(isQuoted, forKey: .quoted)
        try container.encode(type, forKey: .type)
        try container.encode(rule, forKey: .rule)
    }

    /// Decodes what `encode(to:)` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        span = try container.decodeSpan()
        text = try container.decode(String.self, forKey: .text)
        kind = try container.decode(SloganKind.self, forKey: .kind)
        counts = try container.decodeIfPresent([Int].self, forKey: .counts)
        classifier = try container.decodeIfPresent(String.self, forKey: .classifier)
        head = try container.decodeIfPresent(String.self, forKey: .head)
        canonical = try container.decode(String.self, forKey: .canonical)
        members = try container.decodeIfPresent([String].self, forKey: .members)
        membership = try container.decodeIfPresent(SloganMembership.self, forKey: .membership)
        memberSpans = try container.decodeIfPresent([TextSpan].self, forKey: .memberSpans)
        cardinalityHolds = try container.decodeIfPresent(Bool.self, forKey: .cardinalityHolds)
        isQuoted = try container.decode(Bool.self, forKey: .quoted)
        type = try container.decode(SloganType.self, forKey: .type)
        rule = try container.decode(SloganRule.self, forKey: .rule)
    }
}
