/// A trie over character codes as a double array: one step is one addition and one comparison.
///
/// From node `s` the code `c` leads to `base(s) + c` if the node there is labelled `c`: no two nodes have one base. Layout
/// after J. Aoe, “An Efficient Digital Search Algorithm by Using a Double-Array Structure”, IEEE Transactions on Software
/// Engineering 15 (1989), with labels in place of the parents that he keeps. A walk is as fast as its nodes are near:
/// they are packed into eight bytes each, and into an array with few holes.
struct DoubleArray: Hashable, Sendable {
    /// From the highest bit down: 25 bits of base, 16 bits of class, five bits about names and lexemes, 18 bits of label,
    /// which is 0 in a free place.
    struct Node: Hashable, Sendable, BitwiseCopyable {
        private var bits: UInt64

        /// All bits of a label.
        static let labels: UInt64 = 0x3_FFFF
        static let free = Node(base: 0, kind: 0, label: 0)
        /// In no array: where the text itself must be looked at for what goes on.
        static let torn = Node(base: 0, kind: 0, label: 0, below: .max)

        /// - Parameters:
        ///   - kinds: the kinds of term that end here.
        ///   - below: the kinds of term that go on from here.
        ///   - roles: what the terms that end here may do in names.
        init(
            base: Int, kind: UInt16, label: UInt32, kinds: UInt32 = 0, below: UInt32 = 0, roles: NameRoles = []
        ) {
            var flags: UInt64 = 0
            if below & Lexicon.nameKinds != 0 { flags |= 1 << 18 }
            if kinds & Lexicon.nameKinds != 0 { flags |= 1 << 19 }
            if below & Lexicon.streamKinds != 0 { flags |= 1 << 20 }
            if kinds & Lexicon.streamKinds != 0 { flags |= 1 << 21 }
            if roles.beginsRule { flags |= 1 << 22 }
            bits = UInt64(base) << 39 | UInt64(kind) << 23 | flags | UInt64(label & 0x3_FFFF)
        }

        var base: UInt32 { UInt32(truncatingIfNeeded: bits >> 39) }
        /// Index of its `NodeClass`.
        var kind: Int { Int(bits >> 23 & 0xFFFF) }
        var label: UInt32 { UInt32(truncatingIfNeeded: bits & 0x3_FFFF) }
        /// Terms of `Lexicon.nameKinds` go on from here. That and the next are known of the class too, but the whole text
        /// is walked for such terms, and a class is one more place in memory to look at.
        var leadsToNames: Bool { bits & 1 << 18 != 0 }
        /// A term of `Lexicon.nameKinds` ends here.
        var endsName: Bool { bits & 1 << 19 != 0 }
        /// Whether it is `torn`.
        var isTorn: Bool { bits & (1 << 18 | 0x3_FFFF) == 1 << 18 }
        /// One or the other.
        var isOfNames: Bool { bits & 3 << 18 != 0 }
        /// A lexeme of the stream ends here: a term of `Lexicon.streamKinds`, or the first character of a numeral.
        var endsLexeme: Bool {
            get { bits & 1 << 21 != 0 }
            set { bits = newValue ? bits | 1 << 21 : bits & ~(1 << 21) }
        }
        /// Terms of `Lexicon.streamKinds` go on from here.
        var leadsToLexemes: Bool { bits & 1 << 20 != 0 }
        /// One ends here, or terms of `Lexicon.streamKinds` go on from here.
        var isOfStream: Bool { bits & 3 << 20 != 0 }
        /// Terms of one or the other go on from here.
        var leadsOn: Bool { bits & 5 << 18 != 0 }

        /// A rule of names may begin with a term that ends here: as of the class's roles.
        var beginsRule: Bool { bits & 1 << 22 != 0 }

        // Conditions as numbers, 1 and 0: of two conditions a compiler makes two branches, also where nothing foresees the
        // first and together they are hardly ever true.

        /// 1 if a term of names ends here.
        var nameEnd: UInt64 { bits >> 19 & 1 }
        /// 1 if `isOfNames`.
        var nameLead: UInt64 { (bits >> 18 | bits >> 19) & 1 }

        /// The node if it is labelled `code`, or else `free`. Which of the two no branch could foresee.
        ///
        /// - Parameter labels: all bits of a label, from memory: of a constant a compiler would know what comes out, and make
        ///   a branch of it.
        @inline(__always)
        func labelled(_ code: UInt32, _ labels: UInt64) -> Node {
            let difference = (bits ^ UInt64(code)) & labels
            // Any difference carries into the bit above the label's.
            return Node(bits: bits & ((difference &+ labels) >> 18 &- 1))
        }

        private init(bits: UInt64) { self.bits = bits }
    }

    static let root: UInt32 = 0
    /// No character's letter: no step leads back to the root.
    static let rootLabel: UInt32 = 0x3_FFFF

    private(set) var nodes: [Node]
    /// For each node the first posting of the term that ends there; `.max` where none does. Apart from the nodes, because
    /// it is asked for once in a walk.
    private(set) var postings: [UInt32]
}

