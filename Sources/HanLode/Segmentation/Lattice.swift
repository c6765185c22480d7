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

    /// Before each character, and behind the last; those of longer lines are left over behind them.
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
        while nodes.count <= count { nodes.append(Node()) }
        for position in 0...count { nodes[position].cost = .max }
        nodes[0].cost = 0
        numeral = 0..<0
        let view = LineView(
            characters: line.characters.span, entries: index.entries.span, slots: index.trie.slots.span, broken: broken)
        for position in 0..<count where nodes[position].cost != .max {
            switch view.characters[position].kind {
            case .han:
                let entry = view.entry(position)
                if hasDictionary { weighWords(view, position, entry) } else { weighBrokenWords(view, position, entry) }
                weighReduplication(view, position, entry)
                if !entry.traits.isDisjoint(with: .beginsNumeral) { weighNumeral(view, position) }
                if !entry.traits.isDisjoint(with: [.foreign, .surname]) { weighName(view, position, entry.traits) }
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
            if node.isOwn {
                let own = WordTrie.own(view.slots, at: node)
                weigh(position, end, own.cost, .lexicon, word: own.word)
            }
            guard node.hasChildren, end < view.characters.count, view.characters[end].kind != .mention,
                let next = WordTrie.step(view.slots, from: node, by: view.characters[end].scalar)
            else { return }
            node = next
            end += 1
        }
    }

    private mutating func weighWords(_ view: borrowing LineView, _ position: Int, _ entry: CharacterIndex.Entry) {
        let count = view.characters.count
        var node = entry.node
        if node.isOwn {
            let own = WordTrie.own(view.slots, at: node)
            weigh(position, position + 1, own.cost, .lexicon, word: own.word)
        } else {
            weigh(position, position + 1, view.cost(of: entry), node.isWord ? .dictionary : .character)
        }
        var end = position + 1
        var isPairKnown = false
        while node.hasChildren, end < count,
            let next = view.characters[end].kind == .mention
                ? nil : WordTrie.step(view.slots, from: node, by: view.characters[end].scalar)
        {
            node = next
            end += 1
            guard node.isKnown else { continue }
            if end == position + 2 { isPairKnown = true }
            guard node.isWord else { continue }
            var cost = Int(node.cost)
            if node.isOwn {
                let own = WordTrie.own(view.slots, at: node)
                cost = own.cost
                weigh(position, end, cost, .lexicon, word: own.word)
            } else {
                cost += SegmentationCosts.word
                if end - position >= 4 { cost += SegmentationCosts.longWord }
                weigh(position, end, cost, .dictionary)
            }
            if end < count, view.characters[end].kind == .han { weighSuffix(view, position, end, cost) }
        }
        if !isPairKnown, position + 1 < count, view.characters[position + 1].kind == .han {
            weighPair(view, position, entry)
        }
    }

    /// A word and a suffix: 现代化, 委员会.
    private mutating func weighSuffix(_ view: borrowing LineView, _ start: Int, _ end: Int, _ cost: Int) {
        let suffix = view.entry(end)
        guard suffix.traits.contains(.derivation) || end - start == 2 && suffix.traits.contains(.suffix) else { return }
        let cost = cost + view.cost(of: suffix) - SegmentationCosts.suffix
        weigh(start, end + 1, cost, .suffix)
        // 城市化率: a suffix behind a suffix.
        guard suffix.traits.contains(.derivation), end + 1 < view.characters.count,
            view.traits(end + 1).contains(.derivation)
        else { return }
        weigh(start, end + 2, cost + view.cost(of: view.entry(end + 1)) - SegmentationCosts.suffix, .suffix)
    }

    /// Two characters that no dictionary joins.
    private mutating func weighPair(_ view: borrowing LineView, _ position: Int, _ first: CharacterIndex.Entry) {
        let second = view.entry(position + 1)
        var saving: Int?
        if !first.traits.contains(.function), !second.traits.contains(.function) {
            switch (first.traits.contains(.free), second.traits.contains(.free)) {
            case (false, false):
                saving =
                    second.traits.isDisjoint(with: [.suffix, .derivation])
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

    private mutating func weighBrokenWords(
        _ view: borrowing LineView, _ position: Int, _ entry: CharacterIndex.Entry
    ) {
        weigh(position, position + 1, SegmentationCosts.brokenSingle, .character)
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
        let node = entry.node
        guard node.isWord else { return SegmentationCosts.unknownCharacter }
        return node.isOwn ? WordTrie.own(slots, at: node).cost : Int(node.cost)
    }

    @inline(__always)
    func traits(_ position: Int) -> CharacterTraits {
        characters[position].kind == .han ? entry(position).traits : []
    }
}
