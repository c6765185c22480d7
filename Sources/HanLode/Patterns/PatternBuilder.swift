extension Pack {
    /// A pack of lists and patterns, declared in Swift instead of a file.
    ///
    /// Each becomes a row of `@terms` or `@patterns` and goes through the same door as a file's: what is not understood
    /// is in `diagnostics`, whose lines count the rows.
    ///
    /// ```swift
    /// let pack = Pack(name: "mine") {
    ///     TermList("company", ["云岚机床集团", "星河药业"])
    ///     SequencePattern("land") {
    ///         PatternElement.quantity(dimension: .area).named("area")
    ///         PatternElement.gap(upTo: 8)
    ///         "工业用地"
    ///     }
    /// }
    /// ```
    public init(name: String, @PatternBuilder patterns: () -> [PatternRow]) {
        self.init(name: name, declaring: patterns())
    }
}

/// Terms under one name, each with attributes of its own.
public struct TermList: Hashable, Sendable {
    let rows: [PatternRow]

    /// A list of terms without attributes.
    ///
    /// - Parameter priority: from −9 to 9; see `SequencePattern`.
    public init(_ name: String, _ terms: [String], priority: Int = 0) {
        rows = terms.map { Self.row($0, name, [:], priority) }
    }

    /// A list of terms with attributes: `["云岚机床集团": ["sector": "装备制造"]]`.
    ///
    /// - Parameter priority: from −9 to 9; see `SequencePattern`.
    public init(_ name: String, _ terms: KeyValuePairs<String, [String: String]>, priority: Int = 0) {
        rows = terms.map { Self.row($0.key, name, $0.value, priority) }
    }

    private static func row(
        _ term: String, _ name: String, _ attributes: [String: String], _ priority: Int
    )
        -> PatternRow
    {
        let pairs = attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return PatternRow(table: .terms, cells: [term, name, pairs.joined(separator: "; "), String(priority)])
    }
}

/// Texts, terms and mentions that stand one behind the other.
public struct SequencePattern: Hashable, Sendable {
    let row: PatternRow

    /// A sequence of elements: texts in quotation marks, and what `PatternElement` makes.
    ///
    /// - Parameter priority: from −9 to 9. Of overlapping matches the one of higher priority stands. Above zero it takes
    ///   away the mentions of HanLode's own that it overlaps; below zero it gives way to them.
    public init(_ name: String, priority: Int = 0, @SequenceBuilder _ elements: () -> [PatternElement]) {
        let definition = elements().map(\.definition).joined(separator: " ")
        row = PatternRow(
            table: .patterns, cells: [name, PatternTerm.Form.sequence.rawValue, definition, String(priority)])
    }
}

/// A regular expression in ICU's syntax, whose named groups become the groups of its matches.
public struct RegularExpressionPattern: Hashable, Sendable {
    let row: PatternRow

    /// A regular expression; it is matched within a paragraph.
    ///
    /// - Parameter priority: from −9 to 9; see `SequencePattern`.
    public init(_ name: String, _ expression: String, priority: Int = 0) {
        row = PatternRow(
            table: .patterns, cells: [name, PatternTerm.Form.regex.rawValue, expression, String(priority)])
    }
}

/// One of the things that stand one behind the other in a sequence, as a pack file writes it.
public struct PatternElement: Hashable, Sendable {
    fileprivate(set) var definition: String

    /// What a definition has between two spaces: `quantity[dimension=area]`.
    public init(definition: String) {
        self.definition = definition
    }

    /// One of several texts.
    public static func text(_ texts: String...) -> Self {
        Self(definition: texts.map(quoted).joined(separator: "|"))
    }

    /// At most so many characters, 200 at the most, of the same sentence.
    public static func gap(upTo count: Int) -> Self {
        Self(definition: "..\(count)")
    }

    /// A quantity, of a dimension or in a unit where they are given.
    public static func quantity(dimension: Dimension? = nil, unit: String? = nil) -> Self {
        mention("quantity", [("dimension", dimension?.rawValue), ("unit", unit)])
    }

