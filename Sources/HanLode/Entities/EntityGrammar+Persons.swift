extension EntityGrammar {
    /// Persons by surname and given name, where a title, a verb of saying or a list of persons speaks for them; and
    /// names from other languages before a title or with · inside.
    mutating func findPersons() {
        var next = 0
        for place in 0..<sentence.markedCount where marked[place] >= next {
            let index = marked[place]
            let token = tokens[index]
            guard token.has([.surname, .syllable, .name]) else { continue }
            let foreign = token.has(.syllable) || token.name >= 0 ? foreign(at: index) : nil
            guard let end = foreign ?? (token.has(.surname) ? person(at: index) : nil) else { continue }
            propose(index..<end, .person, .person, isFirm: true)
            next = end
        }
    }

    /// Where a name that begins with the surname at `index` ends.
    private mutating func person(at index: Int) -> Int? {
        let surname = tokens[index]
        if surname.has(.division), surname.scalar == 0 { return nil }
        // Two characters of a given name, then one.
        for length in [2, 1] {
            guard let end = givenName(from: index + 1, length) else { continue }
            if evidence(index, end, given: length) >= 3 { return end }
            dismiss(index..<end, .person, .unnamed)
        }
        return nil
    }

    /// Behind `length` characters of a given name.
    private mutating func givenName(from index: Int, _ length: Int) -> Int? {
        var (end, characters) = (index, 0)
        while characters < length, let token = token(end), CharacterWindow.isHan(token.scalar) || token.scalar == 0 {
            guard token.kind == .han || token.kind == .word || token.has(.given), token.count <= length - characters
            else { return nil }
            if token.kind == .word, token.scalar == 0, !isGivenWord(token) { return nil }
            if token.scalar != 0, !token.isUnknown, !token.has(.given) { return nil }
            characters += token.count
            end += 1
        }
        return characters == length ? end : nil
    }

    /// 文明 and 建国: words that are also given names.
    private mutating func isGivenWord(_ token: NameToken) -> Bool {
        token.count == 2 && !token.has(.stop) && !token.has(.head)
    }

    private mutating func evidence(_ start: Int, _ end: Int, given length: Int) -> Int {
        var score = 0
        let known = givenCharacters(start + 1, end)
        let isTitled = isTitle(before: start)
        if known == length { score += 1 } else if known == 0 { score -= 1 }
        let isTold = isTitled || token(end)?.has(.titleBehind) ?? false
        if tokens[(start + 1)..<end].contains(where: { $0.scalar == 0 }), !isTold { score -= 1 }
        if isTitled { score += 2 }
        if let next = token(end) {
            if next.has(.titleBehind) { score += 2 }
            if next.has(.say) { score += length == 2 && known == length ? 2 : 1 }
            if next.isUnknown, !(isTitled && known == length) { score -= 2 }
            // A clause that begins with a name goes on with a verb.
            let isClause = token(start - 1).map { $0.kind == .mark } ?? true
            if isClause, length == 2, known == 2, next.has([.verb, .stop, .say]), !next.has(.generic) { score += 2 }
            if next.kind == .mark, let previous = token(start - 1), previous.kind == .mark { score += 1 }
            if next.isMark(0x3001), isNamed(end + 1) { score += 1 }
        } else {
            score += token(start - 1) == nil && length == 2 && known == 2 ? 2 : 0
        }
        if let previous = token(start - 1) {
            if previous.isUnknown { score -= 2 }
            if previous.isMark(0x3001), isPersonList(start) { score += 2 }
            if previous.opensBracket, isTitle(before: start) { score += 1 }
        }
        return score
    }

    /// How many characters of the tokens given names are made of.
    private mutating func givenCharacters(_ start: Int, _ end: Int) -> Int {
        var count = 0
        var offset = tokens[start].start
        while offset < tokens[end - 1].end {
            let character = reader.character(at: offset)
            if let match = reader.single(Lexicon.Kind.nameCue.bit, at: offset, character),
                reader.roles(match).contains(.given)
            {
                count += 1
            }
            offset = character.next
        }
        return count
    }

    /// Whether a surname with a name that looks like one begins at `index`.
    private mutating func isNamed(_ index: Int) -> Bool {
        guard let token = token(index), token.has(.surname) || token.name >= 0 else { return false }
        if token.name >= 0 { return terms.type(ofName: token.name) == .person }
        guard let end = givenName(from: index + 1, 2) ?? givenName(from: index + 1, 1) else { return false }
        guard let next = self.token(end) else { return true }
        return next.kind == .mark || next.has(.titleBehind) || next.has(.say) || next.has(.listEnd)
    }

    /// Whether a person has just been found before the 、 at `index - 1`.
    private mutating func isPersonList(_ index: Int) -> Bool {
        candidates.last.map { $0.tokens.upperBound == index - 1 && $0.match.type == .person } ?? false
    }

    /// A title ends right before, or a space before that.
    private mutating func isTitle(before index: Int) -> Bool {
        guard let previous = token(index - 1) else { return false }
        if previous.kind == .mark, [0x20, 0x3000, 0xFF1A, 0x3A].contains(previous.scalar) {
            return token(index - 2)?.has(.titleBefore) ?? false
        }
        return previous.has(.titleBefore)
    }

    /// 科菲·安南; 克林顿 beside 总统 or before 说: two or more of the characters that such names are written with.
    private mutating func foreign(at index: Int) -> Int? {
        guard isSyllable(index), isFree(before: index) || isTitle(before: index) else { return nil }
        var end = index
        var (characters, parts) = (0, 0)
        while characters < 16, let token = token(end) {
            if isSyllable(end) {
                characters += token.count
            } else if [0xB7, 0x2022, 0x30FB].contains(token.scalar), characters > 0, isSyllable(end + 1) {
                parts += 1
            } else {
                break
            }
            end += 1
        }
        guard characters >= (parts > 0 ? 3 : 2) else { return nil }
        let isSurname = tokens[index].has(.surname) && characters <= 3 && parts == 0
        guard let next = token(end) else { return parts > 0 || isTitle(before: index) && !isSurname ? end : nil }
        if next.isUnknown, parts == 0 { return nil }
        if parts > 0 { return end }
        return !isSurname && (isTitle(before: index) || next.has([.titleBehind, .say])) ? end : nil
    }

    private mutating func isSyllable(_ index: Int) -> Bool {
        guard let token = token(index) else { return false }
        if token.name >= 0, token.scalar == 0 { return terms.type(ofName: token.name) == .person }
        return token.has(.syllable) && (!token.has(.stop) || token.scalar == 0x91CC)
    }
}
