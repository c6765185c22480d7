import ArgumentParser
import HanLode

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `hanlode words`
struct WordsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "words",
        abstract: "Count the words of reports, and tell which are typical of them.",
        discussion: """
            Counts are also given by 10,000 characters. Function words, numbers and
            times are left out (--all-words, --stop-words).

            --by-report  for each report its terms, those first that tell it from the
                         others (tf-idf)
            --against    for each term the log-likelihood (G2) that the reports use it
                         more than the others; negative where they use it less

              hanlode words --top 50 reports/
              hanlode words --words-per-term 2 --format csv reports/ > pairs.csv
              hanlode words --against 2015/ 2025/
            """
    )

    @Option(help: "What to print. (default: table on a terminal, else csv)")
    var format: RowFormat?

    @Option(help: ArgumentHelp("How many terms to print, of each report with --by-report; 0 for all.", valueName: "n"))
    var top = 100

    @Option(help: ArgumentHelp("Leave out terms that occur less often.", valueName: "n"))
    var minimum = 1

    @Option(help: ArgumentHelp("The words of a term: 2 counts pairs of words.", valueName: "n"))
    var wordsPerTerm = 1

    @Flag(help: "A table for each report, with tf-idf among the reports.")
    var byReport = false

    @Option(help: ArgumentHelp("Reports to compare with; may be given several times.", valueName: "file"))
    var against: [String] = []

    @Option(help: ArgumentHelp("More words to leave out, one a line; may be given several times.", valueName: "file"))
    var stopWords: [String] = []

    @Flag(help: "Leave no word out but those of --stop-words.")
    var allWords = false

    @OptionGroup var context: ContextOptions
    @OptionGroup var segmentation: SegmentationOptions
    @OptionGroup var packs: PackOptions
    @OptionGroup var input: InputOptions

    func validate() throws {
        if byReport, !against.isEmpty { throw ValidationError("--by-report and --against exclude each other.") }
        if !(1...8).contains(wordsPerTerm) { throw ValidationError("--words-per-term is a number from 1 to 8.") }
        if top < 0 || minimum < 0 { throw ValidationError("--top and --minimum are no negative numbers.") }
    }

    func run() throws {
        var cutter = try segmentation.cutter(packs: packs, context: context.context)
        let stopWords = try self.words()
        var failures = 0
        let counts = try count(input.files, &cutter, stopWords, &failures)
        let rows: TermRows
        if !against.isEmpty {
            let others = try count(against, &cutter, stopWords, &failures)
            let keyness = counts.keyness(against: others)
            rows = TermRows(keyness: keyness.filter { max($0.count, $0.otherCount) >= minimum }, top)
        } else if byReport {
            rows = TermRows(byReport: counts, top: top, minimum: minimum)
        } else {
            rows = TermRows(frequencies: counts.frequencies().filter { $0.count >= minimum }, top)
        }
        rows.write(format ?? (Terminal.isOutputATerminal ? .table : .csv))
        if failures > 0 { throw ExitCode(1) }
    }

    private func words() throws -> StopWords {
        var words = StopWords()
        if !allWords {
            words = try StopWords.builtIn()
            if !packs.pack.isEmpty { words = words.union(StopWords(packs: try packs.packs())) }
        }
        for path in stopWords {
            guard let data = try? Data(contentsOf: URL(filePath: path)) else {
                throw HanLodeError(.unreadable, "cannot be read", file: path)
            }
            words = words.union(StopWords(lines: String(decoding: data, as: UTF8.self)))
        }
        return words
    }

    private func count(
        _ files: [String], _ cutter: inout Cutter, _ stopWords: StopWords, _ failures: inout Int
    ) throws -> TermCounts {
        var counts = TermCounts(wordsPerTerm: wordsPerTerm, stopWords: stopWords)
        var tokens: [Token] = []
        failures += try input.forEachDocument(of: files, hashed: false) { document, input in
            try cutter.cut(document, into: &tokens)
            counts.add(document.text, tokens: tokens, name: input.path)
        }
        return counts
    }
}
