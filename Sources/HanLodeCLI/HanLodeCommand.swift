import ArgumentParser
import HanLode

/// The command. Nothing is decided here: arguments go to the library, what comes back is printed.
@main
struct HanLodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hanlode",
        abstract: "Mine Chinese official reports: what each number says, slogans, names, times, words.",
        discussion: """
            EXAMPLES
              hanlode extract report.txt            a table of what each number says
              hanlode extract --format csv reports/ a row a number, of a folder
              hanlode extract --format json *.txt   one JSON object a report
              hanlode pipe < texts.jsonl            from a program: JSON Lines
              hanlode slogans --members report.txt  its slogans, counted and unfolded
              hanlode entities report.txt           the names, with types and codes
              hanlode segment report.txt            the words, line for line
              hanlode words reports/                how often terms occur
              hanlode concordance 营商环境 reports/ every place of a term

            Files may be UTF-8, UTF-16, GB18030/GBK or Big5; the encoding is
            recognised and told in the output. One file that cannot be read is
            reported, and the others are done.

            EXIT STATUS
              0  all done;  1  some documents failed;  2  the call itself is wrong
            """,
        version: Producer.current.summary,
        subcommands: [
            ExtractCommand.self, ExplainCommand.self, PipeCommand.self, OutlineCommand.self, SlogansCommand.self,
            EntitiesCommand.self, SegmentCommand.self, WordsCommand.self, ConcordanceCommand.self, LexiconCommand.self,
        ],
        defaultSubcommand: nil
    )

    static func main() async {
        Terminal.ignoreClosedPipes()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as HanLodeError {
            // A bad document is told where it is read and never comes here: this is a file that an option names.
            Terminal.complain("hanlode: \(error)")
            Terminal.leave(2)
        } catch {
            let status = exitCode(for: error)
            // The contract's number for a wrong call; the argument parser has the one of sysexits.h.
            guard status == .validationFailure else { exit(withError: error) }
            Terminal.complain(fullMessage(for: error))
            Terminal.leave(2)
        }
    }
}

extension Producer {
    /// `0.1.0 (lexicon 0123456789abcdef, ICU 72.1, Unicode 15.0)`
    var summary: String {
        "hanlode \(hanlode) (lexicon \(lexicon), ICU \(icu), Unicode \(unicode))"
    }
}
