import ICUKit
import Testing

@Suite struct SentenceBreakerTests {
    private let text = Array("我们修好了路。群众满意吗？满意！ 下一步,继续修到村口。".utf8)

    @Test func cutsAfterFullStopsAndMarks() throws {
        var breaker = try SentenceBreaker()
        var boundaries: [Int32] = []
        try breaker.boundaries(of: text.span, into: &boundaries)
        #expect(marked(text, at: boundaries) == "我们修好了路。÷群众满意吗？÷满意！ ÷下一步,继续修到村口。")
    }

    @Test func theSentenceAroundAnOffset() throws {
        var breaker = try SentenceBreaker()
        let segment = try breaker.withText(text.span) { $0.segment(containing: 30) }
        #expect(segment?.range == 21..<39)
        #expect(segment?.kind == TextSegment.Kind.none)
    }

    @Test func badInputIsCutToTheEnd() throws {
        var breaker = try SentenceBreaker()
        var boundaries: [Int32] = []
        let bytes = illFormed
        try breaker.boundaries(of: bytes.span, into: &boundaries)
        #expect(boundaries.last == Int32(illFormed.count))
        try breaker.boundaries(of: Span(), into: &boundaries)
        #expect(boundaries == [0])
    }

    @Test func aCloneCutsTheSame() async throws {
        let prototype = try SentenceBreaker()
        let text = text
        let counts = await withTaskGroup(of: Int?.self) { group in
            for _ in 0..<2 {
                guard var clone = try? prototype.clone() else { continue }
                var boundaries: [Int32] = []
                let task = { () -> Int? in
                    for _ in 0..<200 {
                        guard (try? clone.boundaries(of: text.span, into: &boundaries)) != nil else { return nil }
                    }
                    return boundaries.count
                }
                group.addTask(operation: task)
            }
            return await group.reduce(into: [Int?]()) { $0.append($1) }
        }
        #expect(counts == [5, 5])
    }
}
