/// The buffers that an extraction works in, kept from one document to the next.
///
/// One for each task; a `Miner` is shared, a workspace never.
public struct Workspace: ~Copyable {
    var window = CharacterWindow()
    /// How many characters the text has, as far as windows have been read.
    var characters = 0
    var lexemes: [Lexeme] = []
    var matches: [QuantityMatch] = []
    var times: [TimeMatch] = []
    var observations: [ObservationMatch] = []
    var tokens: [StatementToken] = []
    var words = StatementWords()
    var slogans: [SloganMatch] = []
    var entities: [EntityMatch] = []
    /// The full names of what the text gives a second name.
    var fullNames: [TextSpan] = []
    var diagnostics: [Diagnostic] = []
    /// What lists and regular expressions of the user's have found and stands, what does not, and where sequences begin.
    var candidates: [PatternCandidate] = []
    var rejected: [RejectedPattern] = []
    var leads: [PatternFinder.Lead] = []
    /// Characters looked at, in look-ups too: the measure of work that tests hold against the text's length.
    var steps: Int { counter.cell.pointee.steps }
    let counter = WorkCounter()
    private var texts: ResultTexts?

    /// Empty buffers.
    public init() {}

    /// Settles overlaps, in this order. All lists are in order, so that one walk suffices for each.
    ///
    /// 1. What is a plan period is no slogan (“十四五”): the grammar of slogans is told the times.
    /// 2. The numerals of a set are no quantities and no times: 四大主导产业, “两个10亿元”. A term may hold both
    ///    (“15分钟便民生活圈”).
    /// 3. A time inside a quantity's unit is none (公里每小时).
    /// 4. A number that is part of a time is no quantity.
    /// 5. A name that crosses a time or a quantity, lies inside a quantity, or crosses a set or lies inside one, is none;
    ///    otherwise it stands beside them (十五大 and 十五大以来).
    /// 6. An awarded title in quotation marks is a name and no term, and so is a name that the text introduces
    ///    (以下简称“云湖”).
    mutating func resolve() {
        dropWhatSetsCount()
        var (kept, next) = (0, 0)
        for index in times.indices {
            while next < matches.count, matches[next].end <= times[index].start { next += 1 }
            if next < matches.count, matches[next].start < times[index].start { continue }
            if kept != index { times[kept] = times[index] }
            kept += 1
        }
        times.removeLast(times.count - kept)
        (kept, next) = (0, 0)
        for index in matches.indices {
            while next < times.count, times[next].end <= matches[index].start { next += 1 }
            if next < times.count, times[next].start <= matches[index].start { continue }
            if kept != index { matches[kept] = matches[index] }
            kept += 1
        }
        matches.removeLast(matches.count - kept)
        settleNames()
    }

    private mutating func settleNames() {
        guard !entities.isEmpty else { return }
        let (times, matches, slogans) = (times, matches, slogans)
        var (time, quantity, slogan) = (0, 0, 0)
        entities.removeAll { entity in
            while time < times.count, times[time].end <= entity.start { time += 1 }
            while quantity < matches.count, matches[quantity].end <= entity.start { quantity += 1 }
            while slogan < slogans.count, slogans[slogan].end <= entity.start { slogan += 1 }
            var index = time
            while index < times.count, times[index].start < entity.end {
                let (start, end) = (times[index].start, times[index].end)
                if start < entity.start ? end < entity.end : end > entity.end { return true }
                index += 1
            }
            index = quantity
            while index < matches.count, matches[index].start < entity.end {
                let (start, end) = (matches[index].start, matches[index].end)
                if start < entity.start || end > entity.end { return true }
                if start == entity.start, end == entity.end { return true }
                index += 1
            }
            index = slogan
            while index < slogans.count, slogans[index].start < entity.end {
                if slogans[index].kind == .set,
                    slogans[index].start <= entity.start || slogans[index].end > entity.end
                {
                    return true
                }
                index += 1
            }
            return false
        }
        var next = 0
        let names = entities
        self.slogans.removeAll { slogan in
            while next < names.count, names[next].end <= slogan.start { next += 1 }
            guard slogan.kind == .term, next < names.count,
                names[next].type == .honour || names[next].rule == .introduced
            else { return false }
            return names[next].start == slogan.start && names[next].end == slogan.end
        }
    }

