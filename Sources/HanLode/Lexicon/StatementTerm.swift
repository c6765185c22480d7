/// What a word does in a statistical statement. A word may do several things; its surroundings decide.
enum StatementRole: UInt8, CaseIterable, Sendable {
    /// 达到: the amount is that of what stands before.
    case level
    /// 完成: the same next to a number; before a noun, somebody does it.
    case achieve
    /// 增长: the amount is a change upward.
    case grow
    /// 下降: the amount is a change downward.
    case fall
    /// 增至: the amount is reached by rising.
    case riseTo
    /// 降至: the amount is reached by falling.
    case fallTo
    /// 由: from this amount on.
    case from
    /// 占: the amount is a part of what follows.
    case share
    /// 比: what follows is what the amount is compared with.
    case compare
    /// 高于: the same in one word, upward.
    case above
    /// 低于: downward.
    case below
    /// 高, behind 比.
    case higher
    /// 低, behind 比.
    case lower
    /// 居: the amount is a place among others.
    case rank
    /// 同比: what the amount is reckoned against, or how; the value is what the output says.
    case basis
    /// 分别: each of several.
    case each
    /// 引进: somebody does something to what follows.
    case action
    /// 建设: the same at the beginning of a clause, elsewhere a part of names.
    case weak
    /// 但: stands at the beginning of a clause, before the name.
    case lead
    /// 全市: whose the amount is; the value says of what kind.
    case scope
    /// 其中: a part of what was told before.
    case sub
    /// 已: between the name and the number.
    case adverb
    /// 得到: ends a name behind a number.
    case predicate
    /// 增速: measured of something told before, of itself.
    case aspect
    /// 产值: what is measured of something.
    case measure
    /// 比例: a name, or a part of one.
    case noun
    /// 力争: an aim.
    case target
    /// 去年: told of the past in spite of where it stands.
    case actual
    /// 把: what follows is what something is done to.
    case object
    /// 了: around a name, and no part of it.
    case particle
    /// 的
    case of

    static let names = [
        "level", "achieve", "grow", "fall", "rise-to", "fall-to", "from", "share", "compare", "above", "below",
        "higher",
        "lower", "rank", "basis", "each", "action", "weak", "lead", "scope", "sub", "adverb", "predicate", "aspect",
        "measure", "noun", "target", "actual", "object", "particle", "of",
    ]
}

/// A word of a statistical statement in one of its roles.
struct StatementTerm: Term {
    /// What a role alone does not tell.
    enum Value: String, CaseIterable, Sendable {
        case none = ""
        /// Bases, as the output has them.
        case yearOnYear = "同比"
        case monthOnMonth = "环比"
        case yearlyAverage = "年均"
        case cumulative = "累计"
        /// What a scope covers.
        case world, national, province, city, county
        /// What a noun says of the measure: 占比, 增速, 降幅.
        case share, growth, decline
        /// Measured of anything, and an indicator by itself: 投资.
        case whole
        /// An aim that is striven for.
        case strive
    }

    let role: StatementRole
    let value: Value

    @inline(__always)
    init(_ record: Record) {
        role = record.choice(1)
        value = record.choice(2)
    }
}

/// A word that names several things at once.
struct CoordinateTerm: Term {
    /// In order, joined by 、
    var parts: String { record.text(1) }

    private let record: Record

    init(_ record: Record) { self.record = record }

    /// How many things it names.
    var count: Int { parts.split(separator: "、").count }

    /// One of them.
    func part(_ index: Int) -> String {
        let parts = parts.split(separator: "、")
        return parts.indices.contains(index) ? String(parts[index]) : ""
    }
}
