extension EntityGrammar {
    /// 长江, 教育部: names of the tables; and phrases that hold a name and are none, which keep others from their place.
    mutating func findNames() {
        for index in tokens.indices {
            let token = tokens[index]
            if token.has(.none) {
                propose(index..<(index + 1), .organization, .name)
                candidates[candidates.count - 1].isNone = true
            } else if token.name >= 0, let type = terms.names[token.name].type {
                // 中国 behind 新 and the like are names of their own in the table.
                propose(index..<(index + 1), type, .name, canonical: .name(token.name))
            }
        }
    }

    /// 《…》, one inside another, and to the end of the sentence where the closing mark is missing.
    mutating func findBookTitles() {
        var open: Int?
        var depth = 0
        for index in tokens.indices where tokens[index].kind == .mark {
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
        if depth > 1, let from = open, let close = tokens.lastIndex(where: { $0.isMark(0x300B) }), close > from + 1 {
            propose((from + 1)..<close, .document, .bookTitle, isFirm: true)
        }
    }
}
