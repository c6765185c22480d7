import HanLode

/// The quantities of one document as a table for people.
struct QuantityTable {
    private let extraction: Extraction
    private let document: Document
    private let width: Int

    init(_ extraction: Extraction, of document: Document, width: Int) {
        self.extraction = extraction
        self.document = document
        self.width = width
    }

    /// A heading, a line a quantity, and a blank line.
    var text: String {
        let name = extraction.document.source ?? "standard input"
        var encoding = ""
        if let read = extraction.document.encoding, read != "utf-8" { encoding = ", \(read)" }
        var lines = [
            "\(name): \(extraction.quantities.count) quantities in \(extraction.document.characters) characters\(encoding)"
        ]
        if !extraction.quantities.isEmpty {
            let rows = extraction.quantities.map(cells)
            let header = ["VALUE", "UNIT", "DIMENSION", "MODIFIER"]
            let widths = header.indices.map { column in
                min(22, max(DisplayWidth.of(header[column]), rows.map { DisplayWidth.of($0[column]) }.max() ?? 0))
            }
            let taken = widths.reduce(0) { $0 + $1 + 2 }
            lines.append(line(header + ["IN THE TEXT"], widths: widths))
            for (row, quantity) in zip(rows, extraction.quantities) {
                lines.append(line(row + [context(quantity, width: max(width - taken, 20))], widths: widths))
            }
        }
        return lines.joined(separator: "\n") + "\n\n"
    }

    private func cells(_ quantity: Quantity) -> [String] {
        [
            Self.grouped(quantity.amount), quantity.unit ?? "", quantity.dimension.rawValue,
            quantity.modifier?.rawValue ?? "",
        ]
    }

    private func line(_ cells: [String], widths: [Int]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            guard index < widths.count else {
                line += cell
                continue
            }
            let fitted = DisplayWidth.fit(cell, to: widths[index])
            let gap = String(repeating: " ", count: widths[index] - DisplayWidth.of(fitted))
            line += (index == 0 ? gap + fitted : fitted + gap) + "  "
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// The quantity between 【】 with as much of its line as fits, more before than behind it.
    private func context(_ quantity: Quantity, width: Int) -> String {
        guard let range = quantity.range(in: document.text) else { return quantity.text }
        let mention = "【" + DisplayWidth.plain(quantity.text) + "】"
        let room = max(width - DisplayWidth.of(mention), 0)
        let before = document.text[..<range.lowerBound].suffix(60)
        let after = document.text[range.upperBound...].prefix(40)
        let left = DisplayWidth.plain(before.split(whereSeparator: \.isNewline).last.map(String.init) ?? "")
        let right = DisplayWidth.plain(
            after.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? "")
        let fittedLeft = before.last?.isNewline == true ? "" : DisplayWidth.fitEnd(left, to: room * 2 / 3)
        return fittedLeft + mention + DisplayWidth.fit(right, to: room - DisplayWidth.of(fittedLeft))
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
