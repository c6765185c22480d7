/// What stands before a head, as far as it may be part of the name.
struct NameEdge {
    /// The first token of the name.
    @Narrow var start: Int
    /// A place, a body or a person that it begins with.
    var hasAnchor = false
    /// 省, 国家 at its beginning.
    var hasLevel = false
    /// Characters that are in no table, or Latin letters.
    @Narrow var unknown = 0
    var hasLatin = false
    /// A quotation right before the head.
    var hasQuote = false
    /// Words of everyday.
    @Narrow var generic = 0
    /// Characters between start and head.
    @Narrow var characters = 0
}

extension EntityGrammar {
    /// Searches backward for where a name with its head at `index` begins.
    mutating func edge(before index: Int, type: EntityType) -> NameEdge? {
        var first = index
        var edge = NameEdge(start: index)
        var characters = 0
        var anchor: Int?
        var level: Int?
        var unknown: Int?
        let mayBeStation = type == .facility
        search: while first > 0 {
            let token = tokens[first - 1]
            characters += token.count
            if characters > Self.reach { break }
            switch token.kind {
            case .mark:
                if Self.isDash(token.scalar), first < index, anchor == first || unknown == first,
                    let place = joined(before: first - 1, type)
                {
                    // 岚江－澄水, 天津滨海-中关村: two places, one name.
                    if tokens[place].isUnknown { unknown = place } else { anchor = place }
                    first = place
                    continue
                }
                if let place = placeInBrackets(endingAt: first - 1) {
                    anchor = place
                    first = place
                    continue
                }
                // ” before the head and a few words: the quotation belongs to it.
                guard token.scalar == 0x201D, characters <= 9, unknown == nil, anchor == nil, level == nil,
                    let open = quotation(endingAt: first - 1)
                else { break search }
                edge.hasQuote = true
                first = open
                edge.start = open
                break search
            case .latin:
                edge.hasLatin = true
                unknown = first - 1
            case .number:
                // 东六环; 地铁15号线
                let isInside =
                    token.scalar >= 0x3007 && self.token(first - 2)?.isUnknown ?? false
                    && self.token(first - 3)?.kind != .number || type == .event && isAnniversary(first)
                guard isInside || first == index && type == .facility else { break search }
                if isInside { unknown = first - 1 }
            case .han:
                if token.has(.stop), !(mayBeStation && first == index && isStation(index)) { break search }
                // 2010年
                if Self.isCalendarUnit(token.scalar), self.token(first - 2)?.kind == .number { break search }
                unknown = first - 1
                edge.unknown += 1
            case .word:
                if token.has(.none) { break search }
                if token.name >= 0, !token.has([.generic, .division]), let named = terms.type(ofName: token.name),
                    [.document, .honour].contains(named), [.organization, .event].contains(type)
                {
                    // 宪法草案提交…
                    break search
                }
                if mayBeStation, first == index, isStation(index) {
                    unknown = first - 1
                } else if token.name >= 0 && !token.has(.generic) || token.has([.division, .countries]) {
                    if token.has(.division), token.name < 0, !mayAnchor(first - 1) {
                        // 富裕 is a county too, 和 is not.
                        if token.has([.stop, .verb]) { break search }
                        if !token.has(.generic), token.head < 0 { unknown = first - 1 }
                    } else {
                        anchor = first - 1
                    }
                } else if token.has(.level), !isWhole(token) || type == .event {
                    level = first - 1
                    edge.generic += 1
                } else if type == .organization, ordinalMark(of: token) == true {
                    // 第八届委员会
                    edge.generic += 1
                } else if type == .organization, first == index, token.head >= 0, !token.has(.coordinate) {
                    // 科学规划委员会
                    edge.generic += 1
                } else if token.has(.stop) || token.has(.award) || token.has(.coordinate) || token.has(.listEnd) {
                    break search
                } else if token.has(.verb) {
                    guard [.project, .document, .event].contains(type) || first == index else { break search }
                    edge.generic += 1
                } else {
                    edge.generic += 1
                }
            }
            first -= 1
        }
        reader.count(index - first)
        if edge.hasQuote {
            extendQuoted(&edge)
            return edge
        }
        if let anchor, !isPart(anchor) {
            edge.start = anchor
            edge.hasAnchor = true
            // 支持青岚科学城建设人工智能集聚区: another's, and being built.
            if type == .project, anchor + 2 < index, tokens[anchor + 1].has(.building),
                !tokens[index].has(.programme)
            {
                edge.start = anchor + 2
                edge.hasAnchor = false
            }
        } else if let level, level == first {
            edge.start = level
            edge.hasLevel = true
        } else if let level, let unknown, unknown < level, isUnknownPlace(level) {
            // 澄州市 is in no table and a place all the same.
            edge.start = unknown
            edge.hasAnchor = true
        } else if let unknown {
            edge.start = anchor.map { min($0 - 1, unknown) } ?? unknown
            // A plan's name begins with words of everyday too.
            if type == .project || type == .event, token(first - 1)?.has([.launch, .coordinate]) ?? true {
                edge.start = first
            }
        } else {
            edge.start = first
            if type == .event, terms.head(tokens[index].head).use == .named, let world = startOfWorld(first, index) {
                edge.start = world
                edge.hasLevel = true
            }
        }
        if token(edge.start - 1)?.scalar == 0x548C, beginsName(edge.start - 1) { edge.start -= 1 }
        while edge.start < index,
            tokens[edge.start].has([.verb, .building, .launch]) || tokens[edge.start].kind == .number
                || Self.isSuffix(tokens[edge.start].scalar)
        {
            edge.start += 1
        }
        guard edge.start < index else { return nil }
        // 六大创新工程 counts what is done; 数字 is a word.
        let isCounted = reader.character(at: tokens[edge.start].start).info.startsNumeral
        guard !isCounted || tokens[edge.start].has([.generic, .name, .division]) else { return nil }
        edge.characters = tokens[edge.start..<index].reduce(0) { $0 + $1.count }
        recount(&edge, index)
        return edge
    }

