/// A text by its bytes: two spellings of one letter are two texts, and nothing is normalised for a look-up, which is
/// most of the cost of a `String` as a key.
struct ByteText: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (a: ByteText, b: ByteText) -> Bool {
        a.text.utf8.count == b.text.utf8.count && a.text.utf8.elementsEqual(b.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
            hasher.combine(bytes: UnsafeRawBufferPointer($0))
        }
        if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
    }
}

/// What makes a row a term of its own, within one pack or several: of two rows with the same place only one stands.
struct TermPlace: Hashable, Sendable {
    private let table: TableKind
    private let surface: ByteText
    private let role: ByteText?

    /// The table among whose terms the row must be the only one of its surface: a unit and a classifier compete for one.
    static func table(of row: Pack.Row) -> TableKind { row.table == .classifiers ? .units : row.table }

    init(_ row: Pack.Row) {
        table = Self.table(of: row)
        surface = ByteText(row.cells[0])
        role = row.table.schema.isKeyedByRole ? ByteText(row.cells[1]) : nil
    }
}
