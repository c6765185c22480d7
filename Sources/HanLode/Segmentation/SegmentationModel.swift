/// What all segmenters of one kind share: traits of characters, words beside ICU's, and ICU's dictionary.
struct SegmentationModel: Sendable {
    let traits: [UInt32: CharacterTraits]
    let words: WordList
    /// Words that the rules leave whole.
    private let exceptions: Set<[UInt32]>

    /// The tables that segmentation reads.
    private static let tables: [TableKind] = [
        .words, .exceptions, .segments, .morphemes, .classifiers, .timeUnits, .cues, .numerals, .variants,
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
        words = builder.words
        exceptions = builder.exceptions
    }

    func traits(of scalar: UInt32) -> CharacterTraits { traits[scalar] ?? [] }

    /// Whether a rule cuts this word of ICU's.
    ///
    /// - Parameter isWord: whether ICU's dictionary has a word. Words of the user's are not asked for, since a word that is
    ///   added must change no sentence it does not occur in.
    func isCut(_ word: [UInt32], isWord: (ArraySlice<UInt32>) -> Bool) -> Bool {
        guard word.count > 1 else { return false }
        let first = traits(of: word[0])
        let last = traits(of: word[word.count - 1])
        guard cuts(word, first: first, last: last, isWord: isWord) else { return false }
        return !exceptions.contains(word)
    }

    private func cuts(
        _ word: [UInt32], first: CharacterTraits, last: CharacterTraits, isWord: (ArraySlice<UInt32>) -> Bool
    ) -> Bool {
        if last.contains(.final) || holdsNumeral(word, first: first) { return true }
        if word.count == 2 {
            return first.contains(.degree) || first.contains(.final) && last.contains(.hanNumeral)
                || word[0] == Self.negation && last.contains(.auxiliary)
        }
        if last.contains(.trailing), isWord(word.dropLast()) { return true }
        if first.contains(.leading), isWord(word.dropFirst()) { return true }
        return word.count == 3 && first.contains(.surnameOnly) && !isWord(word.dropFirst())
    }

    /// 不
    private static let negation: UInt32 = 0x4E0D

    /// A numeral and its counter (三条, 第一次), or a numeral of several characters and more (二十世纪).
    private func holdsNumeral(_ word: [UInt32], first: CharacterTraits) -> Bool {
        let isOrdinal = first.contains(.ordinal)
        guard isOrdinal || first.contains(.hanNumeral) else { return false }
        var end = 1
        while end < word.count, traits(of: word[end]).contains(.hanNumeral) { end += 1 }
        guard end < word.count else { return false }
        return end > 1 || word.count == 2 && traits(of: word[1]).contains(.counter)
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
        case .words, .exceptions:
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
