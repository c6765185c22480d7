/// What a single character does to the words around it.
enum MorphemeRole: String, CaseIterable, Sendable {
    /// A word by itself that joins no unknown word: 的, 在, 我.
    case function
    /// A word by itself that may also be part of an unknown one: 看, 人, 水.
    case free
    /// Makes a word with the word of two characters before it: 委员会, 增值税.
    case suffix
    /// Makes a word with any word before it: 现代化, 战略性.
    case derivation
    /// Makes a word with the one character behind it: 本市, 全省, 各项.
    case determiner
    /// Ends no word but the exceptions: 新的 is two words.
    case final
    /// Ends no word of three characters if what is before it is one: 世界上.
    case trailing
    /// Begins no word of three characters if what is behind it is one: 也可以.
    case leading
    /// Begins no word of two characters but the exceptions: 更大.
    case degree
    /// Makes no word with 不: 不能.
    case auxiliary
    /// Counts things or time: what it makes with a numeral is two words.
    case counter
    /// Spells names of other languages.
    case foreign
    /// Spells names of other languages more often than anything else: two of them make a name.
    case foreignOnly = "foreign-only"
    /// A surname.
    case surname
    /// A surname and seldom anything else.
    case surnameOnly = "surname-only"
    /// A common character of given names, although a word by itself.
    case given
}
