/// Reads from the record of the work which candidates did not become results, and why.
struct RivalReading {
    private(set) var rivals: [Explanation.Rival] = []
    private let text: String
    private let extraction: Extraction

    init(text: String, extraction: Extraction, record: WorkRecord, _ workspace: borrowing Workspace) {
        self.text = text
        self.extraction = extraction
        let found = Mentions(extraction)
        for dismissal in record.dismissals {
            let (span, name) = (dismissal.candidate.span, dismissal.candidate.name)
            // Proposed again later, and with more to speak for it.
            if found.contains(span, name) { continue }
            let winner = dismissal.winner
            add(span, name, .init(dismissal.reason), winner: winner.map { "\($0.name) \(characters($0.span))" })
        }
        let stages = record.stages
        if stages.count == 3 {
            compare(stages[0], with: stages[1], .overlap)
            compare(stages[1], with: stages[2], .residue)
            displaced(stages[2])
        }
        for rejected in workspace.rejected { add(rejected) }
        rivals.sort { $0.span < $1.span }
    }

    private func characters(_ span: TextSpan) -> String {
        String(decoding: text.utf8.span.bytesBetween(span), as: UTF8.self)
    }

    private mutating func add(
        _ span: TextSpan, _ candidate: String, _ reason: Explanation.Rival.Reason, winner: String? = nil
    ) {
        rivals.append(
            .init(span: span, text: characters(span), candidate: candidate, reason: reason, winner: winner))
    }

    /// What one stage has and the next has no more.
    private mutating func compare(
        _ stage: WorkRecord.Stage, with next: WorkRecord.Stage, _ reason: Explanation.Rival.Reason
    ) {
        let kept = Mentions(next)
        for (span, name) in Mentions(stage).all where !kept.contains(span, name) {
            let winner = reason == .overlap ? kept.all.first { $0.span.overlaps(span) } : nil
            add(span, name, reason, winner: winner.map { "\($0.name) \(characters($0.span))" })
        }
    }

    /// What patterns have taken away.
    private mutating func displaced(_ stage: WorkRecord.Stage) {
        let kept = Mentions(extraction)
        for (span, name) in Mentions(stage).all where !kept.contains(span, name) {
            guard let winner = extraction.matches.first(where: { $0.span.overlaps(span) }) else { continue }
            add(span, name, .displaced, winner: "match \(winner.name) \(winner.text)")
        }
    }

    private mutating func add(_ rejected: RejectedPattern) {
        let name = "match " + rejected.candidate.match.name
        func winner(_ other: PatternCandidate) -> String { "match \(other.match.name) \(other.match.text)" }
        let span = rejected.candidate.span
        switch rejected.reason {
        case .outranked(let other): add(span, name, .outranked, winner: winner(other))
        case .covered(let other): add(span, name, .covered, winner: winner(other))
        case .yielded:
            let mention = Mentions(extraction).all.first { $0.span.overlaps(span) }
            add(span, name, .yielded, winner: mention.map { "\($0.name) \(characters($0.span))" })
        case .residue: add(span, name, .residue)
        }
    }
}

extension WorkRecord.Candidate {
    fileprivate var name: String {
        switch kind {
        case .quantity: "quantity"
        case .time(let rule): "time " + rule.rawValue
        case .slogan(let rule): "slogan " + (rule?.rawValue ?? "set")
        case .entity(let rule): "entity " + rule.rawValue
        case .phrase: "phrase"
        }
    }
}

extension Explanation.Rival.Reason {
    fileprivate init(_ reason: WorkRecord.Dismissal.Reason) {
        self =
            switch reason {
            case .unread: .unread
            case .unbelieved: .unbelieved
            case .time: .overlap
            case .firmName: .firmName
            case .longerName: .longerName
            case .earlierRule: .earlierRule
            case .knownForNone: .knownForNone
            case .quotedPlace: .quotedPlace
            case .unnamed: .unnamed
            case .awarded: .awarded
            case .distanced: .distanced
            case .taken: .taken
            case .noTerm: .noTerm
            case .uncounted: .uncounted
            }
    }
}

/// The mentions of one stage under the names of their kinds and rules.
private struct Mentions {
    let all: [(span: TextSpan, name: String)]
    private let keys: Set<Key>

    private struct Key: Hashable {
        let span: TextSpan
        let name: String
    }

    private init(all: [(span: TextSpan, name: String)]) {
        self.all = all
        keys = Set(all.map { Key(span: $0.span, name: $0.name) })
    }

    func contains(_ span: TextSpan, _ name: String) -> Bool { keys.contains(Key(span: span, name: name)) }

    init(_ stage: WorkRecord.Stage) {
        self.init(
            all: stage.slogans.map { ($0.span, "slogan " + $0.rule.rawValue) }
                + stage.times.map { (TextSpan(start: $0.start, end: $0.end), "time " + $0.rule.rawValue) }
                + stage.entities.map { (TextSpan(start: $0.start, end: $0.end), "entity " + $0.rule.rawValue) }
                + stage.quantities.map { (TextSpan(start: $0.start, end: $0.end), "quantity " + $0.rule.rawValue) })
    }

    init(_ extraction: Extraction) {
        self.init(
            all: extraction.slogans.map { ($0.span, "slogan " + $0.rule.rawValue) }
                + extraction.times.map { ($0.span, "time " + $0.rule.rawValue) }
                + extraction.entities.map { ($0.span, "entity " + $0.rule.rawValue) }
                + extraction.quantities.map { ($0.span, "quantity " + $0.rule.rawValue) })
    }
}
