import Testing

@testable import HanLode

@Suite struct WordTrieTests {
    /// All prefixes of `text` that are words, by walking the trie.
    private static func words(_ trie: WordTrie, _ root: WordTrie.Slot, in text: [UInt32]) -> [Int: Int] {
        var found: [Int: Int] = [:]
        let slots = trie.slots.span
        var node = root
        for (index, scalar) in text.enumerated() {
            guard node.hasChildren, let next = WordTrie.step(slots, from: node, by: scalar) else { break }
            node = next
            if node.isOwn {
                found[index + 1] = 10_000 + Int(WordTrie.own(slots, at: node).word)
            } else if node.isWord {
                found[index + 1] = Int(node.cost)
            }
        }
        return found
    }

    @Test("The trie finds what a set finds", arguments: 0..<20)
    func likeASet(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(620 + seed))
        let alphabet = (0..<(seed + 2)).map { _ in UInt32.random(in: 0...0x10_FFFF, using: &generator) }
        func word() -> [UInt32] {
            (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
        }
        let keys = Set((0..<(seed * 10 + 1)).map { _ in word() }).sorted { $0.lexicographicallyPrecedes($1) }
        var scalars: [UInt32] = []
        var words: [WordTrie.Word] = []
        var expected: [[UInt32]: Int] = [:]
        for (index, key) in keys.enumerated() {
            let start = scalars.count
            scalars += key
            let entry: WordTrie.Entry =
                switch index % 3 {
                case 0: .dictionary(cost: UInt32(index))
                case 1: .own(cost: UInt32(index), word: UInt32(index))
                default: .barred
                }
            switch entry {
            case .dictionary(let cost): expected[key] = Int(cost)
            case .own(_, let word): expected[key] = 10_000 + Int(word)
            default: break
            }
            words.append(.init(start: start, end: scalars.count, entry: entry))
        }
        var trie = WordTrie()
        // What other characters have put there must not matter.
        _ = trie.insert([.init(start: 0, end: keys[0].count, entry: .barred)], scalars: keys[0])
        let root = trie.insert(words, scalars: scalars)
        for _ in 0..<200 {
            let text = word() + word()
            let found = Self.words(trie, root, in: text)
            for length in 1...text.count { #expect(found[length] == expected[Array(text[..<length])]) }
        }
    }
}
