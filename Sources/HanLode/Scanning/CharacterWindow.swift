/// The characters of a piece of a text, some sentences, each with where the trie leads by it, by the one before it and it,
/// and by the two before it and it.
///
/// A walk alone waits at every step for the node that the step before has found. Here the first three steps of all walks
/// are taken side by side, and no branch depends on what they find.
struct CharacterWindow {
    struct Character: BitwiseCopyable {
        /// The node behind the character. Its label is the character's letter, whether it leads anywhere or not.
        let node: DoubleArray.Node
        /// The node behind the character before and this one: `free` where no term begins with both, and `torn` where a
        /// term may go on behind a blank or behind the window, where a reader must look.
        let pair: DoubleArray.Node
        /// The node behind the two characters before and this one, `free` and `torn` like `pair`.
        let third: DoubleArray.Node
        private let offset: UInt32
        let scalar: UInt32

        @inline(__always)
        init(
            start: Int, scalar: UInt32, node: DoubleArray.Node, pair: DoubleArray.Node, third: DoubleArray.Node
        ) {
            self.node = node
            self.pair = pair
            self.third = third
            offset = UInt32(truncatingIfNeeded: start)
            self.scalar = scalar
        }

        /// Any character behind another, which may be a blank.
        @inline(__always)
        init(
            start: Int, scalar: UInt32, behind last: DoubleArray.Node, _ lastPair: DoubleArray.Node,
            _ lexicon: LexiconView
        ) {
            let node = lexicon.initialNode(scalar)
            var pair = lexicon.forward.node(behind: last, by: node.label)
            var third = lexicon.forward.node(behind: lastPair, by: node.label)
            if node.label == 0 {
                let isBlank = lexicon.info(scalar).isBlank
                pair = isBlank ? last.torn : .free
                third = isBlank ? lastPair.torn : .free
            }
            self.init(start: start, scalar: scalar, node: node, pair: pair, third: third)
        }

        @inline(__always)
        var start: Int { Int(offset) }
    }

    /// The characters, what stands behind them, and room for those of longer windows: to write to a place that is there
    /// costs less than to append.
    private var room: [Character] = []
    /// For each sentence the index of the character that ends it; of one that is cut the index behind the last.
    private(set) var stops: [Int] = []
    /// How many characters there are.
    private(set) var count = 0
    /// Where the characters end.
    private(set) var end = 0

    /// The characters, and `margin` more.
    var characters: Span<Character> {
        @_lifetime(borrow self)
        get { room.span.extracting(first: count + Self.margin) }
    }

    /// Behind the characters stand one that holds where they end, and one that nothing leads to: where a window's last
    /// character is looked at, the second behind it is too.
    static let margin = 2

    /// So many bytes one sentence has at most, so that the work that grammars do for each of them stays bounded.
    static let longest = 4096

    /// A window that has so many bytes takes no further sentence. Many sentences are but a line break: so few windows are
    /// filled that it hardly counts what is done for each, and one lies in the first cache still when it is read.
    private static let usual = 1024

    /// Takes the characters of the next sentences from `start` on, each with the sign that ends it (。！？, a line break) or
    /// as far as a sentence may go.
    mutating func fill(_ reader: Reader, from start: Int) {
        // Taken out of the window, so that it is written to beside the characters.
        var stops: [Int] = []
        swap(&stops, &self.stops)
        stops.removeAll(keepingCapacity: true)
        makeRoom(for: min(reader.end - start, Self.usual + Self.longest) + Self.margin)
        let lexicon = reader.lexicon.pointee
        let trie = lexicon.forward
        var characters = room.mutableSpan
        var (offset, index) = (start, 0)
        var limit = min(reader.end, start + Self.longest)
        var wideEnd = min(limit, reader.wideEnd)
        var (last, lastPair) = (DoubleArray.Node.free, DoubleArray.Node.free)
        while true {
            // Nearly all are Han letters, which have a letter in the tables and end no sentence.
            while offset < wideEnd, let scalar = reader.hanScalar(at: offset) {
                let letter = lexicon.info(ofHan: scalar).code
                let node = lexicon.initialNodes[Int(letter)]
                let pair = trie.node(behind: last, by: letter)
                characters[unchecked: index] = Character(
                    start: offset, scalar: scalar, node: node, pair: pair,
                    third: trie.node(behind: lastPair, by: letter))
                (last, lastPair) = (node, pair)
                offset &+= 3
                index &+= 1
            }
            guard offset < limit else { break }
            let (scalar, next) = reader.scalar(at: offset)
            let sign = Character(start: offset, scalar: scalar, behind: last, lastPair, lexicon)
            characters[unchecked: index] = sign
            (last, lastPair) = (sign.node, sign.pair)
            offset = next
            index &+= 1
            guard Self.endsSentence(scalar) else { continue }
            stops.append(index &- 1)
            if offset &- start >= Self.usual { break }
            limit = min(reader.end, offset + Self.longest)
            wideEnd = min(limit, reader.wideEnd)
        }
        characters[unchecked: index] = Character(
            start: offset, scalar: 0, node: .free, pair: last.torn, third: lastPair.torn)
        characters[unchecked: index &+ 1] = Character(
            start: offset, scalar: 0, node: .free, pair: .free, third: .free)
        if index > (stops.last ?? -1) + 1 { stops.append(index) }
        (count, end, self.stops) = (index, offset, stops)
        reader.count(index)
    }

    private mutating func makeRoom(for count: Int) {
        guard room.count < count else { return }
        room.append(
            contentsOf: repeatElement(
                Character(start: 0, scalar: 0, node: .free, pair: .free, third: .free), count: count - room.count))
    }

    @inline(__always)
    static func isHan(_ scalar: UInt32) -> Bool { isCommonHan(scalar) || isRareHan(scalar) }

    /// From U+4000 to U+9FFF.
    @inline(__always)
    static func isCommonHan(_ scalar: UInt32) -> Bool { scalar &- 0x4000 < 0x6000 }

    private static func isRareHan(_ scalar: UInt32) -> Bool {
        scalar >= 0x3400 && scalar <= 0x9FFF || scalar >= 0xF900 && scalar <= 0xFAFF
            || scalar >= 0x20000 && scalar <= 0x3FFFF || scalar == 0x3007
    }

    /// 。！？, a line break, ! or ?
    @inline(__always)
    private static func endsSentence(_ scalar: UInt32) -> Bool {
        BoundaryCharacters.isStop(scalar) || scalar == 0x0A || scalar == 0x0D
    }
}

extension DoubleArray.Node {
    /// What is behind a blank or the end of a window: `torn` if terms go on from here.
    fileprivate var torn: Self { leadsOn ? .torn : .free }
}
