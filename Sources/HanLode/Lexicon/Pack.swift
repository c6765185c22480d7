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
    /// The mark of its content where that is known; found anew it takes as long as to read all rows.
    let knownMark: String?

    init(name: String, rows: [Row], mark: String? = nil) {
        self.name = name
        self.rows = rows
        knownMark = mark
    }

    /// Reads a pack from its text.
    public init(name: String, text: String) {
        self.name = name
        knownMark = nil
        var header: Header?
        var seen: Set<TermPlace> = []
        let bytes = Array(text.utf8)
        seen.reserveCapacity(bytes.count / 16)
        var cells: [Range<Int>] = []
        var offset = bytes.starts(with: "\u{FEFF}".utf8) ? 3 : 0
        var number = 0
        while offset < bytes.count {
            number += 1
            // As bytes: to `Character`, CR LF is one letter and no line feed.
            let next = Self.split(bytes, at: offset, into: &cells)
            let start = offset
            offset = next
            guard let first = bytes[start..<cells[cells.count - 1].upperBound].first(where: { $0 > UInt8(ascii: " ") }),
                first != UInt8(ascii: "#")
            else { continue }
            if first == UInt8(ascii: "@") {
                header = readHeader(cells.map { String(decoding: bytes[$0], as: UTF8.self) }, line: number)
            } else if let row = readRow(cells, of: bytes, under: header, line: number) {
                take(row, &seen)
            }
        }
    }

    /// A pack of rows that were declared, checked like those of a file.
    init(name: String, declaring declared: [PatternRow]) {
        self.name = name
        knownMark = nil
        var seen: Set<TermPlace> = []
        for (index, declaration) in declared.enumerated() {
            guard let row = row(declaration.cells, in: declaration.table, line: index + 1, place: { $0 + 1 }) else {
                continue
            }
            take(row, &seen)
        }
    }

    private mutating func take(_ row: Row, _ seen: inout Set<TermPlace>) {
        if seen.insert(TermPlace(row)).inserted {
            rows.append(row)
        } else {
            report(.duplicateTerm, "\(row.cells[0]) is already in @\(row.table.schema.name)", row.line, 1)
        }
    }

    /// Where the cells of the line at `offset` are, without the end of the line; says where the next line begins.
    private static func split(_ bytes: [UInt8], at offset: Int, into cells: inout [Range<Int>]) -> Int {
        cells.removeAll(keepingCapacity: true)
        var start = offset
        var end = offset
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
            if bytes[end] == UInt8(ascii: "\t") {
                cells.append(start..<end)
                start = end + 1
            }
            end += 1
        }
        let hasReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
        cells.append(start..<(hasReturn ? end - 1 : end))
        return end + 1
    }

    /// Reads a pack file.
    ///
    /// - Throws: `HanLodeError` with `.unreadable` where the file cannot be read, `.packEncoding` where it is not UTF-8.
    public init(contentsOf url: URL) throws(HanLodeError) {
        self.init(name: url.lastPathComponent, text: try Self.text(of: url, which: "a pack"))
    }

    /// The text of a file; `which` says of what.
    static func text(of url: URL, which: String) throws(HanLodeError) -> String {
        let data: Data
        do {
            data = try Data(contentsOf: url)
        } catch {
            throw HanLodeError(.unreadable, "cannot be read", file: url.path)
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw HanLodeError(.packEncoding, "\(which) must be UTF-8", file: url.path)
        }
        return text
    }
}

extension Pack {
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
        guard let table = TableKind(name: tableName) else {
            let known = TableKind.schemas.map { "@" + $0.name }.joined(separator: ", ")
            report(.unknownTable, "there is no table @\(tableName); there are \(known)", line, 1)
            return nil
        }
        let columns = table.schema.columns
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

    private mutating func readRow(
        _ cells: [Range<Int>], of bytes: [UInt8], under header: Header?, line: Int
    ) -> Row? {
        guard let header else {
            report(
                .rowBeforeHeader, "no table is open here: the last header row is missing or was not understood", line, 0
            )
            return nil
        }
        var values = Array(repeating: "", count: header.table.schema.columns.count)
        for (index, cell) in cells.enumerated() where !cell.isEmpty {
            guard index < header.targets.count else {
                report(.tooManyCells, "the header has only \(header.targets.count) columns", line, index + 1)
                return nil
            }
            if let target = header.targets[index] { values[target] = String(decoding: bytes[cell], as: UTF8.self) }
        }
        return row(values, in: header.table, line: line) { column in
            header.targets.firstIndex(of: column).map { $0 + 1 } ?? 0
        }
    }

    /// A row, if its cells are what their columns hold; `place` says which cell of the line a column's is.
    private mutating func row(_ values: [String], in table: TableKind, line: Int, place: (Int) -> Int) -> Row? {
        let columns = table.schema.columns
        for (index, column) in columns.enumerated() where !values[index].isEmpty {
            if let complaint = column.complaint(about: values[index]) {
                report(.badValue, "\(column.name) is \(values[index]): \(complaint)", line, place(index))
                return nil
            }
        }
        for (index, column) in columns.enumerated() where column.isRequired && values[index].isEmpty {
            report(.emptyCell, "\(column.name) is empty", line, 0)
            return nil
        }
        if table == .patterns, let complaint = PatternTerm.complaint(about: values) {
            report(.badPattern, complaint, line, place(PatternTerm.definitionColumn))
            return nil
        }
        return Row(table: table, file: name, line: line, cells: values)
    }
}
