/// What all segmenters of one kind share: traits of characters, words beside ICU's, and ICU's dictionary.
struct SegmentationModel: Sendable {
    /// Of the characters below U+10000, which are asked for some hundred thousand times in a report.
    private let basicTraits: [CharacterTraits]
    private let traits: [UInt32: CharacterTraits]
    let words: WordList
    /// Words that the rules leave whole.
    private let exceptions: Set<[UInt32]>

    /// The tables that segmentation reads.
    private static let tables: [TableKind] = [
        .exceptions, .segments, .morphemes, .classifiers, .timeUnits, .cues, .numerals, .variants,
    ]

    /// From the tables of the built-in lexicon, and the rows of packs beside them.
    init(lexicon: Lexicon?, packs: [Pack], dictionaries: [UserDictionary]) {
        var builder = ModelBuilder()
        if let lexicon {
            for table in Self.tables {
                for cells in lexicon.rows(of: table) { builder.add(table, cells, isUser: false) }
            }
        }
        for pack in packs {
            let isUser = pack.name != Pack.builtInName
            for row in pack.rows where Self.tables.contains(row.table) {
                builder.add(row.table, row.cells, isUser: isUser)
            }
        }
        for dictionary in dictionaries { builder.add(dictionary) }
        builder.finish()
        traits = builder.traits
        var basic = Array(repeating: CharacterTraits(), count: 0x1_0000)
        for (scalar, known) in traits where scalar < 0x1_0000 { basic[Int(scalar)] = known }
        basicTraits = basic
        words = builder.words
        exceptions = builder.exceptions
    }

    @inline(__always)
    func traits(of scalar: UInt32) -> CharacterTraits {
        scalar < UInt32(basicTraits.count) ? basicTraits[Int(scalar)] : traits[scalar] ?? []
    }

    /// What dismisses most words that begin with a character by one look at their ends.
    func judge(of first: UInt32) -> Judge {
        Judge(
            isTelling: first == Self.negation || !traits(of: first).isDisjoint(with: Self.tellingAtStart),
            basicTraits: basicTraits)
    }

    struct Judge {
        fileprivate let isTelling: Bool
        fileprivate let basicTraits: [CharacterTraits]

        /// Whether a rule may cut a word with this character at its end.
        @inline(__always)
        func mayCut(_ last: UInt32) -> Bool {
            isTelling
                || Int(last) < basicTraits.count
                    && !basicTraits[Int(last)].isDisjoint(with: SegmentationModel.tellingAtEnd)
        }
    }

    private static var tellingAtStart: CharacterTraits {
        [.ordinal, .hanNumeral, .more, .degree, .final, .leading, .surnameOnly]
    }
    private static var tellingAtEnd: CharacterTraits { [.final, .trailing] }

    /// Whether a rule cuts this word of ICU's.
    ///
    /// - Parameters:
    ///   - rest: the word's characters behind the first.
    ///   - isWord: whether ICU's dictionary has a word. Words of the user's are not asked for, since a word that is added
    ///     must change no sentence it does not occur in.
    func isCut(_ first: UInt32, _ rest: ArraySlice<UInt32>, isWord: ([UInt32]) -> Bool) -> Bool {
        guard let last = rest.last else { return false }
        guard cuts(first, traits(of: first), rest, traits(of: last), isWord: isWord) else { return false }
        return !exceptions.contains([first] + rest)
    }

    private func cuts(
        _ first: UInt32, _ traits: CharacterTraits, _ rest: ArraySlice<UInt32>, _ last: CharacterTraits,
        isWord: ([UInt32]) -> Bool
    ) -> Bool {
        if last.contains(.final) || holdsNumeral(traits, rest) { return true }
        if rest.count == 1 {
            return traits.contains(.degree) || traits.contains(.more) && last.contains(.counter)
                || traits.contains(.final) && last.contains(.hanNumeral)
                || first == Self.negation && last.contains(.auxiliary)
        }
        if last.contains(.trailing), isWord([first] + rest.dropLast()) { return true }
        if traits.contains(.leading), isWord(Array(rest)) { return true }
        return rest.count == 2 && traits.contains(.surnameOnly) && !isWord(Array(rest))
    }

