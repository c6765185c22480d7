/// What went wrong, or is worth knowing, as a code that does not change between versions.
///
/// The one list of all codes. HL01xx: reading; HL02xx: extraction; HL03xx: lexicon packs; HL04xx: the CLI's streams.
public enum DiagnosticCode: String, Hashable, Sendable, Codable, CaseIterable {
    /// The file cannot be opened or read.
    case unreadable = "HL0101"
    /// The path is a directory, or another thing that holds no text.
    case notAFile = "HL0102"
    /// The content is not text in any known encoding.
    case binary = "HL0103"
    /// No converter is known under the encoding's name.
    case unknownEncoding = "HL0104"
    /// Bytes that the encoding does not allow stand as U+FFFD.
    case malformedBytes = "HL0105"
    /// The document has no characters.
    case empty = "HL0106"
    /// The text is longer than 2 GiB.
    case tooLong = "HL0107"
    /// The encoding was guessed with little evidence.
    case uncertainEncoding = "HL0108"
    /// ICU failed; the message has its code.
    case icuFailure = "HL0109"
    /// A numeral has more digits than an exact number holds.
    case numeralTooLong = "HL0201"
    /// A set of slogans has not as many members as its numerals say.
    case cardinality = "HL0202"
    /// The report tells no date and none is given: what is counted from it (去年, 五年来) may have no value.
    case noDate = "HL0203"
    /// A regular expression exceeded its limit of time or memory on a paragraph.
    case patternLimit = "HL0204"
    /// The line belongs to no table: a header row must come first.
    case rowBeforeHeader = "HL0301"
    /// The header names a table that does not exist.
    case unknownTable = "HL0302"
    /// The header names a column that the table does not have.
    case unknownColumn = "HL0303"
    /// A column that every row needs is missing from the header.
    case missingColumn = "HL0304"
    /// The row has more cells than the header.
    case tooManyCells = "HL0305"
    /// A cell that must not be empty is.
    case emptyCell = "HL0306"
    /// A cell's text is no value of its column's type.
    case badValue = "HL0307"
    /// The pack already has this term in this table.
    case duplicateTerm = "HL0308"
    /// The pack is not UTF-8.
    case packEncoding = "HL0309"
    /// The compiled lexicon is not one that this version reads.
    case badImage = "HL0310"
    /// A pattern's definition is not understood.
    case badPattern = "HL0311"
    /// The line is not a JSON object.
    case badJSON = "HL0401"
    /// The object has no text.
    case missingText = "HL0402"
    /// A field has the wrong type or form.
    case badField = "HL0403"
}

/// A remark about a place in a document.
public struct Diagnostic: Hashable, Sendable, Codable {
    /// What it is.
    public var code: DiagnosticCode
    /// The same in a sentence.
    public var message: String
    /// The characters concerned; absent where it concerns the whole document.
    public var span: TextSpan?

    /// A remark; `span` in UTF-8 offsets.
    public init(_ code: DiagnosticCode, _ message: String, span: TextSpan? = nil) {
        self.code = code
        self.message = message
        self.span = span
    }

    private enum CodingKeys: String, SpanCodingKey { case code, message, start, end }

    /// Encodes `{"code", "message", "start", "end"}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(message, forKey: .message)
        if let span { try container.encode(span) }
    }

    /// Decodes what `encode(to:)` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(DiagnosticCode.self, forKey: .code)
        message = try container.decode(String.self, forKey: .message)
        if try container.decodeIfPresent(Int.self, forKey: .start) != nil { span = try container.decodeSpan() }
    }
}

/// The one error type of the library: a code, a sentence, and the place.
public struct HanLodeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What it is.
    public var code: DiagnosticCode
    /// The same in a sentence.
    public var message: String
    /// The file, where one is concerned.
    public var file: String?
    /// A byte offset into that file, where one is known.
    public var offset: Int?

    /// An error with the place it concerns.
    public init(_ code: DiagnosticCode, _ message: String, file: String? = nil, offset: Int? = nil) {
        self.code = code
        self.message = message
        self.file = file
        self.offset = offset
    }

    /// `FILE:@OFFSET: HL0103: message`, with as much of the place as is known.
    public var description: String {
        var place = file ?? ""
        if let offset { place += ":@\(offset)" }
        return (place.isEmpty ? "" : place + ": ") + "\(code.rawValue): \(message)"
    }
}
