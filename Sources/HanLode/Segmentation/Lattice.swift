/// All ways to cut a line into words, and the cheapest of them.
///
/// One pass from left to right: every edge that begins at a character is weighed against the cheapest way to its end so
/// far. An edge is a word of the trie, or what a rule makes; no rule looks further than a numeral or eight characters.
struct Lattice: ~Copyable {
    struct Node {
        /// Of the cheapest way to this place.
        var cost: Int32 = .max
        /// Where the last token on it begins.
        var start: Int32 = 0
        var word: UInt32 = 0
        var rule = Token.Rule.character
        var kind = Token.Kind.word
        /// Where a name is cut into surname and given name; 0 where it is none.
        var cut: UInt8 = 0
    }

    /// Before each character, and behind the last.
    private(set) var nodes: [Node] = []
    /// Edges weighed so far: the measure of work that a test holds against the text's length.
    private(set) var steps = 0

    /// The last numeral measured: no part of a long one is measured again.
    var numeral = 0..<0

    static let longestForeignName = 8
}

extension Lattice {
    /// Finds the cheapest way through `line`.
    mutating func run(
        _ line: borrowing SegmentationLine, _ index: borrowing CharacterIndex, broken: Span<Int32>, hasDictionary: Bool
    ) {
        let count = line.characters.count
        nodes.removeAll(keepingCapacity: true)
        nodes.append(contentsOf: repeatElement(Node(), count: count + 1))
        nodes[0].cost = 0
        numeral = 0..<0
        let view = LineView(
            characters: line.characters.span, entries: index.entries.span, slots: index.trie.slots.span, broken: broken)
        for position in 0..<count where nodes[position].cost != .max {
            switch view.characters[position].kind {
            case .han:
                if hasDictionary { weighWords(view, position) } else { weighBrokenWords(view, position) }
                weighNumeral(view, position)
                weighName(view, position)
            case .digits:
                weighUnit(view, position, .numeral, .number)
                weighNumeral(view, position)
                weighOwnWords(view, position)
            case .latin:
                weighUnit(view, position, .latin, .latin)
                weighOwnWords(view, position)
            case .punctuation:
                weighUnit(view, position, .punctuation, .punctuation)
                weighOwnWords(view, position)
            case .space:
                weighUnit(view, position, .space, .space)
                weighOwnWords(view, position)
            case .other:
                weighOther(view, position)
                weighOwnWords(view, position)
            case .mention:
                weigh(position, position + 1, 0, .mention, .entity, word: view.characters[position].index)
            }
        }
    }

    @inline(__always)
    mutating func weigh(
        _ start: Int, _ end: Int, _ cost: Int, _ rule: Token.Rule, _ kind: Token.Kind = .word, word: UInt32 = 0,
        cut: UInt8 = 0
    ) {
        steps += 1
        let cost = nodes[start].cost &+ Int32(truncatingIfNeeded: max(cost, 1))
        if cost < nodes[end].cost {
            nodes[end] = Node(cost: cost, start: Int32(start), word: word, rule: rule, kind: kind, cut: cut)
        }
    }

    private mutating func weighUnit(
        _ view: borrowing LineView, _ position: Int, _ rule: Token.Rule, _ kind: Token.Kind
    ) {
        weigh(position, position + Int(view.characters[position].unit), SegmentationCosts.given, rule, kind)
    }

    /// Another script: as the break iterator cuts it.
    private mutating func weighOther(_ view: borrowing LineView, _ position: Int) {
        let end = max(Int(view.broken[position]), position + 1)
        weigh(position, end, SegmentationCosts.given, .breakIterator)
    }

    /// Words of the lexicon's and the user's that begin with no Han character.
    private mutating func weighOwnWords(_ view: borrowing LineView, _ position: Int) {
        let entry = view.entry(position)
        guard entry.traits.contains(.hasOwnWords) else { return }
        walk(view, position, entry.node)
    }

    private mutating func walk(_ view: borrowing LineView, _ position: Int, _ root: WordTrie.Slot) {
        var node = root
        var end = position + 1
        while true {
            if node.entry != .none, end > position + 1 || node.entry.word > 0 {
                let cost = Int(node.entry.cost)
                if node.entry.cost != WordTrie.Entry.barredCost {
                    weigh(position, end, cost, node.entry.word > 0 ? .lexicon : .dictionary, word: node.entry.word)
                }
            }
            guard node.hasChildren, end < view.characters.count, view.characters[end].kind != .mention,
                let next = WordTrie.step(view.slots, from: node, by: view.characters[end].scalar)
            else { return }
            node = next
            end += 1
        }
    }

