/// The tables a pack may hold, with their columns. The header row `@name column …` picks one.
enum TableKind: String, CaseIterable, Sendable {
    case numerals, variants, units, classifiers, timeUnits = "time-units"
    case modifiers, connectors, cues, suffixes, amounts, words, followers
    case times, timeLeads = "time-leads", timeTails = "time-tails"
    case headings, residue, kinds, datelines, indicators
    case morphemes, segments, exceptions

    /// Whether its rows become typed terms; of the others only the surfaces, or single characters, count.
    var makesTerms: Bool {
        switch self {
        case .units, .classifiers, .modifiers, .connectors, .cues, .suffixes, .amounts: true
        case .timeUnits, .times, .timeLeads, .timeTails: true
        case .headings, .residue, .kinds, .datelines, .indicators: true
        case .numerals, .variants, .words, .followers: false
        case .morphemes, .segments, .exceptions: false
        }
    }

    /// The columns in the order in which a row's cells are kept, whatever the order in the file.
    var columns: [Column] {
        switch self {
        case .numerals:
            [.init("surface", .character), .init("class", .oneOf(NumeralClass.names)), .init("value", .digit)]
        case .variants:
            [.init("traditional", .character), .init("simplified", .character)]
        case .units:
            [
                .init("surface", .text), .init("id", .identifier), .init("dimension", .oneOf(Dimension.names)),
                .init("factor", .rational), .init("offset", .rational, required: false),
                .init("code", .text, required: false),
                .init("use", .oneOf(Unit.Use.names), required: false),
            ]
        case .classifiers:
            [
                .init("surface", .text), .init("id", .identifier),
                .init("use", .oneOf(Unit.Use.names), required: false),
            ]
        case .words, .followers:
            [.init("surface", .text)]
        case .timeUnits:
            [
                .init("surface", .text), .init("unit", .oneOf(TimeUnit.Name.names), required: false),
                .init("form", .oneOf(TimeUnit.Form.names), required: false),
            ]
        case .times:
            [
                .init("surface", .text), .init("role", .oneOf(TimeTerm.Role.names)),
                .init("value", .text, required: false),
            ]
        case .timeLeads:
            [.init("surface", .text), .init("role", .oneOf(TimeLeadRole.names))]
        case .timeTails:
            [.init("surface", .text), .init("role", .oneOf(TimeTailRole.names))]
        case .modifiers:
            [
                .init("surface", .text), .init("position", .oneOf(ModifierTerm.Position.names)),
                .init("modifier", .oneOf(Modifier.names)),
                .init("when", .oneOf(ModifierTerm.Condition.names), required: false),
            ]
        case .connectors:
            [.init("surface", .text), .init("role", .oneOf(ConnectorRole.names))]
        case .cues:
            [.init("surface", .text), .init("role", .oneOf(CueRole.names))]
        case .suffixes:
            [.init("surface", .text), .init("role", .oneOf(SuffixRole.names))]
        case .amounts:
            [
                .init("surface", .text), .init("value", .rational), .init("unit", .text, required: false),
                .init("dimension", .oneOf(Dimension.names)),
                .init("when", .oneOf(AmountTerm.Condition.names), required: false),
            ]
        case .headings:
            [.init("surface", .text), .init("role", .oneOf(HeadingRole.names))]
        case .residue:
            [.init("surface", .text), .init("role", .oneOf(ResidueRole.names))]
        case .kinds:
            [
                .init("surface", .text), .init("kind", .oneOf(DocumentKind.names)),
                .init("where", .oneOf(DocumentKindTerm.Place.names)),
            ]
        case .datelines:
            [.init("surface", .text), .init("role", .oneOf(DatelineRole.names))]
        case .indicators:
            [.init("surface", .text), .init("canonical", .text), .init("unit-hint", .text, required: false)]
        case .morphemes:
            [.init("surface", .character), .init("role", .oneOf(MorphemeRole.names))]
        case .segments:
            [
                .init("surface", .text), .init("frequency", .count, required: false),
                .init("tag", .text, required: false),
            ]
        case .exceptions:
            [.init("surface", .text)]
        }
    }
}

/// One column of a table: its name and what its cells may hold.
struct Column: Sendable {
    enum Kind: Sendable {
        case text
        case character
        case digit
        case identifier
        case rational
        case count
        case oneOf([String])
    }

    let name: String
    let kind: Kind
    let isRequired: Bool

    init(_ name: String, _ kind: Kind, required: Bool = true) {
        self.name = name
        self.kind = kind
        self.isRequired = required
    }

    /// Why `cell` is no value of the column; `nil` where it is one.
    func complaint(about cell: String) -> String? {
        switch kind {
        case .text:
            nil
        case .character:
            cell.unicodeScalars.count == 1 ? nil : "one character expected"
        case .digit:
            UInt8(cell).map { $0 < 16 } == true ? nil : "a number from 0 to 15 expected"
        case .identifier:
            cell.utf8.allSatisfy { Self.identifierBytes.contains($0) } ? nil : "only a–z, 0–9 and - make an id"
        case .rational:
            ExactNumber(cell) == nil ? "an exact number such as 0.5 or 2000/3 expected" : nil
        case .count:
            UInt32(cell) == nil ? "a whole number such as 120 expected" : nil
        case .oneOf(let names):
            names.contains(cell) ? nil : "one of \(names.filter { !$0.isEmpty }.joined(separator: ", ")) expected"
        }
    }

    private static let identifierBytes = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
    static var names: [String] { allCases.map(\.rawValue) }
}
