import ArgumentParser
import HanLode

/// `hanlode concordance`
struct ConcordanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concordance",
        abstract: "Show every place of a term in reports, with what stands around it.",
        discussion: """
            A line a place: report, line, section, and the term between what stands
            before and behind it. --whole-words leaves out places inside longer words.

              hanlode concordance 营商环境 reports/
              hanlode concordance --format csv --context 60 新质生产力 reports/ > places.csv
            """
    )

    @Option(help: "What to print. (default: table on a terminal, else csv)")
    var format: RowFormat?

    @Option(help: ArgumentHelp("Characters to show on either side.", valueName: "n"))
    var context = 20

    @Flag(help: "Only where no word reaches over an edge of the term.")
    var wholeWords = false

    @Option(help: "What offsets count.")
    var offsets: OffsetUnit = .scalar

    @Argument(help: ArgumentHelp("What to look for, exactly as it is written.", valueName: "term"))
    var term: String

    @OptionGroup var segmentation: SegmentationOptions
    @OptionGroup var packs: PackOptions
    @OptionGroup var input: InputOptions

    func validate() throws {
        if term.isEmpty { throw ValidationError("The term is empty.") }
        if context < 0 { throw ValidationError("--context is no negative number.") }
    }

    func run() throws {
        let miner = try packs.miner()
        var cutter = try segmentation.cutter(packs: packs, context: Miner.Context())
        let format = self.format ?? (Terminal.isOutputATerminal ? .table : .csv)
        var tokens: [Token] = []
        if format == .csv { Terminal.write(CSV.line(Place.columns)) }
        let failures = try input.forEachDocument(hashed: false) { document, _ in
            if wholeWords { try cutter.cut(document, into: &tokens) }
            let concordance = Concordance(
                of: term, in: document.text, context: context, tokens: wholeWords ? tokens : nil)
            guard !concordance.hits.isEmpty else { return }
            // Only where there is something to place.
            let sections = miner.extract(document).sections
            let places = concordance.places(in: document, sections: sections, offsets: offsets)
            try write(places, format)
        }
        if failures > 0 { throw ExitCode(1) }
    }

    private func write(_ places: [Place], _ format: RowFormat) throws {
        switch format {
        case .csv: Terminal.write(places.flatMap { CSV.line($0.cells) })
        case .json: for place in places { Terminal.write(try JSONWriter.encode(place) + [0x0A]) }
        case .table: Terminal.write(Place.table(places))
        }
    }
}

/// A place of a term, as it is printed.
private struct Place: Encodable {
    let source: String?
    let line: Int
    let section: String?
    let start: Int
    let end: Int
    let left: String
    let text: String
    let right: String

    static let columns = ["source", "line", "section", "start", "end", "left", "text", "right"]

    var cells: [String] {
        [source ?? "", String(line), section ?? "", String(start), String(end), left, text, right]
    }

    /// The terms of all places below one another.
    static func table(_ places: [Place]) -> String {
        var table = TextTable([("SOURCE", .left), ("LINE", .right), ("SECTION", .left), ("", .right), ("", .left)])
        for place in places {
            table.append([
                place.source ?? "-", String(place.line), DisplayWidth.fit(place.section ?? "", to: 24), place.left,
                "【\(place.text)】\(place.right)",
            ])
        }
        return table.text
    }
}

extension Concordance {
    fileprivate func places(in document: Document, sections: [Section], offsets: OffsetUnit) -> [Place] {
        let map = OffsetMap(document.text)
        func text(_ span: TextSpan) -> String { span.range(in: document.text).map { String(document.text[$0]) } ?? "" }
        var innermost = InnermostSections(sections)
        return hits.map { hit in
            let span = map.convert(hit.span, to: offsets)
            return Place(
                source: document.source, line: hit.line, section: innermost.title(at: hit.span.start),
                start: span.start, end: span.end, left: text(hit.left), text: text(hit.span), right: text(hit.right))
        }
    }
}

/// The innermost section at offsets that come in ascending order.
private struct InnermostSections {
    private let sections: [Section]
    private var next = 0
    private var open: [Section] = []

    init(_ sections: [Section]) { self.sections = sections }

    mutating func title(at offset: Int) -> String? {
        while next < sections.count, sections[next].span.start <= offset {
            open.append(sections[next])
            next += 1
        }
        open.removeAll { $0.span.end <= offset }
        return open.last.map { $0.title }
    }
}
