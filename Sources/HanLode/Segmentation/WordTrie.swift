/// Words by their characters, filled as their first characters are met.
///
/// The children of a node lie in a small hash table of their own, so that a step is a multiplication and mostly one
/// comparison, and so that words are added in linear time whatever their number. (The double array of the lexicon is
/// denser, but looking for room in it for the 300,000 words of ICU would take longer than cutting a report.)
struct WordTrie: Sendable {
    /// What ends at a node.
    enum Entry: Hashable, Sendable {
        case none
        /// A word of ICU's that a rule of segmentation cuts.
        case barred
        /// A word of ICU's.
        case dictionary(cost: UInt32)
        /// A word of the lexicon's or the user's.
        case own(cost: UInt32, word: UInt32)

        static var largestCost: UInt32 { 1000 }
        static var largestWord: UInt32 { 1 << 22 - 1 }
    }

    /// A node in 64 bits, because walking the trie is mostly waiting for memory: from below the character (21 bits), the
    /// binary logarithm of the size of the children's table plus one (5), the cost (10), and where the children lie (28).
    struct Slot: Sendable {
        fileprivate(set) var bits: UInt64 = 0

        fileprivate static var noCost: UInt64 { 1023 }
        fileprivate static var barredCost: UInt64 { 1022 }
        /// Cost and number of the word stand in the slot before the children.
        fileprivate static var ownCost: UInt64 { 1021 }

        @inline(__always)
        var scalar: UInt32 { UInt32(truncatingIfNeeded: bits & 0x1F_FFFF) }
        @inline(__always)
        var hasChildren: Bool { bits & 0x3E0_0000 != 0 }
        @inline(__always)
        fileprivate var mask: UInt32 { 1 &<< (UInt32(truncatingIfNeeded: bits >> 21) & 0x1F &- 1) &- 1 }
        @inline(__always)
        fileprivate var children: UInt32 { UInt32(truncatingIfNeeded: bits >> 36) }
        @inline(__always)
        var cost: UInt64 { bits >> 26 & 0x3FF }
        /// Whether a word ends here that no rule cuts.
        @inline(__always)
        var isWord: Bool { cost < Self.barredCost }
        /// Whether a word ends here, cut by a rule or not.
        @inline(__always)
        var isKnown: Bool { cost != Self.noCost }
        @inline(__always)
        var isOwn: Bool { cost == Self.ownCost }
    }

    /// The character of an empty slot, which is none.
    private static var empty: Slot { Slot(bits: 0x1F_FFFF) }

    private(set) var slots: [Slot] = []

    /// A word under the node that is being filled: its characters behind the first are
    /// `scalars[start ..< end]` of whoever fills it.
    struct Word {
        let start: Int
        let end: Int
        let entry: Entry
    }

    /// Makes the node of a first character; `words` are in the order of their characters, all different.
    mutating func insert(_ words: [Word], scalars: [UInt32]) -> Slot {
        var root = Slot(bits: Slot.noCost << 26)
        var jobs: [(slot: Int?, range: Range<Int>, depth: Int)] = [(nil, words.indices, 0)]
        var groups: [(scalar: UInt32, range: Range<Int>)] = []
        while let job = jobs.popLast() {
            var entry = Entry.none
            groups.removeAll(keepingCapacity: true)
            var index = job.range.lowerBound
            while index < job.range.upperBound {
                let word = words[index]
                guard word.start + job.depth < word.end else {
                    entry = word.entry
                    index += 1
                    continue
                }
                let scalar = scalars[word.start + job.depth]
                var end = index + 1
                while end < job.range.upperBound, scalars[words[end].start + job.depth] == scalar { end += 1 }
                groups.append((scalar, index..<end))
                index = end
            }
            let cost = append(entry)
            let base = slots.count
            var size = 0
            if !groups.isEmpty {
                let bits = Self.tableSize(groups.count)
                size = bits + 1
                for _ in 0..<(1 << bits) { slots.append(Self.empty) }
                let mask = UInt32(1 << bits - 1)
                for group in groups {
                    jobs.append((place(group.scalar, base: base, mask: mask), group.range, job.depth + 1))
                }
            }
            let bits = UInt64(size) << 21 | cost << 26 | UInt64(base) << 36
            if let slot = job.slot { slots[slot].bits |= bits } else { root.bits = bits }
        }
        return root
    }

    /// The cost of an entry; what does not fit beside it goes into a slot of its own.
    private mutating func append(_ entry: Entry) -> UInt64 {
        switch entry {
        case .none: return Slot.noCost
        case .barred: return Slot.barredCost
        case .dictionary(let cost): return UInt64(min(cost, Entry.largestCost))
        case .own(let cost, let word):
            slots.append(Slot(bits: UInt64(min(cost, Entry.largestCost)) << 32 | UInt64(word)))
            return Slot.ownCost
        }
    }

    /// The binary logarithm of a table's size: one place for one child, and otherwise at least one place more than is
    /// needed, where a search for a missing child ends.
    private static func tableSize(_ count: Int) -> Int {
        count == 1 ? 0 : Int.bitWidth - count.leadingZeroBitCount
    }

    private mutating func place(_ scalar: UInt32, base: Int, mask: UInt32) -> Int {
        var position = Self.hash(scalar) & mask
        while slots[base + Int(position)].scalar != Self.empty.scalar { position = (position + 1) & mask }
        slots[base + Int(position)].bits = UInt64(scalar)
        return base + Int(position)
    }

    @inline(__always)
    private static func hash(_ scalar: UInt32) -> UInt32 { (scalar &* 0x9E37_79B1) >> 15 }

    /// The child of `node` by `scalar`; `node` must have children.
    @inline(__always)
    static func step(_ slots: Span<Slot>, from node: Slot, by scalar: UInt32) -> Slot? {
        let mask = node.mask
        var position = hash(scalar) & mask
        while true {
            let slot = slots[Int(node.children &+ position)]
            if slot.scalar == scalar { return slot }
            if slot.scalar == empty.scalar || mask == 0 { return nil }
            position = (position &+ 1) & mask
        }
    }

    /// The cost and the number of the lexicon's or user's word that ends at a node.
    static func own(_ slots: Span<Slot>, at node: Slot) -> (cost: Int, word: UInt32) {
        let bits = slots[Int(node.children) - 1].bits
        return (Int(bits >> 32), UInt32(truncatingIfNeeded: bits))
    }
}
