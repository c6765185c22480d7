import ArgumentParser
import HanLode

/// `hanlode segment`
struct SegmentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segment",
        abstract: "Print the words of a text, line for line.",
        discussion: """
            The words are those of ICU's Chinese dictionary. White space between words is left out, line breaks are kept.

              echo 全年完成投资三千亿元 | hanlode segment --separator /
            """
    )

    @Option(help: ArgumentHelp("What to put between words.", valueName: "text"))
    var separator = " "

    @OptionGroup var input: InputOptions

    func run() throws {
        var segmenter = try Segmenter()
        var failures = 0
        for input in Input.all(input.files) {
            do {
                let document = try input.document(encoding: self.input.encoding)
                for diagnostic in document.diagnostics {
                    Terminal.complain(
                        "hanlode: \(input.path ?? "-"): \(diagnostic.code.rawValue): \(diagnostic.message)")
                }
                Terminal.write(try segmented(document.text, by: &segmenter))
            } catch {
                failures += 1
                Terminal.complain("hanlode: \(error)")
            }
        }
        if failures > 0 { throw ExitCode(1) }
    }

    private func segmented(_ text: String, by segmenter: inout Segmenter) throws(HanLodeError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 5 / 4)
        let source = text.utf8.span
        var isLineStart = true
        for word in try segmenter.words(in: text) {
            if source[word.span.end - 1] == 0x0A {
                bytes.append(0x0A)
                isLineStart = true
                continue
            }
            if word.isSpace { continue }
            if !isLineStart { bytes.append(contentsOf: separator.utf8) }
            isLineStart = false
            for index in word.span.start..<word.span.end { bytes.append(source[index]) }
        }
        if !isLineStart { bytes.append(0x0A) }
        return bytes
    }
}
