/// A quantity found, before it is made into values: offsets, and indices into the lexicon.
struct QuantityMatch: Hashable, Sendable {
    @Narrow var start: Int
    @Narrow var end: Int
    var dimension: Dimension
    var modifier: Modifier?
    var rule: QuantityRule
    var value: ExactNumber
    /// The upper bound where the quantity is a range, `value` then being the lower.
    var upper: ExactNumber?
    var unit: UnitReading?
}

/// A unit as it stands in the text.
struct UnitReading: Hashable, Sendable {
    /// Where its characters stand, without the 个 of 个百分点.
    @Narrow var start: Int
    @Narrow var end: Int
    /// −1 for none.
    private var unit: Int32
    /// −1 for none, −2 for a unit of time.
    private var divisor: Int32 = -1
    /// Written behind it: 级 of 万吨级.
    var isGrade = false
    /// It counts things, though its table calls it money: 块.
    var isThing = false
    /// Written in full where the text has none: % of 八成.
    var implied: Implied?

    init(start: Int, end: Int, term: Int? = nil, implied: Implied? = nil) {
        self.start = start
        self.end = end
        unit = term.map { Int32(truncatingIfNeeded: $0) } ?? -1
        self.implied = implied
    }

    /// Index among the lexicon's units; `nil` for one that only the rule knows (位 of 首位).
    var term: Int? { unit < 0 ? nil : Int(unit) }

    /// What it is divided by, in a composite unit.
    var per: Per? {
        get { divisor == -1 ? nil : divisor < 0 ? .time : .unit(Int(divisor)) }
        set {
            switch newValue {
            case .unit(let term): divisor = Int32(truncatingIfNeeded: term)
            case .time: divisor = -2
            case nil: divisor = -1
            }
        }
    }

    enum Per: Hashable, Sendable {
        case unit(Int)
        case time
    }

    enum Implied: String, Hashable, Sendable {
        case percent = "%"
        case perMille = "‰"
        case perMyriad = "‱"
        case times = "倍"
        case place = "位"
    }
}

/// The rules that make quantities. A result names its rule, and each has its examples in Corpora/specs/quantities.
public enum QuantityRule: String, Hashable, Sendable, Codable, CaseIterable {
    /// 7.6万套, 三千亩: number and unit.
    case numberUnit = "number-unit"
    /// 4.3 in 4.3、1.8万元: the unit and scale of the list's last number.
    case sharedUnit = "shared-unit"
    /// 5%—6%, 三至五个, 三四十亩.
    case range
    /// 百分之六点五, 千分之三.
    case partsPer = "parts-per"
    /// 三分之二, 1/3.
    case fraction
    /// 2.1∶1.
    case ratio
    /// 八成, 两成.
    case tenths
    /// 八折.
    case discount
    /// 翻两番.
    case doubling
    /// 第三位, 排名第一.
    case rank
    /// 前三, 前20位.
    case topRank = "top-rank"
    /// 亿元 in 亿元以上: one of the scale.
    case digitless
    /// 十亿人民: a number with a scale before what it counts.
    case bareScale = "bare-scale"
    /// 指数达到112: a number alone behind a verb that announces an amount.
    case bareNumber = "bare-number"
    /// A text that is nothing but a number.
    case wholeText = "whole-text"
    /// 50元6角, 三斤二两.
    case compoundUnit = "compound-unit"
    /// 一半, 首位.
    case fixedExpression = "fixed-expression"
}
