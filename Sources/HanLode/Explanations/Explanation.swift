/// How one result came about: its rule, what it rests on, and what it won against.
public struct Explanation: Hashable, Sendable, Codable {
    /// What is explained.
    public enum Subject: String, Hashable, Sendable, Codable, CaseIterable {
        case quantity, time, observation, slogan, entity, match
        /// A place where nothing was found.
        case none
    }

    /// A named value.
    public struct Field: Hashable, Sendable, Codable {
        /// A field of the result, or a column of a table.
        public var name: String
        /// As the result or the table has it.
        public var value: String
    }

    /// What the scanner found, from which the grammars started.
    public struct Lexeme: Hashable, Sendable, Codable {
        /// Where it stands.
        public var span: TextSpan
        /// The characters of `span`.
        public var text: String
        /// `number`, `word`, `amount`, `time`, `set` or `quotation`.
        public var kind: String
    }

    /// A line of a table that was looked up, and found, where the result stands.
    public struct Evidence: Hashable, Sendable, Codable {
        /// How the term stands to the result.
        public enum Position: String, Hashable, Sendable, Codable, CaseIterable {
            case before, inside, across, behind
        }

        /// Where the term stands in the text.
        public var span: TextSpan
        /// The characters of `span`.
        public var text: String
        /// How it stands to the result.
        public var position: Position
        /// The table: `units`.
        public var table: String
        /// The file that the line is in: one of HanLode's tables, or a pack of the user's.
        public var file: String
        /// The line, from 1.
        public var line: Int
        /// The line's cells, empty ones left out.
        public var cells: [Field]
    }

    /// A candidate that did not become a result.
    public struct Rival: Hashable, Sendable, Codable {
        /// Why not.
        public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
            /// A longer term of the same tables begins at the same place.
            case longerTerm
            /// A mention of another kind has some of its characters, and goes first.
            case overlap
            /// It stands in the residue of a page.
            case residue
            /// A pattern of higher priority has some of its characters.
            case outranked
            /// A match of the same name begins before it, or is longer.
            case covered
            /// A pattern with a priority below zero gives way to a mention of HanLode's own.
            case yielded
            /// A pattern with a priority above zero takes away a mention of HanLode's own.
            case displaced
            /// A number that is an ordinal, a name, a code, or part of a time.
            case unread
            /// A number that nothing proves, or announces, to be an amount.
            case unbelieved
            /// A book title, a quoted honour or a person has some of the name's characters.
            case firmName
            /// A longer name has some of the name's characters.
            case longerName
            /// A rule that goes first has made a name or a slogan of as many characters.
            case earlierRule
            /// The tables have it, or a phrase that it shares characters with, for none: 压舱石, 毛泽东思想.
            case knownForNone
            /// A place inside a quotation of a few words: 河东 of “田园河东”.
            case quotedPlace
            /// Nothing around it makes a name of it: a word that names end with, a surname with what might be a given
            /// name, a division that is a word of everyday too, an item of a list, a quotation behind 获评.
            case unnamed
            /// A title that somebody was awarded is no slogan.
            case awarded
            /// What follows 所谓 is no slogan.
            case distanced
            /// Another slogan, or a quotation that is settled as a whole, has some of the slogan's characters.
            case taken
            /// A sentence, a saying or an amount in quotation marks, or nothing of two characters, is no term.
            case noTerm
            /// Numerals that count no members make no set.
            case uncounted
        }

        /// Where it stands.
        public var span: TextSpan
        /// The characters of `span`.
        public var text: String
        /// What it would have been: `quantity number-unit`, `entity head`, `slogan set` (by its shape), `@units`, `match land`.
        public var candidate: String
        /// Why it did not stand.
        public var reason: Reason
        /// What stands in its place, where that is known.
        public var winner: String?
    }

    /// What is explained.
    public var subject: Subject
    /// Where it stands.
    public var span: TextSpan
    /// The characters of `span`.
    public var text: String
    /// The rule that made it; absent where nothing was found.
    public var rule: String?
    /// What the result says.
    public var fields: [Field]
    /// In the order of the text.
    public var lexemes: [Lexeme]
    /// In the order of the text.
    public var evidence: [Evidence]
    /// In the order of the text.
    public var rivals: [Rival]
}

extension Explanation {
    /// Counts the offsets in `unit` from now on.
    ///
    /// - Parameter map: the map of the text that was explained; the explanation's offsets must be in UTF-8.
    public func converted(to unit: OffsetUnit, with map: OffsetMap) -> Explanation {
        guard unit != .utf8 else { return self }
        var result = self
        result.span = map.convert(span, to: unit)
        for index in lexemes.indices { result.lexemes[index].span = map.convert(lexemes[index].span, to: unit) }
        for index in evidence.indices { result.evidence[index].span = map.convert(evidence[index].span, to: unit) }
        for index in rivals.indices { result.rivals[index].span = map.convert(rivals[index].span, to: unit) }
        return result
    }
}
