import HanLode

/// The sections of one document as a tree for people.
struct OutlineTree {
    private let extraction: Extraction
    private let width: Int

    init(_ extraction: Extraction, width: Int) {
        self.extraction = extraction
        self.width = width
    }

    /// The title, what the text says of itself, a line a section, and a blank line.
    var text: String {
        let document = extraction.document
        let known = [
            document.kind.rawValue, document.date, document.region?.name, document.issuer, document.speaker,
            "\(extraction.sections.count) sections",
        ]
        var lines = [
            DisplayWidth.fit(document.title ?? "(no title)", to: width),
            DisplayWidth.fit("  " + known.compactMap { $0 }.joined(separator: " · "), to: width),
        ]
        if let source = document.source { lines[0] = DisplayWidth.fit("\(source): \(lines[0])", to: width) }
        for section in extraction.sections {
            let indent = String(repeating: "  ", count: section.level)
            let number = section.number.map { $0 + " " } ?? ""
            let heading = DisplayWidth.fit(indent + number + DisplayWidth.plain(section.title), to: width - 8)
            let gap = String(repeating: " ", count: max(width - 8 - DisplayWidth.of(heading), 0))
            lines.append(heading + gap + "  " + section.role.rawValue)
        }
        return lines.joined(separator: "\n") + "\n\n"
    }
}
