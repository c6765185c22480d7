/// Words beside ICU's: the lexicon's and the user's, grouped by their first characters.
///
/// Flat arrays, so that a million words are loaded in a few passes and without an object for each.
struct WordList: Sendable {
    /// The characters of all words, one word behind the other.
    private(set) var scalars: [UInt32] = []
    private var words: [Word] = []
    /// The words by first character, once all are there.
    private var order: [UInt32] = []
    private var groups: [UInt32: Range<Int>] = [:]
    private var tagNumbers: [String: UInt32] = [:]
    private var tags: [String] = []

    private struct Word: Sendable {
        let start: UInt32
        let end: UInt32
        let cost: UInt16
        let isUser: Bool
        let tag: UInt32
    }

    /// Words of more characters than this are refused: cutting looks no further ahead.
    static let longestWord = 64

    var count: Int { words.count }

    /// The first characters of the words.
    var firstScalars: some Sequence<UInt32> { groups.keys }

    mutating func append(_ surface: some StringProtocol, cost: UInt32, tag: String? = nil, isUser: Bool) {
        let start = scalars.count
        for scalar in surface.unicodeScalars { scalars.append(scalar.value) }
        guard scalars.count > start, scalars.count - start <= Self.longestWord else {
            scalars.removeLast(scalars.count - start)
            return
        }
        words.append(
            Word(
                start: UInt32(start), end: UInt32(scalars.count), cost: UInt16(min(cost, WordTrie.Entry.largestCost)),
                isUser: isUser, tag: tag.map { number(ofTag: $0) } ?? .max))
    }

    private mutating func number(ofTag tag: String) -> UInt32 {
        if let known = tagNumbers[tag] { return known }
        let number = UInt32(tags.count)
        tags.append(tag)
        tagNumbers[tag] = number
        return number
    }

    /// Groups the words by their first characters; to be called once, when all are there.
    mutating func finish() {
        var counts: [UInt32: Int] = [:]
        for word in words { counts[scalars[Int(word.start)], default: 0] += 1 }
        var next: [UInt32: Int] = [:]
        var start = 0
        for (scalar, count) in counts {
            groups[scalar] = start..<(start + count)
            next[scalar] = start
            start += count
        }
        order = Array(repeating: 0, count: words.count)
        for (index, word) in words.enumerated() {
            let scalar = scalars[Int(word.start)]
            let position = next[scalar] ?? 0
            order[position] = UInt32(index)
            next[scalar] = position + 1
        }
    }

    /// Calls `body` for each word that begins with `first`, in the order in which they were added: where its other
    /// characters lie in `scalars`, and what stands at its end in the trie.
    func forEachWord(beginningWith first: UInt32, _ body: (Range<Int>, WordTrie.Entry) -> Void) {
        for position in groups[first] ?? 0..<0 {
            let index = order[position]
            let word = words[Int(index)]
            body(
                Int(word.start) + 1..<Int(word.end),
                .own(cost: UInt32(word.cost), word: index + 1))
        }
    }

    /// The tag of the word with a number from the trie.
    func tag(ofWord number: UInt32) -> String? {
        guard number > 0, Int(number) <= words.count else { return nil }
        let tag = words[Int(number) - 1].tag
        return Int(tag) < tags.count ? tags[Int(tag)] : nil
    }

    /// Whether the word with a number from the trie is the user's.
    func isUserWord(_ number: UInt32) -> Bool {
        number > 0 && Int(number) <= words.count && words[Int(number) - 1].isUser
    }
}
