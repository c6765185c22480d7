/// A pattern of the kind `sequence`, as its definition says: what must stand one behind the other.
///
/// This is the syntax alone; `SequenceMatcher` finds it in a text.
struct SequenceDefinition: Hashable, Sendable {
    /// One of the things that stand one behind the other.
    struct Element: Hashable, Sendable {
        /// The name of the group that it makes; `nil` for none.
        var label: String?
        var atom: Atom
        /// It may be missing.
        var isOptional = false
    }

    enum Atom: Hashable, Sendable {
        /// One of several texts.
        case literal([String])
        /// At most so many characters of the same sentence.
        case gap(Int)
        /// A mention that fulfils all conditions.
        case mention(MentionKind, [Condition])
        /// A term of one of the lexicon's tables.
        case term(TableKind, [Condition])
    }

    /// What is asked of a field of a mention, or of a column of a table.
    struct Condition: Hashable, Sendable {
        enum Comparison: String, CaseIterable, Sendable {
            case atLeast = ">="
            case atMost = "<="
            case unequal = "!="
            case equal = "="
            case contains = "~"
        }

        var field: String
        var comparison: Comparison
        /// One of them must hold; of `!=`, all.
        var values: [String]
    }

    /// How many elements a sequence may have, and how many characters its gaps together: what bounds the work at one place.
    static let largestCount = 16
    static let largestGap = 200

    var elements: [Element]
}

/// What a definition has wrong, and where.
struct PatternComplaint: Error, Hashable, Sendable {
    /// Characters of the definition before the place.
    var offset: Int
    var message: String
}

/// What a sequence may ask for by kind.
enum MentionKind: String, CaseIterable, Hashable, Sendable {
    case quantity, time, observation, slogan, entity, match

    /// The fields that a condition may ask about; of a match, the names of its attributes too.
    var fields: [String] {
        switch self {
        case .quantity: ["text", "dimension", "unit", "modifier", "value", "rule"]
        case .time: ["text", "type", "value", "rule"]
        case .observation:
            ["text", "indicator", "measure", "direction", "basis", "period", "status", "stringency", "area", "rule"]
        case .slogan: ["text", "kind", "canonical", "head", "type", "membership", "rule"]
        case .entity: ["text", "type", "canonical", "code", "rule"]
        case .match: ["text", "name", "rule"]
        }
    }

    /// The values of a field that has a closed list of them.
    func values(of field: String) -> [String]? {
        switch (self, field) {
        case (.quantity, "dimension"): Dimension.names
        case (.quantity, "modifier"): Modifier.names
        case (.quantity, "rule"): QuantityRule.names
        case (.time, "type"): TimeType.names
        case (.time, "rule"): TimeRule.names
        case (.observation, "measure"): Observation.Measure.names
        case (.observation, "status"): Observation.Status.names
        case (.observation, "direction"): Observation.Direction.names
        case (.observation, "stringency"): Observation.Stringency.names
        case (.observation, "rule"): ObservationRule.names
        case (.slogan, "kind"): SloganKind.names
        case (.slogan, "type"): SloganType.names
        case (.slogan, "membership"): SloganMembership.names
        case (.slogan, "rule"): SloganRule.names
        case (.entity, "type"): EntityType.names
        case (.entity, "rule"): EntityRule.names
        case (.match, "rule"): PatternKind.names
        default: nil
        }
    }
}

/// The kinds of patterns.
public enum PatternKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A term of a list.
    case term
    /// Mentions and words one behind the other.
    case sequence
    /// A regular expression of ICU's.
    case regex
}

/// Attributes as a cell writes them: `sector=装备制造; listed=yes`.
enum Attributes {
    /// Those of a cell that is sound, in its order.
    static func read(_ cell: String) -> [(name: String, value: String)] {
        var attributes: [(String, String)] = []
        forEach(cell) { name, value in
            attributes.append((String(Substring(name)), String(Substring(value))))
            return true
        }
        return attributes
    }

    /// Whether each has a name and a value, and no name is there twice.
    static func isSound(_ cell: String) -> Bool {
        var names: [Substring.UTF8View] = []
        let isSound = forEach(cell) { name, value in
            if name.isEmpty || value.isEmpty || names.contains(where: { $0.elementsEqual(name) }) { return false }
            names.append(name)
            return true
        }
        return isSound && !names.isEmpty
    }

    /// Calls `body` with the name and the value of each attribute, without the spaces around them, as long as it says
    /// so; parts without = have no value.
    @discardableResult
    private static func forEach(
        _ cell: String, _ body: (Substring.UTF8View, Substring.UTF8View) -> Bool
    ) -> Bool {
        var rest = Substring(cell).utf8
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: ";")) ?? rest.endIndex
            let part = rest[..<end]
            let sign = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            let value = sign == part.endIndex ? part[sign...] : part[part.index(after: sign)...]
            guard body(trimmed(part[..<sign]), trimmed(value)) else { return false }
            rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
        }
        return true
    }

    private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
        var text = text
        while text.first == UInt8(ascii: " ") { text.removeFirst() }
        while text.last == UInt8(ascii: " ") { text.removeLast() }
        return text
    }
}
