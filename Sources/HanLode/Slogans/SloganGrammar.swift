/// Makes slogans of the lexemes of one text.
///
/// Quotation marks are paired as they come, at most a few deep; what they hold is a slogan of the lexicon, a set by its
/// shape, or a term, unless what stands around it says otherwise. Without quotation marks only sets count: those of the
/// lexicon, those with a telling head, numerals side by side, and those that the text has in quotation marks elsewhere.
///
/// Nearly all of its functions are mutating, also those that only look: one that borrows a value of this size is handed a
/// copy.
struct SloganGrammar: ~Copyable, ~Escapable {
    var reader: Reader
    let lexemes: Span<Lexeme>
    let times: Span<TimeMatch>
    let terms: Terms
    /// What the report's notes explain: its sets count without quotation marks too.
    let notes: SloganNotes

    private(set) var matches: [SloganMatch]
    /// The quotation marks that wait for the one that closes them, the innermost last.
    private var open: [Opening] = []
    /// Titles that somebody was awarded and the like: quoted, and no slogans. What a list of them goes on from.
    private var lastTitleEnd = -1
    /// Up to here the text is taken.
    private var taken = 0
    private var nextTime = 0

    private struct Opening {
        /// The mark itself, and what stands behind it.
        let mark: Int
        let start: Int
        let scalar: UInt32
        /// How many matches there were before it.
        let matches: Int
    }

    @_lifetime(copy reader, copy lexemes, copy times)
    init(
        _ reader: borrowing Reader, lexemes: Span<Lexeme>, times: Span<TimeMatch>, terms: Terms,
        notes: SloganNotes, matches: consuming [SloganMatch]
    ) {
        self.matches = matches
        self.reader = copy reader
        self.lexemes = lexemes
        self.times = times
        self.terms = terms
        self.notes = notes
    }

    /// Finds all slogans; `matches` then holds them in order.
    mutating func run() {
        for index in lexemes.indices {
            let lexeme = lexemes[index]
            switch lexeme.kind {
            case .quotation: takeMark(lexeme)
            case .set where Int(lexeme.start) >= taken: takeSet(lexeme)
            case .set: dismiss(.lexicon, Int(lexeme.start), Int(lexeme.end), .taken, for: matches.last)
            case .number where Int(lexeme.start) >= taken: takeNumber(lexeme, at: index)
            case .word where Int(lexeme.start) >= taken && lexeme.end - lexeme.start == 6: takeWord(lexeme, at: index)
            default: break
            }
        }
        SloganRepetition.add(to: &matches, reader: &reader, lexemes: lexemes, terms: terms, noted: noted())
    }
}

extension SloganGrammar {
    /// The names of the notes that are sets.
    private mutating func noted() -> [SloganMatch] {
        notes.names.compactMap { name in
            guard name.count >= 6,
                let shape = SloganShapeParser.parse(reader, terms: terms, start: name.start, end: name.end)
            else { return nil }
            return SloganMatch(start: name.start, end: name.end, kind: .set, shape: shape, rule: .repeated)
        }
    }
}

// MARK: - Quotation marks

extension SloganGrammar {
    private mutating func takeMark(_ lexeme: Lexeme) {
        let (start, end) = (Int(lexeme.start), Int(lexeme.end))
        let scalar = reader.character(at: start).scalar
        switch terms.quotationMarks[Int(lexeme.term)] {
        case .opening:
            push(start, end, scalar)
        case .closing:
            // A mark that closes what another kind opened closes what is open outside it, if anything is.
            while let opening = open.popLast() {
                guard Self.isPair(opening.scalar, scalar) else { continue }
                takeQuotation(opening, end: start, closed: end)
                return
            }
        case .straight:
            if let opening = open.last, opening.scalar == scalar, start - opening.start <= Self.longestQuotation,
                !holdsLineEnd(opening.start, start)
            {
                open.removeLast()
                takeQuotation(opening, end: start, closed: end)
            } else {
                if let opening = open.last, opening.scalar == scalar { open.removeLast() }
                push(start, end, scalar)
            }
        }
    }

