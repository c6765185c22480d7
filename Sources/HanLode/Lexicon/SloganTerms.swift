/// A well-known slogan, or a quoted word that is none.
struct SloganTerm: Hashable, Sendable {
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
    /// The one name of all its forms.
    let canonical: String
    /// Separated by |, as the table has them; empty where the members are those of the canonical form, or unknown.
    let memberList: String
    /// As the table names it; empty for unknown.
    let type: String

    /// The members, in order.
    var members: [String] { memberList.split(separator: "|").map(String.init) }
}

/// What a mark of quotation does.
enum QuotationRole: String, CaseIterable, Sendable {
    case opening, closing
    /// ": opens and closes.
    case straight
}

/// What a word does for the slogan beside it or inside it.
enum SloganCueRole: String, CaseIterable, Sendable {
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
    /// 是 of “4”是…, 要 of 一要: says what a part or an item is.
    case copula
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
struct SloganHead: Hashable, Sendable {
    enum Use: String, CaseIterable, Sendable {
        /// Only of the type.
        case type = ""
        /// 攻坚战: numeral, 大 and this word are a set without quotation marks.
        case plain
    }

    /// As the table names it.
    let type: String
    let use: Use
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

extension Terms {
    /// Takes a row of the tables that tell of slogans.
    mutating func addSlogan(_ row: Pack.Row) -> (kind: Lexicon.Kind, index: Int)? {
        let cells = row.cells
        switch row.table {
        case .slogans:
            guard let kind = SloganTerm.Kind(rawValue: cells[1]) else { return nil }
            slogans.append(
                SloganTerm(
                    kind: kind, canonical: cells[2].isEmpty ? cells[0] : cells[2], memberList: cells[3], type: cells[4])
            )
            let isPlain = kind == .set && cells[6] != SloganTerm.Use.quoted.rawValue
            return (isPlain ? .plainSet : .slogan, slogans.count - 1)
        case .sloganHeads:
            sloganHeads.append(SloganHead(type: cells[1], use: SloganHead.Use(rawValue: cells[2]) ?? .type))
            return (.sloganHead, sloganHeads.count - 1)
        case .sloganCues:
            guard let role = SloganCueRole(rawValue: cells[1]) else { return nil }
            sloganCues.append(role)
            return (.sloganCue, sloganCues.count - 1)
        case .quotationMarks:
            guard let role = QuotationRole(rawValue: cells[1]) else { return nil }
            quotationMarks.append(role)
            return (.quotationMark, quotationMarks.count - 1)
        default:
            return nil
        }
    }
}
