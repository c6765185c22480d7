import ICUKit
import Testing

@Suite struct BreakDictionaryTests {
    @Test func frequentWordsAreCheap() throws {
        let dictionary = try BreakDictionary()
        let costs = ["的", "图书", "图书的", "", "図\u{0}"].map { dictionary.cost(of: $0.utf16) }
        let (frequent, ordinary) = (try #require(costs[0]), try #require(costs[1]))
        #expect(frequent > 0 && frequent < ordinary && ordinary < 256)
        #expect(costs[2...].allSatisfy { $0 == nil })
    }

    @Test func theWordsOfACharacterAreAllThere() throws {
        let dictionary = try BreakDictionary()
        for first in "中的一龘a".utf16 {
            let units = try dictionary.words(beginningWith: first)
            var words: [[UInt16]] = []
            var index = 0
            while index + 1 < units.count {
                let end = index + 2 + Int(units[index + 1])
                let word = [first] + units[(index + 2)..<end]
                let cost = dictionary.cost(of: word)
                #expect(cost == Int(units[index]))
                words.append(word)
                index = end
            }
            #expect(index == units.count)
            #expect(words == words.sorted { $0.lexicographicallyPrecedes($1) })
        }
        let (many, none) = (try dictionary.words(beginningWith: 0x4E2D), try dictionary.words(beginningWith: 0))
        #expect(many.count > 1_000)
        #expect(none.isEmpty)
    }
}
