/// Numerals, dates and names: what no dictionary can list.
extension Lattice {
    /// A numeral, with 第 before it or 年, 月, 日 or 多 behind it.
    mutating func weighNumeral(_ view: borrowing LineView, _ position: Int) {
        let traits = view.traits(position)
        if traits.contains(.ordinal) {
            let end = endOfNumeral(view, position + 1)
            if end > position + 1 { weigh(position, end, SegmentationCosts.ordinal, .ordinal, .number) }
            return
        }
        if traits.contains(.round), let start = behindParts(view, position) {
            let end = endOfNumeral(view, start)
            if end > start { weigh(position, end, SegmentationCosts.numeral, .numeral, .number) }
        }
        let end = endOfNumeral(view, position)
        guard end > position else { return }
        let cost = SegmentationCosts.numeral + SegmentationCosts.numeralCharacter * min(end - position, 8)
        weigh(position, end, cost, .numeral, .number)
        guard end < view.characters.count else { return }
        if view.isPercent(end) { return weigh(position, end + 1, cost, .numeral, .number) }
        let behind = view.traits(end)
        if behind.contains(.more) { weighApproximate(view, position, end, cost) }
        if behind.contains(.year), isYear(view, position, end) {
            weigh(position, end + 1, SegmentationCosts.year, .date, .time)
        }
        if behind.contains(.calendar), end - position <= 4 {
            weigh(position, end + 1, cost + SegmentationCosts.numeralCharacter, .date, .time)
        }
    }

    /// 多 behind a round number (二百多), and the scale behind it (3000多亿).
    private mutating func weighApproximate(_ view: borrowing LineView, _ start: Int, _ more: Int, _ cost: Int) {
        let cost = cost - SegmentationCosts.numeral + SegmentationCosts.approximateNumeral
        let isRound = view.traits(more - 1).contains(.round)
        if isRound { weigh(start, more + 1, cost, .numeral, .number) }
        guard isRound || view.characters[more - 1].kind == .digits else { return }
        var end = more + 1
        while end < min(view.characters.count, more + 3), view.traits(end).contains(.round) { end += 1 }
        if end > more + 1 { weigh(start, end, cost, .numeral, .number) }
    }

    /// Where the numeral at `position` ends; `position` where none begins.
    private mutating func endOfNumeral(_ view: borrowing LineView, _ position: Int) -> Int {
        if numeral.contains(position) { return numeral.upperBound }
        var end = position
        while end < view.characters.count {
            let character = view.characters[end]
            if character.kind == .digits {
                end += max(Int(character.unit), 1)
            } else if view.traits(end).contains(.hanNumeral) {
                end += 1
            } else if view.traits(end).contains(.point), end > position, end + 1 < view.characters.count,
                view.traits(end - 1).contains(.hanDigit), view.traits(end + 1).contains(.hanDigit)
            {
                end += 1
            } else {
                break
            }
        }
        numeral = position..<end
        return end
    }

    /// Behind 分之, where these follow.
    private func behindParts(_ view: borrowing LineView, _ position: Int) -> Int? {
        guard position + 3 < view.characters.count, view.traits(position + 1).contains(.part),
            view.traits(position + 2).contains(.of)
        else { return nil }
        return position + 3
    }

    /// 2021, 二〇二一, 98, but not 五 or 十.
    private func isYear(_ view: borrowing LineView, _ start: Int, _ end: Int) -> Bool {
        if view.characters[start].kind == .digits {
            guard Int(view.characters[start].unit) == end - start else { return false }
            let isRecent = view.characters[start].scalar & 0xF >= 5
            return end - start == 4 || end - start == 2 && isRecent
        }
        guard (3...4).contains(end - start) else { return false }
        for index in start..<end where !view.traits(index).contains(.hanDigit) {
            guard view.characters[index].characterClass == .digit else { return false }
        }
        return true
    }

    /// 看看; 高高兴兴 and 研究研究, where 高兴 and 研究 are words.
    @inline(__always)
    mutating func weighReduplication(_ view: borrowing LineView, _ position: Int, _ entry: CharacterIndex.Entry) {
        guard position + 1 < view.characters.count else { return }
        let first = view.characters[position].scalar
        let isPair = view.characters[position + 1].scalar == first
        guard isPair || position + 3 < view.characters.count && view.characters[position + 2].scalar == first else {
            return
        }
        weighReduplication(view, position, entry, isPair: isPair)
    }

    private mutating func weighReduplication(
        _ view: borrowing LineView, _ position: Int, _ entry: CharacterIndex.Entry, isPair: Bool
    ) {
        guard entry.traits.isDisjoint(with: [.hanNumeral, .function]) else { return }
        if isPair, entry.traits.contains(.free) {
            weigh(position, position + 2, view.cost(of: entry) + SegmentationCosts.reduplication, .reduplication)
        }
        guard position + 3 < view.characters.count, entry.node.hasChildren else { return }
        let second = view.characters[isPair ? position + 2 : position + 1]
        guard second.kind == .han, second.scalar != view.characters[position].scalar,
            view.characters[position + 3].scalar == second.scalar,
            let word = WordTrie.step(view.slots, from: entry.node, by: second.scalar), word.isWord, !word.isOwn
        else { return }
        let cost = Int(word.cost) + SegmentationCosts.word + SegmentationCosts.reduplication
        weigh(position, position + 4, cost, .reduplication)
    }

    /// Names of persons, and names in the characters of transliteration.
    mutating func weighName(_ view: borrowing LineView, _ position: Int, _ traits: CharacterTraits) {
        if traits.contains(.foreign) { weighForeignName(view, position) }
        if traits.contains(.surname) { weighChineseName(view, position, traits) }
    }

    private mutating func weighForeignName(_ view: borrowing LineView, _ position: Int) {
        var telling = 0
        for end in position..<min(position + Self.longestForeignName, view.characters.count) {
            let traits = view.traits(end)
            guard traits.contains(.foreign) else { return }
            if traits.contains(.foreignOnly) { telling += 1 }
            let count = end + 1 - position
            guard count >= 3, telling >= 2 else { continue }
            weigh(
                position, end + 1, SegmentationCosts.foreign + SegmentationCosts.foreignCharacter * count,
                .transliteration)
        }
    }

    /// A surname and a given name of two characters, which are two words.
    private mutating func weighChineseName(_ view: borrowing LineView, _ position: Int, _ surname: CharacterTraits) {
        guard position + 2 < view.characters.count, view.isGiven(position + 1), view.isGiven(position + 2) else {
            return
        }
        var cost = min(view.cost(of: view.entry(position)), 2 * SegmentationCosts.givenCharacter)
        for index in (position + 1)...(position + 2) {
            cost += min(view.cost(of: view.entry(index)), SegmentationCosts.givenCharacter)
        }
        cost -= surname.contains(.surnameOnly) ? SegmentationCosts.nameOfSurname : SegmentationCosts.name
        weigh(position, position + 3, cost, .name, cut: 1)
    }
}

extension LineView {
    /// Whether the character may be part of a given name.
    func isGiven(_ position: Int) -> Bool {
        guard characters[position].kind == .han else { return false }
        let traits = traits(position)
        return traits.contains(.given) || traits.isDisjoint(with: [.function, .free])
    }

    /// %, ％, ‰
    func isPercent(_ position: Int) -> Bool {
        switch characters[position].scalar {
        case 0x25, 0xFF05, 0x2030: characters[position].kind == .punctuation
        default: false
        }
    }
}
