import HanLode
import Testing

@Suite struct LinesTests {
    private func lines(_ text: String) throws -> [String] {
        let document = Document(text: text)
        return try document.lines.map { String(text[try #require($0.range(in: text))]) }
    }

    @Test(arguments: ["\n", "\r\n", "\r", "\u{2028}", "\u{2029}"])
    func everyKindOfLineEndParts(end: String) throws {
        #expect(try lines("一、综合\(end)二、农业\(end)三、工业") == ["一、综合", "二、农业", "三、工业"])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func emptyLinesAreKept(end: String) throws {
        #expect(try lines("甲\(end)\(end)乙\(end)") == ["甲", "", "乙", ""])
    }

    @Test func kindsOfLineEndMix() throws {
        #expect(try lines("甲\n\r乙\r\r\n丙\r\n\r\n丁") == ["甲", "", "乙", "", "丙", "", "丁"])
    }

    @Test func theEmptyTextIsOneEmptyLine() throws {
        #expect(try lines("") == [""])
    }

    @Test func aLoneLineEndIsTwoEmptyLines() throws {
        #expect(try lines("\r\n") == ["", ""])
    }

    @Test func otherControlsDoNotPart() throws {
        #expect(try lines("甲\t乙\u{B}丙\u{C}丁\u{85}戊") == ["甲\t乙\u{B}丙\u{C}丁\u{85}戊"])
    }
}
