extension EntityGrammar {
    /// What stands before 等 and a word for what the list holds: 海康威视、甲骨文等115个优质项目.
    mutating func findListed() {
        guard sentence.has(.listEnd) else { return }
        for index in tokens.indices where tokens[index].has(.listEnd) {
            guard let listed = listed(behind: index) else { continue }
            takeItems(endingAt: index, listed.type, isCounted: listed.isCounted)
        }
    }

    /// What the words behind 等 say that a list holds, and whether they count it or weigh it: 等一批城市综合体, 等重点项目.
    private func listed(behind index: Int) -> (type: EntityType, isCounted: Bool)? {
        var next = index + 1
        var isCounted = false
        // How many, and which.
        while let token = token(next), next - index < 5 {
            let isMeasureWord = token.isUnknown && self.token(next - 1)?.kind == .number
            guard token.kind == .number || isMeasure(token) || isMeasureWord || token.has(.stop) && token.count >= 2
            else {
                break
            }
            isCounted = isCounted || token.kind == .number || isMeasure(token)
            next += 1
        }
        var head: NameHead?
        while let token = token(next), next - index < 9, token.has([.generic, .head]), !token.has([.stop, .verb]) {
            // 区域 in 区域特色产业 does not say what they are.
            head = token.head >= 0 ? terms.head(token.head) : nil
            next += 1
        }
        guard let head else { return nil }
        return (head.type, isCounted || head.use == .list && head.type == .project)
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
                // No item is longer.
                if last - first > Self.reach {
                    isBroken = true
                    break
                }
                let token = tokens[first - 1]
                if token.has(.coordinate) { break }
                // 西安至永寿; 修正 and 利用 are in names too.
                let isInside =
                    token.scalar == 0x81F3 || token.kind == .number && token.scalar >= 0x3007 || isMeasure(token)
                if token.kind == .mark || token.has([.stop, .none, .award]) && !isInside
                    || token.kind == .number && token.scalar < 0x3007
                {
                    isBroken = true
                    break
                }
                first -= 1
                if first == 0 { isBroken = true }
            }
            reader.count(last - first)
            while first < last, tokens[first].has([.verb, .stop]) || tokens[first].kind == .number { first += 1 }
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
        let isBuilt = isFollowed(by: .built, end)
        for item in items {
            let (unknown, characters) = measure(item)
            let kind: EntityType = type == .project && isBuilt ? .facility : type
            var found: Int?
            forEachCandidate(at: item.lowerBound) { index in
                if candidates[index].tokens == item { found = index }
            }
            if let found {
                // A part of a list of projects is one, whatever it will be.
                if type == .project, isWork(candidates[found], at: item) { candidates[found].match.type = kind }
                continue
            }
            guard (2...18).contains(characters), unknown > 0 || item.count > 1, !isCovered(item) else { continue }
            let isRoute = type == .facility && tokens[item].contains { $0.scalar == 0x81F3 }
            let isListed = isCounted && hasName && [.facility, .project, .organization].contains(type)
            if unknown >= 2 || isListed || isRoute {
                propose(item, kind, .list)
            } else {
                dismiss(item, .list, .unnamed)
            }
        }
    }

    private func isWork(_ candidate: EntityCandidate, at item: Range<Int>) -> Bool {
        guard candidate.match.rule == .head, let last = item.last, tokens[last].head >= 0 else { return false }
        let use = terms.head(tokens[last].head).use
        return [.facility, .organization, .project].contains(candidate.match.type)
            && [.any, .generic, .brand].contains(use)
    }

    /// What ends with a head beside a name in a list: 双创大赛 before 、儒商大会.
    mutating func findCoordinated() {
        guard sentence.has(.coordinate) else { return }
        for index in candidates.indices {
            let candidate = candidates[index]
            guard candidate.match.rule == .head || candidate.match.rule == .ordinal else { continue }
            if let comma = token(candidate.tokens.lowerBound - 1), comma.has(.coordinate) {
                takeNeighbour(endingAt: candidate.tokens.lowerBound - 1, of: candidate)
            }
            if let comma = token(candidate.tokens.upperBound), comma.has(.coordinate) {
                takeNeighbour(from: candidate.tokens.upperBound + 1, of: candidate)
            }
        }
    }

    private mutating func takeNeighbour(endingAt end: Int, of candidate: EntityCandidate) {
        guard end > 0, let item = items(endingAt: end).first, isLike(item, candidate) || isRoute(item, candidate) else {
            return
        }
        propose(item, candidate.match.type, .list)
    }

    private mutating func takeNeighbour(from start: Int, of candidate: EntityCandidate) {
        var end = start
        while let token = token(end), !token.has(.coordinate), !token.has(.listEnd), token.kind != .mark,
            !token.has(.stop), !token.has(.verb), token.kind != .number, !token.has(.none), end - start < 8
        {
            end += 1
            if token.head >= 0, terms.head(token.head).type == candidate.match.type { break }
        }
        guard end > start, isLike(start..<end, candidate) else { return }
        propose(start..<end, candidate.match.type, .list)
    }

    /// 延榆 before 、康渝高铁: a line by the places that it joins.
    private func isRoute(_ item: Range<Int>, _ candidate: EntityCandidate) -> Bool {
        guard let last = candidate.tokens.last, tokens[last].head >= 0, terms.head(tokens[last].head).use == .line,
            !isCovered(item), (2...8).contains(measure(item).characters)
        else { return false }
        return tokens[item].allSatisfy { token in
            token.isUnknown || token.kind == .number || token.has(.division) || token.scalar == 0x81F3
        }
    }

    /// Ends with a head of the same type, and is not the head alone.
    private func isLike(_ item: Range<Int>, _ candidate: EntityCandidate) -> Bool {
        guard let last = item.last, tokens[last].head >= 0, !isCovered(item) else { return false }
        let head = terms.head(tokens[last].head)
        return head.type == candidate.match.type && head.use == .any && (item.count > 1 || tokens[last].count >= 4)
            && ([.facility, .organization, .event].contains(head.type)
                || head.type == .project && tokens[last].count >= 3)
            && measure(item).characters <= 14
    }
}
