/// A match before it is settled which of those that overlap stand.
struct PatternCandidate: Sendable {
    /// What it was made from.
    enum Source: Hashable, Sendable {
        /// A row of the table of terms.
        case term(Int)
        /// A row of the table of patterns.
        case pattern(Int)
    }

    var match: PatternMatch
    var priority: Int
    var source: Source
    /// The mentions and matches that a sequence is made of: it takes nothing from them.
    var parts: [TextSpan] = []

    var span: TextSpan { match.span }
}

/// A match that does not stand, and why.
struct RejectedPattern: Sendable {
    enum Reason: Sendable {
        /// Another pattern of higher priority has some of the characters.
        case outranked(by: PatternCandidate)
        /// A match of the same name begins before it, or is longer.
        case covered(by: PatternCandidate)
        /// A mention of HanLode's own has some of the characters, and the priority is below zero.
        case yielded
        /// The residue of a page.
        case residue
    }

    var candidate: PatternCandidate
    var reason: Reason
}

/// Which of several matches stand. The rules are those that ARCHITECTURE.md states.
struct PatternResolution {
    /// Those that stand, in the order of the text.
    private(set) var kept: [PatternCandidate] = []
    private(set) var rejected: [RejectedPattern] = []

    init(_ candidates: [PatternCandidate]) {
        let groups = Dictionary(grouping: candidates, by: \.priority)
        for priority in groups.keys.sorted(by: >) {
            add((groups[priority] ?? []).enumerated().sorted(by: Self.precedes).map(\.element))
        }
    }

    /// In the order of the text, the longer first, and then as they were declared.
    private static func precedes(
        _ a: (offset: Int, element: PatternCandidate), _ b: (offset: Int, element: PatternCandidate)
    ) -> Bool {
        a.element.span != b.element.span ? a.element.span < b.element.span : a.offset < b.offset
    }

    /// Adds the candidates of one priority, lower than those before.
    private mutating func add(_ candidates: [PatternCandidate]) {
        let higher = kept
        var first = 0
        var last: [String: PatternCandidate] = [:]
        for candidate in candidates {
            // Matches of one name never overlap, so that few begin before and reach beyond the first that may.
            while first < higher.count, higher[first].span.end <= candidate.span.start { first += 1 }
            var rival: PatternCandidate?
            for other in higher[first...] {
                if other.span.start >= candidate.span.end { break }
                if other.span.overlaps(candidate.span), !other.parts.contains(candidate.span) {
                    rival = other
                    break
                }
            }
            if let rival {
                rejected.append(RejectedPattern(candidate: candidate, reason: .outranked(by: rival)))
            } else if let before = last[candidate.match.name], before.span.end > candidate.span.start {
                rejected.append(RejectedPattern(candidate: candidate, reason: .covered(by: before)))
            } else {
                last[candidate.match.name] = candidate
                kept.append(candidate)
            }
        }
        kept = kept.enumerated().sorted(by: Self.precedes).map(\.element)
    }
}
