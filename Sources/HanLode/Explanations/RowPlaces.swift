/// Where the rows of a lexicon's tables stand: the file and the line of each.
struct RowPlaces: Sendable {
    private let places: [[(file: UInt32, line: Int)]]
    private let lexicon: Lexicon

    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        places = lexicon.storage.rowPlaces
    }

    func place(_ table: TableKind, _ row: Int) -> (file: String, line: Int)? {
        let rows = places[Int(table.rawValue)]
        guard rows.indices.contains(row) else { return nil }
        return (lexicon.storage.rows.text(rows[row].file), rows[row].line)
    }
}

extension LexiconStorage {
    /// For each table the places of its rows.
    fileprivate var rowPlaces: [[(file: UInt32, line: Int)]] {
        let origins = elements(.origins, as: UInt32.self)
        var places: [[(file: UInt32, line: Int)]] = Array(repeating: [], count: TableKind.allCases.count)
        for origin in stride(from: 0, to: origins.count - 2, by: Self.originWords) {
            guard places.indices.contains(Int(origins[origin])) else { continue }
            places[Int(origins[origin])].append((origins[origin + 2], Int(origins[origin + 1])))
        }
        return places
    }
}

extension Lexicon {
    /// The table that a term is in, and which of its rows it is; `nil` for what is no row, such as what sequences begin
    /// with.
    func row(_ kind: Kind, _ index: Int) -> (table: TableKind, row: Int)? {
        let table: TableKind
        switch kind {
        case .unit:
            let count = storage.rows[.units].count
            return index < count ? (.units, index) : (.classifiers, index - count)
        case .modifierAfter: table = .modifiers
        case .plainSet: table = .slogans
        case .nameVerb, .nameGeneric: table = .nameWords
        default:
            guard let first = TableKind.allCases.first(where: { $0.schema.kind == kind }) else { return nil }
            table = first
        }
        return index < storage.rows[table].count ? (table, index) : nil
    }
}
