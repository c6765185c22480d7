/// A piece of a sentence as names are found by: a word of the tables, or a character that is in none.
struct NameToken: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
        /// A Han character that begins no word.
        case han
        /// A word of the tables.
        case word
        /// A run of Latin letters, with the digits among them: IBM, 5G.
        case latin
        /// Digits, or a Han numeral.
        case number
        /// Punctuation, or a space.
        case mark
    }

    private let first: Int32
    private let last: Int32
    private var nameIndex: Int32 = -1
    private var headIndex: Int32 = -1
    /// Where the postings of a word are found.
    var slot = UInt32.max
    var roles: NameRoles = []
    /// The scalar of a single character; 0 for a longer word.
    var scalar: UInt32 = 0
    var kind: Kind

    init(start: Int, end: Int, kind: Kind, scalar: UInt32 = 0) {
        (first, last) = (Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: end))
        self.kind = kind
        self.scalar = scalar
    }

    /// A Han character, or a word that begins with one; `scalar` is the first character's.
    @inline(__always)
    init(start: Int, end: Int, scalar: UInt32, roles: NameRoles, isCharacter: Bool) {
        (first, last) = (Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: end))
        self.roles = roles
        self.scalar = isCharacter ? scalar : 0
        // What is only part of a name stays a character.
        kind = isCharacter && roles.isSubset(of: [.surname, .given, .syllable, .division, .head]) ? .han : .word
    }

    var start: Int { Int(first) }

    var end: Int { Int(last) }

    /// Characters in it.
    var count: Int {
        switch kind {
        case .latin: end - start
        // Good enough for limits: Han characters have three bytes.
        case .word where scalar == 0: max((end - start) / 3, 2)
        default: 1
        }
    }

    /// Index among the names of the tables; -1 for none.
    var name: Int {
        get { Int(nameIndex) }
        set { nameIndex = Int32(truncatingIfNeeded: newValue) }
    }

    /// Index among the heads; -1 for none.
    var head: Int {
        get { Int(headIndex) }
        set { headIndex = Int32(truncatingIfNeeded: newValue) }
    }

    func has(_ role: NameRoles) -> Bool { !roles.isDisjoint(with: role) }

    /// A character that is no word by itself and may be part of any name.
    var isUnknown: Bool { kind == .han && !has(.stop) }

    func isMark(_ scalar: UInt32) -> Bool { kind == .mark && self.scalar == scalar }

    /// （ or (
    var opensBracket: Bool { isMark(0xFF08) || isMark(0x28) }

    /// ） or )
    var closesBracket: Bool { isMark(0xFF09) || isMark(0x29) }
}
