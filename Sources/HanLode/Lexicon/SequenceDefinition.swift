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
    /// In the order of the cell; `nil` where it is not understood.
    static func read(_ cell: String) -> [(name: String, value: String)]? {
        var attributes: [(String, String)] = []
        for part in cell.split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(trimmed)
            guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty,
                !attributes.contains(where: { $0.0 == sides[0] })
            else { return nil }
            attributes.append((sides[0], sides[1]))
        }
        return attributes.isEmpty ? nil : attributes
    }

    static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