    private mutating func push(_ mark: Int, _ start: Int, _ scalar: UInt32) {
        if open.count == 4 { open.removeFirst() }
        open.append(Opening(mark: mark, start: start, scalar: scalar, matches: matches.count))
    }

    /// “” ‘’ 「」 『』
    private static func isPair(_ opening: UInt32, _ closing: UInt32) -> Bool {
        closing == opening + 1
    }

    /// In bytes: more than any slogan has.
    private static let longestQuotation = 160

    private mutating func holdsLineEnd(_ start: Int, _ end: Int) -> Bool {
        reader.count(end - start)
        var offset = start
        while offset < end {
            offset = reader.skippingHan(offset, limit: end)
            guard offset < end else { break }
            if reader.bytes[offset] == 0x0A || reader.bytes[offset] == 0x0D { return true }
            offset += 1
        }
        return false
    }

    private mutating func takeQuotation(_ opening: Opening, end: Int, closed: Int) {
        guard end - opening.start <= Self.longestQuotation, !holdsLineEnd(opening.start, end) else { return }
        var start = opening.start
        while start < end, isBlank(start) { start = reader.character(at: start).next }
        var end = end
        while end > start, isBlank(reader.before(end)) { end = reader.before(end) }
        guard start < end else { return }
        if let time = time(start, end) {
            reader.dismiss(
                .init(
                    .init(.slogan(.quotation), start, end), .time, winner: .init(.time(time.rule), time.start, time.end)
                ))
            return
        }
        let around = SloganQuotation(
            reader: reader, terms: terms, mark: opening.mark, start: start, end: end, closed: closed)
        guard var match = around.match(isPart: isPart(start, end)) else {
            if around.isNone {
                dismiss(.lexicon, start, end, .knownForNone)
                drop(opening, closed: closed)
            } else {
                dismiss(.quotation, start, end, .noTerm)
            }
            return
        }
        let lead = match.term == nil ? around.lead : nil
        // 所谓 and its like
        let isDistanced = lead == .distance
        let isAward =
            match.term == nil
            && (isDistanced || around.isAward(behind: lead) || around.isLinked(to: lastTitleEnd) || around.isTitle)
        if isAward {
            dismiss(match.rule, start, end, isDistanced ? .distanced : .awarded)
            // A list of titles shares the word behind it.
            if around.isTitle { removeTitles(before: opening.mark) }
            lastTitleEnd = closed
            drop(opening, closed: closed)
            return
        }
        match.isQuoted = true
        drop(opening, closed: closed, for: match)
        matches.append(match)
    }

    /// What was found inside a quotation that is settled as a whole is taken back; `match` is what it is settled as.
    private mutating func drop(_ opening: Opening, closed: Int, for match: SloganMatch? = nil) {
        if reader.isRecording {
            for inner in matches[min(opening.matches, matches.count)...] where inner.span != match?.span {
                dismiss(inner.rule, inner.start, inner.end, .taken, for: match)
            }
        }
        matches.removeLast(max(matches.count - opening.matches, 0))
        taken = closed
    }

    /// Takes back what stands quoted in the same list before `mark`.
    private mutating func removeTitles(before mark: Int) {
        var mark = mark
        while let last = matches.last, last.isQuoted, last.term == nil, last.kind == .term,
            SloganQuotation.isListed(reader, terms: terms, from: last.outerEnd(reader), to: mark)
        {
            mark = reader.before(last.start)
            dismiss(last.rule, last.start, last.end, .awarded)
            matches.removeLast()
        }
    }

    /// “一核” behind “一核两带三片区”: whether a set of several numerals that was found shortly before holds it.
    private mutating func isPart(_ start: Int, _ end: Int) -> Bool {
        let character = reader.character(at: start)
        guard end - start <= 18, character.info.startsNumeral || SloganParts.isLetter(character.scalar) else {
            return false
        }
        for index in max(matches.count - 12, 0)..<matches.count where matches[index].shape?.form == .coordinate {
            let match = matches[index].span
            reader.count(match.end - match.start)
            for offset in match.start..<max(match.start, match.end - (end - start) + 1)
            where reader.bytes[offset] == reader.bytes[start] {
                let piece = TextSpan(start: offset, end: offset + end - start)
                if reader.bytes.isSame(piece, TextSpan(start: start, end: end)) { return true }
            }
        }
        return false
    }

