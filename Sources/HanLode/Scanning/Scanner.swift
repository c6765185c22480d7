/// The one pass over a text that finds every lexeme, leftmost and longest.
///
/// A lexeme is what a grammar may start from. What stands around it (units, modifiers, cues) is looked up from there:
/// in reports a third of all characters begin such a word, and one in twenty stands at a number.
enum Scanner {
    /// Appends the lexemes that begin in the window to `lexemes`, the first of them at `start` or behind it; says where
    /// the next may begin.
    ///
    /// A run of numeral characters and a term that begin at the same place compete by length, and the term wins a tie:
    /// 十分 is a word, 五十分钟 a number. A character inside a lexeme begins no other.
    static func scan(
        _ reader: Reader, _ window: CharacterWindow, from start: Int, into lexemes: inout [Lexeme]
    ) -> Int {
        let characters = window.characters
        let count = window.count
        var next = start
        var index = 0
        while index < count {
            // Most characters begin no lexeme.
            if characters[unchecked: index].node.endsLexeme || characters[unchecked: index &+ 1].pair.isOfStream,
                characters[unchecked: index].start >= next
            {
                next = scan(reader, at: characters[unchecked: index].start, into: &lexemes)
            }
            index &+= 1
        }
        return next
    }

    /// Appends the lexeme that begins at `offset`, if one does, and says where the next may begin.
    private static func scan(_ reader: Reader, at offset: Int, into lexemes: inout [Lexeme]) -> Int {
        let character = reader.character(at: offset)
        var end = character.next
        let isNumeral = character.info.startsNumeral
        if isNumeral { end = endOfNumeralRun(reader, at: offset) }
        if let match = reader.longestTerm(Lexicon.streamKinds, at: offset, character, end: reader.end),
            !isNumeral || match.end >= end, let (kind, term) = first(of: match, in: reader)
        {
            lexemes.append(Lexeme(start: Int32(offset), end: Int32(match.end), kind: kind, term: Int32(term)))
            return match.end
        }
        if isNumeral { lexemes.append(Lexeme(start: Int32(offset), end: Int32(end), kind: .number, term: 0)) }
        return end
    }

    /// A surface may be several terms; the stream holds the most telling one, in this order.
    private static func first(of match: Reader.Match, in reader: Reader) -> (Lexeme.Kind, Int)? {
        if let term = reader.term(.amount, of: match) { return (.amount, term) }
        if let term = reader.term(.time, of: match) { return (.time, term) }
        if let term = reader.term(.plainSet, of: match) { return (.set, term) }
        if let term = reader.term(.quotationMark, of: match) { return (.quotation, term) }
        return reader.term(.word, of: match).map { (.word, $0) }
    }

    /// Behind the digits, places and scales from `offset` on, with the points and commas that stand between digits.
    private static func endOfNumeralRun(_ reader: Reader, at offset: Int) -> Int {
        var end = offset
        var index = offset
        defer { reader.count((index - offset) / 3) }
        while index < reader.end {
            let character = reader.character(at: index)
            switch character.info.numeralClass {
            case .digit, .hanDigit, .place, .scale, .tens, .some:
                end = character.next
            case .point, .comma:
                let next = reader.skippingIgnorable(character.next)
                guard next < reader.end else { return end }
                let follower = reader.character(at: next).info.numeralClass
                guard follower == .digit || follower == .hanDigit else { return end }
            default:
                guard character.info.isIgnorable else { return end }
            }
            index = character.next
        }
        return end
    }
}
