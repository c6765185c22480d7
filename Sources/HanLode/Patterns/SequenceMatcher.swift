/// Finds sequences, once everything that they may ask for has been found.
///
/// From each place where the first element stands the elements are taken one after the other, with the set of all
/// places that have been reached: no place is visited twice for one element, and the gaps together are bounded, so that
/// the work at one place is too. Of several ways the one stands that prefers the nearest behind a gap, and what is there
/// to what may be missing.
struct SequenceMatcher: ~Escapable {
    private let reader: Reader
    private let terms: Terms
    private let leads: [PatternFinder.Lead]
    private let mentions: PatternMentions
    private var steps: [Step] = []
    private var reached: Set<Int> = []

    /// A place that has been reached, and how.
    private struct Step {
        var start: Int
        var end: Int
        /// The step before; −1 for none.
        var parent: Int
        var element: Int
        var mention: PatternMentions.Entry?
    }

    @_lifetime(copy reader)
    init(_ reader: borrowing Reader, terms: Terms, leads: [PatternFinder.Lead], mentions: PatternMentions) {
        self.reader = copy reader
        self.terms = terms
        self.leads = leads
        self.mentions = mentions
    }

    /// All matches of a sequence, none overlapping another.
    mutating func matches(of sequence: PatternSet.Sequence, number: Int) -> [PatternCandidate] {
        guard let first = sequence.elements.first else { return [] }
        var candidates: [PatternCandidate] = []
        var end = 0
        func take(_ match: PatternCandidate?) {
            guard let match else { return }
            end = match.span.end
            candidates.append(match)
        }
        switch first.atom {
        case .literal:
            for lead in leads where lead.sequence == number && lead.start >= end {
                take(match(sequence, from: Step(start: lead.start, end: lead.end, parent: -1, element: 0)))
            }
        case .mention(let kind, let conditions):
            for entry in mentions.entries(kind) where entry.span.start >= end {
                guard mentions.holds(conditions, of: entry) else { continue }
                let step = Step(
                    start: entry.span.start, end: entry.span.end, parent: -1, element: 0, mention: entry)
                take(match(sequence, from: step))
            }
        case .term(let table, let kind, let conditions):
            var offset = 0
            while offset < reader.end {
                let next = reader.character(at: offset).next
                if offset >= end, let stop = self.end(of: table, kind, conditions, at: offset) {
                    take(match(sequence, from: Step(start: offset, end: stop, parent: -1, element: 0)))
                }
                offset = next
            }
        case .gap:
            break
        }
        return candidates
    }

    private mutating func match(_ sequence: PatternSet.Sequence, from first: Step) -> PatternCandidate? {
        steps.removeAll(keepingCapacity: true)
        steps.append(first)
        var frontier = 0..<1
        for index in sequence.elements.indices.dropFirst() {
            reached.removeAll(keepingCapacity: true)
            for parent in frontier { advance(from: parent, to: index, sequence.elements[index]) }
            frontier = frontier.upperBound..<steps.count
            guard !frontier.isEmpty else { return nil }
        }
        return candidate(sequence, last: frontier.lowerBound)
    }

    private mutating func advance(from parent: Int, to index: Int, _ element: PatternSet.Element) {
        let place = steps[parent].end
        if case .gap(let count) = element.atom {
            var offset = place
            reach(Step(start: place, end: offset, parent: parent, element: index))
            for _ in 0..<count {
                guard offset < reader.end else { break }
                let character = reader.character(at: offset)
                reader.count(1)
                guard !BoundaryCharacters.isLineEnd(character.scalar), !BoundaryCharacters.isStop(character.scalar)
                else { break }
                offset = character.next
                reach(Step(start: place, end: offset, parent: parent, element: index))
            }
            return
        }
        let start = reader.skippingIgnorable(place)
        reader.count(1)
        switch element.atom {
        case .literal(let texts):
            for text in texts {
                guard let end = text.end(in: reader, at: start) else { continue }
                reach(Step(start: start, end: end, parent: parent, element: index))
            }
        case .mention(let kind, let conditions):
            for entry in mentions.entries(kind, at: start) where mentions.holds(conditions, of: entry) {
                reach(Step(start: start, end: entry.span.end, parent: parent, element: index, mention: entry))
            }
        case .term(let table, let kind, let conditions):
            if let end = end(of: table, kind, conditions, at: start) {
                reach(Step(start: start, end: end, parent: parent, element: index))
            }
        case .gap:
            break
        }
        if element.isOptional { reach(Step(start: place, end: place, parent: parent, element: -1)) }
    }

    private mutating func reach(_ step: Step) {
        if reached.insert(step.end).inserted { steps.append(step) }
    }

    /// Where the longest term of a table ends that begins at `offset` and fulfils the conditions.
    private func end(
        of table: TableKind, _ kind: Lexicon.Kind, _ conditions: [SequenceDefinition.Condition], at offset: Int
    ) -> Int? {
        guard let match = reader.longestTerm(kind.bit, at: offset) else { return nil }
        var holds = false
        reader.forEachTerm(kind, of: match) { index in
            holds = holds || terms.holds(conditions, row: index, of: table)
        }
        return holds ? match.end : nil
    }

    private func candidate(_ sequence: PatternSet.Sequence, last: Int) -> PatternCandidate {
        var groups: [PatternMatch.Group] = []
        var parts: [TextSpan] = []
        var index = last
        var start = steps[last].start
        while index >= 0 {
            let step = steps[index]
            start = step.start
            if let mention = step.mention { parts.append(mention.span) }
            if step.element >= 0, let label = sequence.elements[step.element].label {
                let span = step.mention?.span ?? TextSpan(start: step.start, end: step.end)
                groups.append(
                    .init(name: label, span: span, text: reader.text(span), mention: step.mention?.reference))
            }
            index = step.parent
        }
        let span = TextSpan(start: start, end: steps[last].end)
        return PatternCandidate(
            match: PatternMatch(
                span: span, text: reader.text(span), name: sequence.name, attributes: [:],
                groups: groups.reversed(), rule: .sequence),
            priority: sequence.priority, source: .pattern(sequence.row), parts: parts)
    }
}
