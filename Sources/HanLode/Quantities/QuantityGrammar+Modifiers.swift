extension QuantityGrammar {
    /// The modifier that ends right before the number.
    func modifier(before index: Int, at start: Int, digitless: Bool, scaled: Bool) -> Modifier? {
        guard index > 0 else { return nil }
        let previous = lexemes[index - 1]
        guard previous.kind == .modifier, Int(previous.end) == reader.skippingSpaceBackward(start) else { return nil }
        let term = terms.modifiers[Int(previous.term)]
        guard term.position == .before else { return nil }
        switch term.condition {
        case .always: return term.modifier
        case .scaled: return scaled || digitless ? term.modifier : nil
        case .digitless: return digitless ? term.modifier : nil
        }
    }

    /// The modifier right behind the quantity, a parenthesis such as （含） seen through.
    func modifierAfter(_ end: Int) -> Modifier? {
        var offset = reader.skippingSpaceForward(end)
        if offset < reader.end, reader.character(at: offset).scalar == 0xFF08 {
            let inner = reader.character(at: offset).next
            if inner < reader.end, reader.character(at: inner).scalar == 0x542B {  // 含
                let close = reader.character(at: inner).next
                if close < reader.end, reader.character(at: close).scalar == 0xFF09 {
                    offset = reader.character(at: close).next
                }
            }
        }
        guard
            let match = reader.longestTerm(Lexicon.Kind.modifier.bit | Lexicon.Kind.follower.bit, at: offset),
            let term = reader.term(.modifier, of: match), terms.modifiers[term].position == .after
        else { return nil }
        return terms.modifiers[term].modifier
    }
}
