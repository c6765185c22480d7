/// A unit or counted classifier as the tables give it.
struct Unit: Sendable {
    /// Which numerals the unit believes.
    enum Use: String, CaseIterable, Sendable {
        /// Any number makes a quantity with it.
        case any = ""
        /// Its character is also a common word: only Arabic digits, or a numeral of two characters and more, count.
        case weak
        /// Things counted one by one: a single Han digit suffices (两座, 三所).
        case concrete
        /// Only behind 万 or 亿: 30亿方, 4.2亿度.
        case scaled
        /// Only behind a word of counting, because it mostly numbers: 举办两届, but 十九届.
        case announced
        /// Only behind a larger unit: 分 in 五元三角二分.
        case subordinate
        /// 块: money behind a word of paying and before its parts (十块三毛), otherwise a thing that is counted.
        case spoken
        /// It stands before the number ($20, ￥300).
        case prefix
    }

    private let record: Record
    let isClassifier: Bool

    @inline(__always)
    init(_ record: Record, isClassifier: Bool) {
        self.record = record
        self.isClassifier = isClassifier
    }

    var surface: String { record.text(0) }
    var id: String { record.text(1) }
    /// Whether `id` is this one, told without a copy of it.
    func hasID(_ id: StaticString) -> Bool { record.isText(1, id) }
    @inline(__always)
    var use: Use { record.choice(2) }
    @inline(__always)
    var dimension: Dimension { isClassifier ? .count : record.choice(3) }
    /// To the base unit of the dimension.
    var factor: ExactNumber { isClassifier ? .one : record.number(4) ?? .one }
    /// Added after the factor; other than zero for temperatures alone.
    var offset: ExactNumber { isClassifier ? .zero : record.number(5) ?? .zero }
    /// UCUM or ISO 4217.
    var code: String? { isClassifier ? nil : record.optionalText(6) }
}

/// The rows of the table of units, and behind them those of the table of classifiers.
struct Units: RandomAccessCollection, Sendable {
    private let rows: LexiconRows

    @inline(__always)
    init(_ rows: LexiconRows) { self.rows = rows }

    var startIndex: Int { 0 }
    var endIndex: Int { rows[.units].count + rows[.classifiers].count }

    /// Whether a row is one of those behind.
    @inline(__always)
    func isClassifier(_ index: Int) -> Bool { index >= rows[.units].count }

    @inline(__always)
    subscript(index: Int) -> Unit {
        let measures = rows[.units].count
        return index < measures
            ? Unit(Record(rows, index, of: .units), isClassifier: false)
            : Unit(Record(rows, index - measures, of: .classifiers), isClassifier: true)
    }
}

/// A word before or after a number that says how the amount stands to it.
struct ModifierTerm: Hashable, Term {
    enum Position: String, CaseIterable, Sendable { case before, after }

    enum Condition: String, CaseIterable, Sendable {
        case always = ""
        /// Only before an amount with a scale or without digits: 过万亿元, but not 搞过3次.
        case scaled
        /// Only before an amount without digits: 上亿人.
        case digitless
    }

    let modifier: Modifier
    let condition: Condition

    init(_ record: Record) {
        modifier = record.choice(2)
        condition = record.choice(3)
    }
}

/// What a word or sign between two numbers does.
enum ConnectorRole: String, RoleTerm {
    /// 至, —: from the one to the other.
    case range
    /// 、, 和: the next of a list.
    case list
    /// /: per.
    case per
    /// 每: per, between two units of measurement.
    case perEach = "per-each"
    /// · behind a divisor: and per.
    case perMore = "per-more"
}

/// What a character behind a number or its unit does.
enum SuffixRole: String, RoleTerm {
    /// 成: tenths.
    case tenths
    /// 折: the part of a price that is left.
    case discount
    /// 番: doublings.
    case doubling
    /// 级: makes a class of a unit.
    case grade
    /// 位, 名: a place in an order.
    case place
    /// 大, 高: an ordinal before it is a rank.
    case superlative
    /// （含）: the number itself is included.
    case inclusive
    /// 而: a clause ends before it.
    case clause
}

/// What a word near a number tells about it.
enum CueRole: String, RoleTerm {
    /// 第: an ordinal follows.
    case ordinal
    /// 前: the first so many.
    case top
    /// 居, 排名: an ordinal behind it is a rank.
    case ranking
    /// 全国, 全市: a scope, within which an ordinal is a rank.
    case scope
    /// 由, 从: an amount that is left follows, so that 到 is no range.
    case from
    /// 新增, 建成: what follows is counted.
    case counting
    /// 为, 达到: what follows is the amount, with or without a unit.
    case measuring
    /// 每: what follows is a reference amount and states nothing.
    case per
    /// 翻: doubling.
    case doubling
    /// 花费, 售价: money follows, not always at once.
    case paying
    /// 产值, 营收: an amount without a unit is money.
    case money
    /// 之比: a ratio may follow.
    case ratio
    /// It only ends like one: 以上亿元.
    case another = "none"
    /// 是: what follows counts by itself where the clause ends with it.
    case copula
}

/// A fixed expression for an amount: 一半, 首位.
struct AmountTerm: Term {
    enum Condition: String, CaseIterable, Sendable {
        case always = ""
        /// Only where a ranking cue or scope stands before it.
        case ranked
    }

    private let record: Record

    init(_ record: Record) { self.record = record }

    var value: ExactNumber { record.number(1) ?? .one }
    var unit: String? { record.optionalText(2) }
    var dimension: Dimension { record.choice(3) }
    var condition: Condition { record.choice(4) }
}