    private mutating func dropWhatSetsCount() {
        guard !slogans.isEmpty else { return }
        let sets = slogans
        var next = 0
        matches.removeAll { Self.isInSet(TextSpan(start: $0.start, end: $0.end), sets, &next) }
        next = 0
        times.removeAll { Self.isInSet(TextSpan(start: $0.start, end: $0.end), sets, &next) }
    }

    /// Whether one of the sets among `slogans` shares a character with `span`; `next` is the first that may.
    private static func isInSet(_ span: TextSpan, _ slogans: [SloganMatch], _ next: inout Int) -> Bool {
        while next < slogans.count, slogans[next].kind != .set || slogans[next].end <= span.start { next += 1 }
        return next < slogans.count && slogans[next].start < span.end
    }

    /// Leaves out what stands in the residue of a page. Lists and residue are in order.
    mutating func drop(_ outline: Outline) {
        guard !outline.residue.isEmpty else { return }
        var next = 0
        matches.removeAll { outline.isResidue(TextSpan(start: $0.start, end: $0.end), from: &next) }
        next = 0
        times.removeAll { outline.isResidue(TextSpan(start: $0.start, end: $0.end), from: &next) }
        next = 0
        slogans.removeAll { outline.isResidue($0.span, from: &next) }
        next = 0
        entities.removeAll { outline.isResidue(TextSpan(start: $0.start, end: $0.end), from: &next) }
    }

    /// Keeps the mentions as they are now, where the work is recorded.
    func keepStage() {
        guard let record = counter.cell.pointee.record else { return }
        record.stages.append(.init(quantities: matches, times: times, slogans: slogans, entities: entities))
    }

    /// Taken out to be added to, and to be given back to `keep`; new ones where the last were of another lexicon's rows.
    mutating func takeTexts(of terms: Terms) -> ResultTexts {
        guard var taken = texts, taken.areOf(terms) else { return ResultTexts(terms) }
        texts = nil
        taken.units.beginText()
        return taken
    }

    mutating func keep(_ texts: consuming ResultTexts) { self.texts = texts }

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

    mutating func takeEntities() -> [EntityMatch] {
        let taken = entities
        entities = []
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

    mutating func takeWords() -> StatementWords {
        let taken = words
        words = StatementWords()
        return taken
    }

    mutating func takeSlogans() -> [SloganMatch] {
        let taken = slogans
        slogans = []
        return taken
    }

    /// Reads the window that begins at `offset`, and the lexemes that begin in it, the first of them at `next` or behind it;
    /// says where the next window begins, and where the next lexeme may.
    mutating func readWindow(_ reader: Reader, from offset: Int, lexemesFrom next: Int) -> (offset: Int, next: Int) {
        window.fill(reader, from: offset)
        characters += window.count
        return (window.end, Scanner.scan(reader, window, from: next, into: &lexemes))
    }

    mutating func reset() {
        characters = 0
        lexemes.removeAll(keepingCapacity: true)
        matches.removeAll(keepingCapacity: true)
        times.removeAll(keepingCapacity: true)
        observations.removeAll(keepingCapacity: true)
        slogans.removeAll(keepingCapacity: true)
        entities.removeAll(keepingCapacity: true)
        fullNames.removeAll(keepingCapacity: true)
        diagnostics.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
        rejected.removeAll(keepingCapacity: true)
        leads.removeAll(keepingCapacity: true)
        counter.cell.pointee.steps = 0
    }
}

/// What results are told with that is in no text, kept from one document to the next: reports speak of the same units,
/// places, years and slogans, and to make a text of a row's bytes takes many times as long as to look one up.
///
/// Each part holds a fixed number of them.
struct ResultTexts {
    private let terms: Terms
    var units = UnitRows()
    var times = TimeTexts()
    var entities = EntityTexts()
    var slogans = SloganTexts()

    init(_ terms: Terms) { self.terms = terms }

    /// Whether they are of the rows that `terms` reads.
    func areOf(_ terms: Terms) -> Bool { self.terms.isSame(as: terms) }
}

/// What is noted of the work of one task where it is done.
///
/// A pointer: readers are copied, and a look-up must be able to count without changing the reader that it is asked of.
struct WorkCounter: ~Copyable {
    struct Work {
        /// Characters looked at.
        var steps = 0
        /// What is found on the way, where somebody wants it explained.
        var record: WorkRecord?
    }

    let cell: UnsafeMutablePointer<Work>

    init() {
        cell = .allocate(capacity: 1)
        cell.initialize(to: Work())
    }

    deinit {
        cell.deinitialize(count: 1)
        cell.deallocate()
    }
}
