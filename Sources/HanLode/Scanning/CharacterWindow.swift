/// The characters of a piece of a text, each with where the trie leads by it, by the one before it and it, and by the two
/// before it and it.
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
                pair = last.leadsOn && isBlank ? .torn : .free
                third = lastPair.leadsOn && isBlank ? .torn : .free
            }
            self.init(start: start, scalar: scalar, node: node, pair: pair, third: third)
        }

        @inline(__always)
        var start: Int { Int(offset) }
    }

    /// The characters, what stands behind them, and room for those of longer windows: to write to a place that is there
    /// costs less than to append.
    private var room: [Character] = []
    /// How many characters there are.
    private(set) var count = 0
    /// Where the characters end.
    private(set) var end = 0
    /// The last character ends a sentence.
    private(set) var isSentence = false

    /// The characters, and `margin` more.
    var characters: Span<Character> {
        @_lifetime(borrow self)
        get { room.span.extracting(first: count + Self.margin) }
    }

    /// Behind the characters stand one that holds where they end, and one that nothing leads to: where a window's last
    /// character is looked at, the second behind it is too.
    static let margin = 2

    /// So many bytes one window has at most, so that the work that grammars do for each of them stays bounded.
    static let longest = 4096

    /// Takes the characters from `start` up to a sign that ends a sentence (。！？, a line break), which is taken too, or as
    /// many as a window has.
    mutating func fill(_ reader: Reader, from start: Int) {
        let limit = min(reader.end, start + Self.longest)
        makeRoom(for: max(limit - start, 0) + Self.margin)
        let lexicon = reader.lexicon.pointee
        let trie = lexicon.forward
        let wideEnd = min(limit, reader.wideEnd)
        var characters = room.mutableSpan
        var (offset, index) = (start, 0)
        var (last, lastPair) = (DoubleArray.Node.free, DoubleArray.Node.free)
        var isSentence = false
        while true {
            // Nearly all are Han letters, which have a letter in the tables and end no sentence.
            while offset < wideEnd, let scalar = reader.hanScalar(at: offset) {
                let node = lexicon.initialNode(ofHan: scalar)
                let pair = trie.node(behind: last, by: node.label)
                characters[unchecked: index] = Character(
                    start: offset, scalar: scalar, node: node, pair: pair,
                    third: trie.node(behind: lastPair, by: node.label))
                (last, lastPair) = (node, pair)
                offset &+= 3
                index &+= 1
            }
            guard offset < wideEnd else { break }
            let (scalar, next) = reader.wideScalar(at: offset)
            let sign = Character(start: offset, scalar: scalar, behind: last, lastPair, lexicon)
            characters[unchecked: index] = sign
            (last, lastPair) = (sign.node, sign.pair)
            offset = next
            index &+= 1
            isSentence = Self.endsSentence(scalar)
            if isSentence { break }
        }
        while offset < limit, !isSentence {
            let read = reader.otherCharacter(at: offset)
            let character = Character(start: offset, scalar: read.scalar, behind: last, lastPair, lexicon)
            characters[unchecked: index] = character
            (last, lastPair) = (character.node, character.pair)
            offset = read.next
            index &+= 1
            isSentence = Self.endsSentence(read.scalar)
        }
        characters[unchecked: index] = Character(
            start: offset, scalar: 0, node: .free, pair: last.leadsOn ? .torn : .free,
            third: lastPair.leadsOn ? .torn : .free)
        characters[unchecked: index &+ 1] = Character(
            start: offset, scalar: 0, node: .free, pair: .free, third: .free)
        (count, end, self.isSentence) = (index, offset, isSentence)
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
    private static func endsSentence(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3002, 0xFF01, 0xFF1F, 0x0A, 0x0D, 0x21, 0x3F: true
        default: false
        }
    }
}
