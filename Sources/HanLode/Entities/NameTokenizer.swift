/// Cuts a sentence into words of the tables and single characters, leftmost and longest.
///
/// The table of everyday words does here what a dictionary does in segmentation: in 最高要求 the words 最高 and 要求 leave
/// no room for 高要, in 联合山东 none for 合山.
enum NameTokenizer {
    /// Adds to the sentence's tokens those that begin with the characters before the one at `stop`, the first of them where
    /// the sentence has ended so far; it then ends behind that character, which is in no token, or where the last of them
    /// does.
    ///
    /// - Parameters:
    ///   - window: the characters of a `CharacterWindow`, `stop` one of its stops.
    ///   - homes: the initials of the report's own region and of those it lies in: for each the bit of its last six bits.
    ///   - tokens: has room for more than there are.
    ///   - marked: the tokens that a rule may begin with, in order; most have nothing to say. It has room for more, too.
    static func read(
        _ reader: Reader, _ window: Span<CharacterWindow.Character>, from first: Int, before stop: Int,
        homes: UInt64 = 0, into tokens: inout [NameToken], marking marked: inout [Int], _ sentence: inout NameSentence
    ) {
        makeRoom(for: sentence.count + stop - first, in: &tokens, NameToken(start: 0, end: 0, kind: .mark))
        makeRoom(for: sentence.count + stop - first, in: &marked, -1)
        var tokens = tokens.mutableSpan
        var marked = marked.mutableSpan
        take(reader, window, from: first, before: stop, homes: homes, into: &tokens, marking: &marked, &sentence)
        // A name that holds what ends the sentence goes on behind it.
        sentence.isOpen = sentence.end > window[stop].start
        sentence.end = max(sentence.end, window[stop + 1].start)
    }

    private static func makeRoom<Element>(for count: Int, in elements: inout [Element], _ none: Element) {
        guard elements.count < count else { return }
        elements.append(contentsOf: repeatElement(none, count: count - elements.count))
    }

    /// A term of the tables in the window: its last node, where it ends, and which character comes next.
    private struct Term {
        var node: DoubleArray.Node
        var slot: UInt32
        var end: Int
        var next: Int
    }

    /// How far a sentence is cut.
    private struct Progress {
        /// The character that the next token begins with.
        var index: Int
        /// How many tokens there are, and how many are marked.
        var (count, markedCount): (Int, Int)
        var roles: NameRoles
        var hasQuotation: Bool
        /// Characters looked at on walks to longer terms.
        var looked = 0
        let homes: UInt64

        init(_ sentence: NameSentence, from index: Int, homes: UInt64) {
            self.index = index
            (count, markedCount) = (sentence.count, sentence.markedCount)
            (roles, hasQuotation) = (sentence.roles, sentence.hasQuotation)
            self.homes = homes
        }

        /// Marks the token at `place` if a rule may begin with it, and says whether.
        ///
        /// - Parameter beginsRule: whether one may begin with its roles.
        @inline(__always) @discardableResult
        mutating func mark(
            _ token: NameToken, _ beginsRule: Bool, at place: Int, in marked: inout MutableSpan<Int>
        ) -> Bool {
            guard beginsRule || homes >> UInt64(token.scalar & 0x3F) & 1 != 0 && token.kind == .han else {
                return false
            }
            marked[unchecked: markedCount] = place
            markedCount &+= 1
            roles.formUnion(token.roles)
            return true
        }
    }

