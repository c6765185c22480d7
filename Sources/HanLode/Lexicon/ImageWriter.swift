/// Collects the sections of an image and lays them out as `LexiconStorage` reads them.
struct ImageWriter {
    private var texts: [ByteText: UInt32] = [:]
    private var textStarts: [UInt32] = []
    private var textBytes: [UInt8] = []
    private var numbers: [ByteText: UInt32] = [:]
    private var numberWords: [UInt32] = []
    private var tables: [[UInt32]] = Array(repeating: [], count: TableKind.allCases.count)
    private var origins: [UInt32] = []

    /// Adds a row to its table and says which of the table's rows it is.
    mutating func write(_ row: Pack.Row) -> Int {
        let columns = row.table.schema.columns
        let table = Int(row.table.rawValue)
        let index = tables[table].count / columns.count
        // No two rows have the same surface: to look whether it is known would be in vain.
        tables[table].append(append(row.cells[0]))
        for (cell, column) in zip(row.cells, columns).dropFirst() {
            let word: UInt32
            switch column.kind {
            case .text, .character, .identifier, .count, .name, .priority: word = number(of: cell)
            // Each term has its own, so that to look whether they are known would be in vain; but most have none.
            case .attributes: word = cell.isEmpty ? number(of: cell) : append(cell)
            case .digit, .code: word = UInt32(cell) ?? 0
            case .rational: word = number(ofRational: cell)
            case .oneOf(let names): word = UInt32(names.firstIndex(of: cell) ?? 0)
            }
            tables[table].append(word)
        }
        origins += [UInt32(row.table.rawValue), UInt32(truncatingIfNeeded: row.line), number(of: row.file)]
        return index
    }

    /// Texts are kept once.
    private mutating func number(of text: String) -> UInt32 {
        if let known = texts[ByteText(text)] { return known }
        let number = append(text)
        texts[ByteText(text)] = number
        return number
    }

    private mutating func append(_ text: String) -> UInt32 {
        textStarts.append(UInt32(textBytes.count))
        textBytes.append(contentsOf: text.utf8)
        return UInt32(textStarts.count - 1)
    }

    private mutating func number(ofRational text: String) -> UInt32 {
        if let known = numbers[ByteText(text)] { return known }
        guard let value = ExactNumber(text) else { return 0 }
        for wide in [value.coefficient, value.denominator] {
            for word in 0..<4 { numberWords.append(UInt32(truncatingIfNeeded: wide >> (32 * word))) }
        }
        numberWords += [UInt32(bitPattern: Int32(value.exponent)), number(of: text)]
        let number = UInt32(numberWords.count / LexiconStorage.numberWords)
        numbers[ByteText(text)] = number
        return number
    }

    /// The image, with what the compiler made beside the tables.
    func image(
        version: String, characters: CharacterTable, forward: DoubleArray, backward: DoubleArray,
        listed: DoubleArray, classes: NodeClasses, initials: [UInt32],
        finals: [UInt32], postings: [Lexicon.Posting]
    ) -> [UInt8] {
        var layout = ImageLayout()
        layout.add(Array(version.utf8))
        layout.add(characters.pages)
        layout.add(characters.entries)
        var letters = Array(repeating: CharacterInfo.unknown, count: initials.count)
        // Characters of one letter play one part in numerals.
        for info in characters.entries.lazy.map(CharacterInfo.init(bits:)) { letters[Int(info.code)] = info }
        letters[0] = .unknown
        layout.add(letters.map(forward.initial))
        layout.add(forward.nodes)
        layout.add(backward.nodes)
        layout.add(listed.nodes)
        let all = classes.filledUp
        layout.add(all.map(\.kinds))
        layout.add(all.map(\.roles))
        layout.add(
            (forward.postings + backward.postings + listed.postings).map { first -> Lexicon.Posting in
                guard first != .max else { return .none }
                let posting = postings[Int(first)]
                return posting.isLast ? posting : .init(referringTo: Int(first))
            })
        layout.add(initials)
        layout.add(finals)
        layout.add(postings)
        layout.add(textStarts + [UInt32(textBytes.count)])
        layout.add(textBytes)
        layout.add(numberWords, width: LexiconStorage.numberWords)
        layout.add(origins, width: LexiconStorage.originWords)
        for (table, words) in zip(TableKind.allCases, tables) {
            layout.add(words, width: table.schema.columns.count)
        }
        return layout.image
    }
}

/// The sections in the order of `LexiconStorage.Section`, each where eight bytes can be read as one.
private struct ImageLayout {
    private var header: [UInt32] = [LexiconStorage.magic, UInt32(LexiconStorage.sectionCount)]
    private var sections: [UInt8] = []

    /// Adds a section of `elements`, of which `width` together are counted as one.
    mutating func add<Element: BitwiseCopyable>(_ elements: [Element], width: Int = 1) {
        header += [UInt32(LexiconStorage.headerLength + sections.count), UInt32(elements.count / width)]
        elements.withUnsafeBytes { sections.append(contentsOf: $0) }
        sections += repeatElement(0, count: -sections.count & 7)
    }

    var image: [UInt8] { header.withUnsafeBytes { Array($0) } + sections }
}
