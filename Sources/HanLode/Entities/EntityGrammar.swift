/// Finds the names in one text, a sentence at a time.
///
/// A sentence is cut into words of the tables and single characters. Every rule then looks at a word and at what stands
/// around it, at most `reach` characters, and proposes candidates; of those that overlap the longest stands.
///
/// Nearly all of its functions are mutating, also those that only look: one that borrows a value of this size is handed a
/// copy.
struct EntityGrammar: ~Escapable, ~Copyable {
    let reader: Reader
    let terms: NameLexicon
    /// The code of the report's own region; 0 where it is unknown.
    let region: UInt32
    /// The names of the report's own region and of those it lies in, without 省, 市, 区: what no table may know.
    let homes: [[UInt8]]

    /// The sentence's tokens, and behind them room for those of longer ones.
    var tokens: [NameToken] = []
    /// What is in the sentence at all: rules that it has nothing for are not asked.
    var sentence = NameSentence(start: 0)
    /// The tokens that a rule may begin with, in order: most have nothing to say. Behind them is room for those of longer
    /// sentences.
    private(set) var marked: [Int] = []
    /// The initials of `homes`: for each the bit of its last six bits.
    let homeInitials: UInt64
    var candidates: [EntityCandidate] = []
    /// For each token where the candidates that cover it end at the latest; 0 for none.
    private var reached: [Int] = []
    /// For each token the last candidate that begins with it; -1 for none.
    private var latest: [Int] = []
    /// The candidates by what goes first.
    private var order: [UInt64] = []
    /// For each token the candidate that has it; -1 for none.
    private var taken: [Int] = []
    private(set) var matches: [EntityMatch]
    /// The names that the text has introduced so far, and the full names that they stand for.
    private(set) var introduced: [IntroducedName] = []
    var fullNames: [TextSpan] = []
    /// The initials of `introduced`, as of `homes`.
    private(set) var introducedInitials: UInt64 = 0
    /// Where the last title that fills a line ends: what lies inside is no name.
    private var covered = 0

    /// How many characters before its head a name may begin.
    static let reach = 24

    @_lifetime(copy reader)
    init(_ reader: borrowing Reader, region: UInt32, homes: [[UInt8]] = [], matches: consuming [EntityMatch]) {
        self.matches = matches
        self.reader = copy reader
        terms = NameLexicon(reader)
        self.region = region
        self.homes = homes
        var initials: UInt64 = 0
        for home in homes { initials |= Self.initial(of: home) }
        homeInitials = initials
    }

    /// A grammar with a sentence already cut, to ask what its words are.
    @_lifetime(copy reader)
    init(_ reader: borrowing Reader, region: UInt32, tokens: [NameToken]) {
        self.init(reader, region: region, matches: [])
        self.tokens = tokens
        sentence.count = tokens.count
    }

    /// A bit for the last six bits of the third byte, which is the last one of a Han character.
    private static func initial(of text: [UInt8]) -> UInt64 { text.count > 2 ? 1 << UInt64(text[2] & 0x3F) : 0 }

    /// Whether the third byte at `offset` is like that of one of the names whose `initials` are given.
    mutating func mayBegin(_ offset: Int, _ initials: UInt64) -> Bool {
        offset + 2 < reader.end && initials >> UInt64(reader.bytes[offset + 2] & 0x3F) & 1 != 0
    }

    /// The tokens from `index` on that spell `text`, if they end where it does.
    mutating func tokens(from index: Int, spelling text: [UInt8]) -> Range<Int>? {
        guard reader.begins(tokens[index].start, with: text) else { return nil }
        let end = tokens[index].start + text.count
        guard let last = tokens[index..<sentence.count].firstIndex(where: { $0.end >= end }), tokens[last].end == end
        else { return nil }
        return index..<(last + 1)
    }

    /// Finds the names of the sentences that the window holds; windows come in order, and `matches` then holds all names in
    /// order.
    mutating func read(_ window: CharacterWindow) {
        var first = 0
        for stop in window.stops {
            read(window.characters, from: first, before: stop)
            first = stop + 1
        }
    }

    private mutating func read(_ window: Span<CharacterWindow.Character>, from first: Int, before stop: Int) {
        // Many a sentence is but a line break.
        guard first < stop || sentence.isOpen else {
            sentence = NameSentence(start: window[stop + 1].start)
            return
        }
        NameTokenizer.read(
            reader, window, from: first, before: stop, homes: homeInitials, into: &tokens, marking: &marked, &sentence)
        // A sentence is no longer than it may be, whatever its names hold.
        if sentence.isOpen, sentence.end - sentence.start < CharacterWindow.longest { return }
        if sentence.count > 0 {
            readSentence()
            if sentence.hasBookTitle, tokens[sentence.count - 1].isMark(0x300A) { takeTornTitle(at: sentence.end) }
        }
        sentence = NameSentence(start: sentence.end)
    }

