/// A piece of a sentence as names are found by: a word of the tables, or a character that is in none.
struct NameToken: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
        /// A word of the tables.
        case word
        /// A Han character that begins none.
        case han
        /// A run of Latin letters, with the digits among them: IBM, 5G.
        case latin
        /// Digits, or a Han numeral.
        case number
        /// Punctuation, or a space.
        case mark
    }

    private var first: Int32
    private var last: Int32
    private var postingIndex: Int32 = -1
    private var nameIndex: Int32 = -1
    private var headIndex: Int32 = -1
    var roles: NameRoles = []
    /// The scalar of a single character; 0 for a longer word.
    var scalar: UInt32 = 0
    private var length: UInt16 = 1
    var kind: Kind

    init(start: Int, end: Int, kind: Kind, scalar: UInt32 = 0) {
        (first, last) = (Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: end))
        self.kind = kind
        self.scalar = scalar
    }

    var start: Int { Int(first) }

    var end: Int {
        get { Int(last) }
        set { last = Int32(truncatingIfNeeded: newValue) }
    }

    /// Characters in it.
    var count: Int {
        get { Int(length) }
        set { length = UInt16(clamping: newValue) }
    }

    /// The first posting of a word; -1 where no more is known of it than its roles.
    var posting: Int {
        get { Int(postingIndex) }
        set { postingIndex = Int32(truncatingIfNeeded: newValue) }
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
}

/// What a token may do in a name or beside it; it may do several things.
struct NameRoles: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let stop = NameRoles(rawValue: 1 << 0)
    static let verb = NameRoles(rawValue: 1 << 1)
    static let generic = NameRoles(rawValue: 1 << 2)
    static let division = NameRoles(rawValue: 1 << 3)
    static let head = NameRoles(rawValue: 1 << 4)
    static let name = NameRoles(rawValue: 1 << 5)
    static let level = NameRoles(rawValue: 1 << 6)
    static let award = NameRoles(rawValue: 1 << 7)
    static let bestow = NameRoles(rawValue: 1 << 8)
    static let say = NameRoles(rawValue: 1 << 9)
    static let listEnd = NameRoles(rawValue: 1 << 10)
    static let coordinate = NameRoles(rawValue: 1 << 11)
    static let named = NameRoles(rawValue: 1 << 12)
    static let titleBefore = NameRoles(rawValue: 1 << 13)
    static let titleBehind = NameRoles(rawValue: 1 << 14)
    static let surname = NameRoles(rawValue: 1 << 15)
    static let given = NameRoles(rawValue: 1 << 16)
    static let countries = NameRoles(rawValue: 1 << 17)
    static let launch = NameRoles(rawValue: 1 << 19)
    static let building = NameRoles(rawValue: 1 << 20)
    static let awardQuoted = NameRoles(rawValue: 1 << 21)
    static let hold = NameRoles(rawValue: 1 << 22)
    static let underway = NameRoles(rawValue: 1 << 23)
    static let built = NameRoles(rawValue: 1 << 24)
    static let syllable = NameRoles(rawValue: 1 << 25)
    static let issue = NameRoles(rawValue: 1 << 26)
    static let found = NameRoles(rawValue: 1 << 27)
    static let programme = NameRoles(rawValue: 1 << 28)
    static let work = NameRoles(rawValue: 1 << 29)
    static let school = NameRoles(rawValue: 1 << 30)
    static let field = NameRoles(rawValue: 1 << 31)
    /// A phrase that holds a name and is none.
    static let none = NameRoles(rawValue: 1 << 18)
}

extension NameRoles {
    /// What the kinds of word of everyday are, which are three bits in a row here as there.
    @inline(__always)
    init(words kinds: UInt32) {
        self.init(rawValue: kinds >> UInt32(Lexicon.Kind.nameStop.rawValue) & 0b111)
    }
}

extension NameCueRole {
    var roles: NameRoles {
        switch self {
        case .level: .level
        case .award: .award
        case .hold: .hold
        case .underway: .underway
        case .built: .built
        case .awardQuoted: .awardQuoted
        case .bestow: .bestow
        case .say: .say
        case .listEnd: .listEnd
        case .coordinate: .coordinate
        case .named: .named
        case .dateline, .titleBefore: .titleBefore
        case .personNone: .none
        case .launch: .launch
        case .issue: .issue
        case .found: .found
        case .programme: .programme
        case .work: .work
        case .school: .school
        case .field: .field
        case .building: .building
        case .title: [.titleBefore, .titleBehind]
        case .titleBehind: .titleBehind
        case .surname: .surname
        case .given: .given
        case .syllable: .syllable
        case .countries: .countries
        }
    }
}
