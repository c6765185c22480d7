extension EntityGrammar {
    /// 长江, 教育部: names of the tables; and phrases that hold a name and are none, which keep others from their place.
    mutating func findNames() {
        for place in 0..<sentence.markedCount {
            let index = marked[place]
            let token = tokens[index]
            if token.has(.none) {
                propose(index..<(index + 1), .organization, .name)
                candidates[candidates.count - 1].isNone = true
            } else if token.name >= 0, let type = terms.type(ofName: token.name) {
                // 共青团员 is somebody, 抗战馆 a building.
                if let next = self.token(index + 1), next.scalar == (type == .organization ? 0x5458 : 0x9986),
                    type == .organization || type == .event
                {
                    continue
                }
                // 退耕还林382万公顷 measures what is done.
                if type == .project, isCount(index + 1) { continue }
                var range = index..<(index + 1)
                if type == .facility {
                    // 中欧班列（成渝）, 黄河小浪底
                    let isBehindPlace = self.token(index - 1).map { isNamedPlace($0) } ?? false
                    range = (isBehindPlace ? index - 1 : index)..<extended(index)
                }
                propose(
                    range, type, .name,
                    canonical: range.count == 1 ? .name(Int32(truncatingIfNeeded: token.name)) : .none)
            }
        }
    }

    /// 60个, 三百处: how many; 2.0版 and 三年来 are none.
    mutating func isCount(_ index: Int) -> Bool {
        guard let token = token(index), !token.has([.generic, .name]), token.kind != .mark else { return false }
        var offset = token.start
        var digits = 0
        while offset < reader.end, digits < 16 {
            let character = reader.character(at: offset)
            guard NameTokenizer.isDigit(character.scalar) || character.info.startsNumeral else {
                // .年月日版期
                return digits > 0 && ![0x2E, 0x5E74, 0x6708, 0x65E5, 0x7248, 0x671F].contains(character.scalar)
            }
            digits += 1
            offset = character.next
        }
        return digits > 0
    }

    /// A place of the table of names.
    mutating func isNamedPlace(_ token: NameToken) -> Bool {
        token.name >= 0 && [.location, .geopolitical].contains(terms.type(ofName: token.name))
    }

    /// 《…》, one inside another, and to the end of the sentence where the closing mark is missing.
    mutating func findBookTitles() {
        var open: Int?
        var depth = 0
        for index in 0..<sentence.count where tokens[index].kind == .mark {
            switch tokens[index].scalar {
            case 0x300A:
                if depth == 0 { open = index }
                depth += 1
            case 0x300B:
                guard depth > 0 else { continue }
                depth -= 1
                if depth == 0, let from = open, index > from + 1 {
                    propose((from + 1)..<index, .document, .bookTitle, isFirm: true)
                    open = nil
                }
            default: break
            }
        }
        if depth > 1, let from = open, let close = tokens[..<sentence.count].lastIndex(where: { $0.isMark(0x300B) }),
            close > from + 1
        {
            propose((from + 1)..<close, .document, .bookTitle, isFirm: true)
        }
    }
}
