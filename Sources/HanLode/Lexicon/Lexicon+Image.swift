/// The compiled lexicon as bytes: a header, the packs' rows, and the arrays of the automaton, little-endian.
///
/// Read once at start; the rows are in it too, so that a user's pack can be compiled together with them.
extension Lexicon {
    private static let magic: UInt32 = 0x314C_4E48  // "HNL1"

    /// Compiles `packs` and writes the image of the result.
    static func image(of packs: [Pack]) -> [UInt8] {
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
    init(image: some Collection<UInt8>) throws(HanLodeError) {
        var reader = ImageReader(Array(image))
        guard let version = reader.header(Self.magic), let packs = reader.packs() else { throw Self.badImage }
        guard let pages = reader.words(), let entries = reader.words(), let forward = reader.trie(),
            let backward = reader.trie(), let postings = reader.words(),
            let characters = CharacterTable(pageIndex: pages.map { UInt16(truncatingIfNeeded: $0) }, entries: entries)
        else { throw Self.badImage }
        var compiler = LexiconCompiler()
        for pack in packs { compiler.add(pack) }
        self.init(
            version: version, terms: compiler.terms(), characters: characters, forward: forward,
            backward: backward, postings: postings.map(Posting.init(bits:)))
    }

    /// The packs that an image was compiled from.
    static func packs(inImage image: some Collection<UInt8>) throws(HanLodeError) -> [Pack] {
        var reader = ImageReader(Array(image))
        guard reader.header(magic) != nil, let packs = reader.packs() else { throw badImage }
        return packs
    }

    /// The version of the lexicon in an image; `nil` where it is none.
    static func version(ofImage image: UnsafeBufferPointer<UInt8>) -> String? {
        var reader = ImageReader(Array(image.prefix(1 << 12)))
        return reader.header(magic)
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

private struct ImageReader {
    let bytes: [UInt8]
    var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func word() -> UInt32? {
        guard position + 4 <= bytes.count else { return nil }
        defer { position += 4 }
        return UInt32(bytes[position]) | UInt32(bytes[position + 1]) << 8 | UInt32(bytes[position + 2]) << 16
            | UInt32(bytes[position + 3]) << 24
    }

    mutating func text() -> String? {
        guard let count = word(), position + Int(count) <= bytes.count else { return nil }
        defer { position += Int(count) }
        return String(validating: bytes[position..<(position + Int(count))], as: UTF8.self)
    }

    mutating func words() -> [UInt32]? {
        guard let count = word(), position + 4 * Int(count) <= bytes.count else { return nil }
        var words: [UInt32] = []
        words.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let next = word() else { return nil }
            words.append(next)
        }
        return words
    }

    mutating func trie() -> DoubleArray? {
        guard let nodes = words(), nodes.count % 4 == 0 else { return nil }
        return DoubleArray(
            checked: stride(from: 0, to: nodes.count, by: 4).map {
                .init(base: nodes[$0], check: nodes[$0 + 1], postings: nodes[$0 + 2], kinds: nodes[$0 + 3])
            })
    }

    /// The version, if the magic number is right.
    mutating func header(_ magic: UInt32) -> String? {
        guard word() == magic else { return nil }
        return text()
    }

    mutating func packs() -> [Pack]? {
        guard let packCount = word() else { return nil }
        var packs: [Pack] = []
        for _ in 0..<packCount {
            guard let name = text(), let rowCount = word() else { return nil }
            var rows: [Pack.Row] = []
            for _ in 0..<rowCount {
                guard let table = word(), Int(table) < TableKind.allCases.count, let line = word(), let count = word(),
                    Int(count) == TableKind.allCases[Int(table)].columns.count
                else { return nil }
                var cells: [String] = []
                for _ in 0..<count {
                    guard let cell = text() else { return nil }
                    cells.append(cell)
                }
                rows.append(Pack.Row(table: TableKind.allCases[Int(table)], line: Int(line), cells: cells))
            }
            packs.append(Pack(name: name, rows: rows))
        }
        return packs
    }
}
