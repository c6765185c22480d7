/// The part that a character can play in a numeral.
enum NumeralClass: UInt8, CaseIterable, Sendable {
    case none
    /// 0–9
    case digit
    /// 一, 叁, 〇; value 12 for 两 and 俩, which never stand behind 百 or 点 at the end of a number
    case hanDigit
    /// 十, 百, 千; value: power of ten
    case place
    /// 万, 亿, 兆; value: power of ten
    case scale
    /// value 0 between Arabic digits, 1 for 点 between Han digits
    case point
    case comma
    /// value 1 for minus
    case sign
    /// 多, 余: inside a numeral, a bit more; value 1 for 来, only behind a round Han number
    case more
    /// 几: an unknown digit; value 1 for 数, only in front
    case some
    /// 廿, 卅
    case tens
    case half
    /// 分 of 百分之
    case part
    /// 之 of 百分之
    case of
    /// 又 of 一又二分之一
    case and
    /// k, w behind Arabic digits; value: power of ten
    case latinScale

    static let names = [
        "none", "digit", "han-digit", "place", "scale", "point", "comma", "sign", "more", "some", "tens", "half",
        "part", "of", "and", "latin-scale",
    ]
}

/// What the lexicon knows of a single character, in 32 bits.
///
/// `code` is the character's letter in the alphabet of the double array, the same for 萬 and 万, ６ and 6.
struct CharacterInfo: Hashable, Sendable {
    var bits: UInt32

    static let unknown = CharacterInfo(bits: 0)

    init(bits: UInt32) { self.bits = bits }

    var code: UInt32 {
        get { bits & 0xF_FFFF }
        set { bits = bits & ~0xF_FFFF | newValue }
    }

    var numeralClass: NumeralClass {
        // There are as many classes as four bits tell apart.
        get { unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 20 & 0xF), to: NumeralClass.self) }
        set { bits = bits & ~(0xF << 20) | UInt32(newValue.rawValue) << 20 }
    }

    var numeralValue: Int {
        get { Int(bits >> 24 & 0xF) }
        set { bits = bits & ~(0xF << 24) | UInt32(newValue) << 24 }
    }

    /// A term of a user's list, or a sequence of a user's, may begin here.
    var startsListTerm: Bool {
        get { bits & 1 << 31 != 0 }
        set { bits = newValue ? bits | 1 << 31 : bits & ~(1 << 31) }
    }

    /// A zero-width character: seen through everywhere.
    var isIgnorable: Bool {
        get { bits & 1 << 29 != 0 }
        set { bits = newValue ? bits | 1 << 29 : bits & ~(1 << 29) }
    }

    /// A space, or a line break: seen through where a quantity may hold one.
    var isSpace: Bool {
        get { bits & 1 << 30 != 0 }
        set { bits = newValue ? bits | 1 << 30 : bits & ~(1 << 30) }
    }

    /// Seen through where a space is: a zero-width character, a space, or a line break.
    @inline(__always)
    var isBlank: Bool { bits & (3 << 29) != 0 }

    /// The digit that a Han digit stands for.
    @inline(__always)
    var hanDigit: Int { isColloquialTwo ? 2 : numeralValue }

    @inline(__always)
    var isColloquialTwo: Bool { numeralClass == .hanDigit && numeralValue == 12 }

    @inline(__always)
    var isHanPoint: Bool { numeralClass == .point && numeralValue == 1 }

    /// The classes that a numeral may begin with, a bit for each.
    @inline(__always)
    private static var starting: UInt32 {
        1 << UInt32(NumeralClass.digit.rawValue) | 1 << UInt32(NumeralClass.hanDigit.rawValue)
            | 1 << UInt32(NumeralClass.place.rawValue) | 1 << UInt32(NumeralClass.scale.rawValue)
            | 1 << UInt32(NumeralClass.some.rawValue) | 1 << UInt32(NumeralClass.tens.rawValue)
    }

    @inline(__always)
    var startsNumeral: Bool {
        Self.starting >> (bits >> 20 & 0xF) & 1 != 0
    }
}

// White space and default-ignorable characters: Unicode facts (PropList, DerivedCoreProperties), not language data.
extension CharacterInfo {
    /// Those that are spaces or line breaks.
    static let spaces: [UInt32] = [0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2009, 0x200A, 0x202F, 0x3000]
    /// Those that have no width.
    static let ignorables: [UInt32] = [0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF]
}

/// A two-stage table from code points to 32 bits: pages of 256, of which empty ones are kept once.
///
/// The pages of Han characters from U+4000 to U+9FFF, whose UTF-8 begins with E4 to E9, come first and in order, so that
/// a reader needs the second stage alone for nearly every character.
///
/// While a lexicon is compiled; a reader reads the two stages where they lie in the image.
struct CharacterTable: Hashable, Sendable {
    static let pageCount = 0x11_0000 >> 8

    private static let hanPages = 0x40...0x9F

    private(set) var pages: [UInt16] = Array(repeating: 0, count: Self.pageCount)
    private(set) var entries: [UInt32] = Array(repeating: 0, count: 256 * (1 + Self.hanPages.count))

    init() {
        for page in Self.hanPages { pages[page] = Self.place(ofHanPage: page) }
    }

    private static func place(ofHanPage page: Int) -> UInt16 { UInt16(1 + page - hanPages.lowerBound) }

    /// Where the entry of a scalar from U+4000 to U+9FFF is.
    @inline(__always)
    static func entry(ofHan scalar: UInt32) -> Int { Int(scalar &- 0x4000 &+ 256) }

    /// Whether pages stand where `entry(ofHan:)` expects them.
    static func isInPlace(_ pages: UnsafeBufferPointer<UInt16>) -> Bool {
        pages.count == pageCount && hanPages.allSatisfy { pages[$0] == place(ofHanPage: $0) }
    }

    subscript(bits scalar: UInt32) -> UInt32 {
        get { entries[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)] }
        set {
            let page = Int(scalar >> 8)
            if pages[page] == 0 {
                pages[page] = UInt16(entries.count >> 8)
                entries.append(contentsOf: repeatElement(0, count: 256))
            }
            entries[Int(pages[page]) << 8 | Int(scalar & 0xFF)] = newValue
        }
    }

    subscript(scalar: UInt32) -> CharacterInfo {
        get { CharacterInfo(bits: self[bits: scalar]) }
        set { self[bits: scalar] = newValue.bits }
    }

    /// The code points whose bits are not all zero, in order.
    var known: [UInt32] {
        pages.indices.filter { pages[$0] != 0 || $0 == 0 }.flatMap { page in
            (UInt32(page) << 8..<UInt32(page + 1) << 8).filter { self[bits: $0] != 0 }
        }
    }
}
