import HanLode

/// The statements of one document as a table for people: a line a quantity, with what it says.
struct ObservationTable {
    private let extraction: Extraction
    private let width: Int

    init(_ extraction: Extraction, width: Int) {
        self.extraction = extraction
        self.width = width
    }

    private static let header = ["INDICATOR", "VALUE", "UNIT", "MEASURE", "PERIOD", "STATUS"]

    /// A heading, a line a quantity, and a blank line.
    var text: String {
        let name = extraction.document.source ?? "standard input"
        var encoding = ""
        if let read = extraction.document.encoding, read != "utf-8" { encoding = ", \(read)" }
        let stated = extraction.observations.count
        var lines = [
            "\(name): \(extraction.quantities.count) quantities, \(stated) with an indicator, in "
                + "\(extraction.document.characters) characters\(encoding)"
        ]
        if !extraction.quantities.isEmpty {
            let rows = cells
            // What is known of a column's content bounds it; the indicator gets the rest of the line.
            let limits = [0, 26, 14, 9, 15, 6]
            var widths = Self.header.indices.map { column in
                let longest = rows.reduce(DisplayWidth.of(Self.header[column])) { max($0, DisplayWidth.of($1[column])) }
                return min(limits[column], longest)
            }
            let longest = rows.reduce(9) { max($0, DisplayWidth.of($1[0])) }
            widths[0] = max(min(longest, width - widths.reduce(0) { $0 + $1 + 2 }), 16)
            lines += ([Self.header] + rows).map { line($0, widths: widths) }
        }
        return lines.joined(separator: "\n") + "\n\n"
    }

    private var cells: [[String]] {
        var observations = extraction.observations[...]
        return extraction.quantities.enumerated().map { index, quantity in
            var observation: Observation?
            if observations.first?.quantity == index { observation = observations.popFirst() }
            let measure = observation.map { $0.measure.rawValue + ($0.direction == .decrease ? " ↓" : "") }
            return [
                observation.map { DisplayWidth.plain($0.indicator) } ?? "·",
                Self.sign(of: quantity.modifier) + Self.grouped(quantity.amount), quantity.unit ?? "", measure ?? "",
                observation?.period ?? "", observation?.status.rawValue ?? "",
            ]
        }
    }

    private func line(_ cells: [String], widths: [Int]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let fitted = DisplayWidth.fit(cell, to: widths[index])
            let gap = String(repeating: " ", count: widths[index] - DisplayWidth.of(fitted))
            line += (index == 1 ? gap + fitted : fitted + gap) + "  "
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// How the amount stands to the number, in one sign.
    private static func sign(of modifier: Modifier?) -> String {
        switch modifier {
        case .approximate: "≈ "
        case .nearly: "≲ "
        case .moreThan: "> "
        case .atLeast: "≥ "
        case .atMost: "≤ "
        case .lessThan: "< "
        case nil: ""
        }
    }

    /// 116600000000 as 116,600,000,000, for the eye alone.
    private static func grouped(_ amount: String) -> String {
        guard !amount.contains("/"), !amount.contains("..") else { return amount }
        let parts = amount.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first else { return amount }
        var result = ""
        for (index, digit) in whole.reversed().enumerated() {
            if index > 0, index % 3 == 0, digit != "-" { result.append(",") }
            result.append(digit)
        }
        return String(result.reversed()) + (parts.count > 1 ? "." + parts[1] : "")
    }
}
