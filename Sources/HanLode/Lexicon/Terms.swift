/// The typed rows of all tables.
struct Terms: Sendable {
    /// Kept for as long as its rows may be read.
    private let storage: LexiconStorage
    private let rows: LexiconRows

    init(_ storage: LexiconStorage) {
        self.storage = storage
        rows = storage.rows
    }

    /// Whether both read the same compiled lexicon, so that a row's number means the same row.
    func isSame(as other: Terms) -> Bool { storage === other.storage }

    /// The cells of a term as they stood in the pack; `row` is its number among the terms of the table's kind.
    func cells(_ row: Int, of table: TableKind) -> [String]? {
        // Units and classifiers are numbered together.
        cells(ofRow: table == .classifiers ? row - rows[.units].count : row, in: table)
    }

    /// The cells of a row as they stood in the pack.
    func cells(ofRow row: Int, in table: TableKind) -> [String]? {
        guard (0..<rows[table].count).contains(row) else { return nil }
        return Record(rows, row, of: table).cells(table.schema.columns)
    }

    /// The rows of a table, in the type told below.
    @inline(__always)
    private func rows<Row: Term>(_ table: TableKind) -> TermTable<Row> { TermTable(rows, table) }

    var units: Units { Units(rows) }
    var modifiers: TermTable<ModifierTerm> { rows(.modifiers) }
    var connectors: TermTable<ConnectorRole> { rows(.connectors) }
    var cues: TermTable<CueRole> { rows(.cues) }
    var suffixes: TermTable<SuffixRole> { rows(.suffixes) }
    var amounts: TermTable<AmountTerm> { rows(.amounts) }
    var timeUnits: TermTable<TimeUnit> { rows(.timeUnits) }
    var times: TermTable<TimeTerm> { rows(.times) }
    var timeLeads: TermTable<TimeLeadRole> { rows(.timeLeads) }
    var timeTails: TermTable<TimeTailRole> { rows(.timeTails) }
    var headings: TermTable<HeadingRole> { rows(.headings) }
    var residues: TermTable<ResidueRole> { rows(.residue) }
    var documentKinds: TermTable<DocumentKindTerm> { rows(.kinds) }
    var datelines: TermTable<DatelineRole> { rows(.datelines) }
    var indicators: TermTable<IndicatorTerm> { rows(.indicators) }
    var slogans: TermTable<SloganTerm> { rows(.slogans) }
    var sloganHeads: TermTable<SloganHead> { rows(.sloganHeads) }
    var sloganCues: TermTable<SloganCueRole> { rows(.sloganCues) }
    var quotationMarks: TermTable<QuotationRole> { rows(.quotationMarks) }
    var statements: TermTable<StatementTerm> { rows(.statements) }
    var coordinates: TermTable<CoordinateTerm> { rows(.coordinates) }
    var divisions: TermTable<DivisionTerm> { rows(.divisions) }
    var names: TermTable<NameTerm> { rows(.names) }
    var listTerms: TermTable<ListTerm> { rows(.terms) }
    var patterns: TermTable<PatternTerm> { rows(.patterns) }
}
