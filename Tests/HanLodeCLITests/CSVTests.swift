import Testing

@testable import HanLodeCLI

@Suite struct CSVTests {
    private func line(_ cells: String...) -> String { String(decoding: CSV.line(cells), as: UTF8.self) }

    @Test func cellsAreJoinedByCommasAndLinesEndInCRLF() {
        #expect(line("a", "", "亩") == "a,,亩\r\n")
    }

    @Test func cellsWithSeparatorsAreQuoted() {
        #expect(line("a,b", "c\nd", "e\rf", "g\r\nh") == "\"a,b\",\"c\nd\",\"e\rf\",\"g\r\nh\"\r\n")
    }

    @Test func quotesAreDoubled() {
        #expect(line("说“好”", "say \"ok\"", "\"") == "说“好”,\"say \"\"ok\"\"\",\"\"\"\"\r\n")
    }

    @Test func fullWidthCommasNeedNoQuotes() {
        #expect(line("一，二；三") == "一，二；三\r\n")
    }
}
