/// Tables of terms, compiled: what the scanner and the grammars read.
///
/// Immutable and shared by all tasks. Built from packs, or read from the image that travels inside the library.
struct Lexicon: Sendable {
    /// What a term is; each is a bit of a node's `kinds`.
    enum Kind: UInt8, CaseIterable, Sendable {
        case unit, timeUnit, modifierBefore, modifierAfter, connector, cue, suffix, amount
        /// Holds a numeral character and is no number: 一般.
        case word
        /// Begins like a unit and is none: 个人 behind 3.
        case follower
        /// 去年, 近年来, 每月: a time by itself; in the stream.
        case time
        /// 过去, 今后, 每 before the number of a time.
        case timeLead
        /// 以来, 末, 度 behind a time.
        case timeTail
        /// What headings and the lines around a report say: asked for at the start of a line, or inside a heading.
        case heading, residue, documentKind, dateline
        /// A name of an indicator.
        case indicator

        var bit: UInt32 { 1 << UInt32(rawValue) }
    }

    /// One term behind a surface: its kind and its index among the terms of that kind.
    struct Posting: Hashable, Sendable {
        var bits: UInt32

        init(bits: UInt32) { self.bits = bits }

        init(_ kind: Kind, index: Int, isLast: Bool) {
            bits = UInt32(index) << 8 | UInt32(kind.rawValue) << 1 | (isLast ? 1 : 0)
        }

        var kind: Kind? { Kind(rawValue: UInt8(truncatingIfNeeded: bits >> 1 & 0x7F)) }
        var index: Int { Int(bits >> 8) }
        var isLast: Bool { bits & 1 != 0 }
    }

    /// Kinds that the scanner puts into the stream; the others are asked for where a grammar needs them.
    static let streamKinds: UInt32 = Kind.word.bit | Kind.amount.bit | Kind.time.bit
    /// Kinds that are looked up from their end, in the text before a number.
    static let contextKinds: UInt32 = Kind.word.bit | Kind.modifierBefore.bit | Kind.cue.bit

    /// All kinds that are looked up from their end.
    static let backwardKinds: UInt32 = contextKinds | Kind.timeLead.bit

    let version: String
    let terms: Terms
    let characters: CharacterTable
    /// Terms by their characters, for what begins at a place.
    let forward: DoubleArray
    /// Terms by their characters from the last to the first, for what ends at a place.
    let backward: DoubleArray
    let postings: [Posting]

    /// Compiles packs. Of two terms with the same surface in one table, the later pack's stands.
    init(packs: [Pack], version: String? = nil) {
        var compiler = LexiconCompiler()
        for pack in packs { compiler.add(pack) }
        self = compiler.compile(version: version ?? Pack.version(of: packs))
    }

    init(
        version: String, terms: Terms, characters: CharacterTable, forward: DoubleArray, backward: DoubleArray,
        postings: [Posting]
    ) {
        self.version = version
        self.terms = terms
        self.characters = characters
        self.forward = forward
        self.backward = backward
        self.postings = postings
    }
}

/// The typed rows of all tables, by kind.
struct Terms: Hashable, Sendable {
    var units: [Unit] = []
    var modifiers: [ModifierTerm] = []
    var connectors: [ConnectorRole] = []
    var cues: [CueRole] = []
    var suffixes: [SuffixRole] = []
    var amounts: [AmountTerm] = []
    var timeUnits: [TimeUnit] = []
    var times: [TimeTerm] = []
    var timeLeads: [TimeLeadRole] = []
    var timeTails: [TimeTailRole] = []
    var headings: [HeadingRole] = []
    var residues: [ResidueRole] = []
    var documentKinds: [DocumentKindTerm] = []
    var datelines: [DatelineRole] = []
    var indicators: [IndicatorTerm] = []

    /// How many terms of a kind there are; kinds that are known by their surface alone have one.
    func count(of kind: Lexicon.Kind) -> Int {
        switch kind {
        case .unit: units.count
        case .modifierBefore, .modifierAfter: modifiers.count
        case .connector: connectors.count
        case .cue: cues.count
        case .suffix: suffixes.count
        case .amount: amounts.count
        case .timeUnit: timeUnits.count
        case .time: times.count
        case .timeLead: timeLeads.count
        case .timeTail: timeTails.count
        case .heading: headings.count
        case .residue: residues.count
        case .documentKind: documentKinds.count
        case .dateline: datelines.count
        case .indicator: indicators.count
        case .word, .follower: 1
        }
    }

