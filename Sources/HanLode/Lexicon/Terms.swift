/// The typed rows of all tables.
struct Terms: Sendable {
    private let storage: LexiconStorage
    let units: Units

    init(_ storage: LexiconStorage) {
        self.storage = storage
        units = Units(storage)
    }

    /// The cells of a term as they stood in the pack; `row` is its number among the terms of the table's kind.
    func cells(_ row: Int, of table: TableKind) -> [String]? {
        // Units and classifiers are numbered together.
        cells(ofRow: table == .classifiers ? row - storage.rows(.units).count : row, in: table)
    }

    /// The cells of a row as they stood in the pack.
    func cells(ofRow row: Int, in table: TableKind) -> [String]? {
        let (start, count) = storage.rows(table)
        guard (0..<count).contains(row) else { return nil }
        let columns = table.schema.columns
        return Record(storage, start: start + row * columns.count).cells(columns)
    }

    /// The rows of a table, in the type told below.
    private func rows<Row: Term>(_ table: TableKind) -> TermTable<Row> { TermTable(storage, table) }

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
