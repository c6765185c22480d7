extension Workspace {
    /// Takes what needs no mentions, settles which of it stands, and takes away the mentions that it displaces.
    ///
    /// Before the quantities are linked, so that a number that is none of ours states nothing.
    mutating func take(_ finder: borrowing PatternFinder, outline: Outline) {
        leads = finder.leads
        diagnostics += finder.diagnostics
        var standing: [PatternCandidate] = []
        for candidate in finder.candidates {
            if outline.isResidue(candidate.span) {
                rejected.append(RejectedPattern(candidate: candidate, reason: .residue))
            } else {
                standing.append(candidate)
            }
        }
        if standing.contains(where: { $0.priority < 0 }) { yield(&standing) }
        let resolution = PatternResolution(standing)
        candidates = resolution.kept
        rejected += resolution.rejected
        let spans = Spans(candidates.lazy.filter { $0.priority > 0 }.map(\.span))
        guard !spans.isEmpty else { return }
        matches.removeAll { spans.overlap(TextSpan(start: $0.start, end: $0.end)) }
        times.removeAll { spans.overlap(TextSpan(start: $0.start, end: $0.end)) }
        slogans.removeAll { spans.overlap($0.span) }
        entities.removeAll { spans.overlap(TextSpan(start: $0.start, end: $0.end)) }
    }

    /// What has a priority below zero gives way to every mention that it shares characters with.
    private mutating func yield(_ standing: inout [PatternCandidate]) {
        let spans = Spans(
            matches.map { TextSpan(start: $0.start, end: $0.end) }
                + times.map { TextSpan(start: $0.start, end: $0.end) } + slogans.map(\.span)
                + entities.map { TextSpan(start: $0.start, end: $0.end) })
        rejected += standing.filter { $0.priority < 0 && spans.overlap($0.span) }
            .map { RejectedPattern(candidate: $0, reason: .yielded) }
        standing.removeAll { $0.priority < 0 && spans.overlap($0.span) }
    }
}

/// Stretches of a text, those that overlap made one: whether a span shares a character with any of them.
struct Spans: Sendable {
    private var stretches: [TextSpan] = []

    init(_ spans: some Sequence<TextSpan>) {
        for span in spans.sorted() where span.count > 0 {
            if let last = stretches.last, span.start < last.end {
                stretches[stretches.count - 1].end = max(last.end, span.end)
            } else {
                stretches.append(span)
            }
        }
    }

    var isEmpty: Bool { stretches.isEmpty }

    func overlap(_ span: TextSpan) -> Bool {
        var (low, high) = (0, stretches.count)
        while low < high {
            let middle = (low + high) / 2
            if stretches[middle].end <= span.start { low = middle + 1 } else { high = middle }
        }
        return low < stretches.count && stretches[low].start < span.end
    }
}
