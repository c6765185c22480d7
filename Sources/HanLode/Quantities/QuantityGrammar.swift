/// Makes quantities of the lexemes of one text.
///
/// The numbers are taken from left to right. Each is read as far as it goes (number, range, unit); one without a unit
/// waits for the end of its list, whose last number may lend it one. Nothing looks further than a clause, and no
/// character is read by more than a fixed number of rules, so that the work is linear in the text.
///
/// All of its functions are mutating, also those that only look: one that borrows a value of this size is handed a copy.
struct QuantityGrammar: ~Copyable, ~Escapable {
    let reader: Reader
    let lexemes: Span<Lexeme>
    let terms: Terms

    private(set) var matches: [QuantityMatch]
    private(set) var diagnostics: [Diagnostic] = []
    /// Numbers without a unit, at the head of a list that may lend them one.
    private var waiting: [Item] = []
    private var lead: Lead?
    /// The connector that was last looked for, and where: several rules ask for the same one, one after the other.
    private var lastConnector: (place: Int, found: (role: ConnectorRole, end: Int)?) = (-1, nil)

    @_lifetime(copy reader, copy lexemes)
    init(_ reader: borrowing Reader, lexemes: Span<Lexeme>, terms: Terms, matches: consuming [QuantityMatch]) {
        self.matches = matches
        self.reader = copy reader
        self.lexemes = lexemes
        self.terms = terms
    }

    /// A number with what stands around it.
    struct Item: Hashable, Sendable {
        var phrase = NumberPhrase()
        var rule: QuantityRule = .numberUnit
        /// What it turned out to be where it is no quantity.
        var isNone = false
        /// Behind 第 or 前.
        var isOrdinal = false
        /// The modifier right behind it.
        var follower: Modifier?
        /// What stands right before it.
        var context = Context(start: 0)
        var unit: UnitReading?

        /// Where it begins and ends, with all that belongs to it.
        var start: Int {
            get { phrase.numeral.start }
            set { phrase.numeral.start = newValue }
        }
        var end: Int {
            get { phrase.numeral.end }
            set { phrase.numeral.end = newValue }
        }
        var upper: ExactNumber? {
            get { phrase.numeral.upper }
            set { phrase.numeral.upper = newValue }
        }
    }

    /// What the last match tells about the next of its list, where a modifier stands before it: 超 of 超98%、85%.
    private struct Lead {
        let end: Int
        let modifier: Modifier?
        let dimension: Dimension
        let unit: Int?
    }

    /// Finds all quantities; `matches` then holds them in order.
    mutating func run() {
        var index = 0
        var offset = 0
        while index < lexemes.count {
            let lexeme = lexemes[index]
            switch lexeme.kind {
            case .amount where Int(lexeme.start) >= offset:
                flush()
                if takeAmount(lexeme) { offset = Int(lexeme.end) }
            case .number where Int(lexeme.end) > offset:
                offset = takeNumber(from: max(offset, Int(lexeme.start)), runEnd: Int(lexeme.end))
                // What is left of a run of digits and commas may hold another number: 2020,2021年.
                if offset < Int(lexeme.end) { continue }
            default:
                break
            }
            index += 1
        }
        flush()
    }

    /// Reads the number at `start` and says where reading goes on.
    private mutating func takeNumber(from start: Int, runEnd: Int) -> Int {
        if isIdle(start, runEnd: runEnd) {
            reader.dismiss(.init(.init(.quantity, start, runEnd), .unbelieved))
            flush()
            return runEnd
        }
        var item = Item()
        guard reader.read(&item.phrase, at: start) else {
            flush()
            return nextNumeral(from: reader.character(at: start).next, to: runEnd)
        }
        reader.count(item.end - start)
        if item.phrase.numeral.isTooLong {
            flush()
            diagnostics.append(
                Diagnostic(
                    .numeralTooLong, "a number of more than 38 digits is left out",
                    span: TextSpan(start: start, end: item.end)))
            return max(item.end, runEnd)
        }
        complete(&item)
        if !waiting.isEmpty, !isListed(waiting[waiting.count - 1].end, item.start) { flush() }
        settle(item)
        return nextNumeral(from: max(item.end, start + 1), to: runEnd)
    }

    /// Reads all that stands around an item's number.
    private mutating func complete(_ item: inout Item) {
        if item.upper != nil { item.rule = .range }
        let start = item.start
        let before = start > 0 ? reader.character(at: reader.before(start)) : nil
        item.context = context(before: start, behind: before)
        let behind = read(&item, isTouched: before.map { isTouching($0) } ?? false)
        if !item.isNone {
            item.follower = modifier(behind ?? reader.characterOrEnd(at: item.end), after: item.end)
        }
    }

    /// The connector at `offset`.
    mutating func connector(at offset: Int) -> (role: ConnectorRole, end: Int)? {
        if offset != lastConnector.place { lastConnector = (offset, findConnector(at: offset)) }
        return lastConnector.found
    }

    private mutating func findConnector(at offset: Int) -> (role: ConnectorRole, end: Int)? {
        reader.longestTerm(.connector, at: offset).map { (terms.connectors[$0.index], $0.end) }
    }

    /// A lone Han digit with nothing behind it that could make it an amount: the 一 of 进一步. Most numerals of a
    /// report are such, and are passed over before any of the work is done.
    @inline(__always)
    private mutating func isIdle(_ start: Int, runEnd: Int) -> Bool {
        guard runEnd - start == 3, runEnd < reader.end, start > 0 else { return false }
        return isIdleDigit(start, runEnd: runEnd)
    }

