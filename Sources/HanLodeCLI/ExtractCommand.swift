import ArgumentParser
import HanLode

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `hanlode extract`
struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Find every quantity and what it states: indicator, measure, period, achieved or planned.",
        discussion: """
            table  for people; the default on a terminal
            json   one object a document, in the order given; the default elsewhere
            csv    one row a quantity with what it states, under SDMX's column names

            Offsets count Unicode scalars, as Python does; --offsets chooses.

              hanlode extract --format json --pretty report.txt
              hanlode extract --format csv --bom 2019/ 2020/ > observations.csv
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json, csv
    }

    @Option(help: "What to print. (default: table on a terminal, else json)")
    var format: Format?

    @Option(help: "What offsets count.")
    var offsets: OffsetUnit = .scalar

    @Flag(help: "Indent the JSON.")
    var pretty = false

    @Flag(help: "Begin the CSV with a byte order mark, by which Excel knows UTF-8.")
    var bom = false

    @OptionGroup var context: ContextOptions
    @OptionGroup var packs: PackOptions
    @OptionGroup var input: InputOptions

    func validate() throws {
        if pretty, let format, format != .json { throw ValidationError("--pretty goes with --format json.") }
        if bom, format != .csv { throw ValidationError("--bom goes with --format csv.") }
    }

    func run() async throws {
        let miner = try packs.miner()
        let format = self.format ?? (Terminal.isOutputATerminal && !pretty ? .table : .json)
        let inputs = Input.all(input.files)
        let writer = ExtractionWriter(format: format, isPretty: pretty, width: Terminal.width)
        let (context, encoding, offsets) = (context.context, input.encoding, offsets)
        let showsProgress = inputs.count > 1 && Terminal.isErrorATerminal && !Terminal.isOutputATerminal
        var failures = 0
        Terminal.write(writer.header(bom: bom))
        await InOrder.run(inputs, width: ProcessInfo.processInfo.activeProcessorCount) { input in
            Outcome(input, miner: miner, context: context, encoding: encoding, offsets: offsets, writer: writer)
        } emit: { index, outcome in
            if showsProgress { Terminal.progress("") }
            switch outcome {
            case .done(let bytes, let remarks):
                Terminal.write(bytes)
                for remark in remarks { Terminal.complain("hanlode: \(remark)") }
            case .failed(let error):
                failures += 1
                Terminal.complain("hanlode: \(error)")
            }
            if showsProgress { Terminal.progress("\(index + 1) of \(inputs.count) reports") }
        }
        if showsProgress { Terminal.progress("") }
        if inputs.count > 1, failures > 0 {
            Terminal.complain(
                "hanlode: \(inputs.count - failures) of \(inputs.count) documents done, \(failures) failed")
        }
        if failures > 0 { throw ExitCode(1) }
    }
}

/// What became of one document.
private enum Outcome: Sendable {
    case done([UInt8], remarks: [String])
    case failed(HanLodeError)

    init(
        _ input: Input, miner: Miner, context: Miner.Context, encoding: String?, offsets: OffsetUnit,
        writer: ExtractionWriter
    ) {
        do {
            let document = try input.document(encoding: encoding)
            let extraction = miner.extract(document, context: context)
            // JSON carries the remarks itself.
            let remarks = writer.format == .json ? [] : Self.remarks(extraction.diagnostics, about: input)
            self = .done(writer.bytes(consume extraction, of: document, offsets: offsets), remarks: remarks)
        } catch {
            self = .failed(error)
        }
    }

    private static func remarks(_ diagnostics: [Diagnostic], about input: Input) -> [String] {
        diagnostics.map { diagnostic in
            let place = diagnostic.span.map { ":@\($0.start)" } ?? ""
            return "\(input.path ?? "-")\(place): \(diagnostic.code.rawValue): \(diagnostic.message)"
        }
    }
}
