/// Finds everything HanLode knows of in texts.
///
/// Immutable and sendable: make one and share it among all tasks. Making one from the built-in tables reads them
/// ready compiled; a pack of one's own is compiled together with them.
public struct Miner: Sendable {
    let lexicon: Lexicon
    private let patterns: PatternSet
    private let producer: Producer

    /// When and for where a report was given, where its text does not say so.
    public struct Context: Hashable, Sendable {
        /// `YYYY-MM-DD`
        public var date: String?
        /// A region's name.
        public var region: String?

        /// What is known of a report from outside.
        public init(date: String? = nil, region: String? = nil) {
            self.date = date
            self.region = region
        }
    }

    /// A miner with the built-in tables.
    ///
    /// - Throws: `HanLodeError` with `.badImage` where the library was built around a damaged lexicon.
    public init() throws(HanLodeError) {
        self.init(lexicon: try Lexicon(borrowing: Pack.builtInImage))
    }

    /// A miner with the tables of `packs`; of two terms with the same surface, the later pack's stands.
    ///
    /// To add to the built-in tables, pass `[.builtIn, mine]`.
    public init(packs: [Pack]) {
        self.init(lexicon: Lexicon(packs: packs))
    }

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        patterns = PatternSet(lexicon)
        producer = Producer(lexicon: lexicon.version)
    }

    /// The versions of everything that a result depends on.
    public var versions: Producer { producer }

    /// Finds everything in `text`.
    public func extract(_ text: some StringProtocol, context: Context = Context()) -> Extraction {
        extract(Document(text: String(text)), context: context)
    }

    /// Finds everything in a document.
    public func extract(_ document: Document, context: Context = Context()) -> Extraction {
        var workspace = Workspace()
        return extract(document, context: context, workspace: &workspace)
    }

    /// Finds everything in a document, with the buffers of `workspace`: one for each task saves their allocation.
    public func extract(_ document: Document, context: Context = Context(), workspace: inout Workspace) -> Extraction {
        extract(document, context: context, layers: .all, workspace: &workspace)
    }

    /// Finds the quantities and times of a document, and those of the other layers that are asked for.
    @_spi(Benchmarks) public func extract(
        _ document: Document, context: Context = Context(), layers: Layers, workspace: inout Workspace
    ) -> Extraction {
        let bytes = document.text.utf8.span
        let outline = outline(of: document)
        var extraction = Extraction(document: document.info(context, outline: outline), producer: producer)
        let region = extraction.document.region.flatMap { RegionName.code(of: $0.name, lexicon: lexicon) }
        extraction.document.region?.code = region.map { String($0) }
        let homes = extraction.document.region.map { RegionName.shortNames(in: $0.name) } ?? []
        let notes = SloganNotes(Reader(bytes, lexicon: lexicon), spans: outline.glossaries)
        analyze(
            bytes, outline: outline, date: extraction.document.date, region: region, homes: homes, notes: notes,
            layers: layers, &workspace)
        extraction.document.characters = workspace.characters
        extraction.sections = outline.sections
        var texts = workspace.takeTexts(of: lexicon.terms)
        extraction.quantities = workspace.matches.map {
            Quantity($0, bytes: bytes, terms: lexicon.terms, units: &texts.units)
        }
        extraction.times = workspace.times.map {
            TimeExpression($0, bytes: bytes, terms: lexicon.terms, texts: &texts.times)
        }
        extraction.entities = workspace.entities.map {
            Entity(
                $0, bytes: bytes, terms: lexicon.terms, fullNames: workspace.fullNames, texts: &texts.entities)
        }
        let reader = Reader(bytes, lexicon: lexicon, counter: workspace.counter.cell)
        var observed = ObservationTexts()
        extraction.observations = workspace.observations.map { match in
            Observation(
                match, of: workspace.matches[Int(match.quantity)], region: extraction.document.region, reader: reader,
                terms: lexicon.terms, texts: &observed)
        }
        var maker = SloganMaker(
            workspace.slogans.span, reader: reader, terms: lexicon.terms, region: extraction.document.region?.name)
        maker.run(outline: outline, notes: notes, texts: &texts.slogans)
        extraction.slogans = maker.slogans
        extraction.diagnostics = document.diagnostics + workspace.diagnostics + maker.diagnostics
        workspace.keep(texts)
        if extraction.document.date == nil, !outline.sections.isEmpty {
            extraction.diagnostics.append(Diagnostic(.noDate, outline.remarkOnDate))
        }
        if !patterns.isEmpty, layers.contains(.patterns) {
            extraction.add(patterns, reader: reader, terms: lexicon.terms, outline: outline, workspace: &workspace)
        }
        return extraction
    }

    /// How a document is built.
    func outline(of document: Document) -> Outline {
        Outline(Reader(document.text.utf8.span, lexicon: lexicon), terms: lexicon.terms)
    }

    /// The quantities alone.
    public func quantities(in text: some StringProtocol) -> [Quantity] {
        extract(text, layers: .slogans).quantities
    }

    /// The times alone.
    ///
    /// - Parameter context: its date is what 去年 and 五年来 are counted from.
    public func times(in text: some StringProtocol, context: Context = Context()) -> [TimeExpression] {
        extract(text, context: context, layers: .slogans).times
    }

    /// The slogans alone, with the members of sets.
    ///
    /// - Parameter context: its region decides whether members that hold for one place alone are taken from the lexicon.
    public func slogans(in text: some StringProtocol, context: Context = Context()) -> [Slogan] {
        extract(text, context: context, layers: [.slogans, .entities]).slogans
    }

    /// The entities alone.
    ///
    /// - Parameter context: its region is where a name that several divisions have is looked for first.
    public func entities(in text: some StringProtocol, context: Context = Context()) -> [Entity] {
        extract(text, context: context, layers: [.slogans, .entities]).entities
    }

    private func extract(_ text: some StringProtocol, context: Context = Context(), layers: Layers) -> Extraction {
        var workspace = Workspace()
        return extract(Document(text: String(text)), context: context, layers: layers, workspace: &workspace)
    }

    /// The number of lexemes of a document: the scanner alone, for benchmarks.
    @_spi(Benchmarks) public func scan(_ document: Document, workspace: inout Workspace) -> Int {
        workspace.reset()
        scan(Reader(document.text.utf8.span, lexicon: lexicon), &workspace)
        return workspace.lexemes.count
    }

    /// The number of quantities of a document, found but not made into values, for benchmarks.
    @_spi(Benchmarks) public func countQuantities(in document: Document, workspace: inout Workspace) -> Int {
        workspace.reset()
        let reader = Reader(document.text.utf8.span, lexicon: lexicon)
        scan(reader, &workspace)
        findQuantities(reader, &workspace)
        return workspace.matches.count
    }

    /// The number of names of a document, found with all lexemes but not made into values, for benchmarks.
    @_spi(Benchmarks) public func countEntities(in document: Document, workspace: inout Workspace) -> Int {
        workspace.reset()
        let reader = Reader(document.text.utf8.span, lexicon: lexicon)
        readWindows(reader, region: 0, homes: [], &workspace)
        return workspace.entities.count
    }

    /// Scan, parse, resolve, link: what each room adds to the workspace. `date` and the code of `region` are the report's.
    func analyze(
        _ bytes: Span<UInt8>, outline: Outline, date: String? = nil, region: UInt32? = nil,
        homes: [[UInt8]] = [], notes: SloganNotes = SloganNotes(), layers: Layers = .all, _ workspace: inout Workspace
    ) {
        workspace.reset()
        let reader = Reader(bytes, lexicon: lexicon, counter: workspace.counter.cell)
        if layers.contains(.entities) {
            readWindows(reader, region: region ?? 0, homes: homes, &workspace)
        } else {
            scan(reader, &workspace)
        }
        findQuantities(reader, &workspace)
        // Reports are given early in the year after the one that they look back on.
        let date =
            date.flatMap { CalendarPoint($0) } ?? outline.impliedYear.map { CalendarPoint(year: $0, month: 3) }
        findTimes(reader, outline: outline, date: date, &workspace)
        if layers.contains(.slogans) { findSlogans(reader, notes: notes, &workspace) }
        workspace.keepStage()
        workspace.resolve()
        workspace.keepStage()
        workspace.drop(outline)
        workspace.keepStage()
        if !patterns.isEmpty, layers.contains(.patterns) { findPatterns(reader, outline: outline, &workspace) }
        guard layers.contains(.observations) else { return }
        link(reader, outline: outline, date: date, region: region ?? 0, &workspace)
    }

    /// Finds all lexemes.
    private func scan(_ reader: borrowing Reader, _ workspace: inout Workspace) {
        var (offset, next) = (0, 0)
        while offset < reader.end {
            (offset, next) = workspace.readWindow(copy reader, from: offset, lexemesFrom: next)
        }
    }

    /// Finds all lexemes, and all names: both are read from the same windows, and a name asks for nothing but its sentence.
    private func readWindows(
        _ reader: borrowing Reader, region: UInt32, homes: [[UInt8]], _ workspace: inout Workspace
    ) {
        let buffer = workspace.takeEntities()
        var grammar = EntityGrammar(reader, region: region, homes: homes, matches: buffer)
        var (offset, next) = (0, 0)
        while offset < reader.end {
            (offset, next) = workspace.readWindow(copy reader, from: offset, lexemesFrom: next)
            grammar.read(workspace.window)
        }
        let (entities, fullNames) = (grammar.matches, grammar.fullNames)
        workspace.entities = entities
        workspace.fullNames = fullNames
    }

    private func findQuantities(_ reader: borrowing Reader, _ workspace: inout Workspace) {
        // Taken out of the workspace, so that the grammar has the buffer to itself and appends in place.
        let buffer = workspace.takeMatches()
        var grammar = QuantityGrammar(
            reader, lexemes: workspace.lexemes.span, terms: lexicon.terms, matches: buffer)
        grammar.run()
        let (matches, diagnostics) = (grammar.matches, grammar.diagnostics)
        workspace.matches = matches
        workspace.diagnostics = diagnostics
    }

    private func findSlogans(_ reader: borrowing Reader, notes: SloganNotes, _ workspace: inout Workspace) {
        let buffer = workspace.takeSlogans()
        var grammar = SloganGrammar(
            reader, lexemes: workspace.lexemes.span, times: workspace.times.span, terms: lexicon.terms, notes: notes,
            matches: buffer)
        grammar.run()
        let slogans = grammar.matches
        workspace.slogans = slogans
    }

    private func findTimes(
        _ reader: borrowing Reader, outline: Outline, date: CalendarPoint?, _ workspace: inout Workspace
    ) {
        let buffer = workspace.takeTimes()
        var grammar = TimeGrammar(
            reader, lexemes: workspace.lexemes.span, terms: lexicon.terms, outline: outline, date: date,
            matches: buffer)
        grammar.run()
        let times = grammar.matches
        workspace.times = times
    }

    private func findPatterns(_ reader: borrowing Reader, outline: Outline, _ workspace: inout Workspace) {
        var finder = PatternFinder(reader, patterns: patterns, terms: lexicon.terms)
        finder.run()
        workspace.take(finder, outline: outline)
    }

    private func link(
        _ reader: borrowing Reader, outline: Outline, date: CalendarPoint?, region: UInt32, _ workspace: inout Workspace
    ) {
        let (matches, tokens, words) = (workspace.takeObservations(), workspace.takeTokens(), workspace.takeWords())
        var linker = ObservationLinker(
            reader, quantities: workspace.matches.span, times: workspace.times.span,
            entities: workspace.entities.span, region: region, terms: lexicon.terms, outline: outline, date: date,
            tokens: consume tokens, words: consume words, matches: consume matches)
        linker.run()
        let observations = linker.matches
        (workspace.tokens, workspace.words) = linker.takeBuffers()
        workspace.observations = observations
    }
}
