extension EntityGrammar {
    /// Titles that are awarded: quoted behind 获评, before 称号, and by their last word behind 获评.
    mutating func findHonours() {
        var award: Int?
        var open: Int?
        var index = 0
        while index < sentence.count {
            let token = tokens[index]
            if token.has([.award, .awardQuoted]) { award = index }
            if token.kind == .mark {
                switch token.scalar {
                case 0x201C: open = index
                case 0x201D:
                    if let from = open, index > from + 1 {
                        if isHonour(from, index, award) {
                            propose((from + 1)..<index, .honour, .award, isFirm: true)
                            // More may follow: “…”和“…”.
                            award = index
                        } else if award != nil {
                            dismiss((from + 1)..<index, .award, .unnamed)
                        }
                    }
                    open = nil
                case 0xFF0C, 0x2C, 0xFF1B, 0x3B:
                    if open == nil { award = nil }
                default: break
                }
            } else if token.scalar == 0x5F3A, let from = award, open == nil, self.token(index - 1)?.kind == .number {
                // 500强
                takeHonour(from, head: index)
            } else if token.head >= 0, let from = award, open == nil, tokens[from].has(.award),
                terms.head(token.head).type == .honour,
                terms.head(token.head).use != .list, from < index
            {
                takeHonour(from, head: index)
            }
            index += 1
        }
    }

    /// Whether the quotation is a title: right behind a word of awarding but for whose it is, or before 称号.
    private mutating func isHonour(_ open: Int, _ close: Int, _ award: Int?) -> Bool {
        if let next = token(close + 1), next.has(.bestow) { return true }
        guard let award, award < open else { return false }
        // “…计划” is a project that somebody takes part in.
        if let last = token(close - 1), last.head >= 0, last.count <= 2, terms.head(last.head).type == .project {
            return false
        }
        // 入选“…”名单 names the list's subject.
        if let next = token(close + 1), next.head >= 0 || next.has(.generic), !next.has(.division) { return false }
        var characters = 0
        for token in tokens[(award + 1)..<max(award + 1, open)] {
            characters += token.count
            if token.isMark(0xFF0C) || token.isMark(0x2C) { return false }
        }
        return characters <= 16
    }

    /// 获评国家考古遗址公园: behind the word of awarding up to the last head.
    private mutating func takeHonour(_ award: Int, head: Int) {
        var start = award + 1
        // Whose it is, and which: 全国, 首批, 第6个.
        while start < head, isBeforeTitle(start) { start += 1 }
        if tokens[head].scalar == 0x5F3A, start == head { start = head - 1 }
        guard start < head || tokens[head].count >= 4 else { return }
        let inside = tokens[start..<head]
        guard inside.reduce(0, { $0 + $1.count }) <= Self.reach,
            !inside.contains(where: { $0.kind == .mark || $0.has(.coordinate) })
        else { return dismiss(head..<(head + 1), .award, .unnamed) }
        // It goes on: 示范区建设.
        propose(start..<(head + 1), .honour, .award)
    }

    private mutating func isBeforeTitle(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.kind == .number || token.has(.stop)
    }
}