    private mutating func weighWords(_ view: borrowing LineView, _ position: Int) {
        let count = view.characters.count
        let entry = view.entry(position)
        let isKnown = entry.node.entry != .none && entry.node.entry != .barred
        weigh(
            position, position + 1, view.cost(of: entry), isKnown ? .dictionary : .character,
            word: isKnown ? entry.node.entry.word : 0)
        var node = entry.node
        var end = position + 1
        var isPairKnown = false
        while node.hasChildren, end < count,
            let next = view.characters[end].kind == .mention
                ? nil : WordTrie.step(view.slots, from: node, by: view.characters[end].scalar)
        {
            node = next
            end += 1
            guard node.entry != .none else { continue }
            if end == position + 2 { isPairKnown = true }
            guard node.entry != .barred else { continue }
            var cost = Int(node.entry.cost)
            if node.entry.word > 0 {
                weigh(position, end, cost, .lexicon, word: node.entry.word)
            } else {
                cost += SegmentationCosts.word
                if end - position >= 4 { cost += SegmentationCosts.longWord }
                weigh(position, end, cost, .dictionary)
            }
            if end < count, view.characters[end].kind == .han {
                weighSuffix(view, position, end, cost)
            }
        }
        if !isPairKnown, position + 1 < count, view.characters[position + 1].kind == .han {
            weighPair(view, position, entry)
        }
    }

    /// A word and a suffix: 现代化, 委员会.
    private mutating func weighSuffix(_ view: borrowing LineView, _ start: Int, _ end: Int, _ cost: Int) {
        let suffix = view.entry(end)
        guard suffix.traits.contains(.derivation) || end - start == 2 && suffix.traits.contains(.suffix) else { return }
        weigh(start, end + 1, cost + view.cost(of: suffix) - SegmentationCosts.suffix, .suffix)
    }

    /// Two characters that no dictionary joins.
    private mutating func weighPair(_ view: borrowing LineView, _ position: Int, _ first: CharacterIndex.Entry) {
        let second = view.entry(position + 1)
        var saving: Int?
        if !first.traits.contains(.function), !second.traits.contains(.function) {
            switch (first.traits.contains(.free), second.traits.contains(.free)) {
            case (false, false):
                saving = second.traits.isDisjoint(with: [.suffix, .derivation])
                    ? SegmentationCosts.boundPair : SegmentationCosts.suffixPair
            case (true, true): break
            default: saving = SegmentationCosts.freePair
            }
        }
        if first.traits.contains(.determiner), !second.traits.contains(.function) {
            saving = max(saving ?? 0, SegmentationCosts.determinerPair)
        }
        guard let saving else { return }
        weigh(position, position + 2, view.cost(of: first) + view.cost(of: second) - saving, .pair)
    }

    private mutating func weighBrokenWords(_ view: borrowing LineView, _ position: Int) {
        weigh(position, position + 1, SegmentationCosts.brokenSingle, .character)
        let entry = view.entry(position)
        let end = Int(view.broken[position])
        if end > position {
            let cost = SegmentationCosts.brokenWord + SegmentationCosts.brokenCharacter * (end - position)
            weigh(position, end, cost, .breakIterator)
            if end - position >= 2, end < view.characters.count, view.characters[end].kind == .han {
                weighSuffix(view, position, end, cost)
            }
        }
        if entry.traits.contains(.hasOwnWords) { walk(view, position, entry.node) }
    }
}

/// What the lattice reads.
struct LineView: ~Escapable {
    let characters: Span<SegmentationLine.Character>
    let entries: Span<CharacterIndex.Entry>
    let slots: Span<WordTrie.Slot>
    /// Where the break iterator's word that begins at a character ends; 0 where none begins.
    let broken: Span<Int32>

    @_lifetime(copy characters, copy entries, copy slots, copy broken)
    init(
        characters: Span<SegmentationLine.Character>, entries: Span<CharacterIndex.Entry>,
        slots: Span<WordTrie.Slot>, broken: Span<Int32>
    ) {
        self.characters = characters
        self.entries = entries
        self.slots = slots
        self.broken = broken
    }

    @inline(__always)
    func entry(_ position: Int) -> CharacterIndex.Entry {
        entries[Int(characters[position].index)]
    }

    /// The cost of a character as a word.
    @inline(__always)
    func cost(of entry: CharacterIndex.Entry) -> Int {
        let word = entry.node.entry
        return word == .none || word == .barred ? Int(SegmentationCosts.unknownCharacter) : Int(word.cost)
    }

    @inline(__always)
    func traits(_ position: Int) -> CharacterTraits {
        characters[position].kind == .han ? entry(position).traits : []
    }
}
