extension Lexicon {
    /// Compiles `packs` to the bytes that the library carries.
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
        return compiler.compile(version: Pack.fingerprint(packs))
    }

    /// Uses an image where it lies; it must stay there unchanged.
    ///
    /// - Throws: `HanLodeError` with `.badImage` where the bytes are not an image of this version.
    init(borrowing image: UnsafeRawBufferPointer) throws(HanLodeError) {
        self.init(try LexiconStorage(borrowing: image))
    }
}

extension LexiconStorage {
    /// A mark of the content of the tables.
    var version: String { String(decoding: elements(.version, as: UInt8.self), as: UTF8.self) }

    /// The packs whose rows it holds: each file's rows in the order of its lines.
    var packs: [Pack] {
        let origins = elements(.origins, as: UInt32.self)
        let rows = rows
        var taken = Array(repeating: 0, count: TableKind.allCases.count)
        var packs: [(name: UInt32, rows: [Pack.Row])] = []
        for origin in stride(from: 0, to: origins.count, by: Self.originWords) {
            guard let table = TableKind(rawValue: UInt8(truncatingIfNeeded: origins[origin])) else { continue }
            let index = taken[Int(table.rawValue)]
            guard index < rows[table].count else { continue }
            taken[Int(table.rawValue)] += 1
            let file = origins[origin + 2]
            if packs.last?.name != file { packs.append((file, [])) }
            let cells = Record(rows, index, of: table).cells(table.schema.columns)
            packs[packs.count - 1].rows.append(
                Pack.Row(table: table, file: rows.text(file), line: Int(origins[origin + 1]), cells: cells))
        }
        return packs.map { Pack(name: rows.text($0.name), rows: $0.rows) }
    }
}
