import HanLode

/// A row of the observation table: SDMX's names first, then HanLode's.
struct ObservationRow {
    static let columns = [
        "REF_AREA", "REF_AREA_NAME", "INDICATOR", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS",
        "MEASURE", "BASIS", "DIRECTION", "MODIFIER", "SOURCE", "SECTION", "START", "END", "TEXT", "SENTENCE",
    ]

    private var values: [String: String] = [:]

    var cells: [String] { Self.columns.map { values[$0] ?? "" } }

    /// A row for each quantity, in the order of the text; one that states nothing has no indicator.
    static func rows(_ extraction: Extraction, of document: Document, offsets: OffsetUnit) -> [ObservationRow] {
        let converted = extraction.converted(to: offsets, with: OffsetMap(document.text))
        let sentences = document.sentences
        var sentence = 0
        var observations = extraction.observations[...]
        return extraction.quantities.enumerated().map { index, quantity in
            var row = ObservationRow(converted.quantities[index])
            row.values["REF_AREA"] = extraction.document.region?.code
            row.values["REF_AREA_NAME"] = extraction.document.region?.name
            row.values["SOURCE"] = extraction.document.source
            while sentence < sentences.count, sentences[sentence].end <= quantity.span.start { sentence += 1 }
            var span = sentence < sentences.count ? sentences[sentence] : nil
            if observations.first?.quantity == index, let observation = observations.popFirst() {
                row.add(observation, sections: extraction.sections)
                span = observation.sentence
            }
            if let span { row.values["SENTENCE"] = excerpt(span, around: quantity.span, of: document.text) }
            return row
        }
    }

    private mutating func add(_ observation: Observation, sections: [Section]) {
        if let area = observation.area {
            values["REF_AREA"] = area.code
            values["REF_AREA_NAME"] = area.name
        }
        values["INDICATOR"] = observation.indicator
        values["TIME_PERIOD"] = observation.period
        values["OBS_STATUS"] = observation.status.rawValue
        values["MEASURE"] = observation.measure.rawValue
        values["BASIS"] = observation.basis
        values["DIRECTION"] = observation.direction?.rawValue
        values["SECTION"] = observation.section.map { sections[$0].title }
    }

    /// The sentence, or of one that is longer than any reader would follow what stands around the quantity: the rows of
    /// a text without a stop must not each hold all of it.
    private static func excerpt(_ sentence: TextSpan, around span: TextSpan, of text: String) -> String {
        guard let whole = sentence.range(in: text), let mention = span.range(in: text) else { return "" }
        guard sentence.count > longestSentence else { return String(text[whole]) }
        let scalars = text.unicodeScalars
        let room = longestSentence / 8
        let start = scalars.index(mention.lowerBound, offsetBy: -room, limitedBy: whole.lowerBound) ?? whole.lowerBound
        let end = scalars.index(mention.upperBound, offsetBy: room, limitedBy: whole.upperBound) ?? whole.upperBound
        let part = String(scalars[start..<max(start, min(end, whole.upperBound))])
        return (start > whole.lowerBound ? "…" : "") + part + (end < whole.upperBound ? "…" : "")
    }

    /// In bytes: some seven hundred Han characters.
    private static let longestSentence = 2048

    private init(_ quantity: Quantity) {
        values["OBS_VALUE"] = quantity.amount
        values["UNIT_MEASURE"] = quantity.unit
        // The scale is applied to the value, so that the multiplier is always 10^0.
        values["UNIT_MULT"] = "0"
        values["MODIFIER"] = quantity.modifier?.rawValue
        values["START"] = String(quantity.span.start)
        values["END"] = String(quantity.span.end)
        values["TEXT"] = quantity.text
    }
}

extension Quantity {
    /// The value, or `lower..upper`.
    var amount: String {
        if let value { return value.description }
        return "\(lower?.description ?? "")..\(upper?.description ?? "")"
    }
}
