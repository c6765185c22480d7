import HanLode

/// The slogans of one report as a table for people.
struct SloganTable {
    private let extraction: Extraction
    private let frequencies: [SloganFrequency]
    private let showsMembers: Bool
    private let width: Int

    init(_ extraction: Extraction, _ frequencies: [SloganFrequency], showsMembers: Bool, width: Int) {
        self.extraction = extraction
        self.frequencies = frequencies
        self.showsMembers = showsMembers
        self.width = width
    }

    /// A heading, a line a slogan, and a blank line.
    var text: String {
        let name = extraction.document.source ?? "standard input"
        let sets = frequencies.count { $0.kind == .set }
        let mentions = frequencies.reduce(0) { $0 + $1.count }
        var lines = [
            "\(name): \(sets) sets and \(frequencies.count - sets) terms, \(mentions) mentions in \(extraction.document.characters) characters"
        ]
        if !frequencies.isEmpty { lines.append("MENTIONS  QUOTED  PER 10,000   FIRST  KIND  TYPE           SLOGAN") }
        for frequency in frequencies {
            lines.append(
                [
                    Self.right(String(frequency.count), 8), Self.right("\(frequency.quotedPercent)%", 6),
                    Self.right(frequency.rate(of: extraction.document), 10),
                    Self.right(String(frequency.first.start), 6),
                    Self.left(frequency.kind.rawValue, 4), Self.left(frequency.type.rawValue, 13),
                    DisplayWidth.plain(frequency.canonical) + (frequency.cardinalityHolds == false ? "  (!)" : ""),
                ].joined(separator: "  "))
            if showsMembers, let members = frequency.members {
                lines += unfolded(members, frequency.membership, depth: 0, behind: [frequency.canonical])
            }
        }
        return lines.joined(separator: "\n") + "\n\n"
    }

    /// The members, one a line; under a member that is a set of the report itself, its own.
    private func unfolded(
        _ members: [String], _ membership: SloganMembership?, depth: Int, behind: [String]
    ) -> [String] {
        members.enumerated().flatMap { index, member -> [String] in
            let indent = String(repeating: " ", count: 60 + 3 * depth)
            let source = index == 0 && membership == .lexicon ? "  (lexicon)" : ""
            let line = indent + "· " + DisplayWidth.fit(DisplayWidth.plain(member), to: 60) + source
            guard depth < 3, let set = frequencies.first(where: { $0.kind == .set && $0.canonical == member }),
                let inner = set.members, !behind.contains(member)
            else { return [line] }
            return [line] + unfolded(inner, set.membership, depth: depth + 1, behind: behind + [member])
        }
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(width - text.count, 0)) + text
    }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }
}
