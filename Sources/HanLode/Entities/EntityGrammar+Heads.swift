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
            let count = candidates.count
            if head.use == .single {
                takeSingle(head, at: index)
            } else {
                takeHead(head, at: index)
            }
            if candidates.count == count { dismiss(index..<(index + 1), .head, .unnamed) }
        }
    }

    private mutating func takeHead(_ head: NameHead, at index: Int) {
        // 瑞士自贸区 is one with Switzerland, and no name.
        if head.type == .location, tokens[index].name >= 0, let previous = token(index - 1), isForeign(previous) {
            propose(index..<(index + 1), .location, .name, isFirm: true)
            candidates[candidates.count - 1].isNone = true
            return
        }
        guard let edge = edge(before: index, type: head.type), isName(edge, head, at: index) else { return }
        let rule: EntityRule = edge.hasQuote ? .quotedHead : head.type == .geopolitical ? .place : .head
        propose(
            edge.start..<(head.use == .line ? extended(index) : index + 1), type(of: head, from: edge.start, to: index),
            rule)
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
            guard isBuilding(before: start) && !isPushed || isFollowed(by: .underway, index) else { break }
            return Self.schools.contains(where: { reader.ends(tokens[index].end, with: $0) }) ? .project : .organization
        case .facility where head.use != .line:
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
                    && self.token(first - 3)?.kind != .number
                guard isInside || first == index && type == .facility else { break search }
                if isInside { unknown = first - 1 }
            case .han:
                if token.has(.stop) { break search }
                unknown = first - 1
                edge.unknown += 1
            case .word:
                if token.has(.none) { break search }
                if token.name >= 0 && !token.has(.generic) || token.has([.division, .countries]) {
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
        }
        while edge.start < index,
            tokens[edge.start].has([.verb, .building, .launch]) || tokens[edge.start].kind == .number
        {
            edge.start += 1
        }
        guard edge.start < index else { return nil }
        // 六大创新工程 counts what is done; 数字 is a word.
        let isCounted = reader.character(at: tokens[edge.start].start).info.startsNumeral
        guard !isCounted || tokens[edge.start].has([.generic, .name]) else { return nil }
        edge.characters = tokens[edge.start..<index].reduce(0) { $0 + $1.count }
        recount(&edge, index)
        return edge
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
            if head.use == .organ {
                return (edge.hasLevel || edge.hasAnchor) && edge.characters <= 12
                    || edge.unknown >= 2 && edge.generic == 0 && edge.characters <= 4
            }
            if edge.hasAnchor { return true }
            if edge.hasLevel { return head.use != .generic && edge.generic + edge.unknown > 0 }
            return isCore || isBuilt(edge, at: index)
        case .facility, .location:
            if edge.hasAnchor { return true }
            if edge.hasLevel { return head.type == .facility && edge.characters + tokens[index].count >= 6 }
            return isCore || isBuilt(edge, at: index)
        case .geopolitical:
            return edge.hasAnchor || edge.unknown >= 1
        case .project:
            if edge.hasAnchor { return edge.characters + tokens[index].count >= 5 }
            if edge.hasLevel { return edge.characters >= 4 && head.use != .generic }
            return isCore || isLaunched(edge, at: index) || isBuilt(edge, at: index)
        case .event:
            if edge.hasAnchor { return true }
            if edge.hasLevel { return edge.generic + edge.unknown > 0 }
            return isCore || head.use == .named && isHeld(edge)
        case .document:
            return (edge.hasAnchor || edge.unknown >= 2 && edge.characters >= 4)
                && edge.characters + tokens[index].count >= 5
        case .honour:
            return edge.hasAnchor || edge.hasLevel && edge.generic + edge.unknown > 0
        case .person:
            return false
        }
    }

    private static let push = Array("推".utf8)
    /// Quotation marks, + and ·.
    private static let innerMarks: Set<UInt32> = [0x201C, 0x201D, 0x2B, 0xFF0B, 0xB7]
    private static let schools: [StaticString] = ["医院", "学校", "小学", "中学", "大学", "学院", "校区", "院区"]
    private static let programmes: [StaticString] = ["行动", "计划", "战略", "工程"]

    /// “智汇”人才集聚计划, but not “七网”行动, where the quotation counts what is done.
    private func isQuotedName(_ edge: NameEdge, _ head: NameHead, at index: Int) -> Bool {
        guard [.project, .event, .organization].contains(head.type), let first = token(edge.start + 1) else {
            return false
        }
        if tokens[edge.start..<index].contains(where: { $0.kind == .mark && !Self.innerMarks.contains($0.scalar) }) {
            return false
        }
        if first.kind == .number || reader.character(at: first.start).info.startsNumeral { return false }
        return head.use != .generic
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
        guard last.isUnknown || last.kind == .latin, edge.unknown >= 2 || edge.hasLatin, edge.generic == 0 else {
            return false
        }
        guard let next = token(index + 1) else { return true }
        return !next.isUnknown
    }

    /// One character behind a few that are in no table: 韩仓河, 石桥镇. Places in it are joined to those before it.
    private mutating func takeSingle(_ head: NameHead, at index: Int) {
        guard isFree(behind: index) || head.type != .organization else { return }
        var start = index
        var characters = 0
        var parent = index
        while start > 0 {
            let token = tokens[start - 1]
            let isPart = token.isUnknown || isPlaceWord(start - 1, before: head) || token.scalar == 0x5DDE
            guard isPart, token.count + characters <= 4, characters == 0 || !isPlaceHead(start - 1) else { break }
            characters += token.count
            start -= 1
        }
        // 土河 is a name, 深海 is not.
        let isRiver = [0x6CB3, 0x6C5F, 0x6E56].contains(tokens[index].scalar)
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

    /// A short name that may be part of another: 石桥 of 石桥镇; 云溪 of 云溪湖, but not 晋宁 before 河.
    private func isPlaceWord(_ index: Int, before head: NameHead) -> Bool {
        let token = tokens[index]
        guard token.has(.division), token.scalar == 0, !token.has([.stop, .verb, .generic]),
            let term = best(divisionsOf: index, parent: nil)
        else { return token.has(.surname) && !token.has(.stop) }
        let forms: [DivisionTerm.Form] =
            head.type == .location ? [.district, .weak] : [.short, .district, .former, .weak]
        return forms.contains(terms.division(term).form)
    }

    private func isPlaceHead(_ index: Int) -> Bool {
        guard tokens[index].head >= 0 else { return false }
        return terms.head(tokens[index].head).type == .geopolitical
    }
}