    /// A time, of a type where one is given.
    public static func time(_ type: TimeType? = nil) -> Self {
        mention("time", [("type", type?.rawValue)])
    }

    /// An observation, of an indicator or a measure where they are given. It reaches from the indicator to the amount.
    public static func observation(indicator: String? = nil, measure: Observation.Measure? = nil) -> Self {
        mention("observation", [("indicator", indicator), ("measure", measure?.rawValue)])
    }

    /// A slogan, of a kind or a canonical name where they are given.
    public static func slogan(_ kind: SloganKind? = nil, canonical: String? = nil) -> Self {
        mention("slogan", [("kind", kind?.rawValue), ("canonical", canonical)])
    }

    /// A name, of a type where one is given.
    public static func entity(_ type: EntityType? = nil) -> Self {
        mention("entity", [("type", type?.rawValue)])
    }

    /// A match of a list, a regular expression, or a sequence further up.
    public static func match(_ name: String, attributes: KeyValuePairs<String, String> = [:]) -> Self {
        mention("match", [("name", name)] + attributes.map { ($0.key, $0.value) })
    }

    /// A term of one of the lexicon's tables: `term(of: "connectors", ["role": "list"])`.
    public static func term(of table: String, _ columns: KeyValuePairs<String, String> = [:]) -> Self {
        mention("@" + table, columns.map { ($0.key, $0.value) })
    }

    /// The same, which becomes the group `name` of a match.
    public func named(_ name: String) -> Self { Self(definition: name + ":" + definition) }

    /// The same, which may be missing.
    public var optional: Self { Self(definition: definition + "?") }

    private static func mention(_ kind: String, _ conditions: [(field: String, value: String?)]) -> Self {
        let stated = conditions.compactMap { field, value in value.map { field + "=" + quoted($0) } }
        return Self(definition: stated.isEmpty ? kind : kind + "[" + stated.joined(separator: ", ") + "]")
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

/// Puts together what a pack declares.
@resultBuilder public enum PatternBuilder {
    /// A list of terms.
    public static func buildExpression(_ list: TermList) -> [PatternRow] { list.rows }
    /// A sequence.
    public static func buildExpression(_ pattern: SequencePattern) -> [PatternRow] { [pattern.row] }
    /// A regular expression.
    public static func buildExpression(_ pattern: RegularExpressionPattern) -> [PatternRow] { [pattern.row] }
    /// All of them.
    public static func buildBlock(_ rows: [PatternRow]...) -> [PatternRow] { rows.flatMap { $0 } }
    /// An `if` without an `else`.
    public static func buildOptional(_ rows: [PatternRow]?) -> [PatternRow] { rows ?? [] }
    /// One branch.
    public static func buildEither(first rows: [PatternRow]) -> [PatternRow] { rows }
    /// The other.
    public static func buildEither(second rows: [PatternRow]) -> [PatternRow] { rows }
    /// A loop.
    public static func buildArray(_ rows: [[PatternRow]]) -> [PatternRow] { rows.flatMap { $0 } }
}

/// Puts together the elements of a sequence.
@resultBuilder public enum SequenceBuilder {
    /// A text.
    public static func buildExpression(_ text: String) -> [PatternElement] { [.text(text)] }
    /// Anything else.
    public static func buildExpression(_ element: PatternElement) -> [PatternElement] { [element] }
    /// All of them.
    public static func buildBlock(_ elements: [PatternElement]...) -> [PatternElement] { elements.flatMap { $0 } }
    /// An `if` without an `else`.
    public static func buildOptional(_ elements: [PatternElement]?) -> [PatternElement] { elements ?? [] }
    /// One branch.
    public static func buildEither(first elements: [PatternElement]) -> [PatternElement] { elements }
    /// The other.
    public static func buildEither(second elements: [PatternElement]) -> [PatternElement] { elements }
    /// A loop.
    public static func buildArray(_ elements: [[PatternElement]]) -> [PatternElement] { elements.flatMap { $0 } }
}
