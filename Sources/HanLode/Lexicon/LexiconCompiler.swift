/// Turns the rows of packs into a lexicon: the alphabet, the trie, and the typed terms.
struct LexiconCompiler {
    private struct Entry {
        let kind: Lexicon.Kind
        let index: Int
    }

    private struct Place: Hashable {
        let table: TableKind
        let surface: String
        let detail: String
    }

    /// The rows that stand, in the order in which their terms are numbered.
    private(set) var rows: [Pack.Row] = []
    private var places: [Place: Int] = [:]

    /// Adds a pack's rows; a term that is already there is replaced, and returned.
    @discardableResult
    mutating func add(_ pack: Pack) -> [Pack.Row] {
        var replacing: [Pack.Row] = []
        for row in pack.rows {
            // A unit and a classifier compete for the same surface.
            let table = row.table == .classifiers ? .units : row.table
            let place = Place(table: table, surface: row.cells[0], detail: row.distinction)
            if let index = places[place] {
                rows[index] = row
                replacing.append(row)
            } else {
                places[place] = rows.count
                rows.append(row)
            }
        }
        return replacing
    }

    func compile(version: String) -> Lexicon {
        var terms = Terms()
        var entries: [[UInt32]: [Entry]] = [:]
        var characters = CharacterTable()
        let folding = Folding(rows)
        for row in rows {
            guard let term = terms.add(row) else { continue }
            let letters = row.cells[0].unicodeScalars.map { folding.folded($0.value) }
            entries[letters, default: []].append(Entry(kind: term.kind, index: term.index))
        }
        let alphabet = Self.alphabet(entries.keys)
        // In order, because pages are made as characters come: the image must be the same bytes every time.
        for (scalar, code) in alphabet.sorted(by: { $0.key < $1.key }) { characters[scalar].code = code }
        Self.markSpaces(&characters)
        for row in rows where row.table == .numerals {
            guard let position = NumeralClass.names.firstIndex(of: row.cells[1]),
                let numeralClass = NumeralClass(rawValue: UInt8(position)), let value = Int(row.cells[2]),
                let scalar = row.cells[0].unicodeScalars.first
            else { continue }
            characters[scalar.value].numeralClass = numeralClass
            characters[scalar.value].numeralValue = value
            characters[scalar.value].startsLexeme = characters[scalar.value].startsNumeral
        }
        var postings: [Lexicon.Posting] = []
        var forward: [DoubleArray.Key] = []
        var backward: [DoubleArray.Key] = []
        for (letters, group) in entries.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let kinds = group.reduce(0) { $0 | $1.kind.bit }
            let key = DoubleArray.Key(
                codes: letters.compactMap { alphabet[$0] }, postings: UInt32(postings.count), kinds: kinds)
            for (position, entry) in group.enumerated() {
                postings.append(.init(entry.kind, index: entry.index, isLast: position == group.count - 1))
            }
            if kinds & Lexicon.backwardKinds != 0 { backward.append(key.reversed) }
            // A word is met from its beginning only where a number would begin.
            let isMet = kinds & ~Lexicon.contextKinds != 0 || characters[letters[0]].startsNumeral
            guard isMet else { continue }
            forward.append(key)
            if kinds & Lexicon.streamKinds != 0 { characters[letters[0]].startsLexeme = true }
        }
        folding.copy(into: &characters)
        return Lexicon(
            version: version, terms: terms, characters: characters, forward: DoubleArray(keys: forward),
            backward: DoubleArray(keys: backward), postings: postings)
    }

    /// Codes from 1 for the characters that occur, the most frequent first: small codes keep the array dense.
    private static func alphabet(_ surfaces: some Collection<[UInt32]>) -> [UInt32: UInt32] {
        var frequency: [UInt32: Int] = [:]
        for surface in surfaces {
            for scalar in surface { frequency[scalar, default: 0] += 1 }
        }
        let ordered = frequency.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        return Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.key, UInt32($0) + 1) })
    }

    /// White space and default-ignorable characters: Unicode facts (PropList, DerivedCoreProperties), not language data.
    private static func markSpaces(_ characters: inout CharacterTable) {
        for scalar: UInt32 in [0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2009, 0x200A, 0x202F, 0x3000] {
            characters[scalar].isSpace = true
        }
        for scalar: UInt32 in [0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF] {
            characters[scalar].isIgnorable = true
        }
    }
}

/// Which characters are read as another: Traditional as Simplified, full-width as ASCII.
private struct Folding {
    private var targets: [UInt32: UInt32] = [:]

    init(_ rows: [Pack.Row]) {
        // FF01–FF5E are the full-width forms of 21–7E (Unicode, Halfwidth and Fullwidth Forms).
        for offset: UInt32 in 0...(0x7E - 0x21) { targets[0xFF01 + offset] = 0x21 + offset }
        for row in rows where row.table == .variants {
            guard let from = row.cells[0].unicodeScalars.first, let to = row.cells[1].unicodeScalars.first else {
                continue
            }
            targets[from.value] = to.value
        }
    }

    func folded(_ scalar: UInt32) -> UInt32 { targets[scalar] ?? scalar }

    /// Gives every variant what is known of the character it stands for, unless it has a part of its own to play.
    func copy(into characters: inout CharacterTable) {
        for (from, to) in targets.sorted(by: { $0.key < $1.key }) where characters[from] == .unknown {
            let known = characters[to]
            if known != .unknown { characters[from] = known }
        }
    }
}
