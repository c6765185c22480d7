extension EntityGrammar {
    /// Divisions of the table. Those that stand side by side and lie in each other are one name (济南市历城区).
    mutating func findDivisions() {
        var next = 0
        for place in 0..<sentence.markedCount where marked[place] >= next {
            let index = marked[place]
            guard tokens[index].has(.division) else {
                if tokens[index].has(.countries) {
                    // 中韩: each a name of its own.
                    propose(index..<(index + 1), .geopolitical, .division)
                    let start = tokens[index].start
                    candidates[candidates.count - 1].middle = reader.character(at: start).next
                }
                continue
            }
            let count = candidates.count
            next = isAbbreviation(index) ? takeAbbreviations(at: index) : takeDivisions(at: index)
            if candidates.count == count { dismiss(index..<next, .division, .unnamed) }
        }
    }

    /// The report's own region by its short name.
    mutating func findHomes() {
        for place in 0..<sentence.markedCount {
            let index = marked[place]
            guard tokens[index].kind == .han || tokens[index].has(.division),
                mayBegin(tokens[index].start, homeInitials)
            else { continue }
            for home in homes {
                if let range = tokens(from: index, spelling: home) { propose(range, .geopolitical, .division) }
            }
        }
    }

    private mutating func isAbbreviation(_ index: Int) -> Bool {
        guard let token = token(index), token.has(.division), token.scalar != 0 else { return false }
        var found = false
        reader.forEachTerm(at: token.slot) { kind, term in
            if kind == .division, [.abbreviation, .initial].contains(terms.division(term).form) { found = true }
        }
        return found
    }

    private mutating func isInitial(_ index: Int) -> Bool {
        var found = false
        reader.forEachTerm(at: tokens[index].slot) { kind, term in
            if kind == .division, terms.division(term).form == .initial { found = true }
        }
        return found
    }

    /// 沪深 are two, 京津沪渝 are one; a single one only behind a word such as 驻.
    private mutating func takeAbbreviations(at start: Int) -> Int {
        var end = start
        var clear = 0
        while isAbbreviation(end) {
            if !isInitial(end) { clear += 1 }
            end += 1
        }
        guard clear > 0, isFree(before: start) else { return end }
        switch end - start {
        case 1:
            guard let previous = token(start - 1), Self.isLead(previous.scalar), isFree(behind: start) else {
                return end
            }
            proposeAbbreviation(start)
        case 2:
            guard isFree(behind: end - 1) else { return end }
            proposeAbbreviation(start)
            proposeAbbreviation(start + 1)
        default:
            propose(start..<end, .geopolitical, .division)
        }
        return end
    }

    private mutating func proposeAbbreviation(_ index: Int) {
        guard let term = best(divisionsOf: index, parent: nil) else { return }
        propose(
            index..<(index + 1), .geopolitical, .division, code: terms.division(term).code,
            canonical: .division(Int32(truncatingIfNeeded: term)))
    }

    /// 驻来赴在入援访抵返
    private static func isLead(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x9A7B, 0x6765, 0x8D74, 0x5728, 0x5165, 0x63F4, 0x8BBF, 0x62B5, 0x8FD4: true
        default: false
        }
    }

    /// Takes the chain of divisions that begins at `start`; says where it ends.
    private mutating func takeDivisions(at start: Int) -> Int {
        var end = start
        var parent: Int?
        var last: Int?
        while let token = token(end), token.has(.division), !isAbbreviation(end) {
            guard let term = best(divisionsOf: end, parent: parent) else { break }
            let isInside = parent.map { terms.division($0).contains(terms.division(term).code) } ?? false
            if end > start, !isInside { break }
            guard isInside || isBelieved(term, at: end) else { break }
            (parent, last) = (term, term)
            end += 1
        }
        guard end > start, let last else { return start + 1 }
        // 中国 before a division, and a country before it, stay apart.
        var code = terms.division(last).code
        if end == start + 1, isAmbiguous(start) { code = 0 }
        propose(
            start..<end, .geopolitical, .division, code: code,
            canonical: code == 0 ? .none : .division(Int32(truncatingIfNeeded: last)))
        return end
    }

    /// Of the divisions with this surface the one that the place before, or the report's region, speaks for.
    mutating func best(divisionsOf index: Int, parent: Int?) -> Int? {
        var best: (term: Int, rank: Int)?
        reader.forEachTerm(at: tokens[index].slot) { kind, term in
            guard kind == .division else { return }
            let division = terms.division(term)
            var rank = 0
            if let parent, terms.division(parent).contains(division.code) { rank += 1000 }
            if division.form == .full { rank += 20 }
            if division.form == .former { rank -= 40 }
            rank += 10 * (2 - division.level.rawValue)
            if region != 0 {
                if division.code == region { rank += 300 } else if division.code / 100 == region / 100 { rank += 200 }
                if division.code / 10_000 == region / 10_000 { rank += 100 }
            }
            if best.map({ rank > $0.rank }) ?? true { best = (term, rank) }
        }
        return best?.term
    }

    /// Whether several divisions have the name and neither level nor region tells them apart.
    mutating func isAmbiguous(_ index: Int) -> Bool {
        guard let term = best(divisionsOf: index, parent: nil) else { return false }
        let chosen = terms.division(term)
        if region != 0, chosen.code / 10_000 == region / 10_000 { return false }
        var count = 0
        reader.forEachTerm(at: tokens[index].slot) { kind, other in
            guard kind == .division else { return }
            let division = terms.division(other)
            if division.level == chosen.level, division.form != .former || chosen.form == .former {
                count += 1
            }
        }
        return count > 1
    }

    /// Whether a division that no other stands before is meant.
    private mutating func isBelieved(_ term: Int, at index: Int) -> Bool {
        let division = terms.division(term)
        if isTorn(tokens[index]) { return false }
        switch division.form {
        case .full:
            // 岚县, but not in 青岚县.
            return tokens[index].count > 2 || isFree(before: index)
        case .short, .former:
            if division.level < .county { return isFree(before: index) || isFree(behind: index) }
            return isFree(before: index) && isFree(behind: index)
        case .weak, .district:
            guard isFree(before: index), isFree(behind: index) else { return false }
            if division.code == region { return true }
            // 全面振兴和青岚工作: a word of everyday beside a place.
            return !tokens[index].has([.stop, .verb]) && isBesidePlace(index)
        case .abbreviation, .initial:
            return false
        }
    }

    /// Places inside a quotation of a few words name nothing by themselves (“田园河东”, “五个河东”).
    mutating func dropQuotedPlaces() {
        var open: Int?
        var dropped: [Int] = []
        for index in 0..<sentence.count where tokens[index].kind == .mark {
            if tokens[index].isMark(0x201C) {
                open = index
            } else if tokens[index].isMark(0x201D), let from = open {
                open = nil
                let inside = (from + 1)..<index
                guard !inside.isEmpty, inside.reduce(0, { $0 + tokens[$1].count }) <= 10,
                    !inside.dropFirst().contains(where: { tokens[$0].has(.coordinate) || tokens[$0].isMark(0xFF0C) })
                else { continue }
                for token in inside {
                    forEachCandidate(at: token) { index in
                        let candidate = candidates[index]
                        guard [.division, .name, .place].contains(candidate.match.rule), candidate.tokens != inside,
                            [.geopolitical, .location].contains(candidate.match.type)
                        else { return }
                        dropped.append(index)
                    }
                }
            }
        }
        for index in dropped {
            candidates[index].isDropped = true
            dismiss(candidates[index].tokens, candidates[index].match.rule, .quotedPlace)
        }
    }

    /// Whether a place stands on the other side of a 、 or 和.
    private mutating func isBesidePlace(_ index: Int) -> Bool {
        func isPlace(_ other: Int) -> Bool {
            guard let token = token(other), token.has(.division), token.scalar == 0 else { return false }
            guard let term = best(divisionsOf: other, parent: nil) else { return false }
            return [.full, .short].contains(terms.division(term).form)
        }
        if let next = token(index + 1), next.has(.coordinate), isPlace(index + 2) { return true }
        if let previous = token(index - 1), previous.has(.coordinate), isPlace(index - 2) {
            return token(index + 1).map { $0.kind == .mark || $0.has([.stop, .listEnd]) } ?? true
        }
        return false
    }
}
