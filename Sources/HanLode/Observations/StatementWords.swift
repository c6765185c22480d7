/// What the words of a text do in its statements, as far as it has been asked for.
///
/// The same few hundred words come again and again, and what one of them does is told by several rows of a table: it is
/// kept where the next look finds it at once. Two words in one place take turns.
struct StatementWords {
    private struct Entry {
        /// Where the word's terms are found; beyond all of them where there is no word yet.
        var slot = UInt32.max
        var token: StatementToken?
    }

    private static let count = 256
    private var entries = Array(repeating: Entry(), count: Self.count)

    /// The token of a match without its place in the text; `nil` where it is no part of a statement.
    mutating func token(of match: Reader.Match, _ reader: borrowing Reader, _ terms: Terms) -> StatementToken? {
        let place = Int(match.slot) & (Self.count - 1)
        if entries[place].slot == match.slot { return entries[place].token }
        let token = Self.token(of: match, reader, terms)
        entries[place] = Entry(slot: match.slot, token: token)
        return token
    }

    private static func token(
        of match: Reader.Match, _ reader: borrowing Reader, _ terms: Terms
    ) -> StatementToken? {
        var token = StatementToken(start: 0, end: 0, kind: .indicator)
        if match.kinds & Lexicon.Kind.statement.bit != 0 {
            let statements = terms.statements
            reader.forEachTerm(.statement, of: match) { term in
                token.kind = .word
                let word = statements[term]
                token.roles.insert(StatementRoles(word.role))
                if word.value != .none { token.value = word.value }
            }
        }
        // 完成投资 is a name, though 投资 alone may be what is done.
        if match.kinds & Lexicon.Kind.indicator.bit != 0 { token.roles.formUnion(.noun) }
        if match.kinds & Lexicon.Kind.modifierBefore.bit != 0, !token.has([.leading, .above, .below]) {
            token.kind = .modifier
        }
        if match.kinds & Lexicon.Kind.connector.bit != 0, let term = reader.term(.connector, of: match),
            terms.connectors[term] == .list
        {
            token.kind = .list
        }
        if token.has(.of) { token.kind = .of }
        if match.kinds & Lexicon.Kind.modifierAfter.bit != 0 { token.kind = .modifierAfter }
        // A sign of ranges is none of these.
        return token.kind == .indicator && match.kinds & Lexicon.Kind.indicator.bit == 0 ? nil : token
    }
}
