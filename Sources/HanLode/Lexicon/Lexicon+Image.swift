/// The compiled lexicon as bytes: a header, the packs' rows, and the arrays of the automaton, little-endian.
///
/// Read once at start; the rows are in it too, so that a user's pack can be compiled together with them.
extension Lexicon {
    private static let magic: UInt32 = 0x314C_4E48  // "HNL1"

    /// Compiles `packs` and writes the image of the result.
    ///
    /// - Throws: `HanLodeError` with `.duplicateTerm` where two of the packs have the same term in a table: which of
    ///   them stands would depend on the order of the files.
    static func image(of packs: [Pack]) throws(HanLodeError) -> [UInt8] {
        var compiler = LexiconCompiler()
        for pack in packs {
            if let row = compiler.add(pack).first {
                throw HanLodeError(
                    .duplicateTerm, "\(row.cells[0]) in line \(row.line) is also in another pack", file: pack.name)
            }
        }
        let lexicon = Lexicon(packs: packs, version: Pack.fingerprint(packs))
        var writer = ImageWriter()
        writer.write(magic)
        writer.write(lexicon.version)
        writer.write(UInt32(packs.count))
        for pack in packs {
            writer.write(pack.name)
            writer.write(UInt32(pack.rows.count))
            for row in pack.rows {
                writer.write(UInt32(TableKind.allCases.firstIndex(of: row.table) ?? 0))
                writer.write(UInt32(row.line))
                writer.write(UInt32(row.cells.count))
                for cell in row.cells { writer.write(cell) }
            }
        }
        writer.write(lexicon.characters.pageIndex.map(UInt32.init))
        writer.write(lexicon.characters.entries)
        for trie in [lexicon.forward, lexicon.backward] {
            writer.write(trie.nodes.flatMap { [$0.base, $0.check, $0.postings, $0.kinds] })
        }
        writer.write(lexicon.postings.map(\.bits))
        return writer.bytes
    }

    /// Reads an image.
    ///
    /// - Throws: `HanLodeError` with `.badImage` where the bytes are not an image of this version.
    init(image: UnsafeRawBufferPointer) throws(HanLodeError) {
        var reader = ImageReader(image)
        var terms = Terms()
        guard let version = reader.header(magic: Self.magic),
            reader.packs({ _, _ in }, row: { row in _ = terms.add(row) }, of: { $0.makesTerms }),
            let pages = reader.words(), let entries = reader.words(), let forward = reader.trie(),
            let backward = reader.trie(), let postings = reader.words(),
            let characters = CharacterTable(pageIndex: pages.map { UInt16(truncatingIfNeeded: $0) }, entries: entries)
        else { throw Self.badImage }
        self.init(
            version: version, terms: terms, characters: characters, forward: forward, backward: backward,
            postings: postings.map(Posting.init(bits:)))
        guard isSound else { throw Self.badImage }
    }

    /// Whether every index leads somewhere: bytes that were altered must not become a trap later.
    private var isSound: Bool {
        postings.allSatisfy { posting in posting.kind.map { posting.index < terms.count(of: $0) } ?? false }
            && (forward.nodes + backward.nodes).allSatisfy { $0.postings == .max || Int($0.postings) < postings.count }
    }

    /// The packs that an image was compiled from.
    static func packs(inImage image: UnsafeRawBufferPointer) throws(HanLodeError) -> [Pack] {
        var reader = ImageReader(image)
        var packs: [(name: String, rows: [Pack.Row])] = []
        guard reader.header(magic: magic) != nil,
            reader.packs(
                { name, count in
                    packs.append((name, [])); packs[packs.count - 1].rows.reserveCapacity(count)
                },
                row: { packs[packs.count - 1].rows.append($0) }, of: { _ in true })
        else { throw badImage }
        return packs.map { Pack(name: $0.name, rows: $0.rows) }
    }

    /// The version of the lexicon in an image; `nil` where it is none.
    static func version(ofImage image: UnsafeRawBufferPointer) -> String? {
        var reader = ImageReader(image)
        return reader.header(magic: magic)
    }

    private static var badImage: HanLodeError {
        HanLodeError(.badImage, "the compiled lexicon is damaged or of another version")
    }
}

private struct ImageWriter {
    var bytes: [UInt8] = []

    mutating func write(_ word: UInt32) {
        for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(shift))) }
    }

    mutating func write(_ text: String) {
        write(UInt32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write(_ words: [UInt32]) {
        write(UInt32(words.count))
        for word in words { write(word) }
    }
}

/// Reads what `ImageWriter` wrote; `nil` or false wherever the bytes end too early or make no sense.
private struct ImageReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    private mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
        guard count >= 0, count <= bytes.count - position else { return nil }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<(position + count)])
    }

    mutating func word() -> UInt32? {
        take(4).map { UInt32(littleEndian: $0.loadUnaligned(as: UInt32.self)) }
    }

    mutating func text() -> String? {
        word().flatMap { take(Int($0)) }.flatMap { String(validating: $0, as: UTF8.self) }
    }

    private mutating func skipText() -> Bool {
        word().flatMap { take(Int($0)) } != nil
    }

    mutating func words() -> [UInt32]? {
        guard let count = word(), let bytes = take(4 * Int(count)) else { return nil }
        return (0..<Int(count)).map {
            UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
        }
    }

    mutating func trie() -> DoubleArray? {
        guard let nodes = words(), nodes.count % 4 == 0 else { return nil }
        return DoubleArray(
            checked: stride(from: 0, to: nodes.count, by: 4).map {
                .init(base: nodes[$0], check: nodes[$0 + 1], postings: nodes[$0 + 2], kinds: nodes[$0 + 3])
            })
    }

    /// The version, if the magic number is right.
    mutating func header(magic: UInt32) -> String? {
        guard word() == magic else { return nil }
        return text()
    }

    /// Calls `pack` for every pack and `row` for every row of the tables that are wanted; the others are passed over
    /// without making their strings, which is most of the work at start.
    mutating func packs(
        _ pack: (_ name: String, _ rows: Int) -> Void, row: (Pack.Row) -> Void, of isWanted: (TableKind) -> Bool
    ) -> Bool {
        let tables = TableKind.allCases
        let widths = tables.map(\.columns.count)
        let wanted = tables.map(isWanted)
        guard let packCount = word() else { return false }
        for _ in 0..<packCount {
            guard let name = text(), let rowCount = word() else { return false }
            pack(name, Int(rowCount))
            for _ in 0..<rowCount {
                guard let table = word().map(Int.init), table < tables.count, let line = word(),
                    let count = word().map(Int.init), count == widths[table]
                else { return false }
                guard wanted[table] else {
                    for _ in 0..<count where !skipText() { return false }
                    continue
                }
                var cells: [String] = []
                cells.reserveCapacity(count)
                for _ in 0..<count {
                    guard let cell = text() else { return false }
                    cells.append(cell)
                }
                row(Pack.Row(table: tables[table], file: name, line: Int(line), cells: cells))
            }
        }
        return true
    }
}
