internal import ICUKit

/// The patterns of a lexicon, ready to be looked for. Immutable and shared by all tasks.
struct PatternSet: Sendable {
    /// A pattern of the kind `sequence`.
    struct Sequence: Sendable {
        let name: String
        let priority: Int
        /// Which row of the table of patterns it is.
        let row: Int
        let elements: [Element]
    }

    struct Element: Sendable {
        let label: String?
        let atom: Atom
        let isOptional: Bool
    }

    enum Atom: Sendable {
        case literal([Literal])
        case gap(Int)
        case mention(MentionKind, [SequenceDefinition.Condition])
        case term(TableKind, Lexicon.Kind, [SequenceDefinition.Condition])
    }

    /// A text in the letters of the lexicon, so that 開 is 开 and ６ is 6.
    struct Literal: Sendable {
        struct Letter: Sendable {
            let code: UInt32
            let scalar: UInt32
        }

        let letters: [Letter]
    }

    /// A pattern of the kind `regex`: what tasks clone.
    final class Expression: Sendable {
        let name: String
        let priority: Int
        let row: Int
        let expression: RegularExpression
        /// The named groups, in the order of their numbers.
        let groups: [(name: String, number: Int)]

        init?(_ term: PatternTerm, row: Int) {
            guard let expression = try? RegularExpression(term.definition, limits: .init(time: Self.steps)) else {
                return nil
            }
            name = term.name
            priority = term.priority
            self.row = row
            var groups: [(name: String, number: Int)] = []
            for name in Self.names(in: term.definition) where !groups.contains(where: { $0.name == name }) {
                if let number = expression.captureIndex(named: name) { groups.append((name, number)) }
            }
            self.groups = groups
            self.expression = expression
        }

        /// Steps of ICU's match engine that one match may take; an honest pattern takes a few on a paragraph.
        static let steps = 100

        /// Whatever stands in `(?<…>`; some of it may stand in a class or behind a backslash and be no group.
        private static func names(in pattern: String) -> [String] {
            pattern.split(separator: "(?<", omittingEmptySubsequences: false).dropFirst().compactMap { rest in
                rest.firstIndex(of: ">").map { String(rest[..<$0]) }
            }
        }
    }

    private(set) var sequences: [Sequence] = []
    private(set) var expressions: [Expression] = []
    /// For each text that a sequence begins with, in the order of the lexicon's postings, the sequence.
    private(set) var leads: [Int] = []
    /// How many terms the lists have; postings beyond are leads.
    let termCount: Int

    var isEmpty: Bool { termCount == 0 && sequences.isEmpty && expressions.isEmpty }

    init(_ lexicon: Lexicon) {
        termCount = lexicon.terms.listTerms.count
        for (row, term) in lexicon.terms.patterns.enumerated() {
            switch term.form {
            case .regex:
                if let expression = Expression(term, row: row) { expressions.append(expression) }
            case .sequence:
                guard let definition = try? SequenceDefinition(term.definition) else { continue }
                leads += definition.leads.map { _ in sequences.count }
                sequences.append(
                    Sequence(
                        name: term.name, priority: term.priority, row: row,
                        elements: definition.elements.map { Element($0, lexicon) }))
            }
        }
    }
}

extension PatternSet.Element {
    fileprivate init(_ element: SequenceDefinition.Element, _ lexicon: Lexicon) {
        label = element.label
        isOptional = element.isOptional
        switch element.atom {
        case .literal(let texts): atom = .literal(texts.map { PatternSet.Literal($0, lexicon) })
        case .gap(let count): atom = .gap(count)
        case .mention(let kind, let conditions): atom = .mention(kind, conditions)
        case .term(let table, let conditions):
            // Only tables with a kind of term are let through when a definition is read.
            atom = .term(table, table.schema.kind ?? .word, conditions)
        }
    }
}

extension PatternSet.Literal {
    fileprivate init(_ text: String, _ lexicon: Lexicon) {
        let reader = Reader(text.utf8.span, lexicon: lexicon)
        var letters: [Letter] = []
        var offset = 0
        while offset < reader.end {
            let character = reader.character(at: offset)
            letters.append(Letter(code: character.info.code, scalar: character.scalar))
            offset = character.next
        }
        self.letters = letters
    }

    /// Where the text ends if it stands at `offset`, zero-width characters inside it seen through.
    func end(in reader: Reader, at offset: Int) -> Int? {
        var offset = offset
        var index = 0
        while index < letters.count {
            guard offset < reader.end else { return nil }
            let character = reader.character(at: offset)
            if index > 0, character.info.isIgnorable {
                offset = character.next
                continue
            }
            let letter = letters[index]
            guard character.scalar == letter.scalar || letter.code != 0 && character.info.code == letter.code else {
                return nil
            }
            offset = character.next
            index += 1
        }
        return offset
    }
}