    /// Adds the tokens of the characters from `first` to before `stop`; `sentence` then ends where the last of them does.
    @inline(__always)
    private static func take(
        _ reader: Reader, _ window: Span<CharacterWindow.Character>, from first: Int, before stop: Int, homes: UInt64,
        into tokens: inout MutableSpan<NameToken>, marking marked: inout MutableSpan<Int>,
        _ sentence: inout NameSentence
    ) {
        var progress = Progress(sentence, from: first, homes: homes)
        while progress.index < stop, window[progress.index].start < sentence.end { progress.index += 1 }
        while progress.index < stop {
            if !reader.isRecording {
                takePlain(reader.lexicon, window, before: stop, into: &tokens, marking: &marked, &progress)
                guard progress.index < stop else { break }
            }
            let index = progress.index
            let character = window[index]
            var token: NameToken
            if CharacterWindow.isHan(character.scalar) {
                (token, progress.index) = word(reader, window, at: index)
            } else {
                progress.index += 1
                guard let other = other(reader, window, at: index, character) else { continue }
                token = other
                if character.scalar == 0x300A { sentence.hasBookTitle = true }
                if character.scalar == 0x201C { progress.hasQuotation = true }
                while progress.index < window.count - CharacterWindow.margin, window[progress.index].start < token.end {
                    progress.index += 1
                }
            }
            tokens[progress.count] = token
            progress.mark(token, token.roles.beginsRule, at: progress.count, in: &marked)
            progress.count += 1
        }
        reader.count(progress.looked)
        for place in sentence.markedCount..<progress.markedCount { findRows(of: &tokens[marked[place]], reader) }
        if progress.count > sentence.count { sentence.end = tokens[progress.count - 1].end }
        (sentence.count, sentence.markedCount) = (progress.count, progress.markedCount)
        sentence.roles = progress.roles
        sentence.hasQuotation = progress.hasQuotation
    }

    /// Adds tokens up to the first of which more must be known than what the window holds: Han characters and words, digits,
    /// and most marks.
    ///
    /// Nearly all tokens are such. A loop of its own that calls nothing keeps what it works with in registers.
    private static func takePlain(
        _ lexicon: UnsafePointer<LexiconView>, _ window: Span<CharacterWindow.Character>, before stop: Int,
        into tokens: inout MutableSpan<NameToken>, marking marked: inout MutableSpan<Int>, _ progress: inout Progress
    ) {
        let trie = lexicon.pointee.forward
        var (index, count, looked) = (progress.index, progress.count, progress.looked)
        defer { (progress.index, progress.count, progress.looked) = (index, count, looked) }
        while index < stop {
            var character = window[unchecked: index]
            // A name may hold what ends the sentence.
            while index < stop, CharacterWindow.isCommonHan(character.scalar) {
                var node = character.node
                var next = index &+ 1
                let pair = window[unchecked: next].pair
                // Whether it is one character, two or three no branch could foresee.
                if pair.endsName { (node, next) = (pair, index &+ 2) }
                let third = window[unchecked: index &+ 2].third
                if third.endsName { (node, next) = (third, index &+ 3) }
                // A word of two characters, of which the first is one by itself.
                var isPair = character.node.nameEnd & pair.nameEnd & ~third.nameEnd
                if pair.isTorn { return }
                if third.leadsToNames {
                    guard walk(trie, window, from: index &+ 3, third, &node, &next, &looked) else { return }
                    if next > index &+ 2 { isPair = 0 }
                }
                let following = window[unchecked: next]
                // The second character may begin a longer word.
                if isPair & following.pair.nameLead != 0 { return }
                var token = NameToken(
                    start: character.start, end: following.start, scalar: character.scalar, roles: trie.roles(node),
                    isCharacter: next == index &+ 1)
                if character.node.endsLexeme, token.kind == .han, startsNumeral(lexicon, character) {
                    token.kind = .number
                }
                tokens[unchecked: count] = token
                // The node says it sooner than the roles, which wait for it.
                if progress.mark(token, node.beginsRule, at: count, in: &marked), token.roles.isLookedUp {
                    tokens[unchecked: count].slot = slot(trie, window, index..<next)
                }
                count &+= 1
                (index, character) = (next, following)
            }
            guard index < stop else { return }
            var next = index &+ 1
            var token: NameToken
            if isPlainMark(character.scalar) {
                token = NameToken(
                    start: character.start, end: window[unchecked: next].start, kind: .mark, scalar: character.scalar)
                if character.node.endsName {
                    token.roles = trie.roles(character.node)
                    if token.roles.isLookedUp { token.slot = slot(trie, window, index..<next) }
                }
                if character.scalar == 0x201C { progress.hasQuotation = true }
            } else {
                guard isDigit(character.scalar) else { return }
                while isDigit(window[unchecked: next].scalar) { next &+= 1 }
                // They may go on behind the window.
                guard next < window.count &- CharacterWindow.margin else { return }
                token = NameToken(
                    start: character.start, end: window[unchecked: next].start, kind: .number, scalar: character.scalar)
            }
            tokens[unchecked: count] = token
            progress.mark(token, token.roles.beginsRule, at: count, in: &marked)
            count &+= 1
            index = next
        }
    }

