/// A number as written, before any unit: 1.8万, 三千多, 三四十, 二〇二一.
struct Numeral: Hashable, Sendable {
    /// How it is written; several rules believe one form and not another.
    enum Form: UInt8, Sendable {
        /// Arabic digits, whatever follows them: 12, 1.2万, 3千.
        case arabic
        /// Han numerals with places or scales, or a single digit: 三, 二十, 三千万.
        case han
        /// Han digits in a row, read one by one: 二〇二一.
        case positional
    }

    // The order is that in which they take the least room.
    var value: ExactNumber
    var form: Form
    private var power: Int8 = 0
    /// What holds of it or does not, a bit for each: a number is handed on many times.
    private var traits: UInt8 = 0
    @Narrow var start: Int
    /// The upper bound of 三四十 or 七八个.
    var upper: ExactNumber?
    @Narrow var end: Int
    /// Characters that count: digits, places and scales.
    @Narrow var glyphs = 0

    /// 多, 余, 几 or 来 inside, or 几, 数 in front: a little more than `value`.
    var isMore: Bool {
        get { self[trait: 0] }
        set { self[trait: 0] = newValue }
    }
    /// Begins with 几 or 数: no digit is stated.
    var isIndefinite: Bool {
        get { self[trait: 1] }
        set { self[trait: 1] = newValue }
    }
    /// Begins with a place or scale, one of them understood: 百万, 千亿.
    var isDigitless: Bool {
        get { self[trait: 2] }
        set { self[trait: 2] = newValue }
    }
    /// Holds 十, 百, 千, 万 or 亿.
    var hasPlace: Bool {
        get { self[trait: 3] }
        set { self[trait: 3] = newValue }
    }
    /// Has a decimal point.
    var isDecimal: Bool {
        get { self[trait: 4] }
        set { self[trait: 4] = newValue }
    }
    /// Has more digits than an exact number holds; `value` is then meaningless.
    var isTooLong: Bool {
        get { self[trait: 5] }
        set { self[trait: 5] = newValue }
    }

    private subscript(trait bit: UInt8) -> Bool {
        @inline(__always) get { traits & 1 << bit != 0 }
        @inline(__always) set { traits = newValue ? traits | 1 << bit : traits & ~(1 << bit) }
    }

    /// None yet.
    @inline(__always)
    init() { self.init(start: 0, end: 0, form: .arabic, value: ExactNumber(digits: 0, exponent: 0)) }

    @inline(__always)
    init(start: Int, end: Int, form: Form, value: ExactNumber) {
        self.value = value
        self.form = form
        self.start = start
        self.end = end
    }

    /// Power of ten of the scale at the end, already in `value`: 4 in 1.8万, 12 in 3万亿.
    var scale: Int {
        get { Int(power) }
        set { power = Int8(truncatingIfNeeded: newValue) }
    }

    /// A calendar year by its looks: four plain Arabic digits from 1000 to 2199, or four Han digits in a row.
    var looksLikeYear: Bool {
        guard let year = value.integer, !isDecimal, !hasPlace, glyphs == 4 else { return false }
        return (1000...2199).contains(year)
    }
}
