import Foundation
import Testing

@Suite struct SegmentCommandTests {
    private static let text = "一、农业\n　　全县粮食总产量达到32万吨，比上年增长5.6%。\n\n新修“四好农村路”80公里 ok\n"

    private func withoutSpace(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 == "\n" || !$0.properties.isWhitespace }))
    }

    @Test func linesStayLines() async throws {
        let result = try await Hanlode.run("segment", input: Data(Self.text.utf8))
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(withoutSpace(result.text) == withoutSpace(Self.text))
    }

    @Test(arguments: ["/", "|", "  ", "\t", "々々"])
    func theSeparatorStandsBetweenWords(separator: String) async throws {
        let result = try await Hanlode.run("segment", "--separator", separator, input: Data(Self.text.utf8))
        for line in result.lines {
            #expect(!line.hasPrefix(separator))
            #expect(!line.hasSuffix(separator))
        }
        #expect(result.text.contains(separator))
        #expect(withoutSpace(result.text.replacing(separator, with: "")) == withoutSpace(Self.text))
    }

    @Test func wordsAreApart() async throws {
        let result = try await Hanlode.run("segment", "--separator", "/", input: Data("粮食丰收".utf8))
        #expect(result.text == "粮食/丰收\n")
    }

    @Test func carriageReturnsEndLines() async throws {
        let result = try await Hanlode.run("segment", "--separator", "/", input: Data("粮食丰收\r\n农民增收\r\n".utf8))
        #expect(result.lines.map { $0.replacing("/", with: "") } == ["粮食丰收", "农民增收"])
    }

    @Test func aLineWithoutItsFeedIsEnded() async throws {
        let result = try await Hanlode.run("segment", input: Data("粮食丰收".utf8))
        #expect(result.text.hasSuffix("\n"))
    }

    @Test func anEmptyTextIsNoWord() async throws {
        let result = try await Hanlode.run("segment", input: Data())
        #expect(result.status == 0)
        #expect(result.output.isEmpty)
    }

    @Test func aReportIsCutLineForLine() async throws {
        let report = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Corpora/reports/hedong-2024-work-report.txt")
        let text = String(decoding: try Data(contentsOf: report), as: UTF8.self)
        let result = try await Hanlode.run("segment", report.path)
        #expect(withoutSpace(result.text) == withoutSpace(text))
    }

    @Test func aBadFileIsToldAndTheOthersAreDone() async throws {
        try await withFolder(["a.txt": Reports.png, "b.txt": Reports.utf8]) { folder in
            let result = try await Hanlode.run("segment", "a.txt", "b.txt", in: folder)
            #expect(result.status == 1)
            #expect(result.errors.contains("a.txt: HL0103"))
            #expect(result.text.replacing(" ", with: "") == Reports.text + "\n")
        }
    }

    @Test func jsonTellsOffsetsKindsAndWhatCut() async throws {
        let files = ["a.txt": Array("2021年 云锦带建成。\n".utf8), "words": Array("云锦带 3 nz\n坏 x y z\n".utf8)]
        try await withFolder(files) { folder in
            let result = try await Hanlode.run(
                "segment", "--format", "json", "--user-dictionary", "words", "a.txt", in: folder)
            #expect(result.errors.contains("words:2:3: HL0305"))
            let object = try #require(try result.objects().first)
            #expect(object["granularity"] as? String == "words")
            #expect(object["engine"] as? String == "dictionary")
            let tokens = try #require(object["tokens"] as? [[String: Any]])
            #expect(tokens.map { $0["text"] as? String } == ["2021年", "云锦带", "建成", "。"])
            #expect(tokens.map { $0["start"] as? Int } == [0, 6, 9, 11])
            #expect(tokens.map { $0["kind"] as? String } == ["time", "word", "word", "punctuation"])
            #expect(tokens.map { $0["tag"] as? String } == [nil, "nz", nil, nil])
        }
    }

    @Test func mentionsStayWhole() async throws {
        let text = Data("去年安排资金3000多亿元".utf8)
        let words = try await Hanlode.run("segment", "--separator", "/", input: text)
        #expect(words.text == "去年/安排/资金/3000多亿/元\n")
        let mentions = try await Hanlode.run("segment", "--granularity", "mentions", "--separator", "/", input: text)
        #expect(mentions.text == "去年/安排/资金/3000多亿元\n")
    }

    @Test func theBreakIteratorCutsToo() async throws {
        let result = try await Hanlode.run(
            "segment", "--engine", "break-iterator", "--format", "json", input: Data("粮食丰收".utf8))
        let object = try #require(try result.objects().first)
        #expect(object["engine"] as? String == "breakIterator")
        let tokens = try #require(object["tokens"] as? [[String: Any]])
        #expect(tokens.map { $0["text"] as? String } == ["粮食", "丰收"])
    }
}
