/// All that was found in one document: a value, sendable and codable as the output contract says.
///
/// Spans are UTF-8 offsets into the text given, until `converted(to:with:)` rewrites them. Lists are in the order of
/// the text, of two that begin together the longer first.
public struct Extraction: Hashable, Sendable {
    /// The version of the output contract.
    public static let contractVersion = 1

    /// What the offsets count.
    public var offsets: OffsetUnit = .utf8
    /// What is known of the document itself.
    public var document: DocumentInfo
    /// What made the result.
    public var producer: Producer
    /// The outline, in the order of the text: a section comes before those inside it.
    public var sections: [Section] = []
    /// Every quantity.
    public var quantities: [Quantity] = []
    /// What the quantities state, in their order; a quantity that states nothing has none.
    public var observations: [Observation] = []
    /// Every date, period, duration and recurring time.
    public var times: [TimeExpression] = []
    /// Every slogan: sets that count their members, and coined terms.
    public var slogans: [Slogan] = []
    /// Every name of a person, a place, a body, a work, a document, an event or an honour; none inside another.
    public var entities: [Entity] = []
    /// What the document would want corrected, or the reader would want to know.
    public var diagnostics: [Diagnostic] = []

    init(document: DocumentInfo, producer: Producer) {
        self.document = document
        self.producer = producer
    }

    /// The quantity that an observation is about: `found[observation.quantity]`.
    public subscript(quantity: Int) -> Quantity { quantities[quantity] }

    /// The same result with its offsets counted in `unit`.
    ///
    /// - Parameter map: the map of the text that the result was extracted from.
    public func converted(to unit: OffsetUnit, with map: OffsetMap) -> Extraction {
        var result = self
        result.convert(to: unit, with: map)
        return result
    }

    /// Counts the offsets in `unit` from now on; see `converted(to:with:)`.
    public mutating func convert(to unit: OffsetUnit, with map: OffsetMap) {
        guard unit != offsets else { return }
        let old = offsets
        func convert(_ span: TextSpan) -> TextSpan {
            let utf8 = TextSpan(
                start: map.utf8Offset(of: span.start, in: old), end: map.utf8Offset(of: span.end, in: old))
            return map.convert(utf8, to: unit)
        }
        for index in sections.indices { sections[index].span = convert(sections[index].span) }
        for index in quantities.indices { quantities[index].span = convert(quantities[index].span) }
        for index in observations.indices {
            observations[index].sentence = convert(observations[index].sentence)
            observations[index].indicatorSpan = observations[index].indicatorSpan.map(convert)
        }
        for index in times.indices { times[index].span = convert(times[index].span) }
        for index in slogans.indices {
            slogans[index].span = convert(slogans[index].span)
            slogans[index].memberSpans = slogans[index].memberSpans.map { $0.map(convert) }
        }
        for index in entities.indices { entities[index].span = convert(entities[index].span) }
        for index in diagnostics.indices { diagnostics[index].span = diagnostics[index].span.map(convert) }
        offsets = unit
    }
}

/// What is known of a document as a whole.
public struct DocumentInfo: Hashable, Sendable, Codable {
    /// The caller's name for it.
    public var id: String?
    /// Where it was read from.
    public var source: String?
    /// As the text has it; lines of one title are joined by a space.
    public var title: String?
    /// From the title, or from the sentence in which the speaker takes the floor.
    public var kind: DocumentKind
    /// When the report was given, `YYYY-MM-DD`: as its dateline says, or else the header of its page, or else as given.
    public var date: String?
    /// For where the report was given: as its dateline or title says, or else as given.
    public var region: Region?
    /// Who gave the report.
    public var speaker: String?
    /// The body that it was given for.
    public var issuer: String?
    /// Length in Unicode scalars.
    public var characters: Int
    /// The encoding it was read in, lower case.
    public var encoding: String?
    /// Of the bytes as read, in hexadecimal.
    public var sha256: String?

    /// A region by name, with its code by GB/T 2260 where that is known.
    public struct Region: Hashable, Sendable, Codable {
        /// As given.
        public var name: String
        /// Six digits.
        public var code: String?
    }
}

extension Extraction: Codable {
    private enum CodingKeys: String, CodingKey {
        case version, offsets, document, producer, sections, quantities, observations, times, slogans, entities,
            diagnostics
    }

    /// Encodes the output contract's object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.contractVersion, forKey: .version)
        try container.encode(offsets, forKey: .offsets)
        try container.encode(document, forKey: .document)
        try container.encode(producer, forKey: .producer)
        try container.encode(sections, forKey: .sections)
        try container.encode(quantities, forKey: .quantities)
        try container.encode(observations, forKey: .observations)
        try container.encode(times, forKey: .times)
        try container.encode(slogans, forKey: .slogans)
        try container.encode(entities, forKey: .entities)
        try container.encode(diagnostics, forKey: .diagnostics)
    }

    /// Decodes what `encode(to:)` writes.
    ///
    /// - Throws: `DecodingError` for another version of the contract.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let version = try container.decode(Int.self, forKey: .version)
        guard version == Self.contractVersion else {
            throw DecodingError.dataCorruptedError(
                forKey: .version, in: container, debugDescription: "version \(version) of the contract is unknown")
        }
        offsets = try container.decode(OffsetUnit.self, forKey: .offsets)
        document = try container.decode(DocumentInfo.self, forKey: .document)
        producer = try container.decode(Producer.self, forKey: .producer)
        sections = try container.decode([Section].self, forKey: .sections)
        quantities = try container.decode([Quantity].self, forKey: .quantities)
        observations = try container.decode([Observation].self, forKey: .observations)
        times = try container.decode([TimeExpression].self, forKey: .times)
        slogans = try container.decode([Slogan].self, forKey: .slogans)
        entities = try container.decode([Entity].self, forKey: .entities)
        diagnostics = try container.decode([Diagnostic].self, forKey: .diagnostics)
    }
}
