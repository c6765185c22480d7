extension EntityGrammar {
    /// What stands before 等 and a word for what the list holds: 海康威视、甲骨文等115个优质项目.
    mutating func findListed() {
        for index in tokens.indices where tokens[index].has(.listEnd) {
            guard let listed = listed(behind: index) else { continue }
            takeItems(endingAt: index, listed.type, isCounted: listed.isCounted)
        }
    }

    /// What the words behind 等 say that a list holds, and whether they count it: 等一批城市综合体.
    private func listed(behind index: Int) -> (type: EntityType, isCounted: Bool)? {
        var next = index + 1
        var characters = 0
        var type: EntityType?
        var isCounted = false
        while let token = token(next), characters < 14 {
            characters += token.count
            if token.head >= 0 {
                type = terms.nameHeads[token.head].type
            } else if token.kind == .number || isMeasure(token) {
                guard type == nil else { break }
                isCounted = true
            } else if token.kind == .mark || token.has(.award) || token.has(.coordinate) || token.has(.verb) {
                break
            } else if token.has(.stop) {
                if type != nil { break }
            } else if token.has(.generic) {
                // 区域 in 区域特色产业 does not say what they are.
                type = nil
            } else {
                // A measure: 4条.
                guard type == nil, token.isUnknown, self.token(next - 1)?.kind == .number else { break }
            }
            next += 1
        }
        return type.map { ($0, isCounted) }
    }

    /// 一批, 两条, 个: a numeral's character or a measure among what counts.
    private func isMeasure(_ token: NameToken) -> Bool {
        token.has(.stop) && reader.character(at: token.start).info.startsNumeral
    }

    /// The items of the list that ends before `end`, from the last to the first.
    private func items(endingAt end: Int) -> [Range<Int>] {
        var items: [Range<Int>] = []
        var last = end
        for _ in 0..<16 {
            var first = last
            var isBroken = first == 0
            while first > 0 {
                let token = tokens[first - 1]
                if token.has(.coordinate) { break }
                // 西安至永寿; 修正 and 利用 are in names too.
                let isRoute = token.scalar == 0x81F3
                if token.kind == .mark || token.has([.stop, .none, .award]) && !isRoute || token.kind == .number {
                    isBroken = true
                    break
                }
                first -= 1
                if first == 0 { isBroken = true }
            }
            if first < last { items.append(first..<last) }
            guard !isBroken, first > 0 else { break }
            last = first - 1
        }
        return items
    }

    private func measure(_ item: Range<Int>) -> (unknown: Int, characters: Int) {
        var (unknown, characters) = (0, 0)
        for token in tokens[item] {
            if token.isUnknown || token.kind == .latin { unknown += token.count }
            characters += token.count
        }
        return (unknown, characters)
    }

    /// Proposes the items of a list that no table tells of.
    private mutating func takeItems(endingAt end: Int, _ type: EntityType, isCounted: Bool) {
        let items = items(endingAt: end)
        let hasName = items.contains { item in
            measure(item).unknown >= 1 || tokens[item].contains { $0.has(.division) || $0.name >= 0 }
        }
        for item in items {
            let (unknown, characters) = measure(item)
            guard (2...18).contains(characters), unknown > 0 || item.count > 1, !isCovered(item) else { continue }
            let isWork = isCounted && hasName && [.facility, .project, .organization].contains(type)
            if unknown >= 2 || isWork { propose(item, type, .list) }
        }
    }

    private func isCovered(_ item: Range<Int>) -> Bool {
        candidates.contains { $0.tokens.lowerBound <= item.lowerBound && $0.tokens.upperBound >= item.upperBound }
    }

    /// What ends with a head beside a name in a list: 双创大赛 before 、儒商大会.
    mutating func findCoordinated() {
        let found = candidates.filter { $0.match.rule == .head || $0.match.rule == .ordinal }
        for candidate in found {
            if let comma = token(candidate.tokens.lowerBound - 1), comma.has(.coordinate) {
                takeNeighbour(endingAt: candidate.tokens.lowerBound - 1, of: candidate)
            }
            if let comma = token(candidate.tokens.upperBound), comma.has(.coordinate) {
                takeNeighbour(from: candidate.tokens.upperBound + 1, of: candidate)
            }
        }
    }

    private mutating func takeNeighbour(endingAt end: Int, of candidate: EntityCandidate) {
        guard end > 0, let item = items(endingAt: end).first, isLike(item, candidate) else { return }
        propose(item, candidate.match.type, .list)
    }

    private mutating func takeNeighbour(from start: Int, of candidate: EntityCandidate) {
        var end = start
        while let token = token(end), !token.has(.coordinate), !token.has(.listEnd), token.kind != .mark,
            !token.has(.stop), !token.has(.verb), token.kind != .number, !token.has(.none), end - start < 8
        {
            end += 1
            if token.head >= 0, terms.nameHeads[token.head].type == candidate.match.type { break }
        }
        guard end > start, isLike(start..<end, candidate) else { return }
        propose(start..<end, candidate.match.type, .list)
    }

    /// Ends with a head of the same type, and is not the head alone.
    private func isLike(_ item: Range<Int>, _ candidate: EntityCandidate) -> Bool {
        guard let last = item.last, tokens[last].head >= 0, !isCovered(item) else { return false }
        let head = terms.nameHeads[tokens[last].head]
        return head.type == candidate.match.type && head.use == .any && (item.count > 1 || tokens[last].count >= 4)
            && [.facility, .organization, .event].contains(head.type) && measure(item).characters <= 14
    }
}
