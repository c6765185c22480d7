/// What the work on one text came by: kept only where a result is to be explained.
final class WorkRecord {
    /// A term that was looked for and found.
    struct LookUp: Hashable, Sendable {
        /// The kinds of term that were asked for.
        let kinds: UInt32
        let start: Int
        let end: Int
        /// Where its postings are found.
        let slot: UInt32
    }

    /// What a grammar might have made of a piece of the text.
    struct Candidate: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            case quantity
            case time(TimeRule)
            /// `nil` for a set by its shape, whichever.
            case slogan(SloganRule?)
            case entity(EntityRule)
            /// What keeps others from its place and is no result.
            case phrase
        }

        let kind: Kind
        let span: TextSpan

        init(_ kind: Kind, _ start: Int, _ end: Int) {
            self.kind = kind
            span = TextSpan(start: start, end: end)
        }
    }

    /// A candidate that a grammar has decided against.
    struct Dismissal: Hashable, Sendable {
        enum Reason: Hashable, Sendable {
            /// A number: an ordinal, a name, a code, or a part of a time.
            case unread
            /// A number that nothing proves or announces to be an amount.
            case unbelieved
            /// A time goes first.
            case time
            /// A firm name has some of its characters.
            case firmName
            /// A longer name has some of its characters.
            case longerName
            /// A rule that goes first has made something of the same length.
            case earlierRule
            /// The tables have it, or a phrase that it shares characters with, for none.
            case knownForNone
            /// A place inside a quotation of a few words.
            case quotedPlace
            /// Nothing around it makes a name of it.
            case unnamed
            /// A title that somebody was awarded.
            case awarded
            /// Behind 所谓.
            case distanced
            /// Another slogan, or a quotation that is settled as a whole, has some of its characters.
            case taken
            /// A quotation that is a sentence, a saying or an amount.
            case noTerm
            /// Its numerals count no members.
            case uncounted
        }

        let candidate: Candidate
        let reason: Reason
        /// What goes before it, where that is known.
        let winner: Candidate?

        init(_ candidate: Candidate, _ reason: Reason, winner: Candidate? = nil) {
            self.candidate = candidate
            self.reason = reason
            self.winner = winner
        }
    }

    /// The mentions at one stage of the work.
    struct Stage: Sendable {
        var quantities: [QuantityMatch]
        var times: [TimeMatch]
        var slogans: [SloganMatch]
        var entities: [EntityMatch]
    }

    var lookUps: [LookUp] = []
    var dismissals: [Dismissal] = []
    /// As the grammars found them, behind the settling of overlaps, and without what stands in residue.
    var stages: [Stage] = []
}
