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
}
