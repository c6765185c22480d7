/// A piece of the text that a grammar may start from or look back to.
struct Lexeme: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
        /// A maximal run of numeral characters; what number it is, if any, the numeral grammar says.
        case number
        /// A word that holds a numeral character and is no number: 一般, 十分, 四川.
        case word
        case modifier
        case cue
        case amount
    }

    var start: Int32
    var end: Int32
    var kind: Kind
    /// Index among the terms of the kind; 0 for numbers and words.
    var term: Int32
}
