/// What a list or pattern of the user's own has found.
public struct PatternMatch: Hashable, Sendable {
    /// A named part of a match.
    public struct Group: Hashable, Sendable {
        /// As the pattern calls it.
        public var name: String
        /// Where it stands.
        public var span: TextSpan
        /// The characters of `span`.
        public var text: String
        /// The mention that it is; absent where it is text or another match.
        public var mention: Mention?
    }

    /// A place in one of an extraction's lists.
    public struct Mention: Hashable, Sendable, Codable {
        /// Which list.
        public var list: List
        /// Index among its mentions.
        public var index: Int

        /// The lists of an extraction that a group may point into.
        public enum List: String, Hashable, Sendable, Codable, CaseIterable {
            case quantities, times, observations, slogans, entities
        }
    }

    /// From its first to its last character.
    public var span: TextSpan
    /// The characters of `span`.
    public var text: String
    /// Of the list or the pattern.
    public var name: String
    /// Those of a term.
    public var attributes: [String: String]
    /// In the order of the pattern; a group that took no part is left out.
    public var groups: [Group]
    /// What kind of pattern it is.
    public var rule: PatternKind

    /// The same characters as `String` indices; see `TextSpan.range(in:)`.
    public func range(in text: String) -> Range<String.Index>? {
        span.range(in: text)
    }

    /// The first group of a name.
    public subscript(group: String) -> Group? { groups.first { $0.name == group } }
}

extension PatternMatch: Codable {
    private enum CodingKeys: String, SpanCodingKey { case start, end, text, name, attributes, groups, rule }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Encodes the output contract's object: attributes by name, and neither them nor groups where there are none.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(span)
        try container.encode(text, forKey: .text)
        try container.encode(name, forKey: .name)
        if !attributes.isEmpty {
            var nested = container.nestedContainer(keyedBy: Name.self, forKey: .attributes)
            for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
                try nested.encode(value, forKey: Name(stringValue: name))
            }
        }
        if !groups.isEmpty { try container.encode(groups, forKey: .groups) }
        try container.encode(rule, forKey: .rule)
    }

    /// Decodes what `encode(to:)` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        span = try container.decodeSpan()
        text = try container.decode(String.self, forKey: .text)
        name = try container.decode(String.self, forKey: .name)
        attributes = try container.decodeIfPresent([String: String].self, forKey: .attributes) ?? [:]
        groups = try container.decodeIfPresent([Group].self, forKey: .groups) ?? []
        rule = try container.decode(PatternKind.self, forKey: .rule)
    }
}

extension PatternMatch.Group: Codable {
    private enum CodingKeys: String, SpanCodingKey { case name, start, end, text, mention }

    /// Encodes the output contract's object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(span)
        try container.encode(text, forKey: .text)
        try container.encodeIfPresent(mention, forKey: .mention)
    }

    /// Decodes what `encode(to:)` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        span = try container.decodeSpan()
        text = try container.decode(String.self, forKey: .text)
        mention = try container.decodeIfPresent(PatternMatch.Mention.self, forKey: .mention)
    }
}
