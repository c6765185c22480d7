/// Cuts a sentence into words of the tables and single characters, leftmost and longest.
///
/// The table of everyday words does here what a dictionary does in segmentation: in 最高要求 the words 最高 and 要求 leave
/// no room for 高要, in 联合山东 none for 合山.
enum NameTokenizer {
    /// Adds to `tokens` those that begin in the window, the first of them where the sentence has ended so far; it then
    /// ends where the last of them does, or with the window.
    static func read(
        _ reader: Reader, _ window: CharacterWindow, into tokens: inout [NameToken], _ sentence: inout NameSentence
    ) {
        // What ends a sentence is in none.
        let stop = window.isSentence ? window.count - 1 : window.count
        tokens.append(addingCapacity: stop) { room in
            take(reader, window.characters, before: stop, into: &room, &sentence)
        }
        // A name that holds what ends the window goes on behind it.
        sentence.isOpen = sentence.end > window.characters[stop].start
        sentence.end = max(sentence.end, window.end)
    }

    /// A term of the tables in the window: what its last node tells, where it ends, and which character comes next.
    private struct Term {
        var known: NodeClass
        var slot: UInt32
        var end: Int
        var next: Int
    }

    /// Adds the tokens that begin before the character at `stop`; `sentence` then ends where the last of them does.
    @inline(__always)
    private static func take(
        _ reader: Reader, _ window: Span<CharacterWindow.Character>, before stop: Int,
        into tokens: inout OutputSpan<NameToken>, _ sentence: inout NameSentence
    ) {
        let trie = reader.lexicon.pointee.forward
        let isRecording = reader.isRecording
        var roles = sentence.roles
        var (index, end) = (0, sentence.end)
        while index < stop, window[index].start < end { index += 1 }
        while index < stop {
            let character = window[unchecked: index]
            var token: NameToken
            var next = index &+ 1
            if CharacterWindow.isHan(character.scalar) {
                let pair = window[unchecked: next].pair
                // Whether it is one character or two no branch could foresee.
                let isPair = pair.endsName
                next = index &+ (isPair ? 2 : 1)
                let known = trie.known(isPair ? pair : character.node)
                let following = window[unchecked: next]
                if pair.leadsToNames && goesOn(trie, window, at: index) || known.roles.isLookedUp
                    || isPair && character.node.endsName && following.pair.isOfNames || isRecording
                {
                    (token, next) = word(reader, window, at: index)
                } else {
                    token = NameToken(
                        start: character.start, end: following.start, scalar: character.scalar, roles: known.roles,
                        isPair: isPair)
                    if token.kind == .han, character.node.endsLexeme,
                        reader.lexicon.pointee.info(character.scalar).startsNumeral
                    {
                        token.kind = .number
                    }
                }
            } else if isPlainMark(character.scalar), !isRecording {
                token = NameToken(
                    start: character.start, end: window[unchecked: next].start, kind: .mark, scalar: character.scalar)
                if character.node.endsName { token.roles = trie.known(character.node).roles }
                if character.scalar == 0x201C { sentence.hasQuotation = true }
            } else {
                guard let other = other(reader, window, at: index, character) else {
                    index = next
                    continue
                }
                token = other
                if character.scalar == 0x300A { sentence.hasBookTitle = true }
                if character.scalar == 0x201C { sentence.hasQuotation = true }
                while next < window.count &- 1, window[next].start < token.end { next &+= 1 }
            }
            roles.formUnion(token.roles)
            tokens.append(token)
            end = token.end
            index = next
        }
        sentence.roles = roles
        sentence.end = end
    }

    /// ，、。 and most other marks, of which no more is asked than their roles.
    @inline(__always)
    private static func isPlainMark(_ scalar: UInt32) -> Bool {
        scalar &- 0x3001 < 9 || scalar &- 0x2010 < 0x18 || scalar == 0xFF0C || scalar == 0xFF1B
    }

    /// Whether a term may go on behind the two characters from `index` on, which lead to longer ones.
    @inline(__always)
    private static func goesOn(_ trie: TrieView, _ window: Span<CharacterWindow.Character>, at index: Int) -> Bool {
        let pair = window[unchecked: index &+ 1].pair
        // Behind a torn pair there may be no more characters.
        guard pair.label != 0 else { return true }
        let code = window[unchecked: index &+ 2].node.label
        return code == 0 || trie.node(behind: pair, by: code).label != 0
    }

