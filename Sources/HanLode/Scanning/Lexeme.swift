/// A piece of the text that a grammar may start from.
struct Lexeme: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
        /// A maximal run of numeral characters; what number it is, if any, the numeral grammar says.
        case number
        /// A word that begins with a numeral character and is no number: 一般, 十全十美, 四川.
        case word
        /// A fixed expression for an amount: 一半, 首位.
        case amount
        /// A word for a time: 去年, 近年来, 每月.
        case time
        /// A well-known set of slogans that needs no quotation marks: 四个意识, 三农.
        case set
        /// A mark of quotation.
        case quotation
    }

    var start: Int32
    var end: Int32
    var kind: Kind
    /// Index among the terms of the kind; 0 for numbers and words.
    var term: Int32

    init(start: Int, end: Int, kind: Kind, term: Int = 0) {
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
        self.kind = kind
        self.term = Int32(truncatingIfNeeded: term)
    }
}
