/// Makes the values of all slogans of a text, with the members of its sets.
enum SloganMaker {
    /// The slogans outside residue, and a remark for every set whose members are not as many as it says.
    static func make(
        _ matches: Span<SloganMatch>, reader: borrowing Reader, terms: Terms, outline: Outline,
        notes: SloganNotes, region: String?
    ) -> (slogans: [Slogan], diagnostics: [Diagnostic]) {
        var slogans: [Slogan] = []
        slogans.reserveCapacity(matches.count)
        var unfolder = SloganUnfolder(reader, terms: terms, outline: outline, notes: notes, matches: matches)
        var places: [Int] = []
        for index in matches.indices where !outline.isResidue(matches[index].span) {
            slogans.append(Slogan(matches[index], reader: reader, terms: terms))
            places.append(index)
        }
        // By canonical name: where a set of the text was unfolded.
        var unfolded: [String: Int] = [:]
        for pass in SloganUnfolder.Pass.allCases {
            var attempts: [String: Int] = [:]
            for next in slogans.indices where slogans[next].kind == .set && unfolded[slogans[next].canonical] == nil {
                let name = slogans[next].canonical
                attempts[name, default: 0] += 1
                guard attempts[name, default: 0] <= 6, let unfolding = unfolder.unfold(places[next], pass) else { continue }
                let known = knownMembers(matches[places[next]], reader, terms, region: region)
                slogans[next].take(unfolding, reader: reader, known: known, isBeside: pass == .beside)
                if slogans[next].members != nil { unfolded[name] = next }
            }
        }
        var diagnostics: [Diagnostic] = []
        for next in slogans.indices where slogans[next].kind == .set {
            let index = places[next]
            if slogans[next].members == nil, let first = unfolded[slogans[next].canonical] {
                slogans[next].members = slogans[first].members
                slogans[next].memberSpans = slogans[first].memberSpans
                slogans[next].membership = .text
            } else if slogans[next].members == nil {
                let known = knownMembers(matches[index], reader, terms, region: region)
                if !known.isEmpty {
                    slogans[next].members = known
                    slogans[next].membership = .lexicon
                }
            }
            guard let holds = slogans[next].doesCardinalityHold(matches[index], reader) else { continue }
            slogans[next].cardinalityHolds = holds
            if !holds, unfolded[slogans[next].canonical] == next {
                diagnostics.append(
                    Diagnostic(
                        .cardinality,
                        "\(slogans[next].text) has \(slogans[next].members?.count ?? 0) members here",
                        span: slogans[next].span))
            }
        }
        return (slogans, diagnostics)
    }

    /// The lexicon's members of a set; those of the canonical form where the row names none itself.
    private static func knownMembers(
        _ match: SloganMatch, _ reader: borrowing Reader, _ terms: Terms, region: String?
    ) -> [String] {
        guard var term = match.term.map({ terms.slogans[$0] }) else { return [] }
        if term.members.isEmpty {
            let name = term.canonical
            guard let found = reader.term(named: name.utf8.span) else { return [] }
            term = terms.slogans[found]
        }
        if let area = term.area, region?.contains(area) != true { return [] }
        return term.members
    }
}

extension Slogan {
    /// Takes members from the text, unless what stands there only looks like the members that the lexicon knows.
    mutating func take(_ unfolding: SloganUnfolder.Unfolding, reader: borrowing Reader, known: [String], isBeside: Bool) {
        let texts = unfolding.members.map { Self.plain(Self.text(reader, $0)) }
        if !known.isEmpty {
            let familiar = texts.filter { text in
                known.contains { $0.contains(text) || text.contains($0) || Self.isAkin($0, text) }
            }
            // Plainly told right beside the set: the text knows better.
            guard isBeside || familiar.count * 2 >= known.count && texts.count == known.count else { return }
        }
        members = texts
        memberSpans = unfolding.members
        membership = .text
    }

    /// Whether two names share two characters in a row.
    private static func isAkin(_ a: String, _ b: String) -> Bool {
        let scalars = Array(a.unicodeScalars)
        let other = Array(b.unicodeScalars)
        for index in scalars.indices.dropLast() {
            for position in other.indices.dropLast()
            where scalars[index] == other[position] && scalars[index + 1] == other[position + 1] {
                return true
            }
        }
        return false
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
        case .coordinate, .places: return members.count == shape.counts.sum || members.count == shape.counts.count
        case .code:
            return members.count == shape.counts.sum || members.count == SloganParts.count(reader, match.span)
        }
    }
}
