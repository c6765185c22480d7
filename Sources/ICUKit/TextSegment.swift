/// A word, or what lies between words, as ICU cuts them.
public struct TextSegment: Hashable, Sendable {
    /// Where it begins, as a UTF-8 offset.
    public let start: Int32
    /// Where it ends, as a UTF-8 offset.
    public let end: Int32
    /// What it consists of.
    public let kind: Kind

    /// `start..<end`, as UTF-8 offsets.
    public var range: Range<Int> { Int(start)..<Int(end) }

    /// What a word consists of: ICU's rule status, by its ranges of a hundred.
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// Spaces, punctuation and whatever else is no word.
        case none
        /// Digits: 128.5.
        case number
        /// Letters, of scripts other than those below.
        case letter
        /// Hiragana or katakana.
        case kana
        /// Han characters.
        case ideographic

        init(ruleStatus: Int32) {
            self = Kind(rawValue: UInt8(clamping: ruleStatus / 100)) ?? .none
        }
    }
}
