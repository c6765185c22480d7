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

    /// How many characters there are.
    var count: Int { characters.count - 1 }

    /// Takes the characters from `start` up to `limit`, or up to a sign that ends a sentence, which is taken too; `true`
    /// where there is one.
    mutating func fill(_ reader: Reader, from start: Int, limit: Int) -> Bool {
        characters.removeAll(keepingCapacity: true)
        var isSentence = false
        characters.append(addingCapacity: max(limit - start, 0) + 1) { room in
            let trie = reader.lexicon.pointee.forward
            var offset = start
            var last = DoubleArray.Node.free
            while offset < limit {
                let character = reader.initial(at: offset)
                let pair: DoubleArray.Node =
                    if character.node.label != 0 {
                        trie.node(behind: last, by: character.node.label)
                    } else {
                        last.leadsToNames && reader.lexicon.pointee.info(character.scalar).isBlank ? .torn : .free
                    }
                room.append(
                    Character(start: offset, scalar: character.scalar, node: character.node, pair: pair))
                last = character.node
                offset = character.next
                if !Self.isHan(character.scalar), Self.endsSentence(character.scalar) {
                    isSentence = true
                    break
                }
            }
            room.append(
                Character(start: offset, scalar: 0, node: .free, pair: last.leadsToNames ? .torn : .free))
        }
        reader.count(count)
        return isSentence
    }

    @inline(__always)
    static func isHan(_ scalar: UInt32) -> Bool {
        scalar >= 0x3400 && scalar <= 0x9FFF || scalar >= 0xF900 && scalar <= 0xFAFF
            || scalar >= 0x20000 && scalar <= 0x3FFFF || scalar == 0x3007
    }

    /// 。！？, a line break, ! or ?
    @inline(__always)
    private static func endsSentence(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3002, 0xFF01, 0xFF1F, 0x0A, 0x0D, 0x21, 0x3F: true
        default: false
        }
    }
}
