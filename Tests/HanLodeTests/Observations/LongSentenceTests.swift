import HanLode
import Testing

@Suite struct LongSentenceTests {
    /// The words of a sentence are read some hundreds at a time: wherever such a part ends, none is lost.
    @Test("A sentence may have any number of clauses", arguments: 0..<6)
    func clauses(padding: Int) throws {
        let count = 300
        let text = String(repeating: "，", count: padding) + String(repeating: "甲厂产值3亿元，乙岚，", count: count)
        let observations = try Miner().extract(text).observations
        #expect(observations.count == count)
        #expect(observations.allSatisfy { $0.indicator == "甲厂产值" && $0.sentence == observations[0].sentence })
    }
}
