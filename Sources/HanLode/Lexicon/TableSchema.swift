/// The tables a pack may hold. The header row `@name column …` picks one; its columns are in its schema.
///
/// The order is that of the tables in the image.
enum TableKind: UInt8, CaseIterable, Sendable {
    case numerals, variants, units, classifiers, timeUnits, modifiers, connectors, cues, suffixes, amounts, words
    case followers, times, timeLeads, timeTails, headings, residue, kinds, datelines, indicators
    case statements, coordinates
    case slogans, sloganHeads, sloganCues, quotationMarks
    case divisions, names, nameHeads, nameCues, nameWords
    case morphemes, segments, exceptions, stopWords
    case terms, patterns

    static let schemas = allCases.map(\.schemaOfTable)

    var schema: TableSchema { Self.schemas[Int(rawValue)] }

    init?(name: String) {
        guard let table = Self.allCases.first(where: { $0.schema.name == name }) else { return nil }
        self = table
    }
}

/// What is told of a table: its name, what its rows become, and its columns.
struct TableSchema: Sendable {
    /// As the header row writes it.
    let name: String
    /// What kind of term a row is; `nil` where rows tell of single characters, or of words for segmentation alone.
    let kind: Lexicon.Kind?
    /// Whether rows with one surface and different second columns are different terms.
    let isKeyedByRole: Bool
    /// In the order in which a row's cells are kept, whatever the order in the file. The first is the surface.
    let columns: [Column]

    init(_ name: String, _ kind: Lexicon.Kind?, keyedByRole: Bool = false, _ columns: [Column]) {
        self.name = name
        self.kind = kind
        self.isKeyedByRole = keyedByRole
        self.columns = columns
    }
}

extension TableKind {
    private var schemaOfTable: TableSchema {
        switch self {
        case .numerals:
            .init(
                "numerals", nil,
                [.init("surface", .character), .init("class", .oneOf(NumeralClass.names)), .init("value", .digit)])
        case .variants:
            .init("variants", nil, [.init("traditional", .character), .init("simplified", .character)])
        case .units:
            .init(
                "units", .unit,
                [
                    .init("surface", .text), .init("id", .identifier),
                    .init("use", .oneOf(Unit.Use.names), required: false),
                    .init("dimension", .oneOf(Dimension.names)), .init("factor", .rational),
                    .init("offset", .rational, required: false), .init("code", .text, required: false),
                ])
        case .classifiers:
            .init(
                "classifiers", .unit,
                [
                    .init("surface", .text), .init("id", .identifier),
                    .init("use", .oneOf(Unit.Use.names), required: false),
                ])
        case .words:
            .init("words", .word, [.init("surface", .text)])
        case .followers:
            .init("followers", .follower, [.init("surface", .text)])
        case .timeUnits:
            .init(
                "time-units", .timeUnit,
                [
                    .init("surface", .text), .init("unit", .oneOf(TimeUnit.Name.names), required: false),
                    .init("form", .oneOf(TimeUnit.Form.names), required: false),
                ])
        case .times:
            .init(
                "times", .time,
                [
                    .init("surface", .text), .init("role", .oneOf(TimeTerm.Role.names)),
                    .init("value", .text, required: false),
                ])
        case .timeLeads:
            .init("time-leads", .timeLead, [.init("surface", .text), .init("role", .oneOf(TimeLeadRole.names))])
        case .timeTails:
            .init("time-tails", .timeTail, [.init("surface", .text), .init("role", .oneOf(TimeTailRole.names))])
        case .modifiers:
            .init(
                "modifiers", .modifierBefore, keyedByRole: true,
                [
                    .init("surface", .text), .init("position", .oneOf(ModifierTerm.Position.names)),
                    .init("modifier", .oneOf(Modifier.names)),
                    .init("when", .oneOf(ModifierTerm.Condition.names), required: false),
                ])
        case .connectors:
            .init(
                "connectors", .connector, keyedByRole: true,
                [.init("surface", .text), .init("role", .oneOf(ConnectorRole.names))])
        case .cues:
            .init(
                "cues", .cue, keyedByRole: true, [.init("surface", .text), .init("role", .oneOf(CueRole.names))])
        case .suffixes:
            .init(
                "suffixes", .suffix, keyedByRole: true,
                [.init("surface", .text), .init("role", .oneOf(SuffixRole.names))])
        case .amounts:
            .init(
                "amounts", .amount,
                [
                    .init("surface", .text), .init("value", .rational), .init("unit", .text, required: false),
                    .init("dimension", .oneOf(Dimension.names)),
                    .init("when", .oneOf(AmountTerm.Condition.names), required: false),
                ])
        case .headings:
            .init("headings", .heading, [.init("surface", .text), .init("role", .oneOf(HeadingRole.names))])
        case .residue:
            .init("residue", .residue, [.init("surface", .text), .init("role", .oneOf(ResidueRole.names))])
        case .kinds:
            .init(
                "kinds", .documentKind,
                [
                    .init("surface", .text), .init("kind", .oneOf(DocumentKind.names)),
                    .init("where", .oneOf(DocumentKindTerm.Place.names)),
                ])
        case .datelines:
            .init("datelines", .dateline, [.init("surface", .text), .init("role", .oneOf(DatelineRole.names))])
        case .indicators:
            .init(
                "indicators", .indicator,
                [.init("surface", .text), .init("canonical", .text), .init("unit-hint", .text, required: false)])
        case .statements:
            .init(
                "statements", .statement, keyedByRole: true,
                [
                    .init("surface", .text), .init("role", .oneOf(StatementRole.names)),
                    .init("value", .oneOf(StatementTerm.Value.names), required: false),
                ])
        case .coordinates:
            .init("coordinates", .coordinate, [.init("surface", .text), .init("parts", .text)])
        case .slogans:
            .init(
                "slogans", .slogan,
                [
                    .init("surface", .text), .init("kind", .oneOf(SloganTerm.Kind.names)),
                    .init("use", .oneOf(SloganTerm.Use.names), required: false),
                    .init("canonical", .text, required: false), .init("counts", .text, required: false),
                    .init("members", .text, required: false),
                    .init("type", .oneOf([""] + SloganType.names), required: false),
                    .init("year", .text, required: false), .init("area", .text, required: false),
                    .init("source", .text, required: false),
                ])
        case .sloganHeads:
            .init(
                "slogan-heads", .sloganHead,
                [
                    .init("surface", .text), .init("type", .oneOf(SloganType.names)),
                    .init("use", .oneOf(SloganHead.Use.names), required: false),
                ])
        case .sloganCues:
            .init("slogan-cues", .sloganCue, [.init("surface", .text), .init("role", .oneOf(SloganCueRole.names))])
        case .quotationMarks:
            .init(
                "quotation-marks", .quotationMark,
                [.init("surface", .character), .init("role", .oneOf(QuotationRole.names))])
        case .divisions:
            .init(
                "divisions", .division, keyedByRole: true,
                [
                    .init("surface", .text), .init("code", .code),
                    .init("form", .oneOf(DivisionTerm.Form.names), required: false),
                    .init("name", .text, required: false), .init("until", .identifier, required: false),
                ])
        case .names:
            .init(
                "names", .name,
                [
                    .init("surface", .text), .init("type", .oneOf(NameTerm.types)),
                    .init("canonical", .text, required: false),
                ])
        case .nameHeads:
            .init(
                "name-heads", .nameHead,
                [
                    .init("surface", .text), .init("type", .oneOf(EntityType.names)),
                    .init("use", .oneOf(NameHead.Use.names), required: false),
                ])
        case .nameCues:
            .init(
                "name-cues", .nameCue, keyedByRole: true,
                [.init("surface", .text), .init("role", .oneOf(NameCueRole.names))])
        case .nameWords:
            .init("name-words", .nameStop, [.init("surface", .text), .init("role", .oneOf(NameWordRole.names))])
        case .morphemes:
            .init(
                "morphemes", nil, keyedByRole: true,
                [.init("surface", .character), .init("role", .oneOf(MorphemeRole.names))])
        case .segments:
            .init(
                "segments", nil,
                [
                    .init("surface", .text), .init("frequency", .count, required: false),
                    .init("tag", .text, required: false),
                ])
        case .exceptions:
            .init("exceptions", nil, [.init("surface", .text)])
        case .stopWords:
            .init("stop-words", nil, [.init("surface", .text)])
        case .terms:
            .init(
                "terms", .listTerm, keyedByRole: true,
                [
                    .init("surface", .text), .init("name", .name), .init("attributes", .attributes, required: false),
                    .init("priority", .priority, required: false),
                ])
        case .patterns:
            .init(
                "patterns", nil,
                [
                    .init("name", .name), .init("kind", .oneOf(PatternTerm.Form.names)), .init("definition", .text),
                    .init("priority", .priority, required: false),
                ])
        }
    }
}

