/// The unit in which offsets into a text are counted.
public enum OffsetUnit: String, Hashable, Sendable, Codable, CaseIterable {
    /// Unicode scalar values, as Python counts.
    case scalar
    /// UTF-8 code units, as the library works.
    case utf8
    /// UTF-16 code units, as JavaScript, Java and `NSString` count.
    case utf16
}