    /// The token of the longest term that begins with the Han character at `index`, and which character comes next.
    private static func word(
        _ reader: Reader, _ window: Span<CharacterWindow.Character>, at index: Int
    ) -> (NameToken, next: Int) {
        let character = window[index]
        let term = term(reader, window, at: index)
        let isCharacter = term.end == window[index + 1].start
        var token = NameToken(
            start: character.start, end: term.end, scalar: character.scalar, roles: term.known.roles,
            isPair: !isCharacter)
        look(up: &token, term.known, term.slot, reader)
        if token.kind == .han, reader.lexicon.pointee.info(character.scalar).startsNumeral { token.kind = .number }
        if reader.isRecording { note(reader, term, at: character.start) }
        guard !isCharacter else { return (token, term.next) }
        // Good enough for limits: Han characters have three bytes.
        token.count = max((term.end - character.start) / 3, 2)
        guard term.next == index + 2, character.node.endsName, isCut(token, reader, window, at: index) else {
            return (token, term.next)
        }
        token = NameToken(start: character.start, end: window[index + 1].start, kind: .word, scalar: character.scalar)
        token.roles = .stop
        return (token, index + 1)
    }

    /// The longest term that begins at `index`: of one character or two, or else a longer one.
    @inline(__always)
    private static func term(_ reader: Reader, _ window: Span<CharacterWindow.Character>, at index: Int) -> Term {
        let (character, second) = (window[index], window[index + 1])
        if second.pair.leadsToNames { return longerTerm(reader, window, at: index) }
        let trie = reader.lexicon.pointee.forward
        let isPair = second.pair.endsName
        let next = index + (isPair ? 2 : 1)
        return Term(
            known: trie.known(isPair ? second.pair : character.node),
            slot: trie.slot(
                of: isPair
                    ? trie.index(behind: character.node, by: second.node.label)
                    : trie.index(by: character.node.label)),
            end: window[next].start, next: next)
    }

    private static func longerTerm(_ reader: Reader, _ window: Span<CharacterWindow.Character>, at index: Int) -> Term {
        let trie = reader.lexicon.pointee.forward
        let (character, second) = (window[index], window[index + 1])
        var node = second.pair
        if node.label == 0 { return tornTerm(reader, window, at: index) }
        var place = trie.index(by: character.node.label)
        var found = (node: character.node, place: place, next: index + 1)
        place = trie.index(behind: character.node, by: second.node.label)
        if node.endsName { found = (node, place, index + 2) }
        var next = index + 2
        while node.leadsToNames {
            let character = window[next]
            if character.node.label == 0 {
                guard next < window.count - 1, !reader.lexicon.pointee.info(character.scalar).isBlank else {
                    return tornTerm(reader, window, at: index)
                }
                break
            }
            place = trie.index(behind: node, by: character.node.label)
            node = trie.node(behind: node, by: character.node.label)
            next += 1
            if node.endsName { found = (node, place, next) }
        }
        reader.count(next - index)
        return Term(
            known: trie.known(found.node), slot: trie.slot(of: found.place), end: window[found.next].start,
            next: found.next)
    }

    /// Where a blank or the end of the window comes before the end of a walk, the reader takes it.
    private static func tornTerm(_ reader: Reader, _ window: Span<CharacterWindow.Character>, at index: Int) -> Term {
        let start = window[index].start
        let initial = reader.character(at: start)
        guard let match = reader.longestName(at: start, initial) else {
            return Term(known: .none, slot: 0, end: initial.next, next: index + 1)
        }
        var next = index + 1
        while next < window.count - 1, window[next].start < match.end { next += 1 }
        return Term(known: reader.known(match), slot: match.slot, end: match.end, next: next)
    }

    /// 和政策 is 和 and 政策, not 和政; 以西部陆海新通道 is 以 and a name, not 以西: of a word of two characters and a longer one
    /// that begins inside it the longer stands, where what is left before it is a word by itself and one of the two is
    /// a name.
    @inline(__always)
    private static func isCut(
        _ token: NameToken, _ reader: Reader, _ window: Span<CharacterWindow.Character>, at index: Int
    ) -> Bool {
        let (character, inner) = (window[index], window[index + 1])
        guard window[index + 2].pair.isOfNames, token.end - inner.start == 3,
            reader.lexicon.pointee.forward.known(character.node).roles.contains(.stop)
        else { return false }
        let second = term(reader, window, at: index + 1)
        guard second.end > token.end, second.known.kinds & Lexicon.nameKinds != 0 else { return false }
        if reader.isRecording { note(reader, second, at: inner.start) }
        let isName = token.name < 0 && token.has([.division, .countries])
        let names = Lexicon.Kind.division.bit | Lexicon.Kind.name.bit
        return isName || second.known.kinds & names != 0 && second.end - token.end >= 6
    }

