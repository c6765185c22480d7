/// A part of a report under one heading.
public struct Section: Hashable, Sendable {
    /// What a section is about.
    public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        /// What has been done: what it states is achieved.
        case review
        /// What is aimed at.
        case target
        /// What is to be done.
        case task
        /// Neither, or several of them.
        case other
    }

    /// From 1 for the outermost.
    public var level: Int
    /// The numeral as the text writes it, without the signs around it: 一, 3; absent where the heading has none.
    public var number: String?
    /// The heading's text, without its number, its last stop and the line breaks in it.
    public var title: String
    /// From the heading's words and, where they do not tell, from the section around it.
    public var role: Role
    /// From the heading's first character to the last of what belongs to it.
    public var span: TextSpan
}

extension Section: Codable {
    private enum CodingKeys: String, SpanCodingKey { case level, number, title, role, start, end }

    /// Encodes `{"level", "number", "title", "role", "start", "end"}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(level, forKey: .level)
        try container.encodeIfPresent(number, forKey: .number)
        try container.encode(title, forKey: .title)
        try container.encode(role, forKey: .role)
        try container.encode(span)
    }

    /// Decodes what `encode(to:)` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        level = try container.decode(Int.self, forKey: .level)
        number = try container.decodeIfPresent(String.self, forKey: .number)
        title = try container.decode(String.self, forKey: .title)
        role = try container.decode(Role.self, forKey: .role)
        span = try container.decodeSpan()
    }
}
