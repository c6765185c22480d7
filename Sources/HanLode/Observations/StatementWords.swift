/// What the words of a text do in its statements, as far as it has been asked for.
///
/// The same few hundred words come again and again, and what one of them does is told by several rows of a table: it is
/// kept where the next look finds it at once, from one document to the next. Two words in one place take turns.
struct StatementWords {
    private struct Entry {
        /// Where the word's terms are found; beyond all of them where there is no word yet.
        var slot = UInt32.max
        var word: StatementWord?
    }

    /// Some four for each word that a year's reports use: so few of them share a place that what a word does is read from
    /// the table but once.
    private static var count: Int { 8192 }
    private var entries: [Entry] = []
    /// The lexicon whose words they are. It is held on to, so that no other takes its place in memory.
    private var terms: Terms?

    /// Makes ready for the words of a lexicon; those of another are forgotten.
    mutating func prepare(for terms: Terms) {
        if let known = self.terms, known.isSame(as: terms) { return }
        entries = Array(repeating: Entry(), count: Self.count)
        self.terms = terms
    }

    /// What the word does whose terms are found at `slot`; `nil` where it is no part of a statement.
    @inline(__always)
    mutating func word(at slot: UInt32, _ reader: borrowing Reader, _ terms: Terms) -> StatementWord? {
        let entry = entries[Int(slot) & (Self.count - 1)]
        return entry.slot == slot ? entry.word : newWord(at: slot, reader, terms)
    }

    @inline(never)
    private mutating func newWord(at slot: UInt32, _ reader: borrowing Reader, _ terms: Terms) -> StatementWord? {
        let kinds = reader.lexicon.pointee.forward.known(at: slot).kinds
        let word = Self.word(of: Reader.Match(end: 0, kinds: kinds, slot: slot), reader, terms)
        entries[Int(slot) & (Self.count - 1)] = Entry(slot: slot, word: word)
        return word
    }

    private static func word(of match: Reader.Match, _ reader: borrowing Reader, _ terms: Terms) -> StatementWord? {
        var word = StatementWord(kind: .indicator)
        if match.kinds & Lexicon.Kind.statement.bit != 0 {
            let statements = terms.statements
            reader.forEachTerm(.statement, of: match) { term in
                word.kind = .word
                let row = statements[term]
                word.roles.insert(StatementRoles(row.role))
                if row.value != .none { word.value = row.value }
            }
        }
        // 完成投资 is a name, though 投资 alone may be what is done.
        if match.kinds & Lexicon.Kind.indicator.bit != 0 { word.roles.formUnion(.noun) }
        if match.kinds & Lexicon.Kind.modifierBefore.bit != 0,
            word.roles.isDisjoint(with: StatementRoles.leading.union([.above, .below]))
        {
            word.kind = .modifier
        }
        if match.kinds & Lexicon.Kind.connector.bit != 0, let term = reader.term(.connector, of: match),
            terms.connectors[term] == .list
        {
            word.kind = .list
        }
        if word.roles.contains(.of) { word.kind = .of }
        if match.kinds & Lexicon.Kind.modifierAfter.bit != 0 { word.kind = .modifierAfter }
        // A sign of ranges is none of these.
        return word.kind == .indicator && match.kinds & Lexicon.Kind.indicator.bit == 0 ? nil : word
    }
}

/// What a word does in statements, wherever it stands.
struct StatementWord: Hashable, Sendable {
    var roles: StatementRoles = []
    var kind: StatementToken.Kind
    /// What the roles do not tell.
    var value = StatementTerm.Value.none
}
