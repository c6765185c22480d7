/// How often a document uses a slogan: all mentions under one canonical name together.
///
/// Mentions never overlap: what stands inside a longer slogan is not counted again.
public struct SloganFrequency: Hashable, Sendable {
    /// The one name of all its forms.
    public var canonical: String
    /// Whether its numerals count its members.
    public var kind: SloganKind
    /// What it is used for.
    public var type: SloganType
    /// The numerals of a set.
    public var counts: [Int]?
    /// The ways in which the text writes it, in the order of their first mention.
    public var forms: [String]
    /// How many mentions there are.
    public var count: Int
    /// How many of them stand in quotation marks.
    public var quoted: Int
    /// The first mention, in the offsets of the extraction.
    public var first: TextSpan
    /// The members of a set, where they are known.
    public var members: [String]?
    /// Where the members come from; absent for terms.
    public var membership: SloganMembership?
    /// Whether there are as many members as the numerals say; absent where no members are known.
    public var cardinalityHolds: Bool?
    /// Whether the lexicon knows it.
    public var isKnown: Bool

    /// The share of mentions in quotation marks, in percent, rounded.
    public var quotedPercent: Int { (quoted * 200 + count) / (2 * count) }

    /// Mentions for each ten thousand characters of a text, in hundredths, rounded: 129 for 1.29.
    ///
    /// - Parameter characters: the text's length in Unicode scalars.
    public func hundredthsPerTenThousand(of characters: Int) -> Int {
        characters > 0 ? (count * 2_000_000 + characters) / (2 * characters) : 0
    }

    fileprivate init(_ slogan: Slogan) {
        canonical = slogan.canonical
        kind = slogan.kind
        type = slogan.type
        counts = slogan.counts
        forms = [slogan.text]
        count = 1
        quoted = slogan.isQuoted ? 1 : 0
        first = slogan.span
        members = slogan.members
        membership = slogan.membership
        cardinalityHolds = slogan.cardinalityHolds
        isKnown = slogan.rule == .lexicon
    }

    fileprivate mutating func add(_ slogan: Slogan) {
        count += 1
        if slogan.isQuoted { quoted += 1 }
        if !forms.contains(slogan.text), forms.count < 16 { forms.append(slogan.text) }
        isKnown = isKnown || slogan.rule == .lexicon
        if type == .other { type = slogan.type }
        if members == nil || membership == .lexicon && slogan.membership == .text, slogan.members != nil {
            members = slogan.members
            membership = slogan.membership
            cardinalityHolds = slogan.cardinalityHolds
        }
    }
}

extension Extraction {
    /// Every slogan of the document with the number of its mentions: the most frequent first, then in the order of the
    /// text.
    public var sloganFrequencies: [SloganFrequency] {
        var frequencies: [SloganFrequency] = []
        var places: [String: Int] = [:]
        for slogan in slogans {
            let name = slogan.kind.rawValue + slogan.canonical
            if let place = places[name] {
                frequencies[place].add(slogan)
            } else {
                places[name] = frequencies.count
                frequencies.append(SloganFrequency(slogan))
            }
        }
        return frequencies.sorted { $0.count != $1.count ? $0.count > $1.count : $0.first < $1.first }
    }
}

/// Sets that no table knows, gathered over many documents: candidates for a pack.
public struct SloganCandidates: Sendable {
    private struct Candidate {
        var frequency: SloganFrequency
        var documents: Int
    }

    private var candidates: [String: Candidate] = [:]

    /// None yet.
    public init() {}

    /// Adds the sets of a document that the lexicon does not know.
    public mutating func add(_ frequencies: [SloganFrequency]) {
        for frequency in frequencies where frequency.kind == .set && !frequency.isKnown {
            guard var candidate = candidates[frequency.canonical] else {
                candidates[frequency.canonical] = Candidate(frequency: frequency, documents: 1)
                continue
            }
            candidate.documents += 1
            candidate.frequency.count += frequency.count
            candidate.frequency.quoted += frequency.quoted
            if candidate.frequency.type == .other { candidate.frequency.type = frequency.type }
            if candidate.frequency.members == nil || candidate.frequency.cardinalityHolds == false {
                candidate.frequency.members = frequency.members ?? candidate.frequency.members
                candidate.frequency.cardinalityHolds = frequency.cardinalityHolds
            }
            candidates[frequency.canonical] = candidate
        }
    }

    /// A pack of the sets with at least `minimum` mentions, the most frequent first; members are given where there are
    /// as many as the numerals say.
    public func pack(minimum: Int) -> String {
        var text = "@slogans\tsurface\tkind\tcounts\tmembers\ttype\n"
        let chosen = candidates.values.filter { $0.frequency.count >= minimum }.sorted {
            $0.frequency.count != $1.frequency.count
                ? $0.frequency.count > $1.frequency.count : $0.frequency.canonical < $1.frequency.canonical
        }
        for candidate in chosen {
            let frequency = candidate.frequency
            let counts = (frequency.counts ?? []).map(String.init).joined(separator: " ")
            let members = frequency.cardinalityHolds == true ? frequency.members ?? [] : []
            let isPlain = !members.contains { $0.contains("|") || $0.contains("\t") || $0.contains("\n") }
            text += "# \(frequency.count) mentions in \(candidate.documents) documents\n"
            text +=
                [
                    frequency.canonical, "set", counts, isPlain ? members.joined(separator: "|") : "",
                    frequency.type.rawValue,
                ].joined(separator: "\t") + "\n"
        }
        return text
    }
}