    /// Takes a row of a table of terms and says what it became; `nil` for a row that is no term.
    mutating func add(_ row: Pack.Row) -> (kind: Lexicon.Kind, index: Int)? {
        let cells = row.cells
        switch row.table {
        case .units:
            guard let dimension = Dimension(rawValue: cells[2]), let factor = ExactNumber(cells[3]) else { return nil }
            units.append(
                Unit(
                    surface: cells[0], id: cells[1], dimension: dimension, factor: factor,
                    offset: ExactNumber(cells[4]) ?? .zero, code: cells[5].isEmpty ? nil : cells[5],
                    use: Unit.Use(rawValue: cells[6]) ?? .any, isClassifier: false))
            return (.unit, units.count - 1)
        case .classifiers:
            units.append(
                Unit(
                    surface: cells[0], id: cells[1], dimension: .count, factor: .one, offset: .zero, code: nil,
                    use: Unit.Use(rawValue: cells[2]) ?? .any, isClassifier: true))
            return (.unit, units.count - 1)
        case .modifiers:
            guard let position = ModifierTerm.Position(rawValue: cells[1]), let modifier = Modifier(rawValue: cells[2])
            else { return nil }
            let condition = ModifierTerm.Condition(rawValue: cells[3]) ?? .always
            modifiers.append(ModifierTerm(modifier: modifier, condition: condition))
            return (position == .before ? .modifierBefore : .modifierAfter, modifiers.count - 1)
        case .connectors:
            guard let role = ConnectorRole(rawValue: cells[1]) else { return nil }
            connectors.append(role)
            return (.connector, connectors.count - 1)
        case .cues:
            guard let role = CueRole(rawValue: cells[1]) else { return nil }
            cues.append(role)
            return (.cue, cues.count - 1)
        case .suffixes:
            guard let role = SuffixRole(rawValue: cells[1]) else { return nil }
            suffixes.append(role)
            return (.suffix, suffixes.count - 1)
        case .amounts:
            guard let value = ExactNumber(cells[1]), let dimension = Dimension(rawValue: cells[3]) else { return nil }
            amounts.append(
                AmountTerm(
                    value: value, unit: cells[2].isEmpty ? nil : cells[2], dimension: dimension,
                    condition: AmountTerm.Condition(rawValue: cells[4]) ?? .always))
            return (.amount, amounts.count - 1)
        case .headings, .residue, .kinds, .datelines, .indicators:
            return addOutline(row)
        case .timeUnits:
            timeUnits.append(
                TimeUnit(
                    name: TimeUnit.Name(rawValue: cells[1]) ?? .none, form: TimeUnit.Form(rawValue: cells[2]) ?? .whole)
            )
            return (.timeUnit, timeUnits.count - 1)
        case .times:
            guard let role = TimeTerm.Role(rawValue: cells[1]) else { return nil }
            times.append(TimeTerm(role: role, value: cells[2]))
            return (.time, times.count - 1)
        case .timeLeads:
            guard let role = TimeLeadRole(rawValue: cells[1]) else { return nil }
            timeLeads.append(role)
            return (.timeLead, timeLeads.count - 1)
        case .timeTails:
            guard let role = TimeTailRole(rawValue: cells[1]) else { return nil }
            timeTails.append(role)
            return (.timeTail, timeTails.count - 1)
        case .words:
            return (.word, 0)
        case .followers:
            return (.follower, 0)
        case .numerals, .variants, .morphemes, .segments, .exceptions:
            return nil
        }
    }
}

extension Pack {
    /// A short mark of packs' content, the same wherever and whenever it is computed: sixteen hexadecimal digits for
    /// each pack, joined by `+`.
    static func version(of packs: [Pack]) -> String {
        packs.map { fingerprint([$0]) }.joined(separator: "+")
    }

    /// FNV-1a, 64 bits.
    static func fingerprint(_ packs: some Sequence<Pack>) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for row in packs.flatMap(\.rows) {
            for part in [row.table.rawValue] + row.cells {
                for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
                hash = (hash ^ 0xFF) &* 0x100_0000_01b3
            }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
