/// Words by their characters, filled as their first characters are met.
///
/// The children of a node lie in a small hash table of their own, so that a step is a multiplication and mostly one
/// comparison, and so that words are added in linear time whatever their number. (The double array of the lexicon is
/// denser, but looking for room in it for the 300,000 words of ICU would take longer than cutting a report.)
struct WordTrie: Sendable {
    /// What ends at a node.
    struct Entry: Hashable, Sendable {
        /// The low ten bits are the cost, the others the number of the lexicon's or user's word, 0 for ICU's.
        var bits: UInt32

        static let none = Entry(bits: .max)
        /// A word of ICU's that a rule of segmentation cuts.
        static let barred = Entry(cost: barredCost, word: 0)
        static let barredCost: UInt32 = 1022
        static let largestCost: UInt32 = 1000
        static let largestWord: UInt32 = 1 << 22 - 2

        init(bits: UInt32) { self.bits = bits }

        init(cost: UInt32, word: UInt32) { bits = min(cost, 1022) | min(word, Self.largestWord) << 10 }

        var cost: UInt32 { bits & 1023 }
        var word: UInt32 { bits >> 10 }
    }

    struct Slot: Sendable {
        /// The character, and above it the binary logarithm of the size of the children's table plus one.
        var key: UInt32 = 0
        var children: UInt32 = 0
        var entry = Entry.none

        @inline(__always)
        var scalar: UInt32 { key & 0xFF_FFFF }
        @inline(__always)
        var hasChildren: Bool { key >> 24 != 0 }
        @inline(__always)
        var mask: UInt32 { 1 &<< (key >> 24 &- 1) &- 1 }
    }

    /// A key that no character has.
    private static let emptyKey: UInt32 = 0xFF_FFFF

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
        var root = Slot()
        var jobs: [(slot: Int?, range: Range<Int>, depth: Int)] = [(nil, words.indices, 0)]
        var groups: [(scalar: UInt32, range: Range<Int>)] = []
        while let job = jobs.popLast() {
            var node = job.slot.map { slots[$0] } ?? root
            groups.removeAll(keepingCapacity: true)
            var index = job.range.lowerBound
            while index < job.range.upperBound {
                let word = words[index]
                guard word.start + job.depth < word.end else {
                    node.entry = word.entry
                    index += 1
                    continue
                }
                let scalar = scalars[word.start + job.depth]
                var end = index + 1
                while end < job.range.upperBound, scalars[words[end].start + job.depth] == scalar { end += 1 }
                groups.append((scalar, index..<end))
                index = end
            }
            if !groups.isEmpty {
                let (base, bits) = allocate(groups.count)
                node.children = UInt32(base)
                node.key = node.key & 0xFF_FFFF | UInt32(bits + 1) << 24
                for group in groups {
                    let slot = place(group.scalar, base: base, mask: UInt32(1 << bits - 1))
                    jobs.append((slot, group.range, job.depth + 1))
                }
            }
            if let slot = job.slot { slots[slot] = node } else { root = node }
        }
        return root
    }

    /// Room for `count` children: one place for one, and otherwise at least one place more than is needed, where a search
    /// for a missing child ends.
    private mutating func allocate(_ count: Int) -> (base: Int, bits: Int) {
        var bits = 0
        if count > 1 { while 1 << bits <= count { bits += 1 } }
        let base = slots.count
        slots.append(contentsOf: repeatElement(Slot(key: Self.emptyKey), count: 1 << bits))
        return (base, bits)
    }

    private mutating func place(_ scalar: UInt32, base: Int, mask: UInt32) -> Int {
        var position = Self.hash(scalar) & mask
        while slots[base + Int(position)].key != Self.emptyKey { position = (position + 1) & mask }
        slots[base + Int(position)].key = scalar
        return base + Int(position)
    }

    @inline(__always)
    private static func hash(_ scalar: UInt32) -> UInt32 { (scalar &* 0x9E37_79B1) >> 15 }

    /// The child of `node` by `scalar`.
    @inline(__always)
    static func step(_ slots: Span<Slot>, from node: Slot, by scalar: UInt32) -> Slot? {
        let mask = node.mask
        var position = hash(scalar) & mask
        while true {
            let slot = slots[Int(node.children &+ position)]
            if slot.scalar == scalar { return slot }
            if slot.key == emptyKey || mask == 0 { return nil }
            position = (position &+ 1) & mask
        }
    }
}
