import ArgumentParser
import HanLode

/// `hanlode explain`
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell how results came about: the rule, the lines of tables, and what lost.",
        discussion: """
            Without --at and --mention every result of the file is explained.

            text   for people: the result, its fields, the scanner's lexemes, the lines of the
                   tables that were found where it stands, the candidates that lost and why
            json   JSON Lines: one object an explanation

              hanlode explain report.txt --mention 3000多亿元
              hanlode explain report.txt --at 1024 --pack mine.tsv
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "What to print.")
    var format: Format = .text

    @Option(help: "What offsets count, those given and those printed.")
    var offsets: OffsetUnit = .scalar

    @Option(help: ArgumentHelp("Explain what stands at this place.", valueName: "offset"))
    var at: Int?

    @Option(
        help: ArgumentHelp("Explain the results with this text, or what stands where it occurs.", valueName: "text"))
    var mention: String?

    @OptionGroup var context: ContextOptions
    @OptionGroup var packs: PackOptions

    @Option(
        help: ArgumentHelp(
            "The file's encoding, where it is not to be recognised: utf-8, utf-16, gb18030, gbk, big5 …",
            valueName: "name"))
    var encoding: String?

    @Argument(help: "A text file, or - for standard input.")
    var file: String

    func validate() throws {
        if at != nil, mention != nil { throw ValidationError("--at and --mention exclude each other.") }
        if let at, at < 0 { throw ValidationError("--at \(at) lies before the text.") }
        if mention?.isEmpty == true { throw ValidationError("--mention needs a text.") }
    }

    func run() throws {
        let miner = try packs.miner()
        do {
            let input = file == "-" ? Input.standardInput : .file(file)
            let document = try input.document(encoding: encoding)
            let map = OffsetMap(document.text)
            let explanations = try explanations(miner, document, map)
            guard !explanations.isEmpty else {
                Terminal.complain("hanlode: \(file): “\(mention ?? "")” does not occur")
                throw ExitCode(1)
            }
            for explanation in explanations {
                let converted = explanation.converted(to: offsets, with: map)
                switch format {
                case .text: Terminal.write(ExplanationText(converted).text)
                case .json: Terminal.write((try JSONWriter.encode(converted)) + [0x0A])
                }
            }
        } catch let error as HanLodeError {
            Terminal.complain("hanlode: \(error)")
            throw ExitCode(1)
        }
    }

    private func explanations(_ miner: Miner, _ document: Document, _ map: OffsetMap) throws -> [Explanation] {
        if let mention { return miner.explain(document, mention: mention, context: context.context) }
        guard let at else { return miner.explain(document, context: context.context) }
        let start = map.utf8Offset(of: at, in: offsets)
        guard start < document.text.utf8.count else {
            Terminal.complain("hanlode: \(file): --at \(at) lies behind the text")
            throw ExitCode(1)
        }
        return miner.explain(document, in: TextSpan(start: start, end: start + 1), context: context.context)
    }
}

/// An explanation for people.
private struct ExplanationText {
    private(set) var text = ""

    init(_ explanation: Explanation) {
        let subject = explanation.subject == .none ? "nothing" : explanation.subject.rawValue
        var head = "\(Self.flat(explanation.text))  \(subject)"
        if let rule = explanation.rule { head += ", rule \(rule)" }
        line(0, head + "  [\(explanation.span.start), \(explanation.span.end))")
        if !explanation.fields.isEmpty { line(2, Self.list(explanation.fields)) }
        section("lexemes", explanation.lexemes) { "\(Self.flat($0.text))  \($0.kind)" }
        section("tables", explanation.evidence) { evidence in
            let cells = evidence.cells.isEmpty ? "" : "  " + Self.list(evidence.cells)
            return "\(Self.flat(evidence.text))  \(evidence.position.rawValue)  @\(evidence.table)"
                + "  \(evidence.file):\(evidence.line)\(cells)"
        }
        section("lost", explanation.rivals) { rival in
            let winner = rival.winner.map { "  to \(Self.flat($0))" } ?? ""
            return "\(Self.flat(rival.text))  \(rival.candidate): \(Self.reason(rival.reason))\(winner)"
        }
        text += "\n"
    }

    private mutating func line(_ indent: Int, _ content: String) {
        text += String(repeating: " ", count: indent) + content + "\n"
    }

    private mutating func section<Element>(_ title: String, _ elements: [Element], _ render: (Element) -> String) {
        guard !elements.isEmpty else { return }
        line(2, title)
        for element in elements { line(4, render(element)) }
    }

    private static func list(_ fields: [Explanation.Field]) -> String {
        fields.map { "\($0.name)=\(flat($0.value))" }.joined(separator: "  ")
    }

    /// On one line.
    private static func flat(_ text: String) -> String {
        text.replacing("\r\n", with: "⏎").replacing("\n", with: "⏎")
    }

    private static func reason(_ reason: Explanation.Rival.Reason) -> String {
        switch reason {
        case .longerTerm: "a longer term begins at the same place"
        case .overlap: "a mention that goes first has some of its characters"
        case .residue: "it stands in what is around the report on its page"
        case .outranked: "a pattern of higher priority has some of its characters"
        case .covered: "a match of the same name begins before it or is longer"
        case .yielded: "its priority is below zero, and a mention has some of its characters"
        case .displaced: "a pattern with a priority above zero has some of its characters"
        case .unread: "an ordinal, a name, a code or a part of a time"
        case .unbelieved: "nothing proves or announces that it is an amount"
        case .firmName: "a title, an honour or a person has some of its characters"
        case .longerName: "a longer name has some of its characters"
        case .earlierRule: "a rule that goes first has made something of as many characters"
        case .knownForNone: "the tables have it, or a phrase around it, for none"
        case .quotedPlace: "a place in a quotation of a few words is no name"
        case .unnamed: "nothing around it makes a name of it"
        case .awarded: "a title that was awarded is no slogan"
        case .distanced: "what follows 所谓 is no slogan"
        case .taken: "another slogan or quotation has some of its characters"
        case .noTerm: "a sentence, a saying or an amount in quotation marks is no term"
        case .uncounted: "its numerals count no members"
        }
    }
}
