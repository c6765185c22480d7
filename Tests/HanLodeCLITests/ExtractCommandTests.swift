import Foundation
import Testing

@Suite struct ExtractCommandTests {
    private static let report = Array(
        """
        2023年青岚县工作报告
        全年生产总值完成86.5亿元，增长5%—6%，总量居全市第三位；新建“农家书屋”120多个。
        粮食播种面积4.3、油料1.8万亩，综合单产约830斤/亩。

        """.utf8)

    @Test(arguments: ["table", "json", "csv"])
    func aReportIsPrintedAsRecorded(format: String) async throws {
        try await withFolder(["report.txt": Self.report]) { folder in
            let result = try await Hanlode.run("extract", "--format", format, "report.txt", in: folder)
            #expect(result.status == 0)
            #expect(result.errors.isEmpty)
            try expectSnapshot(result.text, "extract.\(format).txt")
        }
    }

    @Test(
        arguments: [
            [], ["extract"], ["pipe"], ["segment"], ["words"], ["concordance"], ["lexicon"], ["entities"], ["slogans"],
            ["explain"],
        ] as [[String]])
    func helpIsPrintedAsRecorded(command: [String]) async throws {
        let name = (["help"] + command).joined(separator: "-")
        let result = try await Hanlode.shell("\"$HANLODE\" \(command.joined(separator: " ")) --help")
        #expect(result.status == 0)
        try expectSnapshot(result.text, "\(name).txt")
    }

    @Test func theVersionNamesItsParts() async throws {
        let result = try await Hanlode.run("--version")
        #expect(result.status == 0)
        #expect(
            result.text.contains(/^hanlode \d+\.\d+\.\d+ \(lexicon [0-9a-f]{16}, ICU [0-9.]+, Unicode [0-9.]+\)\n$/))
    }

    @Test(arguments: [
        ["extract", "--format", "xml"], ["extract", "--nonsense"], ["extract", "--date", "2022-02-30"],
        ["extract", "--offsets", "bytes"],
        ["extract", "--pretty", "--format", "csv"], ["extract", "--bom", "--format", "json"], ["nonsense"],
        ["lexicon", "check"],
        ["extract", "--pack", "/nowhere/pack.tsv"], ["pipe", "--pack", "/nowhere/pack.tsv"], ["extract", "--encoding"],
        ["outline", "--pack", "/nowhere/pack.tsv"], ["entities", "--pack", "/nowhere/pack.tsv"],
        ["slogans", "--pack", "/nowhere/pack.tsv"], ["explain", "--pack", "/nowhere/pack.tsv", "-"],
        ["segment", "--user-dictionary", "/nowhere/words"], ["words", "--stop-words", "/nowhere/words"],
        ["concordance", "--pack", "/nowhere/pack.tsv", "农业"],
    ])
    func aWrongCallIsTwo(arguments: [String]) async throws {
        let result = try await Hanlode.shell("\"$HANLODE\" \(arguments.joined(separator: " ")) </dev/null")
        #expect(result.status == 2, "\(result.errors)")
        #expect(result.output.isEmpty)
        #expect(!result.errors.isEmpty)
    }

    @Test func standardInputIsRead() async throws {
        for arguments in [["extract", "--format", "json"], ["extract", "--format", "json", "-"]] {
            let line = "printf '新修公路80公里。' | \"$HANLODE\" " + arguments.joined(separator: " ")
            let object = try #require(try await Hanlode.shell(line).objects().first)
            let quantities = try #require(object["quantities"] as? [[String: Any]])
            #expect(quantities.map { $0["text"] as? String } == ["80公里"])
            #expect((object["document"] as? [String: Any])?["source"] == nil)
        }
    }

    @Test(arguments: [("scalar", 1, 5), ("utf8", 4, 12), ("utf16", 2, 6)])
    func offsetsCountWhatIsAsked(unit: String, start: Int, end: Int) async throws {
        let input = Data("𠮷80公里".utf8)
        let object = try #require(
            try await Hanlode.run("extract", "--format", "json", "--offsets", unit, input: input).objects().first)
        let quantity = try #require((object["quantities"] as? [[String: Any]])?.first)
        #expect(object["offsets"] as? String == unit)
        #expect(quantity["start"] as? Int == start)
        #expect(quantity["end"] as? Int == end)
    }

    @Test func prettyJSONIsTheSameDocument() async throws {
        let input = Data(Reports.utf8)
        let compact = try await Hanlode.run("extract", "--format", "json", input: input)
        let pretty = try await Hanlode.run("extract", "--format", "json", "--pretty", input: input)
        #expect(compact.lines.count == 1)
        #expect(pretty.lines.count > 10)
        let first = try JSONSerialization.jsonObject(with: compact.output) as? NSDictionary
        #expect(first != nil)
        #expect(try JSONSerialization.jsonObject(with: pretty.output) as? NSDictionary == first)
    }

    @Test func contextGoesIntoTheDocument() async throws {
        let result = try await Hanlode.run(
            "extract", "--format", "json", "--date", "2024-01-16", "--region", "青岚县", input: Data(Reports.utf8))
        let document = try #require(try result.objects().first?["document"] as? [String: Any])
        #expect(document["date"] as? String == "2024-01-16")
        #expect((document["region"] as? [String: Any])?["name"] as? String == "青岚县")
        #expect(document["characters"] as? Int == Reports.text.unicodeScalars.count)
    }

    @Test func csvMayBeginWithAMark() async throws {
        let input = Data(Reports.utf8)
        let plain = try await Hanlode.run("extract", "--format", "csv", input: input)
        let marked = try await Hanlode.run("extract", "--format", "csv", "--bom", input: input)
        #expect(plain.output.starts(with: Data("REF_AREA,".utf8)))
        #expect(marked.output == Data([0xEF, 0xBB, 0xBF]) + plain.output)
    }

    @Test func theDigestIsOfTheBytesRead() async throws {
        let input = Data([0xEF, 0xBB, 0xBF]) + Data("abc".utf8)
        let document = try #require(
            try await Hanlode.run("extract", "--format", "json", input: input).objects().first?["document"]
                as? [String: Any])
        #expect(document["sha256"] as? String == "1c28dc3f1f804a1ad9c9b4b4cf5e2658d16ad4ed08e3020d04a8d2865018947c")
    }

    @Test func aCompletionScriptIsGenerated() async throws {
        for shell in ["bash", "zsh", "fish"] {
            let result = try await Hanlode.run("--generate-completion-script", shell)
            #expect(result.status == 0)
            #expect(result.text.contains("hanlode"))
        }
    }
}