    /// 上 in 甬金衢上高速公路: a character that is a word elsewhere, right before a line and behind others that are none.
    private mutating func isStation(_ index: Int) -> Bool {
        guard let last = token(index - 1), last.scalar != 0, last.kind != .mark,
            !Self.isParticle(last.scalar), !last.has([.coordinate, .verb, .listEnd]),
            terms.head(tokens[index].head).use == .line, let before = token(index - 2)
        else { return false }
        return before.isUnknown || before.has(.division) && before.scalar != 0
    }

    private static let anniversary = Array("周年".utf8)
    /// 年月日
    private static func isCalendarUnit(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x5E74, 0x6708, 0x65E5: true
        default: false
        }
    }

    /// 80周年
    private mutating func isAnniversary(_ index: Int) -> Bool {
        guard let token = token(index) else { return false }
        return reader.begins(token.start, with: Self.anniversary)
    }

    /// 世界博览会, 全球青年峰会, 国际园林博览会: whose it is.
    private mutating func startOfWorld(_ first: Int, _ index: Int) -> Int? {
        for start in first..<index where tokens[start].count == 2 {
            let isWorld = ["世界", "全球"].contains { reader.ends(tokens[start].end, with: $0) }
            guard isWorld || reader.ends(tokens[start].end, with: "国际") else { continue }
            let characters = tokens[start...index].reduce(0) { $0 + $1.count }
            return tokens[index].count + 2 <= characters && characters >= (isWorld ? 5 : 7) ? start : nil
        }
        return nil
    }

    /// The place before the dash at `index`: one of the tables, or on a line of traffic one that is in none.
    private mutating func joined(before index: Int, _ type: EntityType) -> Int? {
        var place = index - 1
        if let token = token(place), token.isMark(0x2014) {
            // —— stands between the ends of a line only.
            guard type == .facility else { return nil }
            place -= 1
        }
        guard let token = token(place) else { return nil }
        if token.has([.division, .countries]) { return place }
        if token.name >= 0, !token.has(.none) { return place }
        return type == .facility && token.isUnknown ? place : nil
    }

    /// The place before the bracket that ends at `index`, where a place is all that the bracket holds: 中国 of
    /// 中国（澄州）自由贸易试验区.
    mutating func placeInBrackets(endingAt index: Int) -> Int? {
        guard tokens[index].closesBracket else { return nil }
        var open = index - 1
        while let token = token(open), index - open <= 4, !token.opensBracket {
            let isEnd = open == index - 1 && token.scalar != 0 && token.has([.level, .head])
            guard token.isUnknown || isEnd || isPlaceName(token) else { return nil }
            open -= 1
        }
        guard open < index - 1, let bracket = token(open), bracket.opensBracket,
            let place = token(open - 1), isPlaceName(place),
            // 新（改）建 is no 新疆.
            place.scalar == 0 || mayAnchor(open - 1)
        else { return nil }
        return open - 1
    }

    private mutating func isPlaceName(_ token: NameToken) -> Bool {
        token.has([.division, .countries]) ? !token.has([.stop, .verb]) : isNamedPlace(token)
    }

    /// 实施创新药“护苗”行动计划: words of everyday before the quotation, set going.
    private mutating func extendQuoted(_ edge: inout NameEdge) {
        var first = edge.start
        while let token = token(first - 1), token.has(.generic), edge.start - first < 3 { first -= 1 }
        if let before = token(first - 1), before.has(.launch) { edge.start = first }
    }

    /// A short name right behind a character that is in no table: 台山 in 云台山.
    private mutating func isPart(_ anchor: Int) -> Bool {
        guard tokens[anchor].has(.division), tokens[anchor].count == 2 else { return false }
        return !isFree(before: anchor)
    }

    /// Counts again what lies inside the edge that was settled on.
    private mutating func recount(_ edge: inout NameEdge, _ index: Int) {
        edge.unknown = 0
        edge.generic = 0
        edge.hasLatin = false
        for offset in edge.start..<index {
            let token = tokens[offset]
            switch token.kind {
            case .han: edge.unknown += 1
            // 西十高铁
            case .number where token.scalar >= 0x3007 && offset > edge.start: edge.unknown += 1
            case .latin: edge.hasLatin = token.count > 1
            case .word where token.name >= 0 && !token.has(.generic): break
            case .word where token.has(.division):
                if !token.has(.generic), token.head < 0, !edge.hasAnchor || offset > edge.start || !mayAnchor(offset) {
                    edge.unknown += token.count
                }
            case .word where !token.has(.level): edge.generic += 1
            default: break
            }
        }
    }

    /// Whether 省, 市, 区 or 县 at `level` ends the name of a place.
    private mutating func isUnknownPlace(_ level: Int) -> Bool {
        guard tokens[level].scalar != 0, let previous = token(level - 1) else { return false }
        return previous.isUnknown || previous.has(.level) && previous.scalar == 0x5DDE
    }

    /// 全国, 全市: a meeting's, but no work's.
    private mutating func isWhole(_ token: NameToken) -> Bool {
        token.count == 2 && reader.character(at: token.start).scalar == 0x5168
    }

    /// Whether a division in front of a head makes a name of it.
    private mutating func mayAnchor(_ index: Int) -> Bool {
        guard let term = best(divisionsOf: index, parent: nil) else { return false }
        // 合作: a word of everyday, but for its own province.
        if tokens[index].has(.generic), region == 0 || terms.division(term).code / 10_000 != region / 10_000 {
            return false
        }
        switch terms.division(term).form {
        case .full, .short, .former: return true
        case .weak, .district: return region != 0 && terms.division(term).code / 10_000 == region / 10_000
        case .abbreviation: return true
        case .initial: return false
        }
    }

    /// The token of “ that belongs to the ” at `index`, if it is near.
    mutating func quotation(endingAt index: Int) -> Int? {
        var open = index - 1
        var characters = 0
        while open >= 0, characters <= Self.reach {
            if tokens[open].isMark(0x201C) { return open < index - 1 ? open : nil }
            if tokens[open].isMark(0x201D) { return nil }
            characters += tokens[open].count
            open -= 1
        }
        return nil
    }
}
