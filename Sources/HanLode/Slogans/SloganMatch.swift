/// A slogan found, before it is made into values: offsets, and an index into the lexicon.
struct SloganMatch: Hashable, Sendable {
    /// What stands inside the quotation marks, or the slogan itself where there are none.
    @Narrow var start: Int
    @Narrow var end: Int
    /// −1 for none.
    private let termIndex: Int32
    /// How its numerals are read; only of sets.
    var shape: SloganShape?
    let kind: SloganKind
    var rule: SloganRule
    var isQuoted = false

    init(start: Int, end: Int, kind: SloganKind, shape: SloganShape? = nil, term: Int? = nil, rule: SloganRule) {
        self.start = start
        self.end = end
        self.kind = kind
        self.shape = shape
        termIndex = term.map { Int32(truncatingIfNeeded: $0) } ?? -1
        self.rule = rule
    }

    /// Index among the lexicon's slogans.
    var term: Int? { termIndex < 0 ? nil : Int(termIndex) }

    var span: TextSpan { TextSpan(start: start, end: end) }

    /// Behind the quotation mark that closes it, in the text of `reader`.
    func outerEnd(_ reader: borrowing Reader) -> Int {
        isQuoted && end < reader.end ? reader.character(at: end).next : end
    }
}

/// The numerals of a set, in order: at most eight.
struct SloganCounts: Hashable, Sendable {
    /// Each as it is, or, where that is too narrow, the exponent of a power of ten below zero: no other numeral is as large
    /// (千亿, but 1000000 at most in digits).
    private var values = InlineArray<8, Int32>(repeating: 0)
    private var filled: Int8 = 0
    /// More numerals than it holds: no set has so many.
    private(set) var isFull = false

    mutating func append(_ value: Int) {
        guard count < 8 else {
            isFull = true
            return
        }
        values[count] = Int32(exactly: value) ?? -Self.exponent(of: value)
        filled += 1
    }

    var count: Int { Int(filled) }

    subscript(index: Int) -> Int {
        let value = values[index]
        return value < 0 ? Self.power(Int(-value)) : Int(value)
    }

    private static func exponent(of power: Int) -> Int32 {
        var (rest, exponent) = (power, Int32(0))
        while rest >= 10 { (rest, exponent) = (rest / 10, exponent + 1) }
        return exponent
    }

    /// Ten to the power of `exponent`.
    static func power(_ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { value, _ in value * 10 }
    }

    var isAllOnes: Bool {
        for index in 0..<count where self[index] != 1 { return false }
        return true
    }

    /// All together, as far as a number holds it.
    var sum: Int {
        var sum = 0
        for index in 0..<count { sum += min(self[index], 1 << 50) }
        return sum
    }

    var array: [Int] { (0..<count).map { self[$0] } }

    static func == (a: SloganCounts, b: SloganCounts) -> Bool {
        guard a.filled == b.filled, a.isFull == b.isFull else { return false }
        for index in 0..<a.count where a[index] != b[index] { return false }
        return true
    }

    func hash(into hasher: inout Hasher) {
        for index in 0..<count { hasher.combine(self[index]) }
    }
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

    let form: Form
    let counts: SloganCounts
    private let classifierPlace: Place
    private let headPlace: Place

    /// A span, or none, in the eight bytes of a lexeme's.
    private struct Place: Hashable {
        let start: Int32
        let end: Int32

        init(_ span: TextSpan?) {
            start = Int32(truncatingIfNeeded: span?.start ?? 0)
            end = Int32(truncatingIfNeeded: span?.end ?? -1)
        }

        var span: TextSpan? { end < start ? nil : TextSpan(start: Int(start), end: Int(end)) }
    }

    init(form: Form, counts: SloganCounts, classifier: TextSpan? = nil, head: TextSpan? = nil) {
        self.form = form
        self.counts = counts
        classifierPlace = Place(classifier)
        headPlace = Place(head)
    }

    /// Of the first numeral.
    var classifier: TextSpan? { classifierPlace.span }
    var head: TextSpan? { headPlace.span }

    /// The same in a repetition so many bytes further on.
    func moved(by shift: Int) -> SloganShape {
        func moved(_ span: TextSpan) -> TextSpan { TextSpan(start: span.start + shift, end: span.end + shift) }
        return SloganShape(form: form, counts: counts, classifier: classifier.map(moved), head: head.map(moved))
    }
}