    /// 不
    private static var negation: UInt32 { 0x4E0D }

    /// A numeral and its counter (三条, 第一次), or a numeral of several characters and more (二十世纪).
    private func holdsNumeral(_ first: CharacterTraits, _ rest: ArraySlice<UInt32>) -> Bool {
        guard !first.isDisjoint(with: [.ordinal, .hanNumeral]) else { return false }
        let behind = rest.drop { traits(of: $0).contains(.hanNumeral) }
        guard !behind.isEmpty else { return false }
        // 三条, 三个月
        return behind.count < rest.count || rest.count <= 2 && rest.allSatisfy { traits(of: $0).contains(.counter) }
    }
}

private struct ModelBuilder {
    private(set) var traits: [UInt32: CharacterTraits] = [:]
    private(set) var words = WordList()
    private(set) var exceptions: Set<[UInt32]> = []
    private var variants: [(traditional: UInt32, simplified: UInt32)] = []

    mutating func add(_ dictionary: UserDictionary) {
        for entry in dictionary.entries {
            words.append(entry.surface, cost: entry.cost, tag: entry.tag, isUser: true)
        }
    }

    mutating func add(_ table: TableKind, _ cells: [String], isUser: Bool) {
        switch table {
        case .exceptions:
            exceptions.insert(cells[0].unicodeScalars.map(\.value))
        case .segments:
            let cost = UInt32(cells[1]).map(SegmentationCosts.cost(ofFrequency:)) ?? SegmentationCosts.userWord
            words.append(cells[0], cost: cost, tag: cells[2].isEmpty ? nil : cells[2], isUser: isUser)
        default:
            let surface = cells[0].unicodeScalars
            if let scalar = surface.first?.value, surface.count == 1 { addCharacter(table, scalar, cells) }
        }
    }

    private mutating func addCharacter(_ table: TableKind, _ scalar: UInt32, _ cells: [String]) {
        switch table {
        case .morphemes:
            if let role = MorphemeRole(rawValue: cells[1]) { insert(CharacterTraits(role), scalar) }
        case .classifiers:
            insert(.counter, scalar)
        case .timeUnits:
            insert(.counter, scalar)
            switch TimeUnit.Name(rawValue: cells[1]) {
            case .year: insert(.year, scalar)
            case .calendarMonth, .calendarDay, .clockHour: insert(.calendar, scalar)
            default: break
            }
        case .cues:
            if cells[1] == CueRole.ordinal.rawValue { insert(.ordinal, scalar) }
        case .numerals:
            insert(Self.numeral(cells[1], value: cells[2]), scalar)
        case .variants:
            if let simplified = cells[1].unicodeScalars.first { variants.append((scalar, simplified.value)) }
        default:
            break
        }
    }

    private mutating func insert(_ trait: CharacterTraits, _ scalar: UInt32) {
        traits[scalar, default: []].formUnion(trait)
    }

    private static func numeral(_ name: String, value: String) -> CharacterTraits {
        switch name {
        case "han-digit": [.hanNumeral, .hanDigit]
        case "place", "scale": [.hanNumeral, .round]
        case "tens": .hanNumeral
        case "some" where value == "0": .hanNumeral
        case "more" where value == "0": .more
        case "point" where value == "1": .point
        case "part": .part
        case "of": .of
        default: []
        }
    }

    /// Groups the words, and lets a Traditional character play the part of its Simplified form.
    mutating func finish() {
        words.finish()
        for variant in variants where traits[variant.traditional] == nil {
            traits[variant.traditional] = traits[variant.simplified]
        }
        for scalar in words.firstScalars { insert(.hasOwnWords, scalar) }
    }
}