    private mutating func isBlank(_ offset: Int) -> Bool {
        let info = reader.character(at: offset).info
        return info.isBlank
    }

    /// “十四五” is a time.
    private mutating func time(_ start: Int, _ end: Int) -> TimeMatch? {
        while nextTime < times.count, times[nextTime].end <= start { nextTime += 1 }
        guard nextTime < times.count, times[nextTime].start <= start, times[nextTime].end >= end else { return nil }
        return times[nextTime]
    }
}

// MARK: - Without quotation marks

extension SloganGrammar {
    private mutating func takeSet(_ lexeme: Lexeme) {
        let (start, end) = (Int(lexeme.start), Int(lexeme.end))
        let shape = SloganShapeParser.parse(reader, terms: terms, start: start, end: end, trust: .known)
        matches.append(
            SloganMatch(start: start, end: end, kind: .set, shape: shape, term: Int(lexeme.term), rule: .lexicon))
        taken = end
    }

    /// Among the lexemes, where nothing is entered for the numbers that begin no set, as nearly all are.
    @inline(__always)
    private mutating func takeNumber(_ lexeme: Lexeme, at index: Int) {
        let (start, end) = (Int(lexeme.start), Int(lexeme.end))
        guard end - start <= 6, end < reader.end else { return }
        // Few numbers stand before a cue, or one character before the next lexeme.
        let next = reader.character(at: end)
        if reader.lexicon.pointee.begins(next.info.code, Lexicon.Kind.sloganCue.bit),
            let cue = cue(at: end, next), cue.role == .superlative, !isOrdinal(start), let match = plain(start, cue.end)
        {
            take(match)
        } else if isListed(start, end, index), let match = coordinate(start, end) {
            take(match)
        }
    }

    private mutating func take(_ match: SloganMatch) {
        matches.append(match)
        taken = match.end
    }

    /// 三线七站 begins with a word of two characters.
    private mutating func takeWord(_ lexeme: Lexeme, at index: Int) {
        guard index + 1 < lexemes.count, lexemes[index + 1].start == lexeme.end,
            let match = coordinate(Int(lexeme.start), Int(lexeme.start) + 3)
        else { return }
        take(match)
    }

    /// 三大攻坚战: a small numeral, 大, which ends at `end`, and within a few characters a word for what slogans name.
    @inline(never)
    private mutating func plain(_ start: Int, _ end: Int) -> SloganMatch? {
        var offset = end
        var head: Int?
        for _ in 0..<8 where offset < reader.end {
            reader.count(1)
            let character = reader.character(at: offset)
            guard OutlineText.isHan(character.scalar), character.info.numeralClass == .none else { break }
            if let match = reader.longestTerm(Lexicon.Kind.sloganHead.bit, at: offset),
                let term = reader.term(.sloganHead, of: match)
            {
                if terms.sloganHeads[term].use == .plain { head = match.end } else if head != nil { break }
                offset = match.end
                continue
            }
            if head != nil { break }
            offset = character.next
        }
        guard let head else { return nil }
        guard let shape = SloganShapeParser.parse(reader, terms: terms, start: start, end: head),
            shape.form == .classified, (2...12).contains(shape.counts[0])
        else {
            dismiss(.plain, start, head, .uncounted)
            return nil
        }
        return SloganMatch(start: start, end: head, kind: .set, shape: shape, rule: .plain)
    }

    private mutating func cue(at offset: Int, _ first: Reader.Character) -> (role: SloganCueRole, end: Int)? {
        guard let match = reader.longestTerm(Lexicon.Kind.sloganCue.bit, at: offset, first, end: reader.end),
            let term = reader.term(.sloganCue, of: match)
        else { return nil }
        return (terms.sloganCues[term], match.end)
    }

