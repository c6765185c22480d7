/// Rows and columns for people: columns as wide as their cells, one space more between them.
struct TextTable {
    enum Alignment { case left, right }

    let columns: [(name: String, alignment: Alignment)]
    private var rows: [[String]] = []

    init(_ columns: [(name: String, alignment: Alignment)]) {
        self.columns = columns
    }

    mutating func append(_ row: [String]) {
        rows.append(row.map { DisplayWidth.plain($0) })
    }

    /// The header and the rows, a line each.
    var text: String {
        let widths = columns.indices.map { column in
            max(DisplayWidth.of(columns[column].name), rows.map { DisplayWidth.of($0[column]) }.max() ?? 0)
        }
        return ([columns.map(\.name)] + rows).map { line($0, widths) + "\n" }.joined()
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (column, cell) in cells.enumerated() {
            let gap = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
            line += columns[column].alignment == .right ? gap + cell : cell + gap
            line += "  "
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}
