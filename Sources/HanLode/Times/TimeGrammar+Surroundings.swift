extension TimeGrammar {
    /// PM2.5: a digit right behind a letter.
    @inline(__always)
    mutating func isInCode(_ start: Int) -> Bool {
        start > 0 && NumeralParser.isLatin(reader.character(at: reader.before(start)).scalar)
            && reader.character(at: start).info.numeralClass == .digit
    }

    /// Where the number of a time begins: in 20.2026年10件实事 behind the full stop, in 企业数3年翻番 behind 数.
    mutating func behindEnumerator(_ start: Int, _ runEnd: Int) -> Int {
        let first = reader.character(at: start)
        if first.info.numeralClass == .some, first.next < runEnd,
            reader.character(at: first.next).info.numeralClass == .digit
        {
            return first.next
        }
        guard runEnd - start > 5, first.info.numeralClass == .digit || first.info.numeralClass == .hanDigit,
            holdsPoint(first.next), let row = reader.digitRow(at: start), row.count <= 2,
            row.end < runEnd
        else {
            return start
        }
        let point = reader.character(at: row.end)
        guard point.info.numeralClass == .point, !point.info.isHanPoint, let year = reader.digitRow(at: point.next),
            year.count == 4, timeUnit(at: year.end)?.unit.name == .year
        else { return start }
        return point.next
    }

    /// Whether a point stands at `start` or one character further on.
    private mutating func holdsPoint(_ start: Int) -> Bool {
        var offset = start
        for _ in 0..<2 where offset < reader.end {
            let character = reader.character(at: offset)
            if character.info.numeralClass == .point { return true }
            offset = character.next
        }
        return false
    }

    /// 百分之九十六，一九五四年: the year that begins behind a comma of the clause before.
    mutating func yearBehindComma(_ start: Int, runEnd: Int) -> Int? {
        var offset = start
        for _ in 0..<Self.numeralReach where offset < runEnd {
            let character = reader.character(at: offset)
            offset = character.next
            guard character.info.numeralClass == .comma else { continue }
            guard let row = reader.digitRow(at: offset), row.count == 4, row.end == runEnd,
                timeUnit(at: row.end)?.unit.name == .year
            else { return nil }
            return offset
        }
        return nil
    }

    /// Characters of a numeral before a comma, at most.
    private static var numeralReach: Int { 24 }

    /// Whether a run of numerals is too short to hold a time, and what stands behind it makes none of it: one look tells
    /// this of most.
    @inline(__always)
    mutating func isIdle(_ start: Int, runEnd: Int) -> Bool {
        guard runEnd - start < Self.shortestDate, runEnd < reader.end, !mayBePlan(start, runEnd: runEnd) else {
            return false
        }
        let next = reader.character(at: runEnd)
        guard next.info.numeralClass == .none, !next.info.isBlank,
            !reader.lexicon.pointee.begins(next.info.code, Self.followers)
        else { return false }
        // Solidus, and the colons of a clock time.
        return next.scalar != 0x2F && next.scalar != 0x3A && next.scalar != 0xFF1A
    }

    /// Whether what stands behind a run of numerals, or inside a long one, could make a time of it.
    mutating func mayBeTime(_ start: Int, _ runEnd: Int) -> Bool {
        if runEnd < reader.end {
            let next = reader.character(at: runEnd)
            switch next.info.numeralClass {
            case .none, .part: break
            default: return true
            }
            if next.info.isBlank || next.scalar == 0x2F { return true }
            if let match = reader.longestTerm(Self.followers, at: runEnd, next, end: reader.end), goesOn(with: match) {
                return true
            }
        }
        return runEnd - start >= Self.shortestDate && mayEndInside(start, runEnd)
    }

    /// Whether a word behind a number may make a time of it: no 的 does, and a connector only before another number.
    private mutating func goesOn(with match: Reader.Match) -> Bool {
        if match.kinds & Lexicon.Kind.timeUnit.bit != 0 { return true }
        if let term = reader.term(.timeTail, of: match), terms.timeTails[term] != .another { return true }
        guard match.kinds & Lexicon.Kind.connector.bit != 0 else { return false }
        let next = reader.skippingSpaceForward(match.end)
        guard next < reader.end else { return false }
        let info = reader.character(at: next).info
        return info.startsNumeral || reader.lexicon.pointee.begins(info.code, Lexicon.Kind.connector.bit)
    }

    /// What makes a time of the number before it.
    private static var followers: UInt32 { closers | Lexicon.Kind.connector.bit }

    /// What makes a time of the number before it, whatever stands further on.
    private static var closers: UInt32 { Lexicon.Kind.timeUnit.bit | Lexicon.Kind.timeTail.bit }

    /// 2021.6.1 in UTF-8.
    private static var shortestDate: Int { 8 }

    /// Whether a run of numerals without a unit behind it holds a time all the same: two points of a date, or the 点 of an
    /// hour. One point is a decimal's, and no comma is the connector of a range.
    private mutating func mayEndInside(_ start: Int, _ runEnd: Int) -> Bool {
        reader.count(runEnd - start)
        var points = 0
        var offset = reader.character(at: start).next
        while offset < runEnd {
            let character = reader.character(at: offset)
            offset = character.next
            // No unit begins with a digit: the number before it would go on with it.
            guard character.info.numeralClass != .digit else { continue }
            if character.info.numeralClass == .point, !character.info.isHanPoint {
                points += 1
                if points > 1 { return true }
            } else if character.info.isIgnorable
                || reader.lexicon.pointee.begins(character.info.code, Self.closers)
            {
                return true
            }
        }
        return false
    }

    /// The word that stands before the number of a time; the line may be torn between them.
    @inline(__always)
    mutating func lead(before offset: Int) -> (role: TimeLeadRole, start: Int)? {
        guard offset > 0 else { return nil }
        // Few characters end such a word.
        let last = reader.character(at: reader.before(offset)).info
        return last.isBlank || reader.lexicon.pointee.ends(last.code, Lexicon.Kind.timeLead.bit)
            ? findLead(before: offset) : nil
    }

    private mutating func findLead(before offset: Int) -> (role: TimeLeadRole, start: Int)? {
        var end = reader.skippingSpaceBackward(offset)
        for _ in 0..<3 {
            guard end > paragraph.start, reader.bytes[end - 1] == 0x0A else { break }
            end = reader.skippingSpaceBackward(end - 1)
        }
        guard end > 0, let match = reader.longestContext(Lexicon.Kind.timeLead.bit, endingAt: end),
            let term = reader.term(.timeLead, of: match)
        else { return nil }
        return (terms.timeLeads[term], match.end)
    }

    /// What stands behind a time.
    mutating func tail(at offset: Int) -> (role: TimeTailRole, end: Int)? {
        if offset != lastTail.place { lastTail = (offset, findTail(at: offset)) }
        return lastTail.found
    }

    private mutating func findTail(at offset: Int) -> (role: TimeTailRole, end: Int)? {
        reader.longestTerm(.timeTail, at: offset).map { (terms.timeTails[$0.index], $0.end) }
    }

    /// The unit of time at `offset`, and where it ends; of other units and words that begin there the longest counts, so
    /// that 372天文单位 and 70周岁 hold none.
    mutating func timeUnit(at offset: Int) -> (unit: TimeUnit, end: Int)? {
        if offset != lastUnit.place { lastUnit = (offset, findTimeUnit(at: offset)) }
        return lastUnit.found
    }

    private mutating func findTimeUnit(at offset: Int) -> (unit: TimeUnit, end: Int)? {
        let kinds = Lexicon.Kind.timeUnit.bit | Lexicon.Kind.unit.bit | Lexicon.Kind.follower.bit
        let first = reader.characterOrEnd(at: offset)
        guard reader.lexicon.pointee.begins(first.info.code, Lexicon.Kind.timeUnit.bit),
            let match = reader.longestTerm(kinds, at: offset, first, end: reader.end),
            let term = reader.term(.timeUnit, of: match)
        else { return nil }
        let unit = terms.timeUnits[term]
        return (unit, unit.form == .first ? first.next : match.end)
    }
}
