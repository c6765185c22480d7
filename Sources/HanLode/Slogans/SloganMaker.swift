/// Makes the values of all slogans of a text, with the members of its sets.
///
/// All mentions under one canonical name are one group: what one of them unfolds holds for all.
struct SloganMaker: ~Copyable, ~Escapable {
    private let reader: Reader
    private let terms: Terms
    private let region: String?
    private let matches: Span<SloganMatch>

    private struct Group {
        /// The mention that was unfolded.
        var unfolded: Int?
        /// The members that the lexicon knows, once they have been asked for.
        var known: [String]?
        var attempts = 0
    }

    private(set) var slogans: [Slogan] = []
    /// A remark for every set whose members are not as many as it says.
    private(set) var diagnostics: [Diagnostic] = []
    private var groups: [Group] = []
    /// Of each set its group, -1 of a term.
    private var groupOfSlogan: [Int] = []

    /// How many mentions of one set are looked at in one pass.
    private static let attempts = 6

    /// - Parameter region: the place that the report is about.
    @_lifetime(copy reader, copy matches)
    init(_ matches: Span<SloganMatch>, reader: borrowing Reader, terms: Terms, region: String?) {
        self.reader = copy reader
        self.terms = terms
        self.region = region
        self.matches = matches
    }

    /// Makes the slogans of the matches, which are those outside residue.
    ///
    /// - Parameter texts: what the lexicon tells of slogans, as far as it has been asked before.
    mutating func run(outline: Outline, notes: SloganNotes, texts: inout SloganTexts) {
        var names: [ByteText: Int] = [:]
        names.reserveCapacity(matches.count)
        slogans.reserveCapacity(matches.count)
        groupOfSlogan.reserveCapacity(matches.count)
        for index in matches.indices {
            slogans.append(Slogan(matches[index], reader: reader, terms: terms, texts: &texts))
            var group = -1
            if slogans[index].kind == .set {
                let name = ByteText(slogans[index].canonical)
                group = names[name] ?? groups.count
                if group == groups.count {
                    groups.append(Group())
                    names[name] = group
                }
            }
            groupOfSlogan.append(group)
        }
        var unfolder = SloganUnfolder(reader, terms: terms, outline: outline, notes: notes, matches: matches)
        for pass in SloganUnfolder.Pass.allCases {
            for group in groups.indices { groups[group].attempts = 0 }
            for slogan in slogans.indices { unfold(slogan, pass, &unfolder, &texts) }
        }
        for slogan in slogans.indices { complete(slogan, &texts) }
    }

    private mutating func unfold(
        _ slogan: Int, _ pass: SloganUnfolder.Pass, _ unfolder: inout SloganUnfolder, _ texts: inout SloganTexts
    ) {
        let group = groupOfSlogan[slogan]
        guard group >= 0, groups[group].unfolded == nil, groups[group].attempts < Self.attempts else { return }
        groups[group].attempts += 1
        guard let unfolding = unfolder.unfold(slogan, pass) else { return }
        let known = known(slogan, &texts)
        slogans[slogan].take(unfolding, reader: reader, known: known)
        if slogans[slogan].members != nil { groups[group].unfolded = slogan }
    }

    /// Gives a set the members of its group, or the lexicon's, and counts them.
    private mutating func complete(_ slogan: Int, _ texts: inout SloganTexts) {
        let group = groupOfSlogan[slogan]
        guard group >= 0 else { return }
        let first = groups[group].unfolded
        if let first {
            if first != slogan {
                slogans[slogan].members = slogans[first].members
                slogans[slogan].memberSpans = slogans[first].memberSpans
                slogans[slogan].membership = .text
            }
        } else {
            let known = known(slogan, &texts)
            guard !known.isEmpty else { return }
            slogans[slogan].members = known
            slogans[slogan].membership = .lexicon
        }
        guard let holds = slogans[slogan].doesCardinalityHold(matches[slogan], reader) else { return }
        slogans[slogan].cardinalityHolds = holds
        guard !holds, first == slogan else { return }
        diagnostics.append(
            Diagnostic(
                .cardinality, "\(slogans[slogan].text) has \(slogans[slogan].members?.count ?? 0) members here",
                span: slogans[slogan].span))
    }

    private mutating func known(_ slogan: Int, _ texts: inout SloganTexts) -> [String] {
        let group = groupOfSlogan[slogan]
        if let known = groups[group].known { return known }
        let known = lexiconMembers(matches[slogan], &texts)
        groups[group].known = known
        return known
    }

    /// The lexicon's members of a set; those of the canonical form where the row names none itself.
    private func lexiconMembers(_ match: SloganMatch, _ texts: inout SloganTexts) -> [String] {
        guard var row = match.term else { return [] }
        var members = texts.members(of: row, terms)
        if members.isEmpty {
            let name = texts.canonical(of: row, terms)
            guard let found = reader.term(named: name.utf8.span) else { return [] }
            row = found
            members = texts.members(of: row, terms)
        }
        if let area = terms.slogans[row].area, region?.holds(bytesOf: area) != true { return [] }
        return members
    }
}

extension Slogan {
    /// Takes members from the text, unless what stands there only looks like the members that the lexicon knows.
    mutating func take(_ unfolding: SloganUnfolder.Unfolding, reader: borrowing Reader, known: [String]) {
        let texts = unfolding.members.map { Self.plain(reader.text($0)) }
        if !known.isEmpty, !unfolding.isPlain {
            guard texts.count == known.count,
                texts.allSatisfy({ text in known.contains { $0.holds(bytesOf: text) || text.holds(bytesOf: $0) } })
            else { return }
        }
        members = texts
        memberSpans = unfolding.members
        membership = .text
    }

    /// Whether there are as many members as the numerals say: together, or one for each.
    fileprivate func doesCardinalityHold(_ match: SloganMatch, _ reader: borrowing Reader) -> Bool? {
        guard let members, let counts else { return nil }
        if members.count == counts.reduce(0, { $0 &+ min($1, 1 << 40) }) { return true }
        // 四水四定: what the numerals count are the same things.
        if counts.count > 1, counts.allSatisfy({ $0 == members.count }) { return true }
        guard let shape = match.shape else { return false }
        switch shape.form {
        case .classified, .bare, .double: return members.count == shape.counts[0]
        case .coordinate, .places:
            // Each letter of 一核三带N极 has a member more.
            let letters = SloganParts.labels(reader, match.span, isCode: false).count - shape.counts.count
            return members.count == shape.counts.sum || members.count == shape.counts.count
                || letters > 0 && members.count == shape.counts.sum + letters
        case .code:
            return members.count == shape.counts.sum || members.count == SloganParts.count(reader, match.span)
        }
    }
}