    private mutating func readSentence() {
        if reached.count < sentence.count { grow() }
        // What a rule has something for is asked here: most have nothing, and to enter them is most of their work.
        if sentence.hasBookTitle { findBookTitles() }
        if sentence.has([.award, .awardQuoted, .bestow]) { findHonours() }
        if sentence.has([.division, .countries]) { findDivisions() }
        if homeInitials != 0 { findHomes() }
        if sentence.has([.name, .none]) { findNames() }
        if sentence.has(.head), findHeads() { findOrdinals() }
        if sentence.has([.surname, .syllable, .name]) { findPersons() }
        if sentence.has(.listEnd) { findListed() }
        if !introduced.isEmpty { findIntroduced(from: 0) }
        guard !candidates.isEmpty else { return }
        if sentence.has(.named) { findIntroductions() }
        findCoordinated()
        if sentence.hasQuotation { dropQuotedPlaces() }
        choose()
        clear()
    }

    /// A title on a line of its own between 《 and 》, as a page's links leave them.
    private mutating func takeTornTitle(at start: Int) {
        var offset = start
        while offset < reader.end, offset - start < 4 * Self.longestTitle {
            let character = reader.character(at: offset)
            if character.scalar == 0x0A || character.scalar == 0x0D { break }
            offset = character.next
        }
        reader.count((offset - start) / 3)
        guard offset > start, offset < reader.end else { return }
        var close = reader.character(at: offset)
        while close.scalar == 0x0A || close.scalar == 0x0D, close.next < reader.end {
            close = reader.character(at: close.next)
        }
        guard close.scalar == 0x300B else { return }
        matches.append(EntityMatch(start: start, end: offset, type: .document, rule: .bookTitle))
        covered = offset
    }

    private static let longestTitle = 60

    /// Makes what is noted of each token long enough; it is as `clear` leaves it.
    private mutating func grow() {
        while reached.count < sentence.count {
            reached.append(0)
            latest.append(-1)
            taken.append(-1)
        }
    }

    /// Takes back the candidates and what is noted of the tokens that they cover: most tokens are in none.
    private mutating func clear() {
        for candidate in candidates {
            latest[candidate.tokens.lowerBound] = -1
            for token in candidate.tokens {
                reached[token] = 0
                taken[token] = -1
            }
        }
        candidates.removeAll(keepingCapacity: true)
    }

    /// The firm ones first, then the longest, and of two as long the one that was proposed first; none that overlaps one
    /// chosen before.
    private mutating func choose() {
        order.removeAll(keepingCapacity: true)
        for index in candidates.indices where !candidates[index].isDropped {
            order.append(candidates[index].precedence(index))
        }
        if order.count > 1 { order.sort(by: >) }
        let from = matches.count
        for precedence in order {
            let index = Int(~UInt32(truncatingIfNeeded: precedence))
            let candidate = candidates[index]
            reader.count(candidate.tokens.count)
            if let token = candidate.tokens.first(where: { taken[$0] >= 0 }) {
                dismiss(candidate, for: candidates[taken[token]])
                continue
            }
            for token in candidate.tokens { taken[token] = index }
            if candidate.isNone {
                dismiss(candidate.tokens, candidate.match.rule, .knownForNone)
                continue
            }
            // Inside a title that fills a line.
            if candidate.match.start < covered { continue }
            if candidate.middle >= 0 {
                var (first, second) = (candidate.match, candidate.match)
                (first.end, second.start) = (candidate.middle, candidate.middle)
                matches.append(first)
                matches.append(second)
            } else {
                matches.append(candidate.match)
            }
        }
        // In place: sorting a slice would copy all that was found before.
        for index in matches.indices.dropFirst(from + 1) {
            var place = index
            while place > from, matches[place].start < matches[place - 1].start {
                matches.swapAt(place, place - 1)
                place -= 1
            }
        }
    }

    /// Apart from the rules: few of their looks end here.
    @inline(never)
    mutating func propose(
        _ range: Range<Int>, _ type: EntityType, _ rule: EntityRule, code: UInt32 = 0,
        canonical: EntityMatch.Canonical = .none, isFirm: Bool = false
    ) {
        guard let first = range.first, let last = range.last else { return }
        candidates.append(
            EntityCandidate(
                match: EntityMatch(
                    start: tokens[first].start, end: tokens[last].end, type: type, rule: rule, code: code,
                    canonical: canonical),
                tokens: range, isFirm: isFirm, previous: latest[first]))
        latest[first] = candidates.count - 1
        for token in range { reached[token] = max(reached[token], range.upperBound) }
        reader.count(range.count)
    }

