import ArgumentParser
import HanLode

/// `hanlode entities`
struct EntitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities",
        abstract: "Print who and what the reports name, with types, codes and counts.",
        discussion: """
            table  for people, a line a name, the most frequent first; the default on a terminal
            csv    the same, for a spreadsheet
            json   JSON Lines: one object a document with every mention; the default elsewhere

            All files count together in the table and the CSV.

              hanlode entities report.txt
              hanlode entities --type ORG --format csv reports/ > bodies.csv
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json, csv
    }

    @Option(help: "What to print. (default: table on a terminal, else json)")
    var format: Format?

    @Option(
        help: ArgumentHelp(
            "Only names of this type; may be given several times.",
            discussion: "PER, GPE, LOC, ORG, FAC, PROJ, DOC, EVENT, HONOUR.", valueName: "type"))
    var type: [EntityType] = []

    @Option(help: "What offsets count.")
    var offsets: OffsetUnit = .scalar

    @OptionGroup var context: ContextOptions
    @OptionGroup var packs: PackOptions
    @OptionGroup var input: InputOptions

    func run() throws {
        let miner = try packs.miner()
        let format = self.format ?? (Terminal.isOutputATerminal ? .table : .json)
        var index = EntityIndex()
        let failures = try input.forEachDocument { document, _ in
            var extraction = miner.extract(document, context: context.context)
            if !type.isEmpty { extraction.entities.removeAll { !type.contains($0.type) } }
            let converted = extraction.converted(to: offsets, with: OffsetMap(document.text))
            if format == .json {
                let part = ExtractionPart(converted, .entities, converted.entities)
                Terminal.write((try JSONWriter.encode(part)) + [0x0A])
            } else {
                index.add(converted, of: document)
            }
        }
        switch format {
        case .json: break
        case .csv: Terminal.write(index.csv)
        case .table: Terminal.write(index.table(width: Terminal.width))
        }
        if failures > 0 { throw ExitCode(1) }
    }
}