/// What a node tells of the terms: few nodes differ in this, so that a node holds the class's number alone.
struct NodeClass: Hashable, Sendable {
    var kinds = NodeKinds()
    /// What the terms that end here may do in names or beside them. In an image they lie apart: what cuts a text into
    /// words of names asks for nothing else, and at every word.
    var roles: NameRoles = []
}

/// Which terms a node leads to.
struct NodeKinds: Hashable, Sendable, BitwiseCopyable {
    /// Bits of the kinds of term that end here.
    var kinds: UInt32 = 0
    /// Bits of the kinds of term that go on from here: no walk for others need take another step.
    var below: UInt32 = 0

    static let none = NodeKinds()
}

/// The classes of the nodes of a lexicon's arrays.
struct NodeClasses: Sendable {
    private(set) var all = [NodeClass()]
    private var last: UInt16 = 0
    private var numbers = [NodeClass(): UInt16(0)]

    /// The number of a class. Where more are wanted than a node can tell apart, walks go on in vain and find what is then
    /// no term of the kind; the built-in tables have about a twentieth of that.
    mutating func number(_ wanted: NodeClass) -> UInt16 {
        // Most nodes are like the one before.
        if all[Int(last)] == wanted { return last }
        if let known = numbers[wanted] {
            last = known
            return known
        }
        guard all.count < Int(UInt16.max) else {
            // One class for all of these: another for each of their roles would run out of numbers.
            let any = NodeClass(kinds: NodeKinds(kinds: .max, below: .max))
            if all.last != any { all.append(any) }
            return UInt16(all.count - 1)
        }
        let number = UInt16(all.count)
        numbers[wanted] = number
        all.append(wanted)
        last = number
        return number
    }

    /// All classes, and empty ones up to a power of two.
    var filledUp: [NodeClass] {
        var count = 1
        while count < all.count { count *= 2 }
        return all + repeatElement(NodeClass(), count: count - all.count)
    }
}

extension DoubleArray {
    /// What an array is built from: keys one behind the other, and for each what its last node holds.
    struct Keys: Sendable {
        private(set) var codes: [UInt32] = []
        /// Where each key begins, and where the last one ends.
        private(set) var ends: [Int] = [0]
        private(set) var postings: [UInt32] = []
        private(set) var kinds: [UInt32] = []
        private(set) var roles: [NameRoles] = []

        var count: Int { postings.count }

        mutating func append(
            _ key: some Collection<UInt32>, postings: UInt32, kinds: UInt32, roles: NameRoles = []
        ) {
            codes += key
            ends.append(codes.count)
            self.postings.append(postings)
            self.kinds.append(kinds)
            self.roles.append(roles)
        }

        var sorted: Keys {
            if isSorted { return self }
            var sorted = Keys()
            for index in Self.order(codes, ends: ends) {
                sorted.append(
                    codes[ends[index]..<ends[index + 1]], postings: postings[index], kinds: kinds[index],
                    roles: roles[index])
            }
            return sorted
        }

        private var isSorted: Bool {
            for index in ends.indices.dropFirst(2) {
                let before = codes[ends[index - 2]..<ends[index - 1]]
                if !before.lexicographicallyPrecedes(codes[ends[index - 1]..<ends[index]]) { return false }
            }
            return true
        }

        /// The keys between `ends` in lexicographic order, equal ones in the order given.
        static func order(_ codes: [UInt32], ends: [Int]) -> [Int] {
            // Most keys differ in their first three codes of at most 20 bits.
            var heads: [(head: UInt64, index: Int)] = []
            heads.reserveCapacity(ends.count)
            for index in ends.indices.dropLast() {
                var head: UInt64 = 0
                for place in 0..<3 {
                    let offset = ends[index] + place
                    head = head << 20 | (offset < ends[index + 1] ? UInt64(codes[offset]) : 0)
                }
                heads.append((head, index))
            }
            heads.sort { a, b in
                if a.head != b.head { return a.head < b.head }
                let left = codes[ends[a.index]..<ends[a.index + 1]].dropFirst(3)
                let right = codes[ends[b.index]..<ends[b.index + 1]].dropFirst(3)
                if left == right { return a.index < b.index }
                return left.lexicographicallyPrecedes(right)
            }
            return heads.map(\.index)
        }
    }

    /// The node behind a first character; one that leads nowhere, with the character's letter for its label, where no key
    /// begins with it. A character that numerals begin with ends a lexeme whatever the keys.
    func initial(_ character: CharacterInfo) -> Node {
        let index = Int(nodes[Int(Self.root)].base + character.code)
        let isKnown = index < nodes.count && character.code != 0 && nodes[index].label == character.code
        var node = isKnown ? nodes[index] : Node(base: 0, kind: 0, label: character.code)
        if character.startsNumeral { node.endsLexeme = true }
        return node
    }

    /// Builds the array from keys that are all different and not empty.
    ///
    /// - Parameter letters: the greatest letter of the alphabet.
    init(keys: Keys, letters: Int, classes: inout NodeClasses) {
        var builder = DoubleArrayBuilder(keys: keys.sorted, letters: letters)
        builder.run(&classes)
        (nodes, postings) = (builder.nodes, builder.postings)
    }
}
