import ArgumentParser
import HanLode

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `hanlode lexicon`
struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon",
        abstract: "Check and compile lexicon packs.",
        subcommands: [LexiconCheckCommand.self, LexiconCompileCommand.self]
    )
}

/// `hanlode lexicon check`
struct LexiconCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Report every line of a pack that is not understood.",
        discussion: """
            A pack is UTF-8 text with tab-separated cells. A row that begins with @ names a table and its columns:

              @units⇥surface⇥id⇥dimension⇥factor⇥offset⇥code
              锭⇥spindle⇥count⇥1
              @terms⇥surface⇥name⇥attributes
              云岚机床集团⇥company⇥sector=装备制造
              @patterns⇥name⇥kind⇥definition
              land⇥sequence⇥area:quantity[dimension=area] ..8 "用地"
              # a comment; the place for the source of a fact

            Each report is FILE:LINE:COLUMN: CODE: message. Exit status 1 where there is any.
            """
    )

    @Argument(help: "Pack files (.tsv).")
    var files: [String]

    func run() throws {
        var count = 0
        for file in files {
            do {
                let pack = try Pack(contentsOf: URL(filePath: file))
                for diagnostic in pack.diagnostics { Terminal.write("\(diagnostic)\n") }
                count += pack.diagnostics.count
            } catch {
                Terminal.complain("hanlode: \(error)")
                count += 1
            }
        }
        if count > 0 { throw ExitCode(1) }
    }
}

/// `hanlode lexicon compile`: how the lexicon gets into the library.
struct LexiconCompileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile",
        abstract: "Compile a folder of packs into the image that the library carries.",
        discussion: """
            For those who change HanLode's own tables; scripts/lexicon calls it.

              hanlode lexicon compile Sources/HanLode/Lexicon/Tables --output Sources/LexiconImage/lexicon.bin
            """
    )

    @Argument(help: "The folder of pack files (.tsv).")
    var folder: String

    @Option(help: "The file to write.")
    var output: String

    func run() throws {
        do {
            let packs = try Pack.all(inFolder: URL(filePath: folder))
            let diagnostics = packs.flatMap(\.diagnostics)
            for diagnostic in diagnostics { Terminal.complain("hanlode: \(diagnostic)") }
            guard diagnostics.isEmpty else { throw ExitCode(1) }
            try Data(try Pack.image(of: packs)).write(to: URL(filePath: output))
        } catch let error as HanLodeError {
            Terminal.complain("hanlode: \(error)")
            throw ExitCode(1)
        }
    }
}
