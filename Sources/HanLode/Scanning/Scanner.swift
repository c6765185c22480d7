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
                characters[unchecked: index].start >= next, let lexeme = lexeme(reader, characters, at: index)
            {
                lexemes.append(lexeme)
                next = Int(lexeme.end)
            }
            index &+= 1
        }
        return next
    }

    /// The lexeme that begins with the character at `index`, if one does.
    private static func lexeme(_ reader: Reader, _ window: Span<CharacterWindow.Character>, at index: Int) -> Lexeme? {
        let character = window[index]
        let isNumeral =
            character.node.endsLexeme && reader.lexicon.pointee.info(character.scalar).startsNumeral
        let end = isNumeral ? endOfNumeral(reader, window, at: index) : character.start
        if let match = term(reader, window, at: index), match.end >= end {
            return lexeme(reader, match, from: character.start)
        }
        return isNumeral ? Lexeme(start: character.start, end: end, kind: .number) : nil
    }

    /// The longest term of the stream's kinds that begins with the character at `index`.
    @inline(__always)
    private static func term(
        _ reader: Reader, _ window: Span<CharacterWindow.Character>, at index: Int
    ) -> Reader.Match? {
        let trie = reader.lexicon.pointee.forward
        let (character, second) = (window[index], window[index + 1])
        var kinds = trie.known(character.node).kinds
        var place = trie.index(by: character.node.label)
        var end = index + 1
        if second.pair.isOfStream {
            // Where a blank or the end of the window comes before the end of a walk, the reader takes it.
            guard second.pair.label != 0 else { return reader.longestTerm(Lexicon.streamKinds, at: character.start) }
            var node = second.pair
            var reached = trie.index(behind: character.node, by: second.node.label)
            var next = index + 2
            while true {
                if node.endsLexeme { (kinds, place, end) = (trie.known(node).kinds, reached, next) }
                guard node.leadsToLexemes else { break }
                let code = window[next].node.label
                guard code != 0 else { return reader.longestTerm(Lexicon.streamKinds, at: character.start) }
                reached = trie.index(behind: node, by: code)
                node = trie.node(behind: node, by: code)
                next += 1
            }
            reader.count(next - index)
        }
        guard kinds & Lexicon.streamKinds != 0 else { return nil }
        let match = Reader.Match(end: window[end].start, kinds: kinds, slot: trie.slot(of: place))
        reader.note(Lexicon.streamKinds, character.start, match.end, match)
        return match
    }

    /// A surface may be several terms; the stream holds the most telling one.
    @inline(__always)
    private static func lexeme(_ reader: Reader, _ match: Reader.Match, from start: Int) -> Lexeme {
        func lexeme(_ kind: Lexeme.Kind, _ term: Int?) -> Lexeme {
            Lexeme(start: start, end: match.end, kind: kind, term: term ?? 0)
        }
        let kinds = match.kinds
        if kinds & Lexicon.Kind.amount.bit != 0 { return lexeme(.amount, reader.term(.amount, of: match)) }
        if kinds & Lexicon.Kind.time.bit != 0 { return lexeme(.time, reader.term(.time, of: match)) }
        if kinds & Lexicon.Kind.plainSet.bit != 0 { return lexeme(.set, reader.term(.plainSet, of: match)) }
        if kinds & Lexicon.Kind.quotationMark.bit != 0 {
            return lexeme(.quotation, reader.term(.quotationMark, of: match))
        }
        // Nobody asks which word it is.
        return lexeme(.word, nil)
    }

    /// Where the numeral ends that begins with the character at `index`.
    @inline(__always)
    private static func endOfNumeral(
        _ reader: Reader, _ window: Span<CharacterWindow.Character>, at index: Int
    ) -> Int {
        let lexicon = reader.lexicon
        let last = window.count - CharacterWindow.margin
        let numeral = endOfNumeral(from: index, before: last) {
            (info: lexicon.pointee.info(window[$0].scalar), next: $0 + 1)
        }
        reader.count(numeral.end - index)
        // It may go on behind the window.
        guard numeral.isOpen, window[last].start < reader.end else { return window[numeral.end].start }
        return endOfNumeral(reader, from: window[index].start)
    }

    /// Apart from the numerals that end before their window does, as nearly all do.
    @inline(never)
    private static func endOfNumeral(_ reader: Reader, from start: Int) -> Int {
        let end = endOfNumeral(from: start, before: reader.end) {
            let character = reader.character(at: $0)
            return (info: character.info, next: character.next)
        }.end
        reader.count((end - start) / 3)
        return end
    }

    /// Behind the digits, places and scales from `start` on, with the points and commas that stand between digits; and
    /// whether more of them may follow from `limit` on. `character` tells of one what is known, and where the next one is.
    @inline(__always)
    private static func endOfNumeral(
        from start: Int, before limit: Int, _ character: (Int) -> (info: CharacterInfo, next: Int)
    ) -> (end: Int, isOpen: Bool) {
        var (end, place) = (start, start)
        while place < limit {
            let (info, next) = character(place)
            switch info.numeralClass {
            case .digit, .hanDigit, .place, .scale, .tens, .some:
                end = next
            case .point, .comma:
                var behind = next
                while behind < limit, character(behind).info.isIgnorable { behind = character(behind).next }
                guard behind < limit else { return (end, true) }
                let follower = character(behind).info.numeralClass
                guard follower == .digit || follower == .hanDigit else { return (end, false) }
            default:
                guard info.isIgnorable else { return (end, false) }
            }
            place = next
        }
        return (end, true)
    }
}
