/// What a word of the tables may do in a name or beside it; it may do several things.
struct NameRoles: OptionSet, Hashable, Sendable, BitwiseCopyable {
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
    /// Whether more than its roles may be asked of such a word: its row.
    @inline(__always)
    var isLookedUp: Bool { !isDisjoint(with: [.division, .name, .none, .head]) }

    /// Whether a rule may begin with such a word, or is asked only where there is one.
    @inline(__always)
    var beginsRule: Bool {
        !isDisjoint(with: [
            .division, .countries, .name, .none, .head, .surname, .syllable, .listEnd, .award, .awardQuoted, .bestow,
            .named,
        ])
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

extension Pack.Row {
    /// What the row's surface may do in a name or beside it.
    var nameRoles: NameRoles {
        switch table {
        case .divisions: .division
        case .names: EntityType(rawValue: cells[1]) == nil ? .none : .name
        case .nameHeads: .head
        case .nameCues: NameCueRole(rawValue: cells[1])?.roles ?? []
        case .nameWords: NameWordRole(rawValue: cells[1])?.roles ?? []
        default: []
        }
    }
}

extension NameWordRole {
    fileprivate var roles: NameRoles {
        switch self {
        case .stop: .stop
        case .verb: .verb
        case .generic: .generic
        }
    }
}
