/// Turns the rows of packs into an image: the alphabet, the tries, and the tables.
struct LexiconCompiler {
    /// The rows that stand, in the order in which their terms are numbered.
    private(set) var rows: [Pack.Row] = []
    /// Where the terms of the tables that several packs have rows of stand among the rows.
    private var places: [TermPlace: Int] = [:]
    /// For each table the rows that are not among `places`.
    private var unplaced: [[Int]] = Array(repeating: [], count: TableKind.allCases.count)
    private var isShared = Array(repeating: false, count: TableKind.allCases.count)

    /// Adds a pack's rows; a term that is already there is replaced, and returned.
    ///
    /// No pack has a term twice, so that only the tables that an earlier pack has rows of need be looked through.
    @discardableResult
    mutating func add(_ pack: Pack) -> [Pack.Row] {
        var replacing: [Pack.Row] = []
        rows.reserveCapacity(rows.count + pack.rows.count)
        for table in unplaced.indices where !unplaced[table].isEmpty { isShared[table] = true }
        for row in pack.rows {
            let table = Int(TermPlace.table(of: row).rawValue)
            if isShared[table] {
                placeAll(of: table)
                let place = TermPlace(row)
                if let index = places[place] {
                    rows[index] = row
                    replacing.append(row)
                    continue
                }
                places[place] = rows.count
            } else {
                unplaced[table].append(rows.count)
            }
            rows.append(row)
        }
        return replacing
    }

    private mutating func placeAll(of table: Int) {
        for index in unplaced[table] { places[TermPlace(rows[index])] = index }
        unplaced[table].removeAll()
    }

    func compile(version: String) -> [UInt8] {
        var writer = ImageWriter()
        let folding = Folding(rows)
        var surfaces = Surfaces()
        let firstClassifier = rows.count { $0.table == .units }
        var signs: Set<Int> = []
        var aspects: Set<Int> = []
        for row in rows {
            let index = writer.write(row)
            if row.isSign { signs.insert(index) }
            if row.tellsMeasure { aspects.insert(index) }
            guard let kind = row.kind else { continue }
            surfaces.append(
                row.cells[0], folding, .init(kind, index: row.table == .classifiers ? firstClassifier + index : index),
                row.nameRoles)
        }
        // What sequences begin with is numbered behind the terms of the lists.
        var lead = rows.count { $0.table == .terms }
        for row in rows where row.table == .patterns && row.cells[1] == PatternTerm.Form.sequence.rawValue {
            guard let definition = try? SequenceDefinition(row.cells[PatternTerm.definitionColumn]) else { continue }
            for text in definition.leads {
                surfaces.append(text, folding, .init(.listTerm, index: lead))
                lead += 1
            }
        }
        let alphabet = surfaces.encode(
            with: rows.filter { $0.table == .numerals }.compactMap { $0.cells[0].unicodeScalars.first?.value })
        var characters = characterTable(alphabet)
        var postings: [Lexicon.Posting] = []
        var forward = DoubleArray.Keys()
        var backward = DoubleArray.Keys()
        var listed = DoubleArray.Keys()
        // By letter; 0 is none.
        var initials = Array(repeating: UInt32(0), count: alphabet.count + 1)
        var finals = initials
        surfaces.forEachGroup { codes, group, roles in
            let kinds = group.reduce(0) { $0 | ($1.kind?.bit ?? 0) }
            let first = UInt32(postings.count)
            postings += group
            postings[postings.count - 1].isLast = true
            let initial = surfaces.scalar(of: codes[codes.startIndex])
            if group.contains(where: { $0.kind == .listTerm }) {
                listed.append(codes, postings: first, kinds: Lexicon.listedKinds)
                characters[initial].startsListTerm = true
            }
            guard kinds != 0 else { return }
            if kinds & Lexicon.backwardKinds != 0 {
                backward.append(codes.reversed(), postings: first, kinds: kinds)
                finals[Int(codes[codes.endIndex - 1])] |= kinds
            }
            // A sign before a number is looked for where a character may end one.
            if group.contains(where: { $0.kind == .unit && signs.contains($0.index) }) {
                finals[Int(codes[codes.endIndex - 1])] |= Lexicon.Kind.unit.bit
            }
            // A word that tells what is measured is looked for where a character may end one.
            if group.contains(where: { $0.kind == .statement && aspects.contains($0.index) }) {
                finals[Int(codes[codes.endIndex - 1])] |= Lexicon.Kind.statement.bit
            }
            // A word is met from its beginning only where a number would begin.
            guard kinds & ~Lexicon.contextKinds != 0 || characters[initial].startsNumeral else { return }
            forward.append(codes, postings: first, kinds: kinds, roles: roles)
            initials[Int(codes[codes.startIndex])] |= kinds
        }
        folding.copy(into: &characters)
        var classes = NodeClasses()
        let arrays = [forward, backward, listed].map {
            DoubleArray(keys: $0, letters: alphabet.count, classes: &classes)
        }
        return writer.image(
            version: version, characters: characters, forward: arrays[0], backward: arrays[1], listed: arrays[2],
            classes: classes, initials: initials, finals: finals, postings: postings)
    }

