import HanLode

/// Prints extractions in one of the formats.
struct ExtractionWriter: Sendable {
    let format: ExtractCommand.Format
    let isPretty: Bool
    /// Columns of the terminal, for the table.
    let width: Int

    /// What stands before the first document.
    func header(bom: Bool) -> [UInt8] {
        guard format == .csv else { return [] }
        return (bom ? [0xEF, 0xBB, 0xBF] : []) + CSV.line(ObservationRow.columns)
    }

    /// One document's output.
    func bytes(_ extraction: consuming Extraction, of document: Document, offsets: OffsetUnit) -> [UInt8] {
        switch format {
        case .table:
            return Array(ObservationTable(extraction, width: width).text.utf8)
        case .json:
            extraction.convert(to: offsets, with: OffsetMap(document.text))
            // Nothing in an extraction can fail to encode: it holds no floating-point numbers.
            guard var line = try? JSONWriter.encode(extraction, pretty: isPretty) else { return [] }
            line.append(0x0A)
            return line
        case .csv:
            return ObservationRow.rows(extraction, of: document, offsets: offsets).flatMap { CSV.line($0.cells) }
        }
    }
}

/// Comma-separated values after RFC 4180.
enum CSV {
    static func line(_ cells: [String]) -> [UInt8] {
        Array((cells.map(quoted).joined(separator: ",") + "\r\n").utf8)
    }

    private static func quoted(_ cell: String) -> String {
        let needsQuotes = cell.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
        }
        guard needsQuotes else { return cell }
        var result = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { result.unicodeScalars.append(scalar) }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}
