/// Which pairs of letters terms begin with: a set that may hold a pair too many, and never one too few.
///
/// A Bloom filter with one hash (B. H. Bloom, “Space/time trade-offs in hash coding with allowable errors”, Communications
/// of the ACM 13, 1970), small enough to stay in the nearest cache.
enum PairFilter {
    /// 32 768 bits: the terms of the stream begin with some thousands of pairs.
    static let wordCount = 1024

    /// The bit of a pair; a term of one letter has 0 for the second.
    @inline(__always)
    static func bit(_ first: UInt32, _ second: UInt32) -> (word: Int, mask: UInt32) {
        // The multiplier of Fibonacci hashing, 2^32 divided by the golden ratio; the highest bits are mixed best.
        let hash = ((first &* 0x85EB_CA6B ^ second) &* 0x9E37_79B9) >> 17
        return (Int(hash >> 5), 1 << (hash & 31))
    }
}

extension [UInt32] {
    /// Adds the pair that a term begins with to a filter.
    mutating func insertPair(_ first: UInt32, _ second: UInt32) {
        let (word, mask) = PairFilter.bit(first, second)
        self[word] |= mask
    }
}

/// A filter where it lies.
struct PairFilterView: BitwiseCopyable {
    let words: UnsafeBufferPointer<UInt32>

    /// Whether a term may begin with the two letters, or be the first alone.
    @inline(__always)
    func mayHold(_ first: UInt32, _ second: UInt32) -> Bool { holds(first, second) || holds(first, 0) }

    @inline(__always)
    private func holds(_ first: UInt32, _ second: UInt32) -> Bool {
        let (word, mask) = PairFilter.bit(first, second)
        return word >= words.count || words[word] & mask != 0
    }
}
