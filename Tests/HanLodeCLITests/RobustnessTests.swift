import Foundation
import Testing

/// Texts that no report is: each gives a result and no trap, in good time.
@Suite struct RobustnessTests {
    struct Odd: Sendable, CustomTestStringConvertible {
        let name: String
        let text: @Sendable () -> String
        var quantities: Int?

        var testDescription: String { name }
    }

    static let texts = [
        Odd(
            name: "two megabytes on one line", text: { String(repeating: "全年新修公路80公里，", count: 70_000) },
            quantities: 70_000),
        Odd(name: "zero bytes", text: { "新修公路\0 80公里\0\0，" + String(repeating: "路", count: 40) }, quantities: 1),
        Odd(name: "punctuation alone", text: { String(repeating: "，。；“”（）——……、", count: 5_000) }, quantities: 0),
        Odd(
            name: "deep quotation marks",
            text: { String(repeating: "“", count: 100_000) + "3亩" + String(repeating: "”", count: 100_000) }),
        Odd(
            name: "deep brackets",
            text: { String(repeating: "（", count: 100_000) + "3亩" + String(repeating: "）", count: 100_000) }),
        Odd(name: "万亿 a hundred thousand times", text: { String(repeating: "万亿", count: 100_000) }),
        Odd(name: "a million digits", text: { String(repeating: "7", count: 1_000_000) }, quantities: 0),
        Odd(name: "a million zero-width spaces", text: { "3" + String(repeating: "\u{200B}", count: 1_000_000) + "亩" }),
        Odd(name: "blank lines", text: { String(repeating: "\n", count: 500_000) + "3亩" }, quantities: 1),
    ]

    @Test("Odd texts are done", .timeLimit(.minutes(20)), arguments: texts)
    func oddTextsAreDone(odd: Odd) async throws {
        let result = try await Hanlode.run("extract", "--format", "json", input: Data(odd.text().utf8), timeout: 900)
        #expect(result.status == 0, "\(result.errors)")
        let object = try #require(try result.objects().first)
        let quantities = try #require(object["quantities"] as? [Any])
        if let count = odd.quantities { #expect(quantities.count == count) }
    }

    @Test(arguments: ["table", "csv"])
    func otherFormatsPrintOddTextsToo(format: String) async throws {
        let text =
            String(repeating: "“", count: 2_000) + "\0\u{1B}[31m3亩,\"\r\n" + String(repeating: "新增万亩。", count: 2_000)
        let result = try await Hanlode.run("extract", "--format", format, input: Data(text.utf8))
        #expect(result.status == 0)
        #expect(!result.output.contains(0x1B) || format == "csv")
    }

    @Test func aRowStaysShortHoweverLongTheSentence() async throws {
        let text = String(repeating: "新增3万亩，", count: 1_000)
        let result = try await Hanlode.run("extract", "--format", "csv", input: Data(text.utf8))
        #expect(result.lines.count == 1_001)
        #expect(result.output.count < 100 * text.utf8.count, "\(result.output.count) bytes for \(text.utf8.count)")
    }

    @Test func binariesAreRefused() async throws {
        let result = try await Hanlode.run("extract", "--format", "json", input: Data(Reports.png))
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("HL0103"))
    }

    @Test(arguments: ["extract --format csv", "extract --format json", "extract --format table", "segment"])
    func aClosedPipeIsNoError(command: String) async throws {
        try await withFolder(["a.txt": Array(String(repeating: Reports.text + "\n", count: 20_000).utf8)]) { folder in
            let line = "\"$HANLODE\" \(command) a.txt a.txt a.txt | head -c 100"
            let result = try await Hanlode.shell(line, in: folder)
            #expect(result.status == 0)
            #expect(result.output.count == 100)
            #expect(result.errors.isEmpty)
        }
    }

    @Test func carriageReturnsStayInTheOffsets() async throws {
        let text = "一、农业\r\n产粮3万吨。\r\n"
        let object = try #require(
            try await Hanlode.run("extract", "--format", "json", input: Data(text.utf8)).objects().first)
        let quantity = try #require((object["quantities"] as? [[String: Any]])?.first)
        #expect(quantity["start"] as? Int == 8)
        #expect((object["document"] as? [String: Any])?["characters"] as? Int == text.unicodeScalars.count)
    }

    @Test func theSameRunGivesTheSameBytes() async throws {
        try await withFolder(["a.txt": Reports.utf8, "b.txt": Reports.gb18030, "c.txt": Reports.big5]) { folder in
            let first = try await Hanlode.run("extract", "--format", "json", ".", in: folder)
            let second = try await Hanlode.run("extract", "--format", "json", ".", in: folder)
            #expect(first.lines.count == 3)
            #expect(first.output == second.output)
        }
    }
}
