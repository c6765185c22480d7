extension EntityGrammar {
    /// What stands before 等 and a word for what the list holds: 海康威视、甲骨文等115个优质项目.
    mutating func findListed() {
        for place in 0..<sentence.markedCount where tokens[marked[place]].has(.listEnd) {
            let index = marked[place]
            guard let listed = listed(behind: index) else { continue }
            takeItems(endingAt: index, listed.type, isCounted: listed.isCounted, isVague: listed.isVague)
        }
    }

    /// What the words behind 等 say that a list holds, and whether they count it or weigh it: 等一批城市综合体, 等重点项目.
    private mutating func listed(behind index: Int) -> (type: EntityType, isCounted: Bool, isVague: Bool)? {
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
            // 等领域国家创新中心: a list of fields.
            if token.has(.field) { return nil }
            // 区域 in 区域特色产业 does not say what they are.
            head = token.head >= 0 ? terms.head(token.head) : nil
            next += 1
        }
        guard let head, head.use != .brand, head.type != .honour else { return nil }
        // 等设施 holds things of any kind.
        let isVague = head.use == .list && head.type == .facility && !isCounted
        return (head.type, isCounted || head.use == .list && head.type == .project, isVague)
    }

    /// 一批, 两条, 个: a numeral's character or a measure among what counts.
    private mutating func isMeasure(_ token: NameToken) -> Bool {
        token.has(.stop) && reader.character(at: token.start).info.startsNumeral
    }

    /// The items of the list that ends before `end`, from the last to the first. Where what the list holds is told
    /// (`isTold`), an item between marks is a name with all its words.
    private mutating func items(endingAt end: Int, isTold: Bool = false) -> [Range<Int>] {
        var items: [Range<Int>] = []
        var last = end
        for _ in 0..<16 {
            var first = last
            var isBroken = first == 0
            if isTold, let (start, boundary) = clause(endingAt: last) {
                items.append(start..<last)
                guard boundary > 0, tokens[boundary - 1].has(.coordinate) else { break }
                last = boundary - 1
                continue
            }
            while first > 0 {
                // No item is longer.
                if last - first > Self.reach {
                    isBroken = true
                    break
                }
                let token = tokens[first - 1]
                if token.has(.coordinate) {
                    if beginsName(first - 1) {
                        first -= 1
                        isBroken = true
                    }
                    break
                }
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
            while first < last, isOpening(first) { first += 1 }
            if first < last { items.append(first..<last) }
            guard !isBroken, first > 0 else { break }
            last = first - 1
        }
        return items
    }

    /// The item before `last` if it fills what is between two marks and holds more than names mostly do: 千万吨炼化一体化
    /// between 、 and 等; where it begins behind its verbs, and the mark before them. `nil` where it is more than a name.
    private mutating func clause(endingAt last: Int) -> (start: Int, boundary: Int)? {
        var first = last
        var characters = 0
        var hasStop = false
        while first > 0 {
            let token = tokens[first - 1]
            if token.kind == .mark {
                guard
                    token.has(.coordinate) || token.isMark(0x2C) || token.isMark(0xFF0C) || token.isMark(0x3B)
                        || token.isMark(0xFF1B)
                else {
                    return nil
                }
                break
            }
            characters += token.count
            guard characters <= 18, !Self.isParticle(token.scalar),
                !token.has([.award, .none, .listEnd, .hold]),
                token.kind != .number || token.scalar >= 0x3007
            else { return nil }
            if token.has(.coordinate) {
                // 岚江高铁和澄太、…: 和 behind a name.
                guard let name = self.token(first - 2), name.head >= 0 else { return nil }
                characters -= token.count
                break
            }
            if token.has(.stop) { hasStop = true }
            first -= 1
        }
        reader.count(last - first)
        guard hasStop, first < last else { return nil }
        let boundary = first
        while first < last, tokens[first].has(Self.openings) {
            characters -= tokens[first].count
            first += 1
        }
        guard characters >= 2, first < last else { return nil }
        // 建成启用悦立方: verbs and a name, but no more of them in it.
        let verbs: NameRoles = first > boundary ? [.building, .launch, .hold, .verb] : [.building, .launch, .hold]
        if tokens[first..<last].contains(where: { $0.has(verbs) && !$0.has(.generic) }) { return nil }
        let isNamed =
            tokens[first..<last].contains {
                $0.isUnknown || $0.kind == .latin || $0.has(.division) && !$0.has(.stop) || $0.name >= 0
            } || tokens[last - 1].head >= 0
        return isNamed ? (first, boundary) : nil
    }

    /// 集中签约和普威视总部: 和 behind a verb that lacks its object begins a name.
    mutating func beginsName(_ index: Int) -> Bool {
        guard let and = token(index), and.scalar == 0x548C, let next = token(index + 1), next.isUnknown,
            let verb = token(index - 1)
        else { return false }
        return verb.has(.stop) && verb.count >= 2 && verb.kind == .word && !verb.has([.generic, .listEnd])
    }

    /// A verb, how many, or 好 before the first item of a list; 三 of 三澳核电 is none.
    private mutating func isOpening(_ index: Int) -> Bool {
        let token = tokens[index]
        if beginsName(index) { return false }
        if token.kind == .number {
            return token.scalar < 0x3007 || token.scalar == 0 || !(self.token(index + 1)?.isUnknown ?? false)
        }
        return token.has(Self.openings) || token.scalar == 0x597D
    }

    private static let openings: NameRoles = [.verb, .stop, .launch, .building, .built, .underway, .hold]

    private mutating func measure(_ item: Range<Int>) -> (unknown: Int, characters: Int) {
        var (unknown, characters) = (0, 0)
        for token in tokens[item] {
            if token.isUnknown || token.kind == .latin { unknown += token.count }
            characters += token.count
        }
        return (unknown, characters)
    }

    /// Proposes the items of a list that no table tells of.
    private mutating func takeItems(endingAt end: Int, _ type: EntityType, isCounted: Bool, isVague: Bool) {
        let items = items(endingAt: end, isTold: [.project, .facility].contains(type))
        let hasName = items.contains { item in
            measure(item).unknown >= 1 || tokens[item].contains { $0.has(.division) || $0.name >= 0 }
        }
        let isBuilt = isFollowed(by: .built, end)
        // 印象城、悦立方等城市综合体: names each of them. 高端装备、信息网络、燃气轮机: hardly one.
        let named = items.count { item in
            measure(item).unknown >= 1
                || tokens[item].contains { $0.has([.division, .countries]) || $0.name >= 0 || $0.kind == .latin }
                || tokens[item.upperBound - 1].head >= 0
        }
        guard 2 * named >= items.count else { return }
        let areAllNamed = named == items.count && items.count > 1
        if isVague, !areAllNamed { return }
        for item in items {
            let (unknown, characters) = measure(item)
            let kind: EntityType = type == .project && (isBuilt || isLine(item)) ? .facility : type
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
            let isNamed =
                unknown >= 2 || areAllNamed && unknown >= 1 && (characters >= 3 || type == .facility)
                || type == .project && characters >= 6 && isWork(item)
            if type == .event {
                let last = tokens[item.upperBound - 1]
                let isCounted = token(item.lowerBound - 1)?.kind == .number
                if last.head >= 0, terms.head(last.head).type == .event, terms.head(last.head).use != .list,
                    characters >= 4, !isCounted
                {
                    // 世界算力大会等活动
                    propose(item, .event, .list)
                    continue
                }
                // 私彩赌博等活动: no event by itself.
                guard tokens[item].contains(where: { $0.has(.division) || $0.name >= 0 }) else {
                    dismiss(item, .list, .unnamed)
                    continue
                }
            }
            if isNamed || isListed || isRoute {
                propose(item, kind, .list)
            } else {
                dismiss(item, .list, .unnamed)
            }
        }
    }

    /// 澄岚高速, 澄岚高速北段
    private mutating func isLine(_ item: Range<Int>) -> Bool {
        tokens[item].suffix(3).contains { $0.head >= 0 && terms.head($0.head).use == .line }
            && !tokens[item].contains { $0.has([.built, .building]) }
    }

    /// 高新材料中试线
    private mutating func isWork(_ item: Range<Int>) -> Bool {
        guard item.count > 1, let last = item.last, tokens[last].head >= 0 else { return false }
        let head = terms.head(tokens[last].head)
        return head.use == .any && [.project, .facility].contains(head.type)
    }

    private mutating func isWork(_ candidate: EntityCandidate, at item: Range<Int>) -> Bool {
        guard candidate.match.rule == .head, let last = item.last, tokens[last].head >= 0 else { return false }
        let use = terms.head(tokens[last].head).use
        return [.facility, .organization, .project].contains(candidate.match.type)
            && [.any, .generic, .brand].contains(use)
    }

    /// What ends with a head beside a name in a list: 双创大赛 before 、儒商大会.
    mutating func findCoordinated() {
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
    private mutating func isRoute(_ item: Range<Int>, _ candidate: EntityCandidate) -> Bool {
        guard let last = candidate.tokens.last, tokens[last].head >= 0, terms.head(tokens[last].head).use == .line,
            !isCovered(item), (2...8).contains(measure(item).characters)
        else { return false }
        return tokens[item].allSatisfy { token in
            token.isUnknown || token.kind == .number || token.has(.division) || token.scalar == 0x81F3
        }
    }

    /// Ends with a head of the same type, and is not the head alone.
    private mutating func isLike(_ item: Range<Int>, _ candidate: EntityCandidate) -> Bool {
        guard let last = item.last, tokens[last].head >= 0, !isCovered(item) else { return false }
        let head = terms.head(tokens[last].head)
        return head.type == candidate.match.type && head.use == .any && (item.count > 1 || tokens[last].count >= 4)
            && ([.facility, .organization, .event].contains(head.type)
                || head.type == .project && tokens[last].count >= 3)
            && measure(item).characters <= 14
    }
}