    /// 第, or another numeral.
    private mutating func isOrdinal(_ start: Int) -> Bool {
        guard start > 0 else { return false }
        let before = reader.character(at: reader.before(start))
        if before.info.startsNumeral { return true }
        guard let match = reader.longestContext(Lexicon.Kind.cue.bit, endingAt: start),
            let term = reader.term(.cue, of: match)
        else { return false }
        return terms.cues[term] == .ordinal
    }

    /// Where the next lexeme stands one character further on, as it does in 三线七站.
    private mutating func isListed(_ start: Int, _ end: Int, _ index: Int) -> Bool {
        end - start == 3 && index + 1 < lexemes.count && Int(lexemes[index + 1].start) == end + 3
    }

    /// 三线七站: Han digits, each with one character, at least one of them above one.
    private mutating func coordinate(_ start: Int, _ firstEnd: Int) -> SloganMatch? {
        var (end, digit, largest, count) = (firstEnd, start, 0, 0)
        while digit + 6 <= reader.end, count < 8 {
            let info = reader.character(at: digit).info
            guard info.numeralClass == .hanDigit, SloganShapeParser.isPlain(reader.character(at: digit).scalar),
                reader.character(at: digit).next == digit + 3,
                reader.character(at: digit + 3).next == digit + 6, isCounted(digit + 3)
            else { break }
            largest = max(largest, info.hanDigit)
            count += 1
            digit += 6
            end = digit
        }
        guard count >= 2 else { return nil }
        // 六横六纵五: goes on with what is no part of it.
        guard largest > 1, !isOrdinal(start), end == reader.end || !reader.character(at: end).info.startsNumeral,
            let shape = SloganShapeParser.parse(reader, terms: terms, start: start, end: end),
            shape.form == .coordinate
        else {
            dismiss(.coordinate, start, end, .uncounted)
            return nil
        }
        if isKnownForNone(start, end) {
            dismiss(.coordinate, start, end, .knownForNone)
            return nil
        }
        return SloganMatch(start: start, end: end, kind: .set, shape: shape, rule: .coordinate)
    }

    private mutating func isKnownForNone(_ start: Int, _ end: Int) -> Bool {
        guard let match = reader.longestTerm(Lexicon.Kind.slogan.bit, at: start, limit: end), match.end == end,
            let term = reader.term(.slogan, of: match)
        else { return false }
        return terms.slogans[term].kind == .none
    }

    /// Whether the character at `offset` may be counted by the numeral before it: a Han character that makes no unit,
    /// length of time or grammatical word with it.
    private mutating func isCounted(_ offset: Int) -> Bool {
        guard offset < reader.end else { return false }
        reader.count(1)
        let character = reader.character(at: offset)
        guard OutlineText.isHan(character.scalar), character.info.numeralClass == .none else { return false }
        let kinds =
            Lexicon.Kind.timeUnit.bit | Lexicon.Kind.suffix.bit | Lexicon.Kind.connector.bit
            | Lexicon.Kind.sloganCue.bit | Lexicon.Kind.follower.bit | Lexicon.Kind.unit.bit
        guard let match = reader.longestTerm(kinds, at: offset) else { return true }
        // 站 and 港 count things, and are counted.
        return match.kinds & kinds == Lexicon.Kind.unit.bit
            && reader.term(.unit, of: match).map { terms.units[$0].isClassifier && terms.units[$0].use != .any }
                ?? false
    }
}

// MARK: - Candidates that do not stand

extension SloganGrammar {
    /// Notes that what stands from `start` to `end` is no slogan by `rule`, or gives way to `winner`.
    private func dismiss(
        _ rule: SloganRule, _ start: Int, _ end: Int, _ reason: WorkRecord.Dismissal.Reason,
        for winner: @autoclosure () -> SloganMatch? = nil
    ) {
        reader.dismiss(
            .init(
                .init(.slogan(rule), start, end), reason,
                winner: winner().map { .init(.slogan($0.rule), $0.start, $0.end) }))
    }
}
