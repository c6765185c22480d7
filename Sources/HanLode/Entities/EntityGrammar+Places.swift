extension EntityGrammar {
    /// One character behind a few that are in no table: 韩仓河, 石桥镇. Places in it are joined to those before it.
    mutating func takeSingle(_ head: NameHead, at index: Int) {
        let isRiver = [0x6CB3, 0x6C5F, 0x6E56].contains(tokens[index].scalar)
        guard isFree(behind: index) || head.type != .organization else { return }
        if let next = token(index + 1), Self.makesCompound(next.scalar) { return }
        var start = index
        var characters = 0
        var parent = index
        while start > 0 {
            let token = tokens[start - 1]
            let isPart = token.isUnknown || isPlaceWord(start - 1, before: head) || token.scalar == 0x5DDE
            guard isPart, !isTorn(token), token.count + characters <= 4, characters == 0 || !isPlaceHead(start - 1)
            else { break }
            characters += token.count
            start -= 1
        }
        // 土河 is a name, 深海 is not.
        let smallest = head.type == .location && isRiver ? 1 : 2
        guard characters >= smallest, start < index else { return }
        // What goes on before is more than such a name holds.
        guard isFree(before: start) || isPlaceHead(start - 1) else { return }
        parent = start
        // The places that it lies in.
        var places = 0
        while places < 4, parent > 0,
            tokens[parent - 1].has(.division) && tokens[parent - 1].scalar == 0 || isPlaceHead(parent - 1)
        {
            places += 1
            if tokens[parent - 1].has(.division) {
                parent -= 1
            } else {
                guard let before = edge(before: parent - 1, type: .geopolitical), before.unknown > 0 else { break }
                parent = before.start
            }
        }
        // Districts are in the table, or the report's own; any other 区 is no name by itself.
        if tokens[index].scalar == 0x533A, parent == start,
            !homes.contains(where: { reader.begins(tokens[start].start, with: $0) })
        {
            return
        }
        // “强芯兴河” is a slogan.
        reader.count(index - start)
        if let open = token(start - 1), open.isMark(0x201C), let close = token(index + 1), close.isMark(0x201D),
            head.type != .geopolitical
        {
            return
        }
        let from = head.type == .geopolitical ? parent : parent < start ? parent : start
        propose(from..<(index + 1), head.type, head.type == .geopolitical ? .place : .head)
    }

    /// 道礁霸化型: 山洪沟道, 岛礁, 路霸
    private static func makesCompound(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x9053, 0x7901, 0x9738, 0x5316, 0x578B: true
        default: false
        }
    }

    /// A short name that may be part of another: 石桥 of 石桥镇; 云溪 of 云溪湖, but not 晋宁 before 河.
    private mutating func isPlaceWord(_ index: Int, before head: NameHead) -> Bool {
        let token = tokens[index]
        guard token.has(.division), token.scalar == 0, !token.has([.stop, .verb, .generic]),
            let term = best(divisionsOf: index, parent: nil)
        else { return token.has(.surname) && !token.has(.stop) }
        let forms: [DivisionTerm.Form] =
            head.type == .location ? [.district, .weak] : [.short, .district, .former, .weak]
        return forms.contains(terms.division(term).form)
    }

    /// 上 at the end of a line and 海 at the beginning of the next.
    mutating func isTorn(_ token: NameToken) -> Bool { token.end - token.start != 3 * token.count }

    private mutating func isPlaceHead(_ index: Int) -> Bool {
        guard tokens[index].head >= 0 else { return false }
        return terms.head(tokens[index].head).type == .geopolitical
    }

    /// 澄州至岚城高速公路: the place before 至 is its other end.
    mutating func startOfRoute(_ start: Int) -> Int {
        guard let to = token(start - 1), to.scalar == 0x81F3, let from = token(start - 2) else { return start }
        if from.has(.division), from.scalar == 0 { return start - 2 }
        var first = start - 1
        while first > start - 4, let token = token(first - 1), token.isUnknown || token.has(.level) { first -= 1 }
        return first < start - 2 && isFree(before: first) ? first : start
    }

    /// 湘琼、粤琼、深儋合作产业园: pairs of places that share what stands behind the last; lines of traffic are one each, trains
    /// aside.
    mutating func joinPairs(before start: Int, end: Int, _ type: EntityType, _ head: NameHead) {
        guard [.facility, .location, .project].contains(type) else { return }
        let isTrain = reader.ends(tokens[end - 1].end, with: "班列")
        guard head.use != .line || isTrain, pair(from: start, isTrain) != nil else { return }
        var first = start
        for _ in 0..<8 {
            guard let comma = token(first - 1), comma.isMark(0x3001), let before = pair(endingAt: first - 1, isTrain)
            else {
                break
            }
            first = before
        }
        reader.count(start - first)
        if first < start { propose(first..<end, type, .head) }
    }

    /// Behind the pair of places, written with one character each, that begins at `start`.
    private mutating func pair(from start: Int, _ isTrain: Bool) -> Int? {
        guard let token = token(start) else { return nil }
        if token.has(.countries) || isTrain && isRegion(token) { return start + 1 }
        guard token.scalar != 0, token.has(.division) || token.isUnknown, let second = self.token(start + 1),
            second.scalar != 0, second.has(.division) || second.isUnknown, token.has(.division) || second.has(.division)
        else { return nil }
        return start + 2
    }

    private mutating func pair(endingAt end: Int, _ isTrain: Bool) -> Int? {
        for length in 1...2 where pair(from: end - length, isTrain) == end {
            // Nothing before it that belongs to it.
            guard let previous = token(end - length - 1) else { return end - length }
            return previous.isUnknown || previous.has(.division) && !isTrain ? nil : end - length
        }
        return nil
    }

    private mutating func isRegion(_ token: NameToken) -> Bool {
        token.name >= 0 && terms.type(ofName: token.name) == .location
    }
}
