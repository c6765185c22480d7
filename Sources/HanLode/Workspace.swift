/// The buffers that an extraction works in, kept from one document to the next.
///
/// One for each task; a `Miner` is shared, a workspace never.
public struct Workspace: ~Copyable {
    var lexemes: [Lexeme] = []
    var matches: [QuantityMatch] = []
    var times: [TimeMatch] = []
    var observations: [ObservationMatch] = []
    var tokens: [StatementToken] = []
    var diagnostics: [Diagnostic] = []
    /// What lists and regular expressions of the user's have found and stands, what does not, and where sequences begin.
    var candidates: [PatternCandidate] = []
    var rejected: [RejectedPattern] = []
    var leads: [PatternFinder.Lead] = []
    /// Characters looked at, in look-ups too: the measure of work that tests hold against the text's length.
    var steps: Int { counter.cell.pointee }
    let counter = WorkCounter()

    /// Empty buffers.
    public init() {}

    /// Settles overlaps: a number that is part of a time is no quantity, and a time inside a quantity's unit is none
    /// (公里每小时). Both lists are in order, so that one walk suffices for each.
    mutating func resolve() {
        var (kept, next) = (0, 0)
        for index in times.indices {
            while next < matches.count, matches[next].end <= times[index].start { next += 1 }
            if next < matches.count, matches[next].start < times[index].start { continue }
            times[kept] = times[index]
            kept += 1
        }
        times.removeLast(times.count - kept)
        (kept, next) = (0, 0)
        for index in matches.indices {
            while next < times.count, times[next].end <= matches[index].start { next += 1 }
            if next < times.count, times[next].start <= matches[index].start { continue }
            matches[kept] = matches[index]
            kept += 1
        }
        matches.removeLast(matches.count - kept)
    }

    /// Leaves out what stands in the residue of a page. Lists and residue are in order.
    mutating func drop(_ outline: Outline) {
        guard !outline.residue.isEmpty else { return }
        matches.removeAll { outline.isResidue(TextSpan(start: $0.start, end: $0.end)) }
        times.removeAll { outline.isResidue(TextSpan(start: $0.start, end: $0.end)) }
    }

    mutating func takeMatches() -> [QuantityMatch] {
        let taken = matches
        matches = []
        return taken
    }

    mutating func takeTimes() -> [TimeMatch] {
        let taken = times
        times = []
        return taken
    }

    mutating func takeObservations() -> [ObservationMatch] {
        let taken = observations
        observations = []
        return taken
    }

    mutating func takeTokens() -> [StatementToken] {
        let taken = tokens
        tokens = []
        return taken
    }

    mutating func reset() {
        lexemes.removeAll(keepingCapacity: true)
        matches.removeAll(keepingCapacity: true)
        times.removeAll(keepingCapacity: true)
        observations.removeAll(keepingCapacity: true)
        diagnostics.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
        rejected.removeAll(keepingCapacity: true)
        leads.removeAll(keepingCapacity: true)
        counter.cell.pointee = 0
    }
}

/// Counts the work of one task where it is done.
///
/// A pointer: readers are copied, and a look-up must be able to count without changing the reader that it is asked of.
struct WorkCounter: ~Copyable {
    let cell: UnsafeMutablePointer<Int>

    init() {
        cell = .allocate(capacity: 1)
        cell.initialize(to: 0)
    }

    deinit { cell.deallocate() }
}