    private static func note(_ reader: Reader, _ term: Term, at start: Int) {
        guard term.known.kinds & Lexicon.nameKinds != 0 else { return }
        reader.note(
            Lexicon.nameKinds, start, term.end, .init(end: term.end, kinds: term.known.kinds, slot: term.slot))
    }

    /// The token that begins with another character than a Han character; `nil` for a zero-width one.
    private static func other(
        _ reader: Reader, _ window: Span<CharacterWindow.Character>, at index: Int,
        _ character: CharacterWindow.Character
    ) -> NameToken? {
        if isLetter(character.scalar) { return latin(reader, at: character.start) }
        if isDigit(character.scalar) {
            let end = endOfRun(reader, from: character.start, isDigit)
            return NameToken(start: character.start, end: end, kind: .number, scalar: character.scalar)
        }
        var token = NameToken(
            start: character.start, end: window[index &+ 1].start, kind: .mark, scalar: character.scalar)
        if character.node.label == 0 {
            if reader.lexicon.pointee.info(character.scalar).isIgnorable { return nil }
        } else if character.node.endsName {
            let trie = reader.lexicon.pointee.forward
            let known = trie.known(character.node)
            let slot = trie.slot(of: trie.index(by: character.node.label))
            token.roles = known.roles
            look(up: &token, known, slot, reader)
            if reader.isRecording {
                note(
                    reader, Term(known: known, slot: slot, end: token.end, next: index + 1), at: character.start)
            }
        }
        return token
    }

    /// The token that begins with a Latin letter: a name of the tables, or as far as letters and digits go.
    private static func latin(_ reader: Reader, at start: Int) -> NameToken {
        let character = reader.character(at: start)
        if let match = reader.longestName(at: start, character),
            match.end == reader.end || !isLetter(reader.character(at: match.end).scalar)
        {
            let isCharacter = match.end == character.next
            var token = NameToken(
                start: start, end: match.end, kind: .word, scalar: isCharacter ? character.scalar : 0)
            if !isCharacter { token.count = max((match.end - start) / 3, 2) }
            token.roles = reader.known(match).roles
            look(up: &token, reader.known(match), match.slot, reader)
            return token
        }
        let end = endOfRun(reader, from: start) { isLetter($0) || isDigit($0) || $0 == 0x2D || $0 == 0x2B }
        var token = NameToken(start: start, end: end, kind: .latin)
        token.count = end - start
        return token
    }

    private static func endOfRun(_ reader: Reader, from offset: Int, _ belongs: (UInt32) -> Bool) -> Int {
        var end = offset
        while end < reader.end {
            let character = reader.character(at: end)
            guard belongs(character.scalar) else { break }
            end = character.next
        }
        reader.count(end - offset)
        return end
    }

    /// Looks up what a rule may want to know of a token beside its roles.
    @inline(__always)
    private static func look(up token: inout NameToken, _ known: NodeClass, _ slot: UInt32, _ reader: Reader) {
        guard known.roles.isLookedUp else { return }
        token.slot = slot
        if known.kinds & (Lexicon.Kind.name.bit | Lexicon.Kind.nameHead.bit) != 0 { findRows(of: &token, reader) }
    }

    private static func findRows(of token: inout NameToken, _ reader: Reader) {
        reader.forEachTerm(at: token.slot) { kind, index in
            switch kind {
            case .name: token.name = index
            case .nameHead: token.head = index
            default: break
            }
        }
    }

    static func isLetter(_ scalar: UInt32) -> Bool {
        let folded = scalar >= 0xFF01 && scalar <= 0xFF5E ? scalar - 0xFEE0 : scalar
        return folded >= 0x41 && folded <= 0x5A || folded >= 0x61 && folded <= 0x7A
    }

    static func isDigit(_ scalar: UInt32) -> Bool {
        scalar >= 0x30 && scalar <= 0x39 || scalar >= 0xFF10 && scalar <= 0xFF19
    }
}
