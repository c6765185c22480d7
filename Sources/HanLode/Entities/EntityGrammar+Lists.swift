extension EntityGrammar {
    /// What stands beside a name in a list, and what stands before 等 and a word for what the list holds: 盖世物流、佳怡物流;
    /// 海康威视、甲骨文等115个优质项目.
    mutating func findListed() {
        for index in tokens.indices where tokens[index].has(.listEnd) {
            guard let type = listed(behind: index) else { continue }
            takeItems(endingAt: index, type)
        }
    }

    /// What the word behind 等, and a number and a measure, says that a list holds.
    private func listed(behind index: Int) -> EntityType? {
        var next = index + 1
        var characters = 0
        while let token = token(next), characters < 10 {
            if token.head >= 0 {
                let head = terms.nameHeads[token.head]
                if head.use == .list || next > index + 1 || head.type == .organization { return head.type }
                return head.type
            }
            if token.kind == .mark || token.has(.award) { return nil }
            characters += token.count
            next += 1
        }
        return nil
    }

    /// Proposes the items of the list that ends before `end` and that are short and in no other table.
    private mutating func takeItems(endingAt end: Int, _ type: EntityType) {
        var last = end
        for _ in 0..<12 {
            var first = last
            var unknown = 0
            var characters = 0
            var isBroken = false
            while first > 0 {
                let token = tokens[first - 1]
                if token.has(.coordinate) { break }
                if token.kind == .mark || token.has(.stop) || token.has(.verb) || token.kind == .number {
                    isBroken = true
                    break
                }
                if token.isUnknown || token.kind == .latin { unknown += token.count }
                characters += token.count
                first -= 1
            }
            if first < last, unknown >= 2, (2...12).contains(characters) {
                propose(first..<last, type, .list)
            }
            guard first > 0, !isBroken, tokens[first - 1].has(.coordinate) else { return }
            last = first - 1
        }
    }
}
