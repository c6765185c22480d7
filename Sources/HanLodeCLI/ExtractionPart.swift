import HanLode

/// What the JSON has of a document where one list is asked for: the output contract's fields around it, and it.
struct ExtractionPart<Element: Encodable>: Encodable {
    enum CodingKeys: String, CodingKey {
        case version, offsets, document, sections, entities, slogans
    }

    private let extraction: Extraction
    private let list: CodingKeys
    private let elements: [Element]

    /// - Parameter extraction: with its offsets as they are to be printed.
    init(_ extraction: Extraction, _ list: CodingKeys, _ elements: [Element]) {
        self.extraction = extraction
        self.list = list
        self.elements = elements
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Extraction.contractVersion, forKey: .version)
        try container.encode(extraction.offsets, forKey: .offsets)
        try container.encode(extraction.document, forKey: .document)
        try container.encode(elements, forKey: list)
    }
}
