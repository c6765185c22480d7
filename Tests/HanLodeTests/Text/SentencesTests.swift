import HanLode
import Testing

@Suite struct SentencesTests {
    private func sentences(_ text: String) throws -> [String] {
        try Document(text: text).sentences.map { String(text[try #require($0.range(in: text))]) }
    }

    @Test func stopsEndSentences() throws {
        #expect(try sentences("粮食丰收。增产三成！为什么？雨水足。") == ["粮食丰收。", "增产三成！", "为什么？", "雨水足。"])
    }

    @Test func closingMarksBelongToTheSentence() throws {
        #expect(try sentences("他说：“今年增产。”明年再看（见附表。）完") == ["他说：“今年增产。”", "明年再看（见附表。）", "完"])
    }

    @Test func repeatedStopsAreOneEnd() throws {
        #expect(try sentences("真的？！好。。走") == ["真的？！", "好。。", "走"])
    }

    @Test func linesEndSentences() throws {
        #expect(try sentences("一、农业\n　　播种面积扩大\r\n二、工业") == ["一、农业", "播种面积扩大", "二、工业"])
    }

    @Test func semicolonsAndCommasDoNot() throws {
        #expect(try sentences("一产增长3%；二产增长5%，三产持平。") == ["一产增长3%；二产增长5%，三产持平。"])
    }

    @Test func spaceAroundIsLeftOut() throws {
        #expect(try sentences("　　　开头。 \t 中间 有空格。\u{A0}末尾 ") == ["开头。", "中间 有空格。", "末尾"])
    }

    @Test(arguments: ["", " ", "\n\n", "　　\r\n\t"])
    func aTextWithoutCharactersHasNone(text: String) throws {
        #expect(try sentences(text).isEmpty)
    }

    @Test func aDecimalPointEndsNothing() throws {
        #expect(try sentences("增长6.3%.下降2.1%") == ["增长6.3%.下降2.1%"])
    }

    @Test func asciiStopsEndASentenceOnlyBeforeASpace() throws {
        #expect(try sentences("Who? 多少!三亩a?b=1") == ["Who?", "多少!三亩a?b=1"])
    }
}
