extension EntityGrammar {
    /// Names that a verb declares: what is set going (实施…行动), issued (发布…图谱) or founded (成立…指挥部) is named by all the
    /// words between the verb and the head, verbs among them.
    mutating func declared(_ head: NameHead, at index: Int) -> (start: Int, type: EntityType)? {
        switch head.type {
        case .project:
            guard isProgramme(head, at: index), !isCount(index + 1),
                let start = start(before: index, of: .launched)
            else { return nil }
            let name = measure(start, index)
            // …项目 is of somewhere.
            let isNamed = head.use == .any ? name.isKnown || name.unknown >= 2 : name.isKnown
            guard isNamed || head.use == .any && name.characters >= 4, name.characters >= 3 else { return nil }
            return (start, type(of: head, from: start, to: index))
        case .document, .honour:
            // 名录 is an honour to be in, and a document where it is issued.
            let isTelling = tokens[index].has(.work)
            guard head.type == .document || isTelling, let start = start(before: index, of: .issued) else { return nil }
            let name = measure(start, index)
            let isNamed = name.isKnown || name.unknown >= 2
            // 医保用药目录 tells what it lists.
            if head.type == .document, head.use == .generic, !isNamed { return nil }
            guard name.characters >= (isNamed ? 2 : isTelling ? 4 : 6) else { return nil }
            return (start, .document)
        case .organization:
            guard head.use == .any, tokens[index].count >= 3, let start = start(before: index, of: .founded) else {
                return nil
            }
            return measure(start, index).characters >= 4 ? (start, .organization) : nil
        default:
            return nil
        }
    }

    private enum Declaration { case launched, issued, founded }

    private mutating func isProgramme(_ head: NameHead, at index: Int) -> Bool {
        switch head.use {
        case .any: tokens[index].has(.programme)
        case .generic: reader.ends(tokens[index].end, with: "项目")
        default: false
        }
    }

    /// Where the name that ends with the head at `index` begins: behind the first verb of its clause that declares it, or
    /// behind what joins it to a name declared before it.
    private mutating func start(before index: Int, of declaration: Declaration) -> Int? {
        var first = index
        var characters = 0
        var quotes = 0
        var start: Int?
        var joint: Int?
        while first > 0, characters <= Self.reach {
            let token = tokens[first - 1]
            characters += token.count
            if token.kind == .mark {
                if token.isMark(0x201D) {
                    // “…”“…”行动: one beside the other.
                    if quotes == 0, start == nil, first < index, tokens[first].isMark(0x201C) { joint = joint ?? first }
                    quotes += 1
                } else if token.isMark(0x201C) {
                    if quotes == 0 { break }
                    quotes -= 1
                } else if quotes == 0, token.has(.coordinate) {
                    if start != nil { break }
                    joint = joint ?? first
                } else if quotes == 0, !Self.isDash(token.scalar), !Self.isJoint(token.scalar) {
                    break
                }
            } else if quotes == 0 {
                if token.kind == .number, token.scalar < 0x3007 { break }
                if Self.isParticle(token.scalar) || token.has([.listEnd, .none]) { break }
                if isVerb(token, of: declaration) {
                    start = first
                } else if token.has(.coordinate) || token.scalar == 0x548C,
                    declaration != .issued || isDocument(first - 2),
                    first == index || !reader.ends(tokens[first].end, with: "以上")
                {
                    if start != nil { break }
                    joint = joint ?? first
                }
            }
            first -= 1
        }
        reader.count(index - first)
        guard quotes == 0, var begin = start else { return nil }
        if let joint { begin = joint }
        while begin < index, isBesideName(tokens[begin]) { begin += 1 }
        guard begin < index, !tokens[begin].has([.coordinate, .award]),
            !reader.ends(tokens[begin].end, with: "若干")
        else { return nil }
        let opening = tokens[begin].isMark(0x201C) ? begin + 1 : begin
        // 实施六大行动 counts them.
        let isCounted =
            tokens[opening].kind == .number || reader.character(at: tokens[opening].start).info.startsNumeral
        guard
            !isCounted || tokens[opening].has([.generic, .name, .division])
                || opening > begin && isLarge(opening, to: index)
        else {
            return nil
        }
        return begin
    }

    private mutating func isVerb(_ token: NameToken, of declaration: Declaration) -> Bool {
        switch declaration {
        case .launched: return token.has(.launch)
        case .issued: return token.has(.issue)
        case .founded: return token.has(.found)
        }
    }

    /// 条例和…办法 are two, 教育改革和发展纲要 is one.
    private mutating func isDocument(_ index: Int) -> Bool {
        guard let token = token(index), token.head >= 0 else { return false }
        return terms.head(token.head).type == .document
    }

    /// 实施好, 开展新一轮, 推出一批, 全省: how it is done and where.
    private mutating func isBesideName(_ token: NameToken) -> Bool {
        token.scalar == 0x597D || token.scalar == 0x4E86 || token.has([.launch, .building])
            || token.has(.level) && token.count == 2 && reader.character(at: token.start).scalar == 0x5168
            || token.has(.stop) && token.count == 2 && reader.character(at: token.start).scalar == 0x9996
            || ["新一轮", "新一批"].contains { reader.ends(token.end, with: $0) }
    }

    private mutating func measure(_ start: Int, _ index: Int) -> (characters: Int, unknown: Int, isKnown: Bool) {
        var characters = 0
        var unknown = 0
        var isKnown = false
        for token in tokens[start..<index] where token.kind != .mark {
            characters += token.count
            if token.isUnknown { unknown += 1 }
            if token.kind == .latin || token.has(.division) && !token.has([.stop, .verb, .generic]) || token.name >= 0 {
                isKnown = true
            }
        }
        return (characters, unknown, isKnown)
    }

    /// 的了着在将对把被为以并由从向于是
    static func isParticle(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x7684, 0x4E86, 0x7740, 0x5728, 0x5C06, 0x5BF9, 0x628A, 0x88AB, 0x4E3A, 0x4EE5, 0x5E76, 0x7531, 0x4ECE,
            0x5411, 0x4E8E, 0x662F:
            true
        default: false
        }
    }
    /// + and ·
    static func isJoint(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2B, 0xFF0B, 0xB7: true
        default: false
        }
    }
}
