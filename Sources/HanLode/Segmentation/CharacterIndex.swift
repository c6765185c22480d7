internal import ICUKit

/// What is known of the characters met so far, and the words that they begin.
///
/// Two stages, pages of 256, both filled as characters are met: opening a segmenter costs nothing, and a short text
/// reads a small part of ICU's 300,000 words. A segmenter has one to itself.
struct CharacterIndex: Sendable {
    struct Entry: Sendable {
        var traits: CharacterTraits = []
        var characterClass = CharacterClass.other
        /// The character as the first of words; its own entry is that of the character as a word.
        var node = WordTrie.Slot()
    }

    private(set) var trie = WordTrie()
    private(set) var entries: [Entry] = Array(repeating: Entry(), count: 256)
    private var pages: [UInt16] = Array(repeating: 0, count: 0x11_0000 >> 8)

    /// The place of a character in `entries`, where its words are loaded already; 0 otherwise.
    @inline(__always)
    func known(_ scalar: UInt32) -> Int {
        let index = Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)
        return entries[index].traits.contains(.loaded) ? index : 0
    }

    /// Loads a character's words and gives its place in `entries`.
    mutating func load(
        _ scalar: UInt32, model: SegmentationModel, dictionary: borrowing BreakDictionary?
    ) throws(ICUError) -> Int {
        let page = Int(scalar >> 8)
        if pages[page] == 0 {
            pages[page] = UInt16(entries.count >> 8)
            entries.append(contentsOf: repeatElement(Entry(), count: 256))
        }
        let index = Int(pages[page]) << 8 | Int(scalar & 0xFF)
        var entry = Entry()
        entry.traits = model.traits(of: scalar).union(.loaded)
        entry.characterClass = CharacterClass(scalar)
        if entry.characterClass == .han || entry.traits.contains(.hasOwnWords) {
            var loader = WordLoader(first: scalar, model: model)
            if entry.characterClass == .han { try loader.addDictionary(dictionary) }
            if entry.traits.contains(.hasOwnWords) { loader.addOwnWords() }
            let words = loader.finished()
            entry.node = trie.insert(words, scalars: loader.scalars)
        }
        entries[index] = entry
        return index
    }
}

/// Gathers the words of one first character.
private struct WordLoader {
    let first: UInt32
    let model: SegmentationModel
    private(set) var scalars: [UInt32] = []
    private var words: [WordTrie.Word] = []
    private var hasOwnWords = false

    init(first: UInt32, model: SegmentationModel) {
        self.first = first
        self.model = model
    }

    mutating func addDictionary(_ dictionary: borrowing BreakDictionary?) throws(ICUError) {
        guard let unit = UInt16(exactly: first) else { return }
        // A borrowed optional can be looked into, but not unwrapped.
        switch dictionary {
        case .some(let dictionary):
            let units = try dictionary.words(beginningWith: unit)
            let judge = model.judge(of: first)
            scalars.reserveCapacity(units.count)
            var index = 0
            while index + 1 < units.count {
                let (cost, count) = (units[index], Int(units[index + 1]))
                let start = scalars.count
                for position in (index + 2)..<(index + 2 + count) { scalars.append(UInt32(units[position])) }
                index += 2 + count
                let isCut =
                    count > 0 && judge.mayCut(scalars[scalars.count - 1])
                    && model.isCut(first, scalars[start...]) { word in
                        dictionary.cost(of: word.map { UInt16(truncatingIfNeeded: $0) }) != nil
                    }
                words.append(
                    .init(start: start, end: scalars.count, entry: isCut ? .barred : .dictionary(cost: UInt32(cost))))
            }
        case .none: break
        }
    }

    mutating func addOwnWords() {
        hasOwnWords = true
        model.words.forEachWord(beginningWith: first) { range, entry in
            let start = scalars.count
            scalars.append(contentsOf: model.words.scalars[range])
            words.append(.init(start: start, end: scalars.count, entry: entry))
        }
    }

    /// The words in order; of several that are equal the one added last stands.
    mutating func finished() -> [WordTrie.Word] {
        // ICU gives its words in order.
        guard hasOwnWords else { return words }
        let scalars = scalars
        let ordered = words.enumerated().sorted { a, b in
            let (left, right) = (scalars[a.element.start..<a.element.end], scalars[b.element.start..<b.element.end])
            if left.elementsEqual(right) { return a.offset < b.offset }
            return left.lexicographicallyPrecedes(right)
        }
        var result: [WordTrie.Word] = []
        for (_, word) in ordered {
            if let last = result.last,
                scalars[last.start..<last.end].elementsEqual(scalars[word.start..<word.end])
            {
                result[result.count - 1] = word
            } else {
                result.append(word)
            }
        }
        return result
    }
}
