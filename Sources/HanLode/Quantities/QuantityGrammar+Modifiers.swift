extension QuantityGrammar {
    /// The longest word that ends right before a number, as far as it tells about it.
    struct Context: Hashable, Sendable {
        /// Where the word begins, if it tells anything.
        @Narrow var start: Int
        var cue: CueRole?
        var modifier: ModifierTerm?

        /// A word of ranking, or the whole within which is ranked.
        var isRanking: Bool { cue == .ranking || cue == .scope }
    }

    mutating func context(before offset: Int) -> Context {
        context(before: offset, behind: offset > 0 ? reader.character(at: reader.before(offset)) : nil)
    }

    /// What stands before `offset`, where `last` ends there: few characters end a word that tells about a number.
    @inline(__always)
    mutating func context(before offset: Int, behind last: Reader.Character?) -> Context {
        guard let last, last.info.isBlank || reader.lexicon.pointee.ends(last.info.code, Self.tellingKinds) else {
            return Context(start: offset)
        }
        return longestContext(before: offset, last.info.isBlank ? reader.skippingSpaceBackward(offset) : offset)
    }

    /// Kinds of words that tell about a number; of the kinds of a context there is one more, which keeps a word from being
    /// taken for one of these.
    private static var tellingKinds: UInt32 { Lexicon.Kind.cue.bit | Lexicon.Kind.modifierBefore.bit }

    /// What the longest word that ends at `end` tells about a number at `offset`.
    mutating func longestContext(before offset: Int, _ end: Int) -> Context {
        guard let match = reader.longestContext(endingAt: end) else { return Context(start: offset) }
        return Context(
            start: match.end, cue: reader.term(.cue, of: match).map { terms.cues[$0] },
            modifier: reader.term(.modifierBefore, of: match).map { terms.modifiers[$0] })
    }

    /// The modifier of a context, where its condition holds.
    mutating func modifier(_ context: Context, digitless: Bool, scaled: Bool) -> Modifier? {
        guard let term = context.modifier else { return nil }
        switch term.condition {
        case .always: return term.modifier
        case .scaled: return scaled || digitless ? term.modifier : nil
        case .digitless: return digitless ? term.modifier : nil
        }
    }

    /// The modifier right behind the quantity, where the character `behind` stands; a parenthesis such as （含） is seen
    /// through.
    mutating func modifier(_ behind: Reader.Character, after end: Int) -> Modifier? {
        var (offset, first) = (end, behind)
        if first.info.isBlank {
            offset = reader.skippingSpaceForward(offset)
            first = reader.characterOrEnd(at: offset)
        }
        if !isHan(first.scalar), reader.lexicon.pointee.begins(first.info.code, Lexicon.Kind.suffix.bit),
            let suffix = suffix(first, at: offset), suffix.role == .inclusive
        {
            offset = suffix.end
            first = reader.characterOrEnd(at: offset)
        }
        guard
            let match = reader.longestTerm(
                Lexicon.Kind.modifierAfter.bit, orOf: Lexicon.Kind.follower.bit, at: offset, first),
            let term = reader.term(.modifierAfter, of: match)
        else { return nil }
        return terms.modifiers[term].modifier
    }
}
