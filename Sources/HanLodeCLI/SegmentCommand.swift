import ArgumentParser
import HanLode

/// `hanlode segment`
struct SegmentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segment",
        abstract: "Print the words of a text, line for line.",
        discussion: """
            words     the default: 2021年 is one word, a surname and a given name
                      are two, as in the PKU corpus
            mentions  quantities, times and slogans stay whole: 3000多亿元

            text  the words, line for line; white space between them is left out
            json  JSON Lines: one object a document, with offset, kind and rule of
                  each token, and what cut it ("engine")

              echo 全年完成投资三千亿元 | hanlode segment --separator /
              hanlode segment --user-dictionary terms.txt report.txt
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "What to print.")
    var format: Format = .text

    @Option(help: ArgumentHelp("What to put between words.", valueName: "text"))
    var separator = " "

    @Option(help: "What offsets count.")
    var offsets: OffsetUnit = .scalar

    @OptionGroup var context: ContextOptions
    @OptionGroup var segmentation: SegmentationOptions
    @OptionGroup var packs: PackOptions
    @OptionGroup var input: InputOptions

    func run() throws {
        var cutter = try segmentation.cutter(packs: packs, context: context.context)
        var tokens: [Token] = []
        let failures = try input.forEachDocument(hashed: false) { document, input in
            for diagnostic in document.diagnostics {
                Terminal.complain(
                    "hanlode: \(input.path ?? "-"): \(diagnostic.code.rawValue): \(diagnostic.message)")
            }
            switch format {
            case .text:
                var writer = LineWriter(separator: separator, text: document.text)
                try cutter.forEachBatch(of: document) { writer.write($0) }
                writer.finish()
            case .json:
                try cutter.cut(document, into: &tokens)
                let record = SegmentationRecord(
                    document, tokens, granularity: segmentation.granularity, offsets: offsets, cutter.segmenter)
                Terminal.write(try JSONWriter.encode(record) + [0x0A])
            }
        }
        if failures > 0 { throw ExitCode(1) }
    }
}

/// Prints words line for line.
private struct LineWriter {
    let separator: [UInt8]
    var text: String
    private var isLineStart = true

    init(separator: String, text: String) {
        self.separator = Array(separator.utf8)
        self.text = text
    }

    mutating func write(_ tokens: ArraySlice<Token>) {
        guard let first = tokens.first, let last = tokens.last else { return }
        // Room for a separator before every token, so that the bytes are written without a look at the room.
        let room = last.span.end - first.span.start + tokens.count * (separator.count + 1)
        var isLineStart = isLineStart
        let bytes = text.withUTF8 { source in
            [UInt8](unsafeUninitializedCapacity: room) { bytes, count in
                func write(_ slice: UnsafeBufferPointer<UInt8>) {
                    UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(bytes)[count...])
                        .copyMemory(from: UnsafeRawBufferPointer(slice))
                    count += slice.count
                }
                for token in tokens {
                    let span = token.span
                    if token.isSpace {
                        // A line ends at LF, CR LF and CR; other white space is only left out.
                        guard source[span.end - 1] == 0x0A || source[span.end - 1] == 0x0D else { continue }
                        bytes[count] = 0x0A
                        count += 1
                        isLineStart = true
                        continue
                    }
                    if !isLineStart { separator.withUnsafeBufferPointer(write) }
                    isLineStart = false
                    write(UnsafeBufferPointer(rebasing: source[span.start..<span.end]))
                }
            }
        }
        self.isLineStart = isLineStart
        Terminal.write(bytes)
    }

    /// Ends a last line that has no line feed.
    func finish() {
        if !isLineStart { Terminal.write("\n") }
    }
}

/// What the JSON has of a document.
private struct SegmentationRecord: Encodable {
    struct Item: Encodable {
        let start: Int
        let end: Int
        let text: String
        let kind: Token.Kind
        let rule: Token.Rule
        let tag: String?
    }

    let version = Extraction.contractVersion
    let offsets: OffsetUnit
    let source: String?
    let engine: Segmenter.Engine
    let granularity: Granularity
    let tokens: [Item]

    init(
        _ document: Document, _ tokens: [Token], granularity: Granularity, offsets: OffsetUnit,
        _ segmenter: borrowing Segmenter
    ) {
        let map = OffsetMap(document.text)
        var text = document.text
        var items: [Item] = []
        items.reserveCapacity(tokens.count)
        text.withUTF8 { bytes in
            for token in tokens where !token.isSpace {
                let span = map.convert(token.span, to: offsets)
                items.append(
                    Item(
                        start: span.start, end: span.end,
                        text: String(decoding: bytes[token.span.start..<token.span.end], as: UTF8.self),
                        kind: token.kind, rule: token.rule, tag: segmenter.tag(of: token)))
            }
        }
        self.offsets = offsets
        source = document.source
        engine = segmenter.engine
        self.granularity = granularity
        self.tokens = items
    }
}
