import ArgumentParser
import HanLode

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `hanlode pipe`
struct PipeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipe",
        abstract: "For programs: one JSON text a line in, one JSON result a line out.",
        discussion: """
            in     {"id": any, "text": "…", "date"?, "region"?, "source"?}
            out    {"id": the same, "version": 1, "quantities": […], …}
            error  {"id": …, "error": {"code": "HL0401", "message", "line"}}

            Results come in the order of the lines, each as soon as it is ready. A bad
            line does not end the stream. The date is written YYYY-MM-DD.

              echo '{"id": 1, "text": "全年完成投资3000多亿元"}' | hanlode pipe
            """
    )

    @Option(help: "What offsets count.")
    var offsets: OffsetUnit = .scalar

    @OptionGroup var packs: PackOptions

    func run() throws {
        let miner = try packs.miner()
        var reader = LineReader()
        var workspace = Workspace()
        var number = 0
        var failures = 0
        while let line = reader.next() {
            number += 1
            let answer: PipeAnswer
            switch line {
            case .tooLong:
                answer = .error(id: .null, .tooLong, "the line is longer than 256 MB", line: number)
            case .text(let bytes):
                if bytes.allSatisfy({ $0 <= 0x20 }) { continue }
                answer = PipeAnswer(bytes, line: number, miner: miner, offsets: offsets, workspace: &workspace)
            }
            if case .error = answer { failures += 1 }
            Terminal.write((try JSONWriter.encode(answer)) + [0x0A])
        }
        if failures > 0 { throw ExitCode(1) }
    }
}

/// One line's answer.
private enum PipeAnswer: Encodable {
    case result(id: JSONValue?, Extraction)
    case error(id: JSONValue?, DiagnosticCode, String, line: Int)

    init(_ bytes: [UInt8], line: Int, miner: Miner, offsets: OffsetUnit, workspace: inout Workspace) {
        guard let fields = try? JSONDecoder().decode([String: JSONValue].self, from: Data(bytes)) else {
            self = .error(id: .null, .badJSON, "the line is no JSON object", line: line)
            return
        }
        let id = fields["id"]
        guard case .string(let text)? = fields["text"] else {
            let message = fields["text"] == nil ? "the object has no \"text\"" : "\"text\" is no string"
            self = .error(id: id, fields["text"] == nil ? .missingText : .badField, message, line: line)
            return
        }
        var strings: [String: String] = [:]
        for name in ["date", "region", "source"] {
            switch fields[name] {
            case nil, .null: break
            case .string(let value): strings[name] = value
            default:
                self = .error(id: id, .badField, "\"\(name)\" is no string", line: line)
                return
            }
        }
        if let date = strings["date"], !CalendarDate.isValid(date) {
            self = .error(id: id, .badField, "\"date\" is no date like 2022-02-18", line: line)
            return
        }
        var document = Document(text: text, source: strings["source"])
        document.sha256 = SHA256.hex(Array(text.utf8))
        let context = Miner.Context(date: strings["date"], region: strings["region"])
        let extraction = miner.extract(document, context: context, workspace: &workspace)
        self = .result(id: id, extraction.converted(to: offsets, with: OffsetMap(document.text)))
    }

    private enum CodingKeys: String, CodingKey { case id, error }
    private enum ErrorKeys: String, CodingKey { case code, message, line }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .result(let id, let extraction):
            try Identified(id: id, extraction: extraction).encode(to: encoder)
        case .error(let id, let code, let message, let line):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeIfPresent(id, forKey: .id)
            var error = container.nestedContainer(keyedBy: ErrorKeys.self, forKey: .error)
            try error.encode(code, forKey: .code)
            try error.encode(message, forKey: .message)
            try error.encode(line, forKey: .line)
        }
    }
}

/// An extraction with the line's own id in front of its fields.
private struct Identified: Encodable {
    let id: JSONValue?
    let extraction: Extraction

    private enum CodingKeys: String, CodingKey { case id }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(id, forKey: .id)
        try extraction.encode(to: encoder)
    }
}
