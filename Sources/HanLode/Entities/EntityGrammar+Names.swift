extension EntityGrammar {
    /// 长江, 教育部: names of the tables; and phrases that hold a name and are none, which keep others from their place.
    mutating func findNames() {
        guard sentence.has([.name, .none]) else { return }
        for index in tokens.indices {
            let token = tokens[index]
            if token.has(.none) {
                propose(index..<(index + 1), .organization, .name)
                candidates[candidates.count - 1].isNone = true
            } else if token.name >= 0, let type = terms.type(ofName: token.name) {
                // 退耕还林382万公顷 measures what is done.
                if type == .project, let next = self.token(index + 1), next.kind == .number { continue }
                var range = index..<(index + 1)
                if type == .facility {
                    // 中欧班列（成渝）, 黄河小浪底
                    let isBehindPlace = self.token(index - 1).map { isPlace($0) } ?? false
                    range = (isBehindPlace ? index - 1 : index)..<extended(index)
                }
                propose(range, type, .name, canonical: range.count == 1 ? .name(token.name) : .none)
            }
        }
    }

    private func isPlace(_ token: NameToken) -> Bool {
        token.name >= 0 && [.location, .geopolitical].contains(terms.type(ofName: token.name))
    }

    /// 《…》, one inside another, and to the end of the sentence where the closing mark is missing.
    mutating func findBookTitles() {
        guard sentence.hasBookTitle else { return }
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
