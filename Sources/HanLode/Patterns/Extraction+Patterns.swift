extension Extraction {
    /// Adds the matches of patterns: those that the workspace holds, and the sequences over everything found.
    mutating func add(
        _ patterns: PatternSet, reader: borrowing Reader, terms: Terms, outline: Outline,
        workspace: inout Workspace
    ) {
        var candidates = workspace.candidates
        var mentions = PatternMentions(self, candidates: candidates)
        let builtIn = Spans(mentionSpans)
        for (number, sequence) in patterns.sequences.enumerated() {
            var matcher = SequenceMatcher(reader, terms: terms, leads: workspace.leads, mentions: mentions)
            let found = matcher.matches(of: sequence, number: number).filter { candidate in
                if outline.isResidue(candidate.span) {
                    workspace.rejected.append(RejectedPattern(candidate: candidate, reason: .residue))
                } else if sequence.priority < 0, builtIn.overlap(candidate.span), yields(candidate) {
                    workspace.rejected.append(RejectedPattern(candidate: candidate, reason: .yielded))
                } else {
                    return true
                }
                return false
            }
            mentions.add(found)
            candidates += found
        }
        let resolution = PatternResolution(candidates)
        matches = resolution.kept.map(\.match)
        displace(resolution.kept.filter { $0.match.rule == .sequence && $0.priority > 0 })
        workspace.rejected += resolution.rejected
        workspace.candidates = resolution.kept
    }

    /// The spans of HanLode's own mentions.
    private var mentionSpans: [TextSpan] {
        quantities.map(\.span) + times.map(\.span) + slogans.map(\.span) + entities.map(\.span)
    }

    /// Whether a mention that is no part of a candidate shares characters with it.
    private func yields(_ candidate: PatternCandidate) -> Bool {
        mentionSpans.contains { $0.overlaps(candidate.span) && !candidate.isMadeOf($0) }
    }

    /// Takes away the mentions that share characters with one of `displacing` and are no part of it, and what rests on
    /// them.
    private mutating func displace(_ displacing: [PatternCandidate]) {
        guard !displacing.isEmpty else { return }
        let spans = Spans(displacing.map(\.span))
        func isDisplaced(_ span: TextSpan) -> Bool {
            spans.overlap(span) && displacing.contains { $0.span.overlaps(span) && !$0.isMadeOf(span) }
        }
        let quantities = Renumbering(self.quantities) { !isDisplaced($0.span) }
        self.quantities = quantities.kept
        let observations = Renumbering(self.observations) { quantities.numbers[$0.quantity] != nil }
        self.observations = observations.kept
        for index in self.observations.indices {
            self.observations[index].quantity = quantities.numbers[self.observations[index].quantity] ?? 0
        }
        let times = Renumbering(self.times) { !isDisplaced($0.span) }
        self.times = times.kept
        let slogans = Renumbering(self.slogans) { !isDisplaced($0.span) }
        self.slogans = slogans.kept
        let entities = Renumbering(self.entities) { !isDisplaced($0.span) }
        self.entities = entities.kept
        for index in matches.indices {
            for group in matches[index].groups.indices {
                guard let mention = matches[index].groups[group].mention else { continue }
                let numbers =
                    switch mention.list {
                    case .quantities: quantities.numbers
                    case .times: times.numbers
                    case .observations: observations.numbers
                    case .slogans: slogans.numbers
                    case .entities: entities.numbers
                    }
                matches[index].groups[group].mention = numbers[mention.index].map {
                    .init(list: mention.list, index: $0)
                }
            }
        }
    }
}

extension PatternCandidate {
    /// Whether a mention is what the candidate was made from, or lies inside it: the amount of an observation.
    fileprivate func isMadeOf(_ mention: TextSpan) -> Bool {
        parts.contains { $0.start <= mention.start && mention.end <= $0.end }
    }
}

/// A list without some of its elements, and for each old number the new one.
private struct Renumbering<Element> {
    private(set) var kept: [Element] = []
    private(set) var numbers: [Int: Int] = [:]

    init(_ elements: [Element], keeping isKept: (Element) -> Bool) {
        for (index, element) in elements.enumerated() where isKept(element) {
            numbers[index] = kept.count
            kept.append(element)
        }
    }
}
