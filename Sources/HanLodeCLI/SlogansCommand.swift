import ArgumentParser
import HanLode

/// `hanlode slogans`
struct SlogansCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slogans",
        abstract: "Count the slogans of each report: sets with their members, and terms.",
        discussion: """
            table  for people: a table a report, the most frequent first; the default
            json   JSON Lines: one object a report
            csv    one row a slogan of each report

            FIRST is where the first mention begins, in the unit of --offsets. PER 10,000
            counts mentions for each ten thousand characters. QUOTED is the share of
            mentions in quotation marks. Forms of one slogan are counted together, and
            what stands inside a longer slogan is not counted again.

              hanlode slogans --members report.txt
              hanlode slogans --format csv reports/ > slogans.csv
              hanlode slogans --candidates reports/ > mine.tsv   # edit, then --pack mine.tsv
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json, csv
    }

    @Option(help: "What to print.")
    var format: Format = .table

    @Flag(help: "Show the members of sets.")
    var members = false

    @Flag(help: "Only sets.")
    var sets = false

    @Flag(help: "Print the sets that the lexicon does not know as a pack, over all reports.")
    var candidates = false

    @Option(help: ArgumentHelp("How many mentions a candidate has at least.", valueName: "number"))
    var minimum = 2

    @Option(help: "What offsets count.")
    var offsets: OffsetUnit = .scalar

    @Flag(help: "Begin the CSV with a byte order mark, by which Excel knows UTF-8.")
    var bom = false

    @OptionGroup var context: ContextOptions
    @OptionGroup var packs: PackOptions
    @OptionGroup var input: InputOptions

    func validate() throws {
        if bom, format != .csv { throw ValidationError("--bom goes with --format csv.") }
        if candidates, format != .table { throw ValidationError("--candidates prints a pack and takes no --format.") }
        if minimum < 1 { throw ValidationError("--minimum is at least 1.") }
    }

    func run() throws {
        let miner = try packs.miner()
        var workspace = Workspace()
        var found = SloganCandidates()
        if format == .csv { Terminal.write((bom ? [0xEF, 0xBB, 0xBF] : []) + CSV.line(SloganRecord.columns)) }
        let failures = try input.forEachDocument { document, _ in
            var extraction = miner.extract(document, context: context.context, workspace: &workspace)
            extraction.convert(to: offsets, with: OffsetMap(document.text))
            let frequencies = extraction.sloganFrequencies.filter { !sets || $0.kind == .set }
            if candidates {
                found.add(frequencies)
            } else {
                Terminal.write(try output(extraction, frequencies))
            }
        }
        if candidates { Terminal.write(found.pack(minimum: minimum)) }
        if failures > 0 { throw ExitCode(1) }
    }

    private func output(_ extraction: Extraction, _ frequencies: [SloganFrequency]) throws -> [UInt8] {
        switch format {
        case .table:
            Array(
                SloganTable(extraction, frequencies, showsMembers: members, width: Terminal.width).text.utf8)
        case .json:
            try JSONWriter.encode(
                ExtractionPart(extraction, .slogans, frequencies.map { SloganRecord($0, extraction) })) + [0x0A]
        case .csv:
            frequencies.flatMap { CSV.line(SloganRecord($0, extraction).cells) }
        }
    }
}

/// A slogan of a report with its numbers.
private struct SloganRecord: Encodable {
    static let columns = [
        "SOURCE", "DATE", "REGION", "SLOGAN", "KIND", "TYPE", "COUNTS", "MENTIONS", "QUOTED", "PER_10000", "FIRST",
        "MEMBERS", "MEMBERSHIP", "CARDINALITY_HOLDS", "FORMS",
    ]

    let frequency: SloganFrequency
    let document: DocumentInfo

    init(_ frequency: SloganFrequency, _ extraction: Extraction) {
        self.frequency = frequency
        document = extraction.document
    }

    private enum CodingKeys: String, CodingKey {
        case canonical, kind, type, counts, forms, mentions, quoted, per10000, first, members, membership
        case cardinalityHolds
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(frequency.canonical, forKey: .canonical)
        try container.encode(frequency.kind, forKey: .kind)
        try container.encode(frequency.type, forKey: .type)
        try container.encodeIfPresent(frequency.counts, forKey: .counts)
        try container.encode(frequency.forms, forKey: .forms)
        try container.encode(frequency.count, forKey: .mentions)
        try container.encode(frequency.quoted, forKey: .quoted)
        try container.encode(frequency.rate(of: document), forKey: .per10000)
        try container.encode(frequency.first, forKey: .first)
        try container.encodeIfPresent(frequency.members, forKey: .members)
        try container.encodeIfPresent(frequency.membership, forKey: .membership)
        try container.encodeIfPresent(frequency.cardinalityHolds, forKey: .cardinalityHolds)
    }

    var cells: [String] {
        [
            document.source ?? "", document.date ?? "", document.region?.name ?? "", frequency.canonical,
            frequency.kind.rawValue, frequency.type.rawValue,
            (frequency.counts ?? []).map(String.init).joined(separator: " "), String(frequency.count),
            String(frequency.quoted), frequency.rate(of: document), String(frequency.first.start),
            (frequency.members ?? []).joined(separator: "|"), frequency.membership?.rawValue ?? "",
            frequency.cardinalityHolds.map(String.init) ?? "", frequency.forms.joined(separator: "|"),
        ]
    }
}

extension SloganFrequency {
    /// Mentions for each ten thousand characters, with two decimals.
    func rate(of document: DocumentInfo) -> String {
        let hundredths = hundredthsPerTenThousand(of: document.characters)
        let rest = String(hundredths % 100)
        return "\(hundredths / 100).\(rest.count == 1 ? "0" + rest : rest)"
    }
}
