/// The characters of a piece of a text, each with where the trie leads by it, and by the one before it and it.
///
/// A walk alone waits at every step for the node that the step before has found. Here the first two steps of all walks
/// are taken side by side, and no branch depends on what they find.
struct CharacterWindow {
    struct Character: BitwiseCopyable {
        /// The node behind the character. Its label is the character's letter, whether it leads anywhere or not.
        let node: DoubleArray.Node
        /// The node behind the character before and this one: `free` where no term begins with both, and `torn` where a
        /// term may go on behind a blank or behind the window, where a reader must look.
        let pair: DoubleArray.Node
        private let offset: UInt32
        let scalar: UInt32

        @inline(__always)
        init(start: Int, scalar: UInt32, node: DoubleArray.Node, pair: DoubleArray.Node) {
            self.node = node
            self.pair = pair
            offset = UInt32(truncatingIfNeeded: start)
            self.scalar = scalar
        }

        @inline(__always)
        var start: Int { Int(offset) }
    }

    /// The characters, and one more that holds where they end.
    private(set) var characters: [Character] = []
    /// The last character ends a sentence.
    private(set) var isSentence = false

    /// How many characters there are.
    var count: Int { max(characters.count - 1, 0) }

    /// Where the characters end.
    var end: Int { characters.last?.start ?? 0 }

    /// So many bytes one window has at most, so that the work that grammars do for each of them stays bounded.
    static let longest = 4096

    /// Takes the characters from `start` up to a sign that ends a sentence (。！？, a line break), which is taken too, or as
    /// many as a window has.
    mutating func fill(_ reader: Reader, from start: Int) {
        characters.removeAll(keepingCapacity: true)
        isSentence = false
        let limit = min(reader.end, start + Self.longest)
        characters.append(addingCapacity: max(limit - start, 0) + 1) { room in
            let trie = reader.lexicon.pointee.forward
            var offset = start
            var last = DoubleArray.Node.free
            while offset < limit {
                // Nearly all are Han letters, which have a letter in the tables and end no sentence.
                let letters = min(limit, reader.wideEnd)
                while offset < letters, let character = reader.hanInitial(at: offset) {
                    room.append(
                        Character(
                            start: offset, scalar: character.scalar, node: character.node,
                            pair: trie.node(behind: last, by: character.node.label)))
                    last = character.node
                    offset &+= 3
                }
                guard offset < limit else { break }
                let character = reader.initial(at: offset)
                var pair = trie.node(behind: last, by: character.node.label)
                if character.node.label == 0 {
                    pair = last.leadsOn && reader.lexicon.pointee.info(character.scalar).isBlank ? .torn : .free
                }
                room.append(Character(start: offset, scalar: character.scalar, node: character.node, pair: pair))
                last = character.node
                offset = character.next
                isSentence = Self.endsSentence(character.scalar)
                if isSentence { break }
            }
            room.append(Character(start: offset, scalar: 0, node: .free, pair: last.leadsOn ? .torn : .free))
        }
        reader.count(count)
    }

    @inline(__always)
    static func isHan(_ scalar: UInt32) -> Bool { scalar &- 0x4000 < 0x6000 || isRareHan(scalar) }

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