/// One column of a table: its name and what its cells may hold.
struct Column: Sendable {
    enum Kind: Sendable {
        case text
        case character
        case digit
        /// Six digits, the first of them no 0: a code by GB/T 2260.
        case code
        case identifier
        case rational
        /// A whole number, kept as it is written.
        case count
        case oneOf([String])
        /// What a user calls a list or a pattern.
        case name
        /// `key=value; key=value`
        case attributes
        /// −9 to 9
        case priority
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
        case .code:
            UInt32(cell).map { (100_000...999_999).contains($0) } == true ? nil : "six digits expected"
        case .identifier:
            cell.utf8.allSatisfy { Self.identifierBytes.contains($0) } ? nil : "only a–z, 0–9 and - make an id"
        case .rational:
            ExactNumber(cell) == nil ? "an exact number such as 0.5 or 2000/3 expected" : nil
        case .count:
            UInt32(cell) == nil ? "a whole number such as 120 expected" : nil
        case .oneOf(let names):
            names.contains(cell) ? nil : "one of \(names.filter { !$0.isEmpty }.joined(separator: ", ")) expected"
        case .name:
            Self.isName(cell) ? nil : "a name of letters, digits, - and _ expected that begins with a letter"
        case .attributes:
            Attributes.isSound(cell) ? nil : "key=value expected, several joined by ; and each key once"
        case .priority:
            Int(cell).map { (-9...9).contains($0) } == true ? nil : "a whole number from -9 to 9 expected"
        }
    }

    private static func isName(_ cell: String) -> Bool {
        var isFirst = true
        for scalar in cell.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A: break
            case 0x30...0x39, 0x2D, 0x5F: if isFirst { return false }
            default: if scalar.value < 0x80 || !scalar.properties.isAlphabetic { return false }
            }
            isFirst = false
        }
        return !isFirst
    }

    private static let identifierBytes = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
    static var names: [String] { allCases.map(\.rawValue) }
}
