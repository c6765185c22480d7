import HanLode

/// The names of one or more documents, each once, with how often and where first.
struct EntityIndex {
    private struct Key: Hashable {
        let name: String
        let type: EntityType
        let code: String?
    }

    private struct Entry {
        var count: Int
        let source: String?
        let start: Int
        let context: String
    }

    private var entries: [Key: Entry] = [:]

    /// Adds the mentions of a document; the offsets of `extraction` are those that are printed.
    mutating func add(_ extraction: Extraction, of document: Document) {
        let map = OffsetMap(document.text)
        for entity in extraction.entities {
            let key = Key(
                name: entity.canonical ?? DisplayWidth.plain(entity.text), type: entity.type, code: entity.code)
            if entries[key] != nil {
                entries[key]?.count += 1
            } else {
                let utf8 = TextSpan(
                    start: map.utf8Offset(of: entity.span.start, in: extraction.offsets),
                    end: map.utf8Offset(of: entity.span.end, in: extraction.offsets))
                entries[key] = Entry(
                    count: 1, source: extraction.document.source, start: entity.span.start,
                    context: Self.context(of: utf8, in: document.text))
            }
        }
    }

    /// The mention between 【】 with a few characters of its line on both sides.
    private static func context(of span: TextSpan, in text: String) -> String {
        guard let range = span.range(in: text) else { return "" }
        let before = text[..<range.lowerBound].suffix(16).split(whereSeparator: \.isNewline).last ?? ""
        let after =
            text[range.upperBound...].prefix(16).split(
                separator: "\n", omittingEmptySubsequences: false
            ).first ?? ""
        let isAtStart = range.lowerBound == text.startIndex || text[text.index(before: range.lowerBound)].isNewline
        return DisplayWidth.plain(isAtStart ? "" : String(before)) + "【" + DisplayWidth.plain(String(text[range]))
            + "】" + DisplayWidth.plain(String(after))
    }

    /// The most frequent first, then by type and name, so that the same texts give the same bytes.
    private var sorted: [(key: Key, entry: Entry)] {
        entries.map { ($0.key, $0.value) }.sorted { a, b in
            if a.entry.count != b.entry.count { return a.entry.count > b.entry.count }
            if a.key.type != b.key.type { return a.key.type.rawValue < b.key.type.rawValue }
            if a.key.name != b.key.name {
                return a.key.name.unicodeScalars.lexicographicallyPrecedes(b.key.name.unicodeScalars)
            }
            return a.key.code ?? "" < b.key.code ?? ""
        }
    }

    /// A header and a row a name.
    var csv: [UInt8] {
        CSV.line(["NAME", "TYPE", "CODE", "COUNT", "FIRST_SOURCE", "FIRST_START", "FIRST_MENTION"])
            + sorted.flatMap { key, entry in
                CSV.line([
                    key.name, key.type.rawValue, key.code ?? "", String(entry.count), entry.source ?? "",
                    String(entry.start), entry.context,
                ])
            }
    }

    /// A header and a line a name, cut to `width` columns.
    func table(width: Int) -> String {
        let rows = sorted.map { key, entry in
            [key.name, key.type.rawValue, key.code ?? "", String(entry.count), entry.context]
        }
        guard !rows.isEmpty else { return "no names\n" }
        let header = ["NAME", "TYPE", "CODE", "COUNT", "FIRST MENTION"]
        let widths = (0..<4).map { column in
            min(30, ([header] + rows).map { DisplayWidth.of($0[column]) }.max() ?? 0)
        }
        let room = max(width - widths.reduce(0) { $0 + $1 + 2 }, 20)
        return ([header] + rows).map { row in
            var line = ""
            for column in 0..<4 {
                let cell = DisplayWidth.fit(row[column], to: widths[column])
                let gap = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
                line += (column == 3 ? gap + cell : cell + gap) + "  "
            }
            return line + DisplayWidth.fit(row[4], to: room) + "\n"
        }.joined()
    }
}
