/// A well-known slogan, or a quoted word that is none.
struct SloganTerm: Term {
    enum Kind: String, CaseIterable, Sendable {
        case set, term
        /// 压舱石, 12345: no slogan, whatever it looks like.
        case none
    }

    enum Use: String, CaseIterable, Sendable {
        /// Wherever it stands.
        case any = ""
        /// In quotation marks alone, because without them it is mostly something else: 两新, 三公.
        case quoted
    }

    let kind: Kind
    private let record: Record

    init(_ record: Record) {
        kind = record.choice(1)
        self.record = record
    }

    /// The one name of all its forms.
    var canonical: String { record.optionalText(3) ?? record.text(0) }
    /// What its numerals are, where they cannot be told from their looks: 3, 3, 6, 18 of 33618.
    var counts: [Int] { record.parts(4, separator: " ").compactMap { Int($0) } }
    /// In order; empty where they are those of the canonical form, or unknown.
    var members: [String] { record.parts(5, separator: "|") }
    /// How many members the row names.
    var memberCount: Int { record.partCount(5, separator: "|") }
    /// What it is used for, where the table says.
    var type: SloganType? { record.optionalChoice(6) }
    /// Since when it has been in use, where the table says.
    var year: String? { record.optionalText(7) }
    /// The place for whose reports the members hold; absent where they hold everywhere.
    var area: String? { record.optionalText(8) }
}

/// What a mark of quotation does.
enum QuotationRole: String, RoleTerm {
    case opening, closing
    /// ": opens and closes.
    case straight
}

/// What a word does for the slogan beside it or inside it.
enum SloganCueRole: String, RoleTerm {
    /// 获评: what is quoted behind it is a title that somebody was awarded.
    case award
    /// 称号: what is quoted before it is such a title.
    case title
    /// 所谓: what is quoted behind it is not the speaker's own word.
    case distance
    /// 双: two.
    case double
    /// 个: a classifier of sets whatever numeral stands behind it.
    case classifier
    /// 大: the same; with a telling head it needs no quotation marks.
    case superlative
    /// 一带, 两翼: a word in running text, a part of a set in one.
    case counted
    /// 新 of 新三样: what follows is a set.
    case prefix
    /// 连 of 十连增: the numeral tells how often.
    case repeating
    /// 是 of 一是: no set of numerals side by side holds it.
    case function
    /// 是 of 一是 and of “4”是…: says what an item or a part is.
    case copula
    /// 要 of 一要: says what an item is.
    case duty
    /// 即, 就是, 包括: the members follow.
    case unfolding
    /// 一是: the first of several items, which the next numerals go on.
    case item
    /// 突出做好: a verb before the first of the members.
    case lead
    /// 等 between the members and the set.
    case trailing
}

/// What a word for what slogans name tells of them.
struct SloganHead: Term {
    enum Use: String, CaseIterable, Sendable {
        /// Only of the type.
        case type = ""
        /// 攻坚战: numeral, 大 and this word are a set without quotation marks.
        case plain
    }

    let type: SloganType
    let use: Use

    init(_ record: Record) {
        type = record.choice(1)
        use = record.choice(2)
    }
}

extension Reader {
    /// The index of the lexicon's slogan whose surface is `name`.
    func term(named name: Span<UInt8>) -> Int? {
        let named = Reader(name, like: self)
        let kinds = Lexicon.Kind.slogan.bit | Lexicon.Kind.plainSet.bit
        guard !name.isEmpty, let match = named.longestTerm(kinds, at: 0), match.end == name.count else { return nil }
        return named.term(.slogan, of: match) ?? named.term(.plainSet, of: match)
    }
}
