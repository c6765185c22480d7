/// A row of a compiled table: one word for each of the table's columns, read when asked for.
///
/// Columns are numbered as in the table's schema.
struct Record: Sendable {
    private let rows: LexiconRows
    private let start: Int

    @inline(__always)
    init(_ rows: LexiconRows, _ row: Int, of table: TableKind) {
        self.init(rows, start: rows[table].start + row * rows[table].width)
    }

    @inline(__always)
    fileprivate init(_ rows: LexiconRows, start: Int) {
        self.rows = rows
        self.start = start
    }

    @inline(__always)
    private func word(_ column: Int) -> UInt32 { rows.word(start + column) }

    /// A column of text.
    func text(_ column: Int) -> String { rows.text(word(column)) }

    /// The bytes of a column of text.
    func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> { rows.textBytes(word(column)) }

    /// Whether a column of text is this one.
    func isText(_ column: Int, _ text: StaticString) -> Bool {
        let bytes = rows.textBytes(word(column))
        guard bytes.count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(bytes) }
    }

    /// A column of text that may be empty.
    func optionalText(_ column: Int) -> String? {
        let text = text(column)
        return text.isEmpty ? nil : text
    }

    /// The parts of a column of text, cut as bytes: to find letters takes many times as long.
    func parts(_ column: Int, separator: Unicode.Scalar) -> [String] {
        var parts: [String] = []
        forEachPart(column, separator) { parts.append(String(decoding: $0, as: UTF8.self)) }
        return parts
    }

    /// How many parts a column of text has.
    func partCount(_ column: Int, separator: Unicode.Scalar) -> Int {
        var count = 0
        forEachPart(column, separator) { _ in count += 1 }
        return count
    }

    /// Calls `body` with every part of a column of text that is not empty.
    @inline(__always)
    private func forEachPart(
        _ column: Int, _ separator: Unicode.Scalar, _ body: (UnsafeBufferPointer<UInt8>.SubSequence) -> Void
    ) {
        let bytes = bytes(column)
        let separator = UInt8(ascii: separator)
        var start = 0
        for index in bytes.indices where bytes[index] == separator {
            if start < index { body(bytes[start..<index]) }
            start = index + 1
        }
        if start < bytes.count { body(bytes[start...]) }
    }

    /// A column of codes; 0 where there is none.
    @inline(__always)
    func code(_ column: Int) -> UInt32 { word(column) }

    /// A column of rational numbers.
    func number(_ column: Int) -> ExactNumber? { rows.number(word(column)) }

    /// A column of keywords; the first of them where the word is none.
    @inline(__always)
    func choice<Value: CaseIterable>(_ column: Int) -> Value where Value.AllCases == [Value] {
        let cases = Value.allCases
        let index = Int(word(column))
        return cases[index < cases.count ? index : 0]
    }

    /// A column of keywords that may be empty: its schema lists the empty one first.
    func optionalChoice<Value: CaseIterable>(_ column: Int) -> Value? where Value.AllCases == [Value] {
        let index = Int(word(column))
        return index > 0 && index <= Value.allCases.count ? Value.allCases[index - 1] : nil
    }

    /// A column of keywords that may hold one beyond those of `Value`: `nil` for that.
    @inline(__always)
    func knownChoice<Value: CaseIterable>(_ column: Int) -> Value? where Value.AllCases == [Value] {
        let cases = Value.allCases
        let index = Int(word(column))
        return index < cases.count ? cases[index] : nil
    }

    /// The cells as they stood in the pack.
    func cells(_ columns: [Column]) -> [String] {
        columns.enumerated().map { index, column in
            switch column.kind {
            case .text, .character, .identifier, .count, .name, .attributes, .priority: text(index)
            case .digit: String(word(index))
            case .code: word(index) == 0 ? "" : String(word(index))
            case .rational: rows.numberText(word(index))
            case .oneOf(let names): Int(word(index)) < names.count ? names[Int(word(index))] : ""
            }
        }
    }
}

/// What a row of a table says, typed: a keyword, or a view of the row that reads its columns on demand.
protocol Term: Sendable {
    init(_ record: Record)
}

/// A term of which only a keyword is told, in the column behind the surface.
protocol RoleTerm: Term, CaseIterable where AllCases == [Self] {}

extension RoleTerm {
    @inline(__always)
    init(_ record: Record) { self = record.choice(1) }
}

/// The rows of a compiled table, typed.
///
/// An index beyond the end reads as some row or as an empty one: the trie of a damaged image may lead there.
struct TermTable<Row: Term>: RandomAccessCollection, Sendable {
    private let rows: LexiconRows
    private let start: Int
    private let width: Int
    let endIndex: Int

    @inline(__always)
    init(_ rows: LexiconRows, _ table: TableKind) {
        self.rows = rows
        let place = rows[table]
        (start, width, endIndex) = (place.start, place.width, place.count)
    }

    var startIndex: Int { 0 }

    @inline(__always)
    subscript(index: Int) -> Row { Row(Record(rows, start: start + width * index)) }
}
