/// What kind of amount a quantity is.
public enum Dimension: String, Hashable, Sendable, Codable, CaseIterable {
    /// Things counted, with a classifier (家, 人次) or without (十亿人民).
    case count
    /// Money.
    case currency
    /// Parts of a hundred or a thousand.
    case percent
    /// A difference of two percentages (百分点).
    case percentagePoint
    /// Times as much (倍, 番).
    case multiple
    /// A part of a whole (三分之二, 一半).
    case fraction
    /// Base unit m.
    case length
    /// Base unit m².
    case area
    /// Base unit m³.
    case volume
    /// Base unit kg.
    case mass
    /// Base unit J.
    case energy
    /// Base unit W.
    case power
    /// Base unit m/s.
    case speed
    /// Base unit K.
    case temperature
    /// A place in an order (第三位, 前三).
    case rank
    /// Base unit bit.
    case data
    /// Everything else: composite units (元/平方米), index points, years of age, voltage …
    case other

    /// The unit that a normalized value of this dimension is in; `nil` for `rank` and `other`, which have none, and for
    /// `currency`, where it is the currency itself.
    var baseUnit: String? {
        switch self {
        case .count, .percent, .percentagePoint, .multiple, .fraction: "1"
        case .length: "m"
        case .area: "m2"
        case .volume: "m3"
        case .mass: "kg"
        case .energy: "J"
        case .power: "W"
        case .speed: "m/s"
        case .temperature: "K"
        case .data: "bit"
        case .currency, .rank, .other: nil
        }
    }
}

/// How the amount stands to the number stated.
public enum Modifier: String, Hashable, Sendable, Codable, CaseIterable {
    /// 约, 左右, 上下: about the number.
    case approximate
    /// 近, 接近: a little less.
    case nearly
    /// 超, 突破, 多, 余: more.
    case moreThan
    /// 以上, 不低于, 至少: the number or more.
    case atLeast
    /// 以内, 以下, 不超过, 控制在: the number or less.
    case atMost
    /// 不足, 不到, 低于: less.
    case lessThan
}