    /// What is known of each character: its letter, its part in numerals, and whether it is seen through.
    private func characterTable(_ alphabet: [UInt32]) -> CharacterTable {
        var characters = CharacterTable()
        // In order, because pages are made as characters come: the image must be the same bytes every time.
        for (index, scalar) in alphabet.enumerated().sorted(by: { $0.element < $1.element }) {
            characters[scalar].code = UInt32(index) + 1
        }
        Self.markSpaces(&characters)
        for row in rows where row.table == .numerals {
            guard let position = NumeralClass.names.firstIndex(of: row.cells[1]),
                let numeralClass = NumeralClass(rawValue: UInt8(position)), let value = Int(row.cells[2]),
                let scalar = row.cells[0].unicodeScalars.first
            else { continue }
            characters[scalar.value].numeralClass = numeralClass
            characters[scalar.value].numeralValue = value
        }
        return characters
    }

    private static func markSpaces(_ characters: inout CharacterTable) {
        for scalar in CharacterInfo.spaces { characters[scalar].isSpace = true }
        for scalar in CharacterInfo.ignorables { characters[scalar].isIgnorable = true }
    }
}

extension Pack.Row {
    /// A unit that stands before the number.
    fileprivate var isSign: Bool { table == .units && cells[2] == Unit.Use.prefix.rawValue }

    /// A word that ends a name and says of what kind the amount is: 占比, 增速.
    fileprivate var tellsMeasure: Bool {
        table == .statements && cells[1] == StatementRole.names[Int(StatementRole.aspect.rawValue)] && !cells[2].isEmpty
    }

    /// What kind of term the row is; `nil` where it tells of a single character.
    fileprivate var kind: Lexicon.Kind? {
        if table == .modifiers, cells[1] == ModifierTerm.Position.after.rawValue { return .modifierAfter }
        if table == .slogans, cells[1] == SloganTerm.Kind.set.rawValue, cells[2] != SloganTerm.Use.quoted.rawValue {
            return .plainSet
        }
        if table == .nameWords { return NameWordRole(rawValue: cells[1])?.kind }
        return table.schema.kind
    }
}

/// The surfaces of all terms, folded, and after `encode()` in the letters of the alphabet.
private struct Surfaces {
    /// Scalars, later letters, of all surfaces one behind the other.
    private var letters: [UInt32] = []
    private var ends: [Int] = [0]
    private var postings: [Lexicon.Posting] = []
    private var roles: [NameRoles] = []
    private var alphabet: [UInt32] = []

    mutating func append(
        _ surface: String, _ folding: Folding, _ posting: Lexicon.Posting, _ roles: NameRoles = []
    ) {
        for scalar in surface.unicodeScalars { letters.append(folding.folded(scalar.value)) }
        ends.append(letters.count)
        postings.append(posting)
        self.roles.append(roles)
    }

    /// The alphabet, whose first character has the letter 1: the most frequent first, because small letters keep the
    /// arrays dense.
    ///
    /// - Parameter numerals: characters that have a letter also if no surface holds them.
    mutating func encode(with numerals: [UInt32]) -> [UInt32] {
        var table = CharacterTable()
        for scalar in letters + numerals { table[bits: scalar] += 1 }
        alphabet = table.known.map { (scalar: $0, count: table[bits: $0]) }
            .sorted { $0.count != $1.count ? $0.count > $1.count : $0.scalar < $1.scalar }.map(\.scalar)
        for (index, scalar) in alphabet.enumerated() { table[bits: scalar] = UInt32(index) + 1 }
        for index in letters.indices { letters[index] = table[bits: letters[index]] }
        return alphabet
    }

    func scalar(of letter: UInt32) -> UInt32 { alphabet[Int(letter) - 1] }

    /// Calls `body` with every surface and what it stands for, in the order of the letters.
    func forEachGroup(
        _ body: (_ codes: ArraySlice<UInt32>, _ postings: [Lexicon.Posting], _ roles: NameRoles) -> Void
    ) {
        var group: [Lexicon.Posting] = []
        var groupRoles: NameRoles = []
        let order = DoubleArray.Keys.order(letters, ends: ends)
        for (position, index) in order.enumerated() {
            let codes = letters[ends[index]..<ends[index + 1]]
            group.append(postings[index])
            groupRoles.formUnion(roles[index])
            let next = position + 1
            if next < order.count, codes == letters[ends[order[next]]..<ends[order[next] + 1]] { continue }
            if !codes.isEmpty { body(codes, group, groupRoles) }
            group.removeAll(keepingCapacity: true)
            groupRoles = []
        }
    }
}

/// Which characters are read as another: Traditional as Simplified, full-width as ASCII.
private struct Folding {
    private var targets = CharacterTable()

    init(_ rows: [Pack.Row]) {
        // FF01–FF5E are the full-width forms of 21–7E (Unicode, Halfwidth and Fullwidth Forms).
        for offset: UInt32 in 0...(0x7E - 0x21) { targets[bits: 0xFF01 + offset] = 0x21 + offset }
        for row in rows where row.table == .variants {
            guard let from = row.cells[0].unicodeScalars.first, let to = row.cells[1].unicodeScalars.first else {
                continue
            }
            targets[bits: from.value] = to.value
        }
    }

    func folded(_ scalar: UInt32) -> UInt32 {
        let target = targets[bits: scalar]
        return target == 0 ? scalar : target
    }

    /// Gives every variant what is known of the character it stands for, unless it has a part of its own to play.
    func copy(into characters: inout CharacterTable) {
        for from in targets.known where characters[from] == .unknown {
            let known = characters[folded(from)]
            if known != .unknown { characters[from] = known }
        }
    }
}