    private mutating func isIdleDigit(_ start: Int, runEnd: Int) -> Bool {
        let next = reader.character(at: runEnd)
        guard next.info.numeralClass == .none, !next.info.isBlank,
            reader.character(at: start).info.numeralClass == .hanDigit
        else { return false }
        let kinds =
            Lexicon.Kind.unit.bit | Lexicon.Kind.timeUnit.bit | Lexicon.Kind.connector.bit | Lexicon.Kind.suffix.bit
        return reader.longestTerm(kinds, at: runEnd, next, end: reader.end) == nil
            && context(before: start).cue == nil
    }

    /// Where the next number of a run may begin: behind a comma or point that belonged to none.
    @inline(__always)
    private mutating func nextNumeral(from offset: Int, to end: Int) -> Int {
        var offset = offset
        while offset < end, !reader.character(at: offset).info.startsNumeral {
            offset = reader.character(at: offset).next
        }
        return offset
    }

    /// Decides what becomes of a number that has been read.
    private mutating func settle(_ item: Item) {
        if item.isNone {
            reader.dismiss(.init(.init(.quantity, item.start, item.end), .unread))
            // Years and ordinals in a list take the numbers before them along.
            if !waiting.isEmpty { waiting.removeAll(keepingCapacity: true) }
        } else if item.unit != nil || item.rule == .rank || item.rule == .topRank || item.phrase.shape != .plain {
            if !waiting.isEmpty {
                for head in waiting { emit(shared(head, with: item)) }
                waiting.removeAll(keepingCapacity: true)
            }
            emit(item)
        } else {
            waiting.append(item)
            if waiting.count > 64 { flush() }
        }
    }

    /// Gives up on a lent unit: what waits stands for itself or for nothing.
    private mutating func flush() {
        guard !waiting.isEmpty else { return }
        for item in waiting { emit(item) }
        waiting.removeAll(keepingCapacity: true)
    }

    /// A head of a list with the unit, and where it has none of its own the scale, of the number that ends the list.
    private mutating func shared(_ head: Item, with last: Item) -> Item {
        guard let unit = last.unit, last.phrase.shape == .plain, last.rule != .rank, last.rule != .topRank,
            !head.phrase.numeral.isDigitless, !isEnumerator(head)
        else { return head }
        var head = head
        head.unit = unit
        head.rule = .sharedUnit
        if head.phrase.numeral.scale == 0, last.phrase.numeral.scale > 0,
            let scaled = head.phrase.numeral.value.scaled(by: last.phrase.numeral.scale)
        {
            head.phrase.numeral.value = scaled
            head.upper = head.upper?.scaled(by: last.phrase.numeral.scale)
        }
        return head
    }

    /// 1、 or 二十一. at the start of a line numbers a paragraph.
    mutating func isEnumerator(_ item: Item) -> Bool {
        let numeral = item.phrase.numeral
        guard !numeral.isDecimal, numeral.scale == 0, numeral.glyphs <= 3, item.end < reader.end else { return false }
        switch reader.character(at: item.end).scalar {
        case 0x3001, 0x2E, 0xFF0E: break  // 、 . ．
        default: return false
        }
        let before = reader.skippingSpaceBackward(item.start, limit: 8)
        return before == 0 || reader.bytes[before - 1] == 0x0A
    }

    private mutating func emit(_ item: Item) {
        let isFollowing = isFollowing(item)
        guard isBelieved(item) || isFollowing && isScaleAlone(item) else {
            reader.dismiss(.init(.init(.quantity, item.start, item.end), .unbelieved))
            return
        }
        var match = match(item)
        if isFollowing, match.modifier == nil, let lead, lead.unit == match.unit?.term {
            match.modifier = lead.modifier
            if match.unit == nil { match.dimension = lead.dimension }
        }
        matches.append(match)
        let isLead = match.modifier != nil && !item.phrase.numeral.isMore && item.follower == nil
        lead =
            isLead
            ? Lead(end: match.end, modifier: match.modifier, dimension: match.dimension, unit: match.unit?.term) : nil
    }

    /// Whether it is the next of the list that the last match leads.
    @inline(__always)
    private mutating func isFollowing(_ item: Item) -> Bool {
        guard let lead, isListed(lead.end, item.start) else { return false }
        // A comma begins another statement: 超12万家，8家获评….
        return reader.character(at: lead.end).scalar != 0xFF0C
    }

    /// The 百亿 of 十亿乃至百亿.
    private mutating func isScaleAlone(_ item: Item) -> Bool {
        item.unit == nil && item.phrase.numeral.isDigitless && item.phrase.numeral.scale >= 4
    }

    private mutating func takeAmount(_ lexeme: Lexeme) -> Bool {
        let term = terms.amounts[Int(lexeme.term)]
        if term.condition == .ranked, !context(before: Int(lexeme.start)).isRanking { return false }
        var match = QuantityMatch(
            start: Int(lexeme.start), end: Int(lexeme.end), dimension: term.dimension, rule: .fixedExpression,
            value: term.value)
        if let unit = term.unit {
            match.unit = UnitReading(
                start: match.end, end: match.end, implied: UnitReading.Implied(rawValue: unit))
        }
        match.modifier =
            modifier(reader.characterOrEnd(at: match.end), after: match.end)
            ?? modifier(context(before: match.start), digitless: false, scaled: false)
        matches.append(match)
        return true
    }
}
