#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Tables of terms in the pack format, read but not yet compiled.
///
/// A pack is UTF-8 text: one term a line, cells separated by tabs. A row whose first cell is `@table` names the table
/// and the columns of the rows below it; `#` at the start of a line makes a comment, the place for the source of a fact.
/// A bad line becomes a diagnostic with its line and column, and the rest is read.
public struct Pack: Hashable, Sendable {
    /// A remark about a line of a pack.
    public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
        /// What it is.
        public let code: DiagnosticCode
        /// The same in a sentence.
        public let message: String
        /// The pack's name.
        public let file: String
        /// The line, from 1.
        public let line: Int
        /// The cell, from 1; 0 where it concerns the whole line.
        public let column: Int

        /// `FILE:LINE:COLUMN: CODE: message`
        public var description: String {
            "\(file):\(line):\(column): \(code.rawValue): \(message)"
        }
    }

    /// One term: its cells in the order of its table's columns, empty where the row has none.
    struct Row: Hashable, Sendable {
        let table: TableKind
        /// Where it stands: what a result that rests on it can point to.
        let file: String
        let line: Int
        let cells: [String]
    }

    /// The file's name, or the one it was given.
    public let name: String
    /// The lines that were not understood, in order.
    public private(set) var diagnostics: [Diagnostic] = []
    private(set) var rows: [Row] = []

    init(name: String, rows: [Row]) {
        self.name = name
        self.rows = rows
    }

    /// All rows of `packs` as one pack.
    init(name: String, merging packs: [Pack]) {
        self.init(name: name, rows: packs.flatMap(\.rows))
    }

    /// Reads a pack from its text.
    public init(name: String, text: String) {
        self.name = name
        var header: Header?
        var seen: Set<Term> = []
        // Split as bytes: to `Character`, CR LF is one letter and no line feed.
        for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        {
            var line = line
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            if index == 0, line.starts(with: "\u{FEFF}".utf8) { line = line.dropFirst(3) }
            guard let first = line.first(where: { $0 > UInt8(ascii: " ") }), first != UInt8(ascii: "#") else {
                continue
            }
            let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(Substring($0)) }
            if first == UInt8(ascii: "@") {
                header = readHeader(cells, line: index + 1)
            } else if let row = readRow(cells, under: header, line: index + 1) {
                if seen.insert(Term(table: row.table, surface: row.cells[0], detail: row.distinction)).inserted {
                    rows.append(row)
                } else {
                    report(.duplicateTerm, "\(row.cells[0]) is already in @\(row.table.rawValue)", index + 1, 1)
                }
            }
        }
    }

    /// Reads a pack file.
    ///
    /// - Throws: `HanLodeError` with `.unreadable` where the file cannot be read, `.packEncoding` where it is not UTF-8.
    public init(contentsOf url: URL) throws(HanLodeError) {
        let data: Data
        do {
            data = try Data(contentsOf: url)
        } catch {
            throw HanLodeError(.unreadable, "cannot be read", file: url.path)
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw HanLodeError(.packEncoding, "a pack must be UTF-8", file: url.path)
        }
        self.init(name: url.lastPathComponent, text: text)
    }
}

extension Pack {
    private struct Term: Hashable {
        let table: TableKind
        let surface: String
        let detail: String
    }

    /// Where each cell of a file's rows goes among the table's columns.
    private struct Header {
        let table: TableKind
        let targets: [Int?]
    }

    private mutating func report(_ code: DiagnosticCode, _ message: String, _ line: Int, _ column: Int) {
        diagnostics.append(Diagnostic(code: code, message: message, file: name, line: line, column: column))
    }

    private mutating func readHeader(_ cells: [String], line: Int) -> Header? {
        let tableName = String(cells[0].dropFirst())
        guard let table = TableKind(rawValue: tableName) else {
            let known = TableKind.allCases.map { "@" + $0.rawValue }.joined(separator: ", ")
            report(.unknownTable, "there is no table @\(tableName); there are \(known)", line, 1)
            return nil
        }
        let columns = table.columns
        var targets: [Int?] = []
        for (index, cell) in cells.dropFirst().enumerated() {
            let target = columns.firstIndex { $0.name == cell }
            if target == nil {
                let known = columns.map(\.name).joined(separator: ", ")
                report(.unknownColumn, "@\(tableName) has no column \(cell); it has \(known)", line, index + 2)
            }
            targets.append(target)
        }
        for (index, column) in columns.enumerated() where column.isRequired && !targets.contains(index) {
            report(.missingColumn, "@\(tableName) needs the column \(column.name)", line, 0)
            return nil
        }
        return Header(table: table, targets: targets)
    }

    private mutating func readRow(_ cells: [String], under header: Header?, line: Int) -> Row? {
        guard let header else {
            report(
                .rowBeforeHeader, "no table is open here: the last header row is missing or was not understood", line, 0
            )
            return nil
        }
        let columns = header.table.columns
        var values = Array(repeating: "", count: columns.count)
        for (index, cell) in cells.enumerated() where !cell.isEmpty {
            guard index < header.targets.count else {
                report(.tooManyCells, "the header has only \(header.targets.count) columns", line, index + 1)
                return nil
            }
            guard let target = header.targets[index] else { continue }
            if let complaint = columns[target].complaint(about: cell) {
                report(.badValue, "\(columns[target].name) is \(cell): \(complaint)", line, index + 1)
                return nil
            }
            values[target] = cell
        }
        for (index, column) in columns.enumerated() where column.isRequired && values[index].isEmpty {
            report(.emptyCell, "\(column.name) is empty", line, 0)
            return nil
        }
        return Row(table: header.table, file: name, line: line, cells: values)
    }
}

extension Pack.Row {
    /// What, beside the surface, makes two rows of a table different terms.
    var distinction: String {
        switch table {
        case .modifiers, .connectors, .cues, .suffixes, .morphemes: cells[1]
        default: ""
        }
    }
}
