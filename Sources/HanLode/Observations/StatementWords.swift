/// What the words of a text do in its statements, as far as it has been asked for.
///
/// The same few hundred words come again and again, and what one of them does is told by several rows of a table: it is
/// kept where the next look finds it at once, from one document to the next. Two words in one place take turns.
struct StatementWords {
    private struct Entry {
        /// Where the word's terms are found; beyond all of them where there is no word yet.
        var slot = UInt32.max
        var token: StatementToken?
    }

    private static var count: Int { 2048 }
    private var entries: [Entry] = []
    /// The lexicon whose words they are. It is held on to, so that no other takes its place in memory.
    private var terms: Terms?

    /// Makes ready for the words of a lexicon; those of another are forgotten.
    mutating func prepare(for terms: Terms) {
        if let known = self.terms, known.isSame(as: terms) { return }
        entries = Array(repeating: Entry(), count: Self.count)
        self.terms = terms
    }

    /// The token of the word whose terms are found at `slot`, without its place in the text; `nil` where the word is no part
    /// of a statement.
    @inline(__always)
    mutating func token(at slot: UInt32, _ reader: borrowing Reader, _ terms: Terms) -> StatementToken? {
        let entry = entries[Int(slot) & (Self.count - 1)]
        return entry.slot == slot ? entry.token : newToken(at: slot, reader, terms)
    }

    @inline(never)
    private mutating func newToken(at slot: UInt32, _ reader: borrowing Reader, _ terms: Terms) -> StatementToken? {
        let kinds = reader.lexicon.pointee.forward.known(at: slot).kinds
        let token = Self.token(of: Reader.Match(end: 0, kinds: kinds, slot: slot), reader, terms)
        entries[Int(slot) & (Self.count - 1)] = Entry(slot: slot, token: token)
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
