/// A text with what is known of where it came from.
public struct Document: Hashable, Sendable {
    /// The text exactly as given or decoded: nothing removed, nothing normalised.
    public let text: String
    /// The caller's name for it.
    public var id: String?
    /// Where it was read from.
    public var source: String?
    /// The encoding it was read in, lower case; `nil` for a text that was never bytes.
    public internal(set) var encoding: String?
    /// Of the bytes as read, in hexadecimal.
    public var sha256: String?
    /// What was noticed while it was read.
    public internal(set) var diagnostics: [Diagnostic] = []

    /// A document of `text`.
    public init(text: String, id: String? = nil, source: String? = nil) {
        var text = text
        text.makeContiguousUTF8()
        self.text = text
        self.id = id
        self.source = source
    }

    /// What an extraction says of it, but for its length: the characters are counted where they are read. What the text
    /// says of itself stands before what the caller knows.
    func info(_ context: Miner.Context, outline: Outline) -> DocumentInfo {
        DocumentInfo(
            id: id, source: source, title: outline.title, kind: outline.kind, date: outline.date ?? context.date,
            region: (outline.region ?? context.region).map { DocumentInfo.Region(name: $0, code: nil) },
            speaker: outline.speaker, issuer: outline.issuer,
            characters: 0, encoding: encoding, sha256: sha256)
    }
}
