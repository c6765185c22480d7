/// A word, or what stands between words.
public struct Token: Hashable, Sendable {
    /// What it is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A word, of Han or any other script but Latin.
        case word
        /// A number: 三千, 2.5, 第三.
        case number
        /// A quantity that was to stay whole: 3000多亿元.
        case quantity
        /// A year, month, day or hour (2021年), or a time that was to stay whole.
        case time
        /// A slogan that was to stay whole.
        case slogan
        /// An entity that was to stay whole.
        case entity
        /// Punctuation and symbols.
        case punctuation
        /// Latin letters, digits among them included: IBM, PM2.5.
        case latin
        /// White space; a line break is a token of its own.
        case space
    }

    /// Why it is one token.
    public enum Rule: String, Hashable, Sendable, Codable, CaseIterable {
        /// ICU's dictionary has it.
        case dictionary
        /// HanLode's lexicon has it.
        case lexicon
        /// A pack or dictionary of the user's has it.
        case user
        /// A character that is in no dictionary.
        case character
        /// A numeral with what belongs to it: 3000多亿, 百分之五.
        case numeral
        /// 第 and a numeral.
        case ordinal
        /// A numeral and 年, 月, 日 or 时.
        case date
        /// A word and a suffix: 现代化.
        case suffix
        /// Two characters that are no words by themselves, or a determiner and a character: 全省.
        case pair
        /// A word or character said twice: 看看, 高高兴兴, 研究研究.
        case reduplication
        /// A name of another language, by its characters.
        case transliteration
        /// A surname, or the given name behind it.
        case name
        /// Latin letters and digits.
        case latin
        /// Punctuation, of which several equal marks are one: ……
        case punctuation
        /// White space.
        case space
        /// A word of the break iterator's: another script, or the dictionary could not be read.
        case breakIterator
        /// It was to stay whole.
        case mention
    }

    // Small, because a report has tens of thousands.
    private let start: Int32
    private let end: Int32
    /// The number of the lexicon's or user's word; see `Segmenter.tag(of:)`.
    let word: UInt32
    /// What it is.
    public let kind: Kind
    /// Why it is one token.
    public let rule: Rule

    init(start: Int32, end: Int32, kind: Kind, rule: Rule, word: UInt32 = 0) {
        self.start = start
        self.end = end
        self.kind = kind
        self.rule = rule
        self.word = word
    }

    /// Where it stands, in UTF-8 offsets.
    public var span: TextSpan { TextSpan(start: Int(start), end: Int(end)) }

    /// Whether it is white space, a line break included.
    public var isSpace: Bool { kind == .space }
}

/// A stretch of text that is to stay one token.
public struct Mention: Hashable, Sendable {
    /// Where it stands, in UTF-8 offsets.
    public var span: TextSpan
    /// What its token will be.
    public var kind: Token.Kind

    /// A stretch of text of some kind.
    public init(span: TextSpan, kind: Token.Kind) {
        self.span = span
        self.kind = kind
    }
}
