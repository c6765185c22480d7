import HanLode

/// A row of the observation table: SDMX's names first, then HanLode's.
struct ObservationRow {
    static let columns = [
        "REF_AREA", "REF_AREA_NAME", "INDICATOR", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS",
        "MEASURE", "BASIS", "DIRECTION", "MODIFIER", "SOURCE", "SECTION", "START", "END", "TEXT", "SENTENCE",
    ]

    private var values: [String: String] = [:]

    var cells: [String] { Self.columns.map { values[$0] ?? "" } }

    /// A row for each quantity, in the order of the text.
    static func rows(_ extraction: Extraction, of document: Document, offsets: OffsetUnit) -> [ObservationRow] {
        let converted = extraction.converted(to: offsets, with: OffsetMap(document.text))
        let sentences = document.sentences
        var sentence = 0
        return zip(extraction.quantities, converted.quantities).map { quantity, shown in
            while sentence < sentences.count, sentences[sentence].end <= quantity.span.start { sentence += 1 }
            var row = ObservationRow(shown)
            row.values["REF_AREA"] = extraction.document.region?.code
            row.values["REF_AREA_NAME"] = extraction.document.region?.name
            row.values["SOURCE"] = extraction.document.source
            if sentence < sentences.count, let range = sentences[sentence].range(in: document.text) {
                row.values["SENTENCE"] = String(document.text[range])
            }
            return row
        }
    }

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
