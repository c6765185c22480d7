/// What the tables that names are found by say of their rows.
struct NameLexicon: ~Escapable {
    private let lexicon: UnsafePointer<LexiconView>

    @_lifetime(copy reader)
    init(_ reader: borrowing Reader) { lexicon = reader.lexicon }

    @inline(__always)
    func division(_ index: Int) -> Division {
        let table = lexicon.pointee.divisions
        return Division(code: table.word(index, 1), form: table.choice(index, 2))
    }

    /// What a name of the table names; `nil` for 毛泽东思想.
    @inline(__always)
    func type(ofName index: Int) -> EntityType? { lexicon.pointee.names.knownChoice(index, 1) }

    @inline(__always)
    func head(_ index: Int) -> NameHead {
        let table = lexicon.pointee.nameHeads
        return NameHead(type: table.choice(index, 1), use: table.choice(index, 2))
    }

    /// What a cue's row says that it does.
    @inline(__always)
    func roles(ofCue index: Int) -> NameRoles {
        let role: NameCueRole? = lexicon.pointee.nameCues.knownChoice(index, 1)
        return role?.roles ?? []
    }
}
