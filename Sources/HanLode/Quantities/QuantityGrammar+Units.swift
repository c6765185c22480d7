extension QuantityGrammar {
    /// Reads the unit behind the number, if one is there.
    mutating func readUnit(_ item: inout Item) {
        if let offset = behindGap(item), let unit = unit(reader.characterOrEnd(at: offset), at: offset, of: item) {
            take(unit, into: &item)
        }
    }

    /// A unit of time makes the number none of ours.
    @inline(__always)
    mutating func take(_ unit: UnitOrTime, into item: inout Item) {
        switch unit {
        case .time:
            item.isNone = true
        case .unit(var reading):
            item.end = reading.end
            if let term = reading.term, terms.units[term].use == .spoken {
                reading.isThing = !isWholeText(item) && !isAfter(.paying, item)
            }
            item.unit = reading
        }
    }

    enum UnitOrTime {
        case unit(UnitReading)
        case time
    }

    private static var unitKinds: UInt32 { Lexicon.Kind.unit.bit | Lexicon.Kind.timeUnit.bit }

    /// The unit at `offset`; of a unit, a unit of time and a word that only begins like one, the longest counts.
    @inline(__always)
    mutating func unit(_ first: Reader.Character, at offset: Int, of item: Item) -> UnitOrTime? {
        guard
            let match = reader.longestTerm(Self.unitKinds, orOf: Lexicon.Kind.follower.bit, at: offset, first)
        else { return nil }
        if match.kinds & Lexicon.Kind.timeUnit.bit != 0 { return .time }
        let numeral = item.phrase.numeral
        return unit(match, first, at: offset, isScaled: numeral.scale >= 4 && !numeral.isDigitless)
    }

    /// The unit that a match is, as far as it goes on.
    ///
    /// - Parameter isScaled: whether the number before it has a scale and digits.
    private mutating func unit(
        _ match: Reader.Match, _ first: Reader.Character, at offset: Int, isScaled: Bool
    ) -> UnitOrTime? {
        guard let term = reader.term(.unit, of: match) else { return nil }
        // 5万亿两个台阶: 两 counts what follows.
        if first.info.startsNumeral, first.next == match.end, isCounting(match.end) { return nil }
        let unit = terms.units[term]
        switch unit.use {
        case .prefix: return nil
        case .subordinate where !isDivided(match.end): return nil
        case .scaled where !isScaled: return nil
        default: break
        }
        var reading = UnitReading(start: offset, end: match.end, term: term)
        let behind = reader.characterOrEnd(at: match.end)
        var kinds = reader.lexicon.pointee.beginning(behind.info.code)
        if unit.isClassifier {
            // Its id lies far away, and is looked at where another unit may follow.
            let mayBeGeneral = kinds & Self.unitKinds != 0 || behind.info.isBlank
            switch mayBeGeneral && unit.hasID(Self.generalClassifier) ? unitBehindGeneral(match.end) : nil {
            case .time: return .time
            case .unit(let inner): reading = inner
            case nil: extendByParenthesis(&reading, behind)
            }
            if reading.end != match.end {
                kinds = reader.lexicon.pointee.beginning(reader.characterOrEnd(at: reading.end).info.code)
            }
        }
        if kinds & (Lexicon.Kind.connector.bit | Lexicon.Kind.suffix.bit) != 0 {
            if kinds & Lexicon.Kind.connector.bit != 0 { extendByDivisor(&reading) }
            if kinds & Lexicon.Kind.suffix.bit != 0 { extendByGrade(&reading) }
        }
        return .unit(reading)
    }

    private mutating func isCounting(_ offset: Int) -> Bool {
        let rivals = Lexicon.Kind.suffix.bit | Lexicon.Kind.follower.bit
        return reader.longestTerm(Self.unitKinds | rivals, at: offset) != nil
    }

    /// 个 before a unit is part of the span and not of the unit: 3个百分点; before a unit of time, 3个月.
    private mutating func unitBehindGeneral(_ offset: Int) -> UnitOrTime? {
        let offset = reader.skippingSpaceForward(offset)
        guard let match = reader.longestTerm(Self.unitKinds, orOf: Lexicon.Kind.follower.bit, at: offset) else {
            return nil
        }
        if match.kinds & Lexicon.Kind.timeUnit.bit != 0 {
            // 3个月, but 5个天府实验室
            let isMonth = reader.term(.timeUnit, of: match).map { terms.timeUnits[$0].name == .month } ?? false
            if isMonth || reader.character(at: offset).next < match.end { return .time }
        }
        guard let term = reader.term(.unit, of: match), takesGeneralClassifier(terms.units[term]) else { return nil }
        return .unit(UnitReading(start: offset, end: match.end, term: term))
    }

    /// 5分/千瓦时
    private mutating func isDivided(_ offset: Int) -> Bool { connector(at: offset)?.role == .per }

    /// The id of 个 in classifiers.tsv.
    private static var generalClassifier: StaticString { "item" }

    private mutating func takesGeneralClassifier(_ unit: Unit) -> Bool {
        !unit.isClassifier && unit.dimension != .currency && unit.surface.count > 1 && unit.use != .weak
    }

    /// 套（间）: behind a classifier, a second one in parentheses is part of the unit.
    @inline(__always)
    private mutating func extendByParenthesis(_ reading: inout UnitReading, _ open: Reader.Character) {
        guard open.scalar == 0xFF08 || open.scalar == 0x28,
            let inner = reader.longestTerm(Lexicon.Kind.unit.bit, at: open.next),
            let innerTerm = reader.term(.unit, of: inner), terms.units[innerTerm].isClassifier, inner.end < reader.end
        else { return }
        let close = reader.character(at: inner.end)
        guard close.scalar == 0xFF09 || close.scalar == 0x29 else { return }
        reading.end = close.next
    }

    /// 元/平方米, 吨标准煤/万元, 元/人·月, 吨/日, 公里每小时.
    private mutating func extendByDivisor(_ reading: inout UnitReading) {
        for _ in 0..<2 {
            guard let (role, end) = connector(at: reading.end),
                role == .per || role == .perEach || role == .perMore && reading.per != nil,
                let divisor = divisor(at: reader.skippingSpaceForward(end))
            else { return }
            // 每 also begins a new clause: 投入5亿元，每人…; between units of measurement it divides.
            if role == .perEach {
                guard case .unit(let term) = divisor.per, !terms.units[term].isClassifier else { return }
            }
            reading.per = divisor.per
            reading.end = divisor.end
        }
    }

    /// What an amount is divided by: a unit, with a scale before it where one is (万元), or a unit of time.
    private mutating func divisor(at offset: Int) -> (per: UnitReading.Per, end: Int)? {
        var offset = offset
        while offset < reader.end {
            let character = reader.character(at: offset)
            let isPlace = character.info.numeralClass == .place
            guard character.info.numeralClass == .scale || isPlace,
                !isPlace || reader.longestTerm(Lexicon.Kind.unit.bit, at: offset) == nil
            else { break }
            offset = character.next
        }
        guard let match = reader.longestTerm(Lexicon.Kind.unit.bit | Lexicon.Kind.timeUnit.bit, at: offset) else {
            return nil
        }
        if let term = reader.term(.unit, of: match) { return (.unit(term), match.end) }
        return (.time, match.end)
    }

    /// 万吨级, 百亿元级: a class of ships, plants or industries.
    private mutating func extendByGrade(_ reading: inout UnitReading) {
        guard reading.per == nil, let suffix = suffix(at: reading.end), suffix.role == .grade, let term = reading.term
        else { return }
        let unit = terms.units[term]
        guard !unit.isClassifier, unit.dimension != .percent else { return }
        reading.end = suffix.end
        reading.isGrade = true
    }

    /// Where the unit would begin: spaces are passed, and a line break where a sentence was broken.
    mutating func behindGap(_ item: Item) -> Int? {
        guard item.end < reader.end else { return nil }
        // Most often there is none.
        if !reader.character(at: item.end).info.isBlank { return item.end }
        var offset = item.end
        var isBroken = false
        for _ in 0..<8 {
            guard offset < reader.end else { return nil }
            let character = reader.character(at: offset)
            if character.scalar == 0x0A || character.scalar == 0x0D {
                isBroken = true
            } else if character.scalar == 0x09 {
                return nil
            } else if !character.info.isBlank {
                break
            }
            offset = character.next
        }
        if isBroken, !reader.isBrokenLine(item.start) { return nil }
        // A wide gap is a column, not a space.
        guard offset < reader.end, offset - item.end <= 12 || isBroken else { return nil }
        return offset
    }

    /// The dimension of a reading.
    mutating func dimension(_ reading: UnitReading) -> Dimension {
        if let implied = reading.implied {
            switch implied {
            case .percent, .perMille, .perMyriad: return .percent
            case .times: return .multiple
            case .place: return .rank
            }
        }
        if reading.per != nil { return .other }
        if reading.isThing { return .count }
        return reading.term.map { terms.units[$0].dimension } ?? .count
    }
}
