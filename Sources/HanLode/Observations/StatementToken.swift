/// A piece of a sentence that states quantities.
struct StatementToken: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
        /// Characters that the lexicon does not know.
        case text
        /// A word of the statements table.
        case word
        /// A name of an indicator.
        case indicator
        /// 约, 超 before a number.
        case modifier
        /// 以上, 左右 behind a number.
        case modifierAfter
        case time
        case quantity
        /// ， ； and other signs between clauses.
        case comma
        case semicolon
        case colon
        /// 、 和 与 及: between the items of a list.
        case list
        /// “ and ”
        case quote, unquote
        /// （ and ）
        case open, close
        /// 的
        case of
    }

    // The order is that in which they take the least room.
    var start: Int32
    var end: Int32
    /// Index among the quantities or times.
    var index: Int32 = 0
    var roles: StatementRoles = []
    var kind: Kind
    /// What a word's role does not tell.
    var value = StatementTerm.Value.none
    /// Of one character: a word only where it leads up to a number.
    var isShort = false
    /// Only words that lead up to a number stand between it and the next number.
    var leads = false

    var span: TextSpan { TextSpan(start: Int(start), end: Int(end)) }

    func has(_ role: StatementRoles) -> Bool { !roles.isDisjoint(with: role) }
}

extension StatementToken {
    /// A word where it stands.
    @inline(__always)
    init(_ word: StatementWord, _ start: Int, _ end: Int, isShort: Bool) {
        self.init(
            start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), roles: word.roles,
            kind: word.kind, value: word.value, isShort: isShort)
    }
}

/// Roles of a word, as a set.
struct StatementRoles: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ role: StatementRole) { rawValue = 1 << UInt32(role.rawValue) }

    static let level = StatementRoles(.level)
    static let achieve = StatementRoles(.achieve)
    static let grow = StatementRoles(.grow)
    static let fall = StatementRoles(.fall)
    static let riseTo = StatementRoles(.riseTo)
    static let fallTo = StatementRoles(.fallTo)
    static let from = StatementRoles(.from)
    static let share = StatementRoles(.share)
    static let compare = StatementRoles(.compare)
    static let above = StatementRoles(.above)
    static let below = StatementRoles(.below)
    static let higher = StatementRoles(.higher)
    static let lower = StatementRoles(.lower)
    static let rank = StatementRoles(.rank)
    static let basis = StatementRoles(.basis)
    static let each = StatementRoles(.each)
    static let action = StatementRoles(.action)
    static let weak = StatementRoles(.weak)
    static let lead = StatementRoles(.lead)
    static let scope = StatementRoles(.scope)
    static let sub = StatementRoles(.sub)
    static let adverb = StatementRoles(.adverb)
    static let predicate = StatementRoles(.predicate)
    static let aspect = StatementRoles(.aspect)
    static let measure = StatementRoles(.measure)
    static let noun = StatementRoles(.noun)
    static let target = StatementRoles(.target)
    static let actual = StatementRoles(.actual)
    static let object = StatementRoles(.object)
    static let particle = StatementRoles(.particle)
    static let of = StatementRoles(.of)

    /// Parts of names.
    static let nominal: StatementRoles = [.aspect, .measure, .noun]
    /// What may stand between a name and its number.
    static let leading: StatementRoles = [
        .level, .achieve, .grow, .fall, .riseTo, .fallTo, .from, .basis, .each, .adverb, .target,
        .actual,
    ]
    /// What stands before a name at the beginning of a clause.
    static let opening: StatementRoles = [
        .lead, .adverb, .scope, .sub, .basis, .each, .target, .actual,
    ]
}