    /// Where the postings are of the term that the characters in `range` are.
    @inline(__always)
    private static func slot(
        _ trie: TrieView, _ window: Span<CharacterWindow.Character>, _ range: Range<Int>
    ) -> UInt32 {
        var node = window[unchecked: range.lowerBound].node
        var place = trie.index(by: node.label)
        for index in (range.lowerBound &+ 1)..<range.upperBound {
            let code = window[unchecked: index].node.label
            place = trie.index(behind: node, by: code)
            node = trie.node(behind: node, by: code)
        }
        return trie.slot(of: place)
    }

    @inline(__always)
    private static func startsNumeral(
        _ lexicon: UnsafePointer<LexiconView>, _ character: CharacterWindow.Character
    ) -> Bool { lexicon.pointee.info(character.scalar).startsNumeral }

    /// Goes on behind the three characters before `index`, which lead to longer terms, to the end of the longest that
    /// begins with them; `false` where a blank or the end of the window comes before that.
    @inline(__always)
    private static func walk(
        _ trie: TrieView, _ window: Span<CharacterWindow.Character>, from index: Int, _ third: DoubleArray.Node,
        _ found: inout DoubleArray.Node, _ end: inout Int, _ looked: inout Int
    ) -> Bool {
        // Behind a torn one there may be no more characters.
        guard !third.isTorn else { return false }
        var (node, next) = (third, index)
        repeat {
            let code = window[unchecked: next].node.label
            guard code != 0 else { return false }
            node = trie.node(behind: node, by: code)
            next &+= 1
            if node.endsName { (found, end) = (node, next) }
        } while node.leadsToNames
        looked &+= next &- index
        return true
    }

    /// ，、。（ and most other marks, of which no more is asked than their roles: they are neither letters nor digits, and
    /// none of them is a 《 or a 〇.
    @inline(__always)
    private static func isPlainMark(_ scalar: UInt32) -> Bool {
        scalar &- 0x3001 < 6 || scalar &- 0x2010 < 0x18 || scalar &- 0xFF01 < 15 || scalar &- 0xFF1A < 7
    }

    /// The token of the longest term that begins with the Han character at `index`, and which character comes next.
    private static func word(
        _ reader: Reader, _ window: Span<CharacterWindow.Character>, at index: Int
    ) -> (NameToken, next: Int) {
        let character = window[index]
        let term = term(reader, window, at: index)
        let isCharacter = term.end == window[index + 1].start
        var token = NameToken(
            start: character.start, end: term.end, scalar: character.scalar,
            roles: reader.lexicon.pointee.forward.roles(term.node),
            isCharacter: isCharacter)
        if token.roles.isLookedUp { token.slot = term.slot }
        if token.kind == .han, startsNumeral(reader.lexicon, character) { token.kind = .number }
        if reader.isRecording { note(reader, term, at: character.start) }
        guard !isCharacter else { return (token, term.next) }
        guard term.next == index + 2, character.node.endsName, window[index + 2].pair.isOfNames,
            isCut(token, reader, window, at: index)
        else { return (token, term.next) }
        token = NameToken(start: character.start, end: window[index + 1].start, kind: .word, scalar: character.scalar)
        token.roles = .stop
        return (token, index + 1)
    }

    /// The longest term that begins at `index`: of one to three characters, or else a longer one.
    @inline(__always)
    private static func term(_ reader: Reader, _ window: Span<CharacterWindow.Character>, at index: Int) -> Term {
        let (character, second, last) = (window[index], window[index + 1], window[index + 2])
        if second.pair.isTorn || last.third.leadsToNames { return longerTerm(reader, window, at: index) }
        let (node, next) =
            if last.third.endsName {
                (last.third, index + 3)
            } else if second.pair.endsName {
                (second.pair, index + 2)
            } else {
                (character.node, index + 1)
            }
        return term(reader, window, index..<next, node)
    }

