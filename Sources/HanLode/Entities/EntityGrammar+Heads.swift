/// What stands before a head, as far as it may be part of the name.
struct NameEdge {
    /// The first token of the name.
    var start: Int
    /// A place, a body or a person that it begins with.
    var hasAnchor = false
    /// 省, 国家 at its beginning.
    var hasLevel = false
    /// Characters that are in no table, or Latin letters.
    var unknown = 0
    var hasLatin = false
    /// A quotation right before the head.
    var hasQuote = false
    /// Words of everyday.
    var generic = 0
    /// Characters between start and head.
    var characters = 0
}

extension EntityGrammar {
    /// Names by their last word: 岚江大学, 省教育厅, 石桥镇, 云溪湖截污工程.
    mutating func findHeads() {
        guard sentence.has(.head) else { return }
        for index in tokens.indices where tokens[index].head >= 0 {
            let head = terms.head(tokens[index].head)
            guard head.use != .list else { continue }
            if head.use == .single {
                takeSingle(head, at: index)
            } else {
                takeHead(head, at: index)
            }
        }
    }

    private mutating func takeHead(_ head: NameHead, at index: Int) {
        // 瑞士自贸区 is one with Switzerland, and no name.
        if head.type == .location, tokens[index].name >= 0, let previous = token(index - 1), isForeign(previous) {
            propose(index..<(index + 1), .location, .name, isFirm: true)
            candidates[candidates.count - 1].isNone = true
            return
        }
        if goesOn(behind: index) { return }
        let end = head.use == .line ? extended(index) : endOfArea(index)
        if let (start, type) = declared(head, at: index) {
            propose(start..<end, type, tokens[start].kind == .mark ? .quotedHead : .head)
            return
        }
        guard let edge = edge(before: index, type: head.type), isName(edge, head, at: index) else { return }
        let rule: EntityRule = edge.hasQuote ? .quotedHead : head.type == .geopolitical ? .place : .head
        let start = head.use == .line ? startOfRoute(edge.start) : edge.start
        propose(start..<end, type(of: head, from: start, to: index), rule)
        joinPairs(before: edge.start, end: end, candidates[candidates.count - 1].match.type, head)
    }

    /// 金字塔 of 金字塔型, 陆港 of 陆港号: the head is a part of a longer word.
    private func goesOn(behind index: Int) -> Bool {
        guard tokens[index].count > 1, let next = token(index + 1) else { return false }
        return Self.suffixes.contains(next.scalar)
    }

    /// 科技园 and 区, 机场 and 群 behind it.
    private func endOfArea(_ index: Int) -> Int {
        guard tokens[index].count > 1, let next = token(index + 1), next.scalar == 0x533A || next.scalar == 0x7FA4,
            next.isUnknown
        else { return index + 1 }
        return index + 2
    }

    /// Behind a train's name its route: 中欧班列（成渝）.
    func extended(_ index: Int) -> Int {
        guard let open = token(index + 1), open.isMark(0xFF08) || open.isMark(0x28) else {
            return index + 1
        }
        var close = index + 2
        while let token = token(close), close - index < 6 {
            if token.isMark(0xFF09) || token.isMark(0x29) { return close > index + 2 ? close + 1 : index + 1 }
            guard token.isUnknown || token.has(.division) || token.name >= 0 else { break }
            close += 1
        }
        return index + 1
    }

    /// A work that is being built is a project yet, lines of traffic aside; a project that is in use is a facility.
    func type(of head: NameHead, from start: Int, to index: Int) -> EntityType {
        switch head.type {
        case .organization:
            // 推进 may be about anything.
            let isPushed = token(start - 1).map { $0.has(.verb) || reader.begins($0.start, with: Self.push) } ?? false
            // 岚江大学“双一流”建设 is about something of the university's.
            let isOwner = token(index + 1).map { $0.isMark(0x201C) || $0.has([.generic, .verb]) && !$0.has(.underway) }
            guard
                isBuilding(before: start) && !isPushed || !(isOwner ?? false) && isFollowed(by: .underway, index)
            else { break }
            return Self.schools.contains(where: { reader.ends(tokens[index].end, with: $0) }) ? .project : .organization
        case .facility where head.use != .line:
            // 推进岚江遗址系统性保护: it stands.
            if let before = token(start - 1), reader.ends(before.end, with: "推进"), let next = token(index + 1),
                next.has(.generic), !next.has([.underway, .verb])
            {
                break
            }
            if isFollowed(by: .underway, index) || isBuilding(before: start), !isFollowed(by: .built, index) {
                return .project
            }
        case .project where isFollowed(by: .built, index) && !isBuilding(before: start):
            return Self.programmes.contains(where: { reader.ends(tokens[index].end, with: $0) }) ? .project : .facility
        default: break
        }
        return head.type
    }

