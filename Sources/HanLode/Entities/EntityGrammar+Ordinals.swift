extension NameHead {
    /// Whether what it ends may be told by its ordinal.
    var mayHaveOrdinal: Bool { type == .event && use != .list || type == .project && use == .any }
}

extension EntityGrammar {
    /// Events by their ordinal: 党的十九届六中全会, 区第十五次党代会, 首届…博览会.
    mutating func findOrdinals() {
        for place in 0..<sentence.markedCount where tokens[marked[place]].head >= 0 {
            let index = marked[place]
            let head = terms.head(tokens[index].head)
            guard head.mayHaveOrdinal, let start = ordinal(before: index) else { continue }
            propose(start..<(index + 1), head.type, .ordinal)
        }
    }

    /// Where an event with an ordinal begins that has its head at `index`.
    private mutating func ordinal(before index: Int) -> Int? {
        var first = index
        var characters = 0
        var ordinals = 0
        var start: Int?
        while first > 0, characters <= Self.reach {
            let token = tokens[first - 1]
            characters += token.count
            if let hasMark = ordinalMark(of: token) {
                if !hasMark, ordinals == 0 { break }
                // 3届滇商大会 are counted.
                if !hasMark, token.kind == .number, token.scalar < 0x3007, self.token(first - 2)?.scalar != 0x7B2C {
                    return nil
                }
                ordinals += hasMark ? 1 : 0
                start = first - 1
            } else if token.name >= 0 || token.has([.division, .level, .countries]) || isBody(first - 1) {
                // Whose meeting it is.
                if ordinals > 0 { start = first - 1 }
            } else if token.has(.generic) || token.head >= 0 || token.isUnknown || token.kind == .latin {
                if ordinals > 0, !token.has(.generic) { start = first - 1 }
            } else if ordinals == 0, token.kind == .word, token.count >= 3, !token.has(Self.deeds) {
                // 第六届中俄中小企业论坛
            } else if token.scalar == 0x7684, ordinals > 0, let party = self.token(first - 2), party.scalar == 0x515A {
                // 党的
                return first - 2
            } else if Self.isDash(token.scalar), token.kind == .mark, let place = self.token(first - 2),
                place.name >= 0 || place.has(.division),
                self.token(first).map({ $0.name >= 0 || $0.has(.division) }) ?? false
            {
                // 中国—中东欧国家博览会
            } else if let place = placeInBrackets(endingAt: first - 1) {
                // 第三届中国（澄州）食品博览会
                first = place
                if ordinals > 0 { start = place }
                continue
            } else {
                break
            }
            first -= 1
        }
        return ordinals > 0 ? start : nil
    }

    /// What a name of an event does not hold.
    private static let deeds: NameRoles = [.hold, .launch, .building, .built, .underway, .say, .award, .none, .listEnd]

    private mutating func isBody(_ index: Int) -> Bool {
        guard tokens[index].head >= 0 else { return false }
        return [.organization, .event, .geopolitical].contains(terms.head(tokens[index].head).type)
    }

    /// 第三次, 十九届, 六中, 首届: 历次: characters of ordinals and nothing else, and whether 届, 次 or 中 is among them; `nil` for
    /// anything else.
    mutating func ordinalMark(of token: NameToken) -> Bool? {
        guard token.kind != .mark, token.kind != .latin else { return nil }
        var offset = token.start
        var hasMark = false
        while offset < token.end {
            let character = reader.character(at: offset)
            switch character.scalar {
            case 0x5C4A, 0x6B21: hasMark = true
            case 0x4E2D: hasMark = true
            case 0x7B2C, 0x9996, 0x5386: break
            default:
                guard character.info.startsNumeral else { return nil }
            }
            offset = character.next
        }
        return hasMark
    }
}
