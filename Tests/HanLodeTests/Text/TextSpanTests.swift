import HanLode
import Testing

@Suite struct TextSpanTests {
    @Test func orderIsByStartThenTheLongerFirst() {
        let spans = [(5, 6), (0, 2), (0, 9), (3, 4)].map { TextSpan(start: $0.0, end: $0.1) }
        #expect(spans.sorted().map(\.start) == [0, 0, 3, 5])
        #expect(spans.sorted().map(\.end) == [9, 2, 4, 6])
    }

    @Test func overlapNeedsASharedUnit() {
        let span = TextSpan(start: 3, end: 6)
        #expect(span.overlaps(TextSpan(start: 5, end: 9)))
        #expect(span.overlaps(TextSpan(start: 0, end: 4)))
        #expect(!span.overlaps(TextSpan(start: 6, end: 9)))
        #expect(!span.overlaps(TextSpan(start: 0, end: 3)))
    }

    @Test func countIsTheLength() {
        #expect(TextSpan(start: 3, end: 9).count == 6)
    }

    @Test func rangeCutsTheSameCharacters() throws {
        let text = "产值𠮷7.5亿元"
        let range = try #require(TextSpan(start: 10, end: 19).range(in: text))
        #expect(text[range] == "7.5亿元")
    }

    @Test(arguments: [(-1, 3), (0, 1), (1, 3), (0, 100), (7, 10), (3, 0), (100, 101)])
    func aSpanThatIsNoneOfTheTextHasNoRange(start: Int, end: Int) {
        #expect(TextSpan(start: start, end: end).range(in: "产值𠮷") == nil)
    }

    @Test func theEmptySpanAtTheEndHasARange() throws {
        let text = "亩"
        #expect(try #require(TextSpan(start: 3, end: 3).range(in: text)) == text.endIndex..<text.endIndex)
    }
}