    private func isBuilding(before start: Int) -> Bool {
        var index = start - 1
        // 建设“…
        while let token = token(index), token.isMark(0x201C) || token.has(.coordinate) && index == start - 1 {
            index -= 1
        }
        return token(index)?.has(.building) ?? false
    }

    /// Whether the clause goes on with a word of `role`.
    func isFollowed(by role: NameRoles, _ index: Int) -> Bool {
        var next = index + 1
        var characters = 0
        while let token = token(next), characters < 24 {
            if token.has(role) { return true }
            if token.isMark(0xFF0C) || token.isMark(0xFF1B) || token.isMark(0x2C) || token.isMark(0x3B) { return false }
            characters += token.count
            next += 1
        }
        return false
    }

    private func isForeign(_ token: NameToken) -> Bool {
        token.has(.countries)
            || token.name >= 0 && !token.has(.division) && terms.type(ofName: token.name) == .geopolitical
    }

    /// Searches backward for where a name with its head at `index` begins.
    func edge(before index: Int, type: EntityType) -> NameEdge? {
        var first = index
        var edge = NameEdge(start: index)
        var characters = 0
        var anchor: Int?
        var level: Int?
        var unknown: Int?
        search: while first > 0 {
            let token = tokens[first - 1]
            characters += token.count
            if characters > Self.reach { break }
            switch token.kind {
            case .mark:
                if Self.dashes.contains(token.scalar), first < index, anchor == first || unknown == first,
                    let place = joined(before: first - 1, type)
                {
                    // 岚江－澄水, 天津滨海-中关村: two places, one name.
                    if tokens[place].isUnknown { unknown = place } else { anchor = place }
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
                if token.has(.stop), !isStation(first, index, type) { break search }
                // 2010年
                if Self.units.contains(token.scalar), self.token(first - 2)?.kind == .number { break search }
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
                if isStation(first, index, type) {
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
                !Self.programmes.contains(where: { reader.ends(tokens[index].end, with: $0) })
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
                || Self.suffixes.contains(tokens[edge.start].scalar)
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
    private func isStation(_ first: Int, _ index: Int, _ type: EntityType) -> Bool {
        guard type == .facility, first == index, let last = token(first - 1), last.scalar != 0, last.kind != .mark,
            !Self.particles.contains(last.scalar), !last.has([.coordinate, .verb, .listEnd]),
            terms.head(tokens[index].head).use == .line, let before = token(first - 2)
        else { return false }
        return before.isUnknown || before.has(.division) && before.scalar != 0
    }

    /// 年月日
    private static let units: Set<UInt32> = [0x5E74, 0x6708, 0x65E5]

    /// 80周年
    private func isAnniversary(_ index: Int) -> Bool {
        guard let token = token(index) else { return false }
        return reader.begins(token.start, with: Self.anniversary)
    }

    /// 世界博览会, 全球青年峰会, 国际园林博览会: whose it is.
    private func startOfWorld(_ first: Int, _ index: Int) -> Int? {
        for start in first..<index where tokens[start].count == 2 {
            let isWorld = ["世界", "全球"].contains { reader.ends(tokens[start].end, with: $0) }
            guard isWorld || reader.ends(tokens[start].end, with: "国际") else { continue }
            let characters = tokens[start...index].reduce(0) { $0 + $1.count }
            return tokens[index].count + 2 <= characters && characters >= (isWorld ? 5 : 7) ? start : nil
        }
        return nil
    }

    /// The place before the dash at `index`: one of the tables, or on a line of traffic one that is in none.
    private func joined(before index: Int, _ type: EntityType) -> Int? {
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

    /// 实施创新药“护苗”行动计划: words of everyday before the quotation, set going.
    private func extendQuoted(_ edge: inout NameEdge) {
        var first = edge.start
        while let token = token(first - 1), token.has(.generic), edge.start - first < 3 { first -= 1 }
        if let before = token(first - 1), before.has(.launch) { edge.start = first }
    }

    /// A short name right behind a character that is in no table: 台山 in 云台山.
    private func isPart(_ anchor: Int) -> Bool {
        guard tokens[anchor].has(.division), tokens[anchor].count == 2 else { return false }
        return !isFree(before: anchor)
    }

    /// Counts again what lies inside the edge that was settled on.
    private func recount(_ edge: inout NameEdge, _ index: Int) {
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
    private func isUnknownPlace(_ level: Int) -> Bool {
        guard tokens[level].scalar != 0, let previous = token(level - 1) else { return false }
        return previous.isUnknown || previous.has(.level) && previous.scalar == 0x5DDE
    }

    /// 全国, 全市: a meeting's, but no work's.
    private func isWhole(_ token: NameToken) -> Bool {
        token.count == 2 && reader.character(at: token.start).scalar == 0x5168
    }

    /// Whether a division in front of a head makes a name of it.
    private func mayAnchor(_ index: Int) -> Bool {
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
    func quotation(endingAt index: Int) -> Int? {
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

    /// Whether what stands before a head makes a name of it.
    private func isName(_ edge: NameEdge, _ head: NameHead, at index: Int) -> Bool {
        if edge.hasQuote { return isQuotedName(edge, head, at: index) }
        let isCore = edge.unknown >= 2 || edge.hasLatin
        switch head.type {
        case .organization:
            // 队
            if tokens[index].scalar == 0x961F { return edge.hasAnchor && edge.generic == 0 }
            if head.use == .brand { return isBrand(edge, at: index) }
            if reader.ends(tokens[index].end, with: "组织"), isOrganizing(index) { return false }
            // 中国高度赞赏联合国: what is a name by itself has nothing before it but a place.
            if tokens[index].name >= 0, head.use == .any {
                return edge.hasAnchor
                    && tokens[edge.start..<index].dropFirst().allSatisfy {
                        ordinalMark(of: $0) != nil || $0.has(.division)
                    }
            }
            if head.use == .organ {
                return (edge.hasLevel && edge.characters <= 12 || edge.hasAnchor && edge.characters <= 18)
                    || edge.unknown >= 2 && edge.generic == 0 && edge.characters <= 4
            }
            if edge.hasAnchor { return true }
            if edge.hasLevel { return head.use != .generic && edge.generic + edge.unknown > 0 }
            if head.use == .generic, isCount(index + 1) { return false }
            return isCore || isBuilt(edge, at: index)
        case .facility, .location:
            if edge.hasAnchor { return true }
            if edge.hasLevel { return head.type == .facility && edge.characters + tokens[index].count >= 6 }
            return isCore || isBuilt(edge, at: index)
        case .geopolitical:
            if edge.hasAnchor { return true }
            guard let last = token(index - 1), !Self.suffixes.contains(last.scalar) else { return false }
            return edge.unknown >= 2
        case .project:
            // 欧亚大陆战略枢纽
            if head.use == .generic, reader.ends(tokens[index].end, with: "战略"), let next = token(index + 1),
                next.head >= 0 || next.has(.generic) && !next.has(.verb)
            {
                return false
            }
            if edge.hasAnchor { return edge.characters + tokens[index].count >= 5 }
            // 农村供水工程三百处 are counted.
            if isCount(index + 1) { return false }
            if edge.hasLevel { return edge.characters >= 4 && head.use != .generic }
            return isCore || isLaunched(edge, at: index) || isBuilt(edge, at: index)
        case .event:
            if edge.hasAnchor { return true }
            if edge.hasLevel { return edge.generic + edge.unknown > 0 }
            return isCore || head.use == .named && isHeld(edge)
        case .document:
            // 教育人民遵守宪法, 青岚深化空间规划 tell what is done.
            if edge.hasAnchor {
                if token(edge.start + 1)?.has(.launch) ?? false { return false }
            } else if tokens[edge.start..<index].contains(where: { $0.has(.verb) && !$0.has(.generic) }) {
                return false
            }
            return (edge.hasAnchor || edge.unknown >= 2 && edge.characters >= 4)
                && edge.characters + tokens[index].count >= 5
        case .honour:
            // 国家中小企业特色产业集群 is a title only where it is awarded.
            if head.use == .generic { return false }
            return edge.hasAnchor || edge.hasLevel && edge.generic + edge.unknown > 0
        case .person:
            return false
        }
    }

    private static let push = Array("推".utf8)
    private static let anniversary = Array("周年".utf8)
    /// Quotation marks, + and ·.
    private static let innerMarks: Set<UInt32> = [0x201C, 0x201D, 0x2B, 0xFF0B, 0xB7]
    private static let schools: [StaticString] = ["医院", "学校", "小学", "中学", "大学", "学院", "校区", "院区"]
    private static let programmes: [StaticString] = ["行动", "计划", "战略", "工程"]
    /// 型化号类式级性: what stands before or behind them is part of a word.
    static let suffixes: Set<UInt32> = [0x578B, 0x5316, 0x53F7, 0x7C7B, 0x5F0F, 0x7EA7, 0x6027]
    /// — – - － －
    static let dashes: Set<UInt32> = [0x2014, 0x2013, 0x2D, 0xFF0D, 0x2212]

    /// 省政府组织编制…: a verb.
    private func isOrganizing(_ index: Int) -> Bool {
        if let previous = token(index - 1) {
            if previous.head >= 0, terms.head(previous.head).type == .organization { return true }
            if previous.name >= 0, terms.type(ofName: previous.name) == .organization, tokens[index].count == 2 {
                return token(index + 1).map { !$0.has([.stop, .coordinate]) && $0.kind != .mark } ?? false
            }
        }
        guard let next = token(index + 1) else { return false }
        return next.isMark(0x300A) || next.isUnknown || next.has(.generic) && !next.has(.verb)
    }

    /// “智汇”人才集聚计划, but not “七网”行动, where the quotation counts what is done.
    private func isQuotedName(_ edge: NameEdge, _ head: NameHead, at index: Int) -> Bool {
        guard [.project, .event, .organization].contains(head.type), let first = token(edge.start + 1) else {
            return false
        }
        if tokens[edge.start..<index].contains(where: { $0.kind == .mark && !Self.innerMarks.contains($0.scalar) }) {
            return false
        }
        if first.kind == .number || reader.character(at: first.start).info.startsNumeral {
            return isLarge(edge.start + 1, to: index)
        }
        return head.use != .generic
    }

    /// “千村示范、万村整治”工程: 百, 千 and 万 count no members.
    func isLarge(_ first: Int, to index: Int) -> Bool {
        let scalar = reader.character(at: tokens[first].start).scalar
        guard [0x767E, 0x5343, 0x4E07].contains(scalar) else { return false }
        var characters = 0
        for token in tokens[first..<index] {
            if token.isMark(0x201D) { break }
            characters += token.count
        }
        return characters >= 5
    }

    /// 启动实施数字乡村建设三年行动: words of everyday, set going; the more of them, the less a verb is needed.
    private func isLaunched(_ edge: NameEdge, at index: Int) -> Bool {
        guard terms.head(tokens[index].head).use == .any else { return false }
        if let before = token(edge.start - 1), before.has(.launch), edge.characters >= 4 { return true }
        return tokens[index].count >= 4 && edge.characters >= 4 || tokens[index].count >= 2 && edge.characters >= 8
    }

    /// 打造智能传感器产业园: words of everyday, being built, with a head that says much.
    private func isBuilt(_ edge: NameEdge, at index: Int) -> Bool {
        guard tokens[index].count >= 3, edge.characters >= 2, terms.head(tokens[index].head).use == .any else {
            return false
        }
        return isBuilding(before: edge.start) || token(index + 1)?.has(.underway) ?? false
    }

    /// 举办湿地旅游文化节: words of everyday, held.
    private func isHeld(_ edge: NameEdge) -> Bool {
        guard edge.characters >= 2 else { return false }
        var index = edge.start - 1
        while let token = token(index), token.isMark(0x201C) || token.scalar == 0x4E86 { index -= 1 }
        return token(index)?.has(.hold) ?? false
    }

    /// 信维科技, 益阳信维科技: two characters that are no word right before.
    private func isBrand(_ edge: NameEdge, at index: Int) -> Bool {
        guard let last = token(index - 1) else { return false }
        if last.name >= 0, terms.type(ofName: last.name) == .organization { return true }
        // 江岚控股
        if !tokens[index].has(.generic), edge.hasAnchor, edge.generic == 0, last.has(.division) {
            guard tokens[index].has(.verb), let next = token(index + 1) else { return true }
            return next.kind == .mark || next.has([.stop, .award, .coordinate])
        }
        guard last.isUnknown || last.kind == .latin, edge.unknown >= 2 || edge.hasLatin, edge.generic == 0 else {
            return false
        }
        guard let next = token(index + 1) else { return true }
        // 深海科技创新
        if tokens[index].has(.generic), next.has(.generic), !next.has(.verb), !edge.hasAnchor { return false }
        return !next.isUnknown
    }
}
