/// What the tables that names are found by say of their rows.
struct NameLexicon: ~Escapable {
    private let lexicon: UnsafePointer<LexiconView>

    @_lifetime(copy reader)
    init(_ reader: borrowing Reader) { lexicon = reader.lexicon }

    @inline(__always)
    func division(_ index: Int) -> Division {
        let record = record(.divisions, index)
        return Division(code: record.code(1), form: record.choice(2))
    }

    /// What a name of the table names; `nil` for 毛泽东思想.
    @inline(__always)
    func type(ofName index: Int) -> EntityType? { record(.names, index).knownChoice(1) }

    @inline(__always)
    func head(_ index: Int) -> NameHead {
        let record = record(.nameHeads, index)
        return NameHead(type: record.choice(1), use: record.choice(2))
    }

    @inline(__always)
    private func record(_ table: TableKind, _ row: Int) -> Record { Record(lexicon.pointee.rows, row, of: table) }
}