    /// Whether a candidate covers all of `range`.
    mutating func isCovered(_ range: Range<Int>) -> Bool { reached[range.lowerBound] >= range.upperBound }

    /// From here on `name` is known.
    mutating func add(_ name: IntroducedName) {
        introduced.append(name)
        introducedInitials |= Self.initial(of: name.text)
    }

    /// Calls `body` with every candidate that begins with `token`, the last first.
    @inline(__always)
    func forEachCandidate(at token: Int, _ body: (Int) -> Void) {
        var index = latest[token]
        while index >= 0 {
            body(index)
            index = candidates[index].previous
        }
    }

    /// The token at `index`, if there is one.
    @inline(__always)
    func token(_ index: Int) -> NameToken? {
        // As a number without a sign, an index before the beginning is one behind the end.
        UInt(bitPattern: index) < UInt(bitPattern: sentence.count) ? tokens[index] : nil
    }

    /// Whether a name may begin at the token: nothing before it that could be part of it.
    mutating func isFree(before index: Int) -> Bool {
        guard let previous = token(index - 1) else { return true }
        return !previous.isUnknown && previous.kind != .latin
    }

    mutating func isFree(behind index: Int) -> Bool {
        guard let next = token(index + 1) else { return true }
        return !next.isUnknown
    }
}

// MARK: - Candidates that do not stand

extension EntityGrammar {
    /// Notes that a rule makes no name of the tokens, where the work is recorded.
    @inline(__always)
    mutating func dismiss(_ range: Range<Int>, _ rule: EntityRule, _ reason: WorkRecord.Dismissal.Reason) {
        if reader.isRecording { note(range, rule, reason) }
    }

    private mutating func note(_ range: Range<Int>, _ rule: EntityRule, _ reason: WorkRecord.Dismissal.Reason) {
        guard let first = range.first, let last = range.last else { return }
        reader.dismiss(.init(.init(.entity(rule), tokens[first].start, tokens[last].end), reason))
    }

    /// Notes that `candidate` shares a token with `winner`, which was chosen before it.
    private mutating func dismiss(_ candidate: EntityCandidate, for winner: EntityCandidate) {
        guard reader.isRecording, !candidate.isNone else { return }
        let (lost, won) = (candidate.match, winner.match)
        // What two rules say alike has not lost.
        if candidate.tokens == winner.tokens, lost.rule == won.rule, lost.type == won.type { return }
        let reason: WorkRecord.Dismissal.Reason =
            if winner.isNone {
                .knownForNone
            } else if winner.isFirm, !candidate.isFirm {
                .firmName
            } else {
                won.end - won.start > lost.end - lost.start ? .longerName : .earlierRule
            }
        reader.dismiss(
            .init(
                .init(.entity(lost.rule), lost.start, lost.end), reason,
                winner: .init(winner.isNone ? .phrase : .entity(won.rule), won.start, won.end)))
    }
}

/// A name proposed by a rule.
struct EntityCandidate {
    var match: EntityMatch
    @Narrow private var first: Int
    @Narrow private var last: Int
    /// The candidate before that begins with the same token; -1 for none.
    @Narrow private(set) var previous: Int
    /// Where it falls into two names: between 中 and 韩; -1 where it is one.
    @Narrow var middle = -1
    /// It stands, whatever longer one overlaps it.
    let isFirm: Bool
    /// It only keeps others from its place.
    var isNone = false
    /// Taken back.
    var isDropped = false

    init(match: EntityMatch, tokens: Range<Int>, isFirm: Bool, previous: Int) {
        self.match = match
        (first, last) = (tokens.lowerBound, tokens.upperBound)
        self.isFirm = isFirm
        self.previous = previous
    }

    /// The tokens that it covers.
    var tokens: Range<Int> { Range(uncheckedBounds: (first, last)) }

    /// Which goes first, the greater one: the firm, then the longest, and of two as long the one that was proposed
    /// first, which is the one with the smaller `index`.
    func precedence(_ index: Int) -> UInt64 {
        let length = UInt64(truncatingIfNeeded: match.end - match.start) & 0x7FFF_FFFF
        return (isFirm ? 1 << 63 : 0) | length << 32 | UInt64(~UInt32(truncatingIfNeeded: index))
    }
}
