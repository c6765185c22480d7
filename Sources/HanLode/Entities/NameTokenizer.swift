/// Cuts a sentence into words of the tables and single characters, leftmost and longest.
///
/// The table of everyday words does here what a dictionary does in segmentation: in 最高要求 the words 最高 and 要求 leave
/// no room for 高要, in 联合山东 none for 合山.
enum NameTokenizer {
    /// Replaces `tokens` by those of the sentence at `start`; says where the next sentence begins, and what is in this.
    ///
    /// A sentence ends at 。！？ or at a line break, and after `longest` bytes anyway, so that the work that grammars
    /// do for each of them stays bounded.
    static func sentence(_ reader: Reader, at start: Int, into tokens: inout [NameToken]) -> NameSentence {
        tokens.removeAll(keepingCapacity: true)
        let terms = NameLexicon(reader)
        let limit = min(reader.end, start + longest)
        var sentence = NameSentence(end: start)
        var steps = 0
        while sentence.end < limit {
            let offset = sentence.end
            let character = reader.character(at: offset)
            let scalar = character.scalar
            steps += 1
            var token: NameToken
            if isHan(scalar) {
                if let (match, first) = reader.longestName(at: offset, character) {
                    token = self.token(reader, at: offset, character, match, first, terms)
                } else {
                    token = NameToken(
                        start: offset, end: character.next, kind: character.info.startsNumeral ? .number : .han,
                        scalar: scalar)
                }
            } else if isLetter(scalar) {
                token = latin(reader, at: offset, character, terms)
            } else {
                switch scalar {
                case 0x3002, 0xFF01, 0xFF1F, 0x0A, 0x0D, 0x21, 0x3F:
                    sentence.end = character.next
                    reader.count(steps)
                    return sentence
                case 0x300A: sentence.hasBookTitle = true
                case 0x201C: sentence.hasQuotation = true
                default: break
                }
                if character.info.isIgnorable {
                    sentence.end = character.next
                    continue
                }
                token = NameToken(start: offset, end: character.next, kind: .mark, scalar: scalar)
                if let match = reader.single(Lexicon.Kind.nameCue.bit, at: offset, character) {
                    addRoles(&token, reader, match, terms)
                } else if isDigit(scalar) {
                    token.kind = .number
                    token.end = endOfRun(reader, from: offset, isDigit)
                }
            }
            sentence.roles.formUnion(token.roles)
            steps += token.count
            tokens.append(token)
            sentence.end = token.end
        }
        reader.count(steps)
        return sentence
    }

    private static let longest = 4096

    /// The token that begins with a Latin letter: a name of the tables, or as far as letters and digits go.
    private static func latin(
        _ reader: Reader, at offset: Int, _ character: Reader.Character, _ terms: borrowing NameLexicon
    ) -> NameToken {
        if let (match, first) = reader.longestName(at: offset, character),
            match.end == reader.end || !isLetter(reader.character(at: match.end).scalar)
        {
            return token(reader, at: offset, character, match, first, terms)
        }
        let end = endOfRun(reader, from: offset) { isLetter($0) || isDigit($0) || $0 == 0x2D || $0 == 0x2B }
        var token = NameToken(start: offset, end: end, kind: .latin)
        token.count = end - offset
        return token
    }

    /// The token of a term of the tables; `first` are the kinds of term that its first character is alone.
    @inline(__always)
    private static func token(
        _ reader: Reader, at offset: Int, _ character: Reader.Character, _ match: Reader.Match, _ first: UInt32,
        _ terms: borrowing NameLexicon
    ) -> NameToken {
        let isCharacter = match.end == character.next
        var token = NameToken(
            start: offset, end: match.end, kind: .word, scalar: isCharacter ? character.scalar : 0)
        // Good enough for limits: Han characters have three bytes.
        if !isCharacter { token.count = max((match.end - offset) / 3, 2) }
        addRoles(&token, reader, match, terms)
        if first & Lexicon.Kind.nameStop.bit != 0, token.count == 2 { cut(&token, reader, character) }
        // What is only part of a name stays a character.
        if token.scalar != 0, token.roles.isSubset(of: [.surname, .given, .syllable, .division, .head]) {
            token.kind = character.info.startsNumeral ? .number : .han
        }
        return token
    }

    /// 和政策 is 和 and 政策, not 和政; 以西部陆海新通道 is 以 and a name, not 以西: of a word of two characters and a longer one
    /// that begins inside it the longer stands, where what is left before it is a word by itself and one of the two is
    /// a name.
    private static func cut(
        _ token: inout NameToken, _ reader: Reader, _ character: Reader.Character
    ) {
        guard token.end - character.next == 3 else { return }
        let inner = reader.character(at: character.next)
        guard let (second, _) = reader.longestName(at: character.next, inner),
            second.end > token.end
        else { return }
        var rest = NameToken(start: token.start, end: character.next, kind: .word, scalar: character.scalar)
        rest.roles = .stop
        let names = Lexicon.Kind.division.bit | Lexicon.Kind.name.bit
        let isName = token.name < 0 && token.has([.division, .countries])
        if isName || second.kinds & names != 0 && second.end - token.end >= 6 { token = rest }
    }

    @inline(__always)
    private static func addRoles(
        _ token: inout NameToken, _ reader: Reader, _ match: Reader.Match, _ terms: borrowing NameLexicon
    ) {
        token.roles = NameRoles(words: match.kinds)
        // Most words are of everyday and nothing else.
        guard match.kinds & (Lexicon.nameKinds & ~Lexicon.nameWordKinds) != 0 else { return }
        addRolesOfTables(&token, reader, match, terms)
    }

    private static func addRolesOfTables(
        _ token: inout NameToken, _ reader: Reader, _ match: Reader.Match, _ terms: borrowing NameLexicon
    ) {
        token.posting = reader.firstPosting(of: match)
        reader.forEachTerm(of: token.posting) { kind, index in
            switch kind {
            case .division: token.roles.insert(.division)
            case .name:
                token.name = index
                token.roles.insert(terms.type(ofName: index) == nil ? .none : .name)
            case .nameHead:
                token.head = index
                token.roles.insert(.head)
            case .nameCue: token.roles.formUnion(terms.roles(ofCue: index))
            default: break
            }
        }
    }

    private static func endOfRun(_ reader: Reader, from offset: Int, _ belongs: (UInt32) -> Bool) -> Int {
        var offset = offset
        while offset < reader.end {
            let character = reader.character(at: offset)
            guard belongs(character.scalar) else { break }
            offset = character.next
        }
        return offset
    }

    @inline(__always)
    static func isHan(_ scalar: UInt32) -> Bool {
        scalar >= 0x3400 && scalar <= 0x9FFF || scalar >= 0xF900 && scalar <= 0xFAFF
            || scalar >= 0x20000 && scalar <= 0x3FFFF || scalar == 0x3007
    }

    static func isLetter(_ scalar: UInt32) -> Bool {
        let folded = scalar >= 0xFF01 && scalar <= 0xFF5E ? scalar - 0xFEE0 : scalar
        return folded >= 0x41 && folded <= 0x5A || folded >= 0x61 && folded <= 0x7A
    }

    static func isDigit(_ scalar: UInt32) -> Bool {
        scalar >= 0x30 && scalar <= 0x39 || scalar >= 0xFF10 && scalar <= 0xFF19
    }
}
