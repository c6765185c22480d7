/// What segmentation knows of a character, apart from the words that it begins.
struct CharacterTraits: OptionSet, Hashable, Sendable {
    var rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    static var function: CharacterTraits { CharacterTraits(rawValue: 1 << 0) }
    static var free: CharacterTraits { CharacterTraits(rawValue: 1 << 1) }
    static var suffix: CharacterTraits { CharacterTraits(rawValue: 1 << 2) }
    static var derivation: CharacterTraits { CharacterTraits(rawValue: 1 << 3) }
    static var determiner: CharacterTraits { CharacterTraits(rawValue: 1 << 4) }
    static var final: CharacterTraits { CharacterTraits(rawValue: 1 << 5) }
    static var trailing: CharacterTraits { CharacterTraits(rawValue: 1 << 6) }
    static var leading: CharacterTraits { CharacterTraits(rawValue: 1 << 7) }
    static var degree: CharacterTraits { CharacterTraits(rawValue: 1 << 8) }
    static var auxiliary: CharacterTraits { CharacterTraits(rawValue: 1 << 9) }
    static var counter: CharacterTraits { CharacterTraits(rawValue: 1 << 10) }
    static var foreign: CharacterTraits { CharacterTraits(rawValue: 1 << 11) }
    static var foreignOnly: CharacterTraits { CharacterTraits(rawValue: 1 << 12) }
    static var surname: CharacterTraits { CharacterTraits(rawValue: 1 << 13) }
    static var surnameOnly: CharacterTraits { CharacterTraits(rawValue: 1 << 14) }
    static var given: CharacterTraits { CharacterTraits(rawValue: 1 << 15) }

    /// May be part of a Han numeral: 三, 十, 亿, 几.
    static var hanNumeral: CharacterTraits { CharacterTraits(rawValue: 1 << 20) }
    /// One that is read digit by digit too: 三, 〇.
    static var hanDigit: CharacterTraits { CharacterTraits(rawValue: 1 << 21) }
    /// 十, 百, 千, 万, 亿: what 多 and 余 may follow.
    static var round: CharacterTraits { CharacterTraits(rawValue: 1 << 22) }
    /// 多, 余 behind a round number.
    static var more: CharacterTraits { CharacterTraits(rawValue: 1 << 23) }
    /// 年
    static var year: CharacterTraits { CharacterTraits(rawValue: 1 << 24) }
    /// 月, 日, 时, 分: behind a numeral one word with it.
    static var calendar: CharacterTraits { CharacterTraits(rawValue: 1 << 25) }
    /// 第
    static var ordinal: CharacterTraits { CharacterTraits(rawValue: 1 << 26) }
    /// What a numeral may begin with.
    static var beginsNumeral: CharacterTraits { [.hanNumeral, .ordinal] }
    /// The words that the character begins are in the trie.
    static var loaded: CharacterTraits { CharacterTraits(rawValue: 1 << 27) }
    /// The character begins a word of the lexicon or the user's.
    static var hasOwnWords: CharacterTraits { CharacterTraits(rawValue: 1 << 28) }
    /// 点 between Han digits.
    static var point: CharacterTraits { CharacterTraits(rawValue: 1 << 29) }
    /// 分 and 之 of 百分之.
    static var part: CharacterTraits { CharacterTraits(rawValue: 1 << 30) }
    static var of: CharacterTraits { CharacterTraits(rawValue: 1 << 31) }
}

extension CharacterTraits {
    init(_ role: MorphemeRole) {
        self =
            switch role {
            case .function: .function
            case .free: .free
            case .suffix: .suffix
            case .derivation: .derivation
            case .determiner: .determiner
            case .final: .final
            case .trailing: .trailing
            case .leading: .leading
            case .degree: .degree
            case .auxiliary: .auxiliary
            case .counter: .counter
            case .foreign: .foreign
            case .foreignOnly: .foreignOnly
            case .surname: .surname
            case .surnameOnly: .surnameOnly
            case .given: .given
            }
    }
}

/// The part that a character plays in cutting a line, before any word is looked for.
enum CharacterClass: UInt8, Sendable {
    /// Of no script that is known here: left to ICU.
    case other
    case han, digit, letter, space, lineBreak, punctuation
    /// Belongs to the character before it: a combining mark or a zero-width character.
    case mark
    /// 。 and its like: a line of the lattice may end behind it.
    case sentenceEnd

    /// After the Unicode Standard: blocks, and General_Category of the blocks' characters.
    init(_ scalar: UInt32) {
        switch scalar {
        case 0x30...0x39, 0xFF10...0xFF19: self = .digit
        case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: self = .letter
        case 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: self = .letter
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: self = .lineBreak
        case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
        case 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1B, 0xFF1F: self = .sentenceEnd
        case 0x00...0x7E, 0xA1...0xA9, 0xAB, 0xAC, 0xAE...0xB1, 0xB4, 0xB6...0xB8, 0xBB, 0xBF, 0xD7, 0xF7:
            self = .punctuation
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: self = .mark
        case 0x300...0x36F, 0x20D0...0x20F0, 0x302A...0x302D, 0xE0100...0xE01EF: self = .mark
        case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD, 0x25CB: self = .han
        case 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x23FF, 0x2460...0x25CA, 0x25CC...0x25FF: self = .punctuation
        case 0x3001, 0x3003, 0x3004, 0x3008...0x3020, 0x3030, 0x3036...0x303F, 0x30FB: self = .punctuation
        case 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF02...0xFF0F, 0xFF1A, 0xFF1C...0xFF1E, 0xFF20: self = .punctuation
        case 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFE6: self = .punctuation
        default: self = .other
        }
    }
}
