/// The tables that names are found by, looked up once for a text.
struct NameLexicon: Sendable {
    let divisions: TermTable<DivisionTerm>
    let names: TermTable<NameTerm>
    let nameHeads: TermTable<NameHead>
    let nameCues: TermTable<NameCueRole>
    private let cueRoles = NameCueRole.allCases.map(\.roles)

    init(_ terms: Terms) {
        divisions = terms.divisions
        names = terms.names
        nameHeads = terms.nameHeads
        nameCues = terms.nameCues
    }

    /// What a cue's row says that it does.
    @inline(__always)
    func roles(ofCue index: Int) -> NameRoles {
        let ordinal = nameCues.ordinal(index)
        return ordinal < cueRoles.count ? cueRoles[ordinal] : []
    }
}
