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
    private var values = InlineArray<8, Int>(repeating: 0)
    private var filled: Int8 = 0
    /// More numerals than it holds: no set has so many.
    private(set) var isFull = false

    mutating func append(_ value: Int) {
        guard count < 8 else {
            isFull = true
            return
        }
        values[count] = value
        filled += 1
    }

    var count: Int { Int(filled) }

    subscript(index: Int) -> Int { values[index] }

    var isAllOnes: Bool {
        for index in 0..<count where values[index] != 1 { return false }
        return true
    }

    /// All together, as far as a number holds it.
    var sum: Int {
        var sum = 0
        for index in 0..<count { sum += min(values[index], 1 << 50) }
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
