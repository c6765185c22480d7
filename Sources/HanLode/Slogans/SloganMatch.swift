/// A slogan found, before it is made into values: offsets, and an index into the lexicon.
struct SloganMatch: Hashable, Sendable {
    /// What stands inside the quotation marks, or the slogan itself where there are none.
    var start: Int
    var end: Int
    var kind: SloganKind
    /// How its numerals are read; only of sets.
    var shape: SloganShape?
    /// Index among the lexicon's slogans.
    var term: Int?
    var isQuoted = false
    var rule: SloganRule

    var span: TextSpan { TextSpan(start: start, end: end) }

    /// Behind the quotation mark that closes it, in the text of `reader`.
    func outerEnd(_ reader: borrowing Reader) -> Int {
        isQuoted && end < reader.end ? reader.character(at: end).next : end
    }
}

/// The numerals of a set, in order: at most eight.
struct SloganCounts: Hashable, Sendable {
    private var values = SIMD8<Int64>()
    private(set) var count = 0
    /// More numerals than it holds: no set has so many.
    private(set) var isFull = false

    mutating func append(_ value: Int) {
        guard count < 8 else {
            isFull = true
            return
        }
        values[count] = Int64(value)
        count += 1
    }

    subscript(index: Int) -> Int { Int(values[index]) }

    var isAllOnes: Bool {
        for index in 0..<count where values[index] != 1 { return false }
        return true
    }

    /// All together, as far as a number holds it.
    var sum: Int {
        var sum = 0
        for index in 0..<count { sum += min(Int(values[index]), 1 << 50) }
        return sum
    }

    var array: [Int] { (0..<count).map { self[$0] } }
}

/// How the numerals of a set are read.
struct SloganShape: Hashable, Sendable {
    enum Form: UInt8, Sendable {
        /// 四个意识, 三大攻坚行动: numeral, classifier, head.
        case classified
        /// 四风, 五社联动: numeral and head.
        case bare
        /// 双碳.
        case double
        /// 三会一课, 一核两带: numerals side by side.
        case coordinate
        /// 4433, 1+4+N.
        case code
        /// 千万工程, 百千万.
        case places
    }

    var form: Form
    var counts: SloganCounts
    /// Of the first numeral.
    var classifier: TextSpan?
    var head: TextSpan?
}