    /// The term that the characters in `range` are, whose last node is given.
    @inline(__always)
    private static func term(
        _ reader: Reader, _ window: Span<CharacterWindow.Character>, _ range: Range<Int>, _ node: DoubleArray.Node
    ) -> Term {
        Term(
            node: node, slot: slot(reader.lexicon.pointee.forward, window, range),
            end: window[range.upperBound].start, next: range.upperBound)
    }

    @inline(__always)
    private static func longerTerm(_ reader: Reader, _ window: Span<CharacterWindow.Character>, at index: Int) -> Term {
        let trie = reader.lexicon.pointee.forward
        var node = window[index + 1].pair
        if node.label == 0 { return tornTerm(reader, window, at: index) }
        var next = index + 2
        var found = node.endsName ? (node: node, next: next) : (window[index].node, index + 1)
        while node.leadsToNames {
            let character = window[next]
            if character.node.label == 0 {
                guard next < window.count - CharacterWindow.margin,
                    !reader.lexicon.pointee.info(character.scalar).isBlank
                else {
                    return tornTerm(reader, window, at: index)
                }
                break
            }
            node = trie.node(behind: node, by: character.node.label)
            next += 1
            if node.endsName { found = (node, next) }
        }
        reader.count(next - index)
        return term(reader, window, index..<found.next, found.node)
    }

    /// Where a blank or the end of the window comes before the end of a walk, the reader takes it.
    private static func tornTerm(_ reader: Reader, _ window: Span<CharacterWindow.Character>, at index: Int) -> Term {
        let start = window[index].start
        let initial = reader.character(at: start)
        guard let match = reader.longestName(at: start, initial) else {
            return Term(node: .free, slot: 0, end: initial.next, next: index + 1)
        }
        var next = index + 1
        while next < window.count - CharacterWindow.margin, window[next].start < match.end { next += 1 }
        return Term(node: reader.node(match), slot: match.slot, end: match.end, next: next)
    }

    /// 和政策 is 和 and 政策, not 和政; 以西部陆海新通道 is 以 and a name, not 以西: of a word of two characters and a longer one
    /// that begins inside it the longer stands, where what is left before it is a word by itself and one of the two is
    /// a name.
    private static func isCut(
        _ token: NameToken, _ reader: Reader, _ window: Span<CharacterWindow.Character>, at index: Int
    ) -> Bool {
        let (character, inner) = (window[index], window[index + 1])
        guard token.end - inner.start == 3,
            reader.lexicon.pointee.forward.roles(character.node).contains(.stop)
        else { return false }
        let second = term(reader, window, at: index + 1)
        guard second.end > token.end, second.node.endsName else { return false }
        if reader.isRecording { note(reader, second, at: inner.start) }
        let isName = token.has([.division, .countries]) && !token.has([.name, .none])
        let names = Lexicon.Kind.division.bit | Lexicon.Kind.name.bit
        return isName
            || reader.lexicon.pointee.forward.known(second.node).kinds & names != 0 && second.end - token.end >= 6
    }

    private static func note(_ reader: Reader, _ term: Term, at start: Int) {
        guard term.node.endsName else { return }
        let kinds = reader.lexicon.pointee.forward.known(term.node).kinds
        reader.note(
            Lexicon.nameKinds, start, term.end, .init(end: term.end, kinds: kinds, slot: term.slot))
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
            let slot = trie.slot(of: trie.index(by: character.node.label))
            token.roles = trie.roles(character.node)
            if token.roles.isLookedUp { token.slot = slot }
            if reader.isRecording {
                note(
                    reader, Term(node: character.node, slot: slot, end: token.end, next: index + 1),
                    at: character.start)
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
            token.roles = reader.roles(match)
            if token.roles.isLookedUp { token.slot = match.slot }
            return token
        }
        let end = endOfRun(reader, from: start) { isLetter($0) || isDigit($0) || $0 == 0x2D || $0 == 0x2B }
        return NameToken(start: start, end: end, kind: .latin)
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

    /// Finds what a rule may want to know of a word beside its roles.
    @inline(__always)
    private static func findRows(of token: inout NameToken, _ reader: Reader) {
        guard token.has([.name, .none, .head]) else { return }
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
