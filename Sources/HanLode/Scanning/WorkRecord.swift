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

    /// A number that made no quantity.
    struct Dismissal: Hashable, Sendable {
        enum Reason: Hashable, Sendable {
            /// An ordinal, a name, a code, or a number of a time.
            case unread
            /// Nothing proves or announces that it is an amount.
            case unbelieved
        }

        let span: TextSpan
        let reason: Reason
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
