/// The buffers that an extraction works in, kept from one document to the next.
///
/// One for each task; a `Miner` is shared, a workspace never.
public struct Workspace: ~Copyable {
    var lexemes: [Lexeme] = []
    var matches: [QuantityMatch] = []
    var diagnostics: [Diagnostic] = []
    /// Characters and candidates looked at: the measure of work that tests hold against the text's length.
    var steps = 0

    /// Empty buffers.
    public init() {}

    mutating func takeMatches() -> [QuantityMatch] {
        let taken = matches
        matches = []
        return taken
    }

    mutating func reset() {
        lexemes.removeAll(keepingCapacity: true)
        matches.removeAll(keepingCapacity: true)
        diagnostics.removeAll(keepingCapacity: true)
        steps = 0
    }
}
