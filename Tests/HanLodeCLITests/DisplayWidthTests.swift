import Testing

@testable import HanLodeCLI

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("亩", 2), ("3.5亩", 5), ("３％", 4), ("𠮷", 2), ("\u{200B}a\u{FEFF}", 1), ("e\u{301}", 1),
        ("，。", 4),
        ("ｱ", 1), ("👍", 2),
    ])
    func widthCountsColumns(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func fittingNeverTakesMoreThanTheRoom() {
        let text = "完成3.5万亩𠮷村"
        for room in 0...20 {
            #expect(DisplayWidth.of(DisplayWidth.fit(text, to: room)) <= room)
            #expect(DisplayWidth.of(DisplayWidth.fitEnd(text, to: room)) <= room)
            #expect(text.hasPrefix(DisplayWidth.fit(text, to: room)))
            #expect(text.hasSuffix(DisplayWidth.fitEnd(text, to: room)))
        }
        #expect(DisplayWidth.fit(text, to: 20) == text)
        #expect(DisplayWidth.fitEnd(text, to: 20) == text)
    }

    @Test func aWideCharacterIsNotCut() {
        #expect(DisplayWidth.fit("亩亩", to: 3) == "亩")
        #expect(DisplayWidth.fitEnd("亩亩", to: 3) == "亩")
    }

    @Test func controlsBecomeOneSpace() {
        #expect(DisplayWidth.plain("甲\r\n乙\t丙\u{1B}[31m") == "甲 乙 丙 [31m")
        #expect(DisplayWidth.plain("74.4\u{200B}万") == "74.4万")
    }
}
