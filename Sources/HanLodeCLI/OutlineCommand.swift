import ArgumentParser
import HanLode

/// `hanlode outline`
struct OutlineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outline",
        abstract: "Print a report's sections as a tree, with what each of them is about.",
        discussion: """
            tree   for people: a line a section, indented by its level; the default
            json   JSON Lines: one object a document with its title, date, region and sections

            Roles are review (what has been done), target (what is aimed at), task (what is to be done) and other.

              hanlode outline report.txt
              hanlode outline --format json reports/ > outlines.jsonl
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case tree, json
    }

    @Option(help: "What to print.")
    var format: Format = .tree

    @Option(help: "What offsets count.")
    var offsets: OffsetUnit = .scalar

    @OptionGroup var context: ContextOptions
    @OptionGroup var packs: PackOptions
    @OptionGroup var input: InputOptions

    func run() throws {
        let miner = try packs.miner()
        let failures = try input.forEachDocument { document, _ in
            let extraction = miner.extract(document, context: context.context)
            switch format {
            case .tree:
                Terminal.write(OutlineTree(extraction, width: Terminal.width).text)
            case .json:
                let converted = extraction.converted(to: offsets, with: OffsetMap(document.text))
                let part = ExtractionPart(converted, .sections, converted.sections)
                Terminal.write((try JSONWriter.encode(part)) + [0x0A])
            }
        }
        if failures > 0 { throw ExitCode(1) }
    }
}
