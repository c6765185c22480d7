/// Words that a count of terms leaves out: function words, and what every report says.
public struct StopWords: Hashable, Sendable {
    private var words: Set<String>

    /// The words of the built-in table `@stop-words`.
    ///
    /// - Throws: `HanLodeError` with `.badImage` where the library was built around a damaged lexicon.
    public static func builtIn() throws(HanLodeError) -> StopWords {
        StopWords(Set(try Lexicon(borrowing: Pack.builtInImage).rows(of: .stopWords).map { $0[0] }))
    }

    /// The words of the tables `@stop-words` in `packs`.
    public init(packs: [Pack]) {
        words = Set(packs.flatMap(\.rows).filter { $0.table == .stopWords }.map { $0.cells[0] })
    }

    /// These words.
    public init(_ words: Set<String> = []) {
        self.words = words
    }

    /// Words, one a line; white space around them and empty lines do not count.
    public init(lines: String) {
        words = Set(
            lines.split(whereSeparator: \.isNewline)
                .map { $0.drop(while: \.isWhitespace) }
                .map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }
                .filter { !$0.isEmpty })
    }

    /// Both sets' words.
    public func union(_ other: StopWords) -> StopWords { StopWords(words.union(other.words)) }

    /// Whether a word is left out.
    public func contains(_ word: String) -> Bool { words.contains(word) }
}
