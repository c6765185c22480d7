extension EntityGrammar {
    /// Names by their last word: 岚江大学, 省教育厅, 石桥镇, 云溪湖截污工程. Says whether there is one that may have an ordinal.
    mutating func findHeads() -> Bool {
        var mayHaveOrdinal = false
        for place in 0..<sentence.markedCount where tokens[marked[place]].head >= 0 {
            let index = marked[place]
            let head = terms.head(tokens[index].head)
            guard head.use != .list else { continue }
            if head.mayHaveOrdinal { mayHaveOrdinal = true }
            let count = candidates.count
            if head.use == .single {
                takeSingle(head, at: index)
            } else {
                takeHead(head, at: index)
            }
            if candidates.count == count { dismiss(index..<(index + 1), .head, .unnamed) }
        }
        return mayHaveOrdinal
    }

    private mutating func takeHead(_ head: NameHead, at index: Int) {
        if isAlone(index) { return }
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

    /// Whether no name can go on before the head at `index`: at the beginning of a sentence, behind a mark that stands in none,
    /// and behind 的 and its like.
    private mutating func isAlone(_ index: Int) -> Bool {
        guard let previous = token(index - 1) else { return true }
        if previous.kind == .mark {
            if placeInBrackets(endingAt: index - 1) != nil { return false }
            return previous.scalar != 0x201D && !Self.isDash(previous.scalar) && !Self.isJoint(previous.scalar)
        }
        return Self.isParticle(previous.scalar) && previous.has(.stop)
            && !previous.has([.division, .countries, .name, .head, .level])
    }

    /// 金字塔 of 金字塔型, 陆港 of 陆港号: the head is a part of a longer word.
    private mutating func goesOn(behind index: Int) -> Bool {
        guard tokens[index].count > 1, let next = token(index + 1) else { return false }
        return Self.isSuffix(next.scalar)
    }

    /// 科技园 and 区, 机场 and 群 behind it.
    private mutating func endOfArea(_ index: Int) -> Int {
        guard tokens[index].count > 1, let next = token(index + 1), next.scalar == 0x533A || next.scalar == 0x7FA4,
            next.isUnknown
        else { return index + 1 }
        return index + 2
    }

    /// Behind a train's name its route: 中欧班列（成渝）.
    mutating func extended(_ index: Int) -> Int {
        guard let open = token(index + 1), open.opensBracket else {
            return index + 1
        }
        var close = index + 2
        while let token = token(close), close - index < 6 {
            if token.closesBracket { return close > index + 2 ? close + 1 : index + 1 }
            guard token.isUnknown || token.has(.division) || token.name >= 0 else { break }
            close += 1
        }
        return index + 1
    }

    /// A work that is being built is a project yet, lines of traffic aside; a project that is in use is a facility.
    mutating func type(of head: NameHead, from start: Int, to index: Int) -> EntityType {
        switch head.type {
        case .organization:
            // 推进 may be about anything.
            let isPushed = token(start - 1).map { $0.has(.verb) || reader.begins($0.start, with: Self.push) } ?? false
            // 岚江大学“双一流”建设 is about something of the university's.
            let isOwner = token(index + 1).map { $0.isMark(0x201C) || $0.has([.generic, .verb]) && !$0.has(.underway) }
            guard
                isBuilding(before: start) && !isPushed || !(isOwner ?? false) && isFollowed(by: .underway, index)
            else { break }
            return tokens[index].has(.school) ? .project : .organization
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
            return tokens[index].has(.programme) ? .project : .facility
        default: break
        }
        return head.type
    }

    private mutating func isBuilding(before start: Int) -> Bool {
        var index = start - 1
        // 建设“…
        while let token = token(index), token.isMark(0x201C) || token.has(.coordinate) && index == start - 1 {
            index -= 1
        }
        return token(index)?.has(.building) ?? false
    }

    /// Whether the clause goes on with a word of `role`.
    mutating func isFollowed(by role: NameRoles, _ index: Int) -> Bool {
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

    private mutating func isForeign(_ token: NameToken) -> Bool {
        token.has(.countries)
            || token.name >= 0 && !token.has(.division) && terms.type(ofName: token.name) == .geopolitical
    }

    /// Whether what stands before a head makes a name of it.
    private mutating func isName(_ edge: NameEdge, _ head: NameHead, at index: Int) -> Bool {
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
            guard let last = token(index - 1), !Self.isSuffix(last.scalar) else { return false }
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
    /// Quotation marks, + and ·.
    private static func isInnerMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x201C, 0x201D, 0x2B, 0xFF0B, 0xB7: true
        default: false
        }
    }
    /// 型化号类式级性: what stands before or behind them is part of a word.
    static func isSuffix(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x578B, 0x5316, 0x53F7, 0x7C7B, 0x5F0F, 0x7EA7, 0x6027: true
        default: false
        }
    }
    /// — – - － －
    static func isDash(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2014, 0x2013, 0x2D, 0xFF0D, 0x2212: true
        default: false
        }
    }

    /// 省政府组织编制…: a verb.
    private mutating func isOrganizing(_ index: Int) -> Bool {
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
    private mutating func isQuotedName(_ edge: NameEdge, _ head: NameHead, at index: Int) -> Bool {
        guard [.project, .event, .organization].contains(head.type), let first = token(edge.start + 1) else {
            return false
        }
        if tokens[edge.start..<index].contains(where: { $0.kind == .mark && !Self.isInnerMark($0.scalar) }) {
            return false
        }
        if first.kind == .number || reader.character(at: first.start).info.startsNumeral {
            return isLarge(edge.start + 1, to: index)
        }
        return head.use != .generic
    }

    /// “千村示范、万村整治”工程: 百, 千 and 万 count no members.
    mutating func isLarge(_ first: Int, to index: Int) -> Bool {
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
    private mutating func isLaunched(_ edge: NameEdge, at index: Int) -> Bool {
        guard terms.head(tokens[index].head).use == .any else { return false }
        if let before = token(edge.start - 1), before.has(.launch), edge.characters >= 4 { return true }
        return tokens[index].count >= 4 && edge.characters >= 4 || tokens[index].count >= 2 && edge.characters >= 8
    }

    /// 打造智能传感器产业园: words of everyday, being built, with a head that says much.
    private mutating func isBuilt(_ edge: NameEdge, at index: Int) -> Bool {
        guard tokens[index].count >= 3, edge.characters >= 2, terms.head(tokens[index].head).use == .any else {
            return false
        }
        return isBuilding(before: edge.start) || token(index + 1)?.has(.underway) ?? false
    }

    /// 举办湿地旅游文化节: words of everyday, held.
    private mutating func isHeld(_ edge: NameEdge) -> Bool {
        guard edge.characters >= 2 else { return false }
        var index = edge.start - 1
        while let token = token(index), token.isMark(0x201C) || token.scalar == 0x4E86 { index -= 1 }
        return token(index)?.has(.hold) ?? false
    }

    /// 信维科技, 益阳信维科技: two characters that are no word right before.
    private mutating func isBrand(_ edge: NameEdge, at index: Int) -> Bool {
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
