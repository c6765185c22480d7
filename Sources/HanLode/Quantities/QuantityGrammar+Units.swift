extension QuantityGrammar {
    /// Reads the unit behind the number, if one is there; a unit of time makes the number none of ours.
    func readUnit(_ item: inout Item) {
        guard item.unit == nil, let offset = behindGap(item) else { return }
        guard let unit = unit(at: offset, numeral: item.phrase.numeral) else { return }
        switch unit {
        case .time:
            item.isNone = true
        case .unit(let reading):
            item.unit = reading
            item.end = reading.end
        }
    }

    enum UnitOrTime {
        case unit(UnitReading)
        case time
    }

    private static var unitKinds: UInt32 {
        Lexicon.Kind.unit.bit | Lexicon.Kind.timeUnit.bit | Lexicon.Kind.follower.bit
    }

    /// The unit at `offset`; of a unit, a unit of time and a word that only begins like one, the longest counts.
    func unit(at offset: Int, numeral: Numeral?) -> UnitOrTime? {
        guard offset < reader.end, let match = reader.longestTerm(Self.unitKinds, at: offset) else { return nil }
        if match.kinds & Lexicon.Kind.timeUnit.bit != 0 { return .time }
        guard let term = reader.term(.unit, of: match) else {
            return nil
        }
        switch terms.units[term].use {
        case .prefix: return nil
        case .scaled where (numeral?.scale ?? 0) < 4 || numeral?.isDigitless == true: return nil
        default: break
        }
        var reading = UnitReading(start: offset, end: match.end, term: term)
        // 个 before a unit is part of the span and not of the unit: 3个百分点; before a unit of time, 3个月.
        if terms.units[term].id == Self.generalClassifier {
            let behind = reader.skippingSpaceForward(match.end)
            if let inner = reader.longestTerm(Self.unitKinds, at: behind) {
                if inner.kinds & Lexicon.Kind.timeUnit.bit != 0 { return .time }
                if let innerTerm = reader.term(.unit, of: inner), takesGeneralClassifier(terms.units[innerTerm]) {
                    reading = UnitReading(start: behind, end: inner.end, term: innerTerm)
                }
            }
        } else if terms.units[term].surface.hasPrefix("个"), terms.units[term].surface.count > 1, !terms.units[term].isClassifier {
            reading.start = reader.character(at: offset).next
        }
        extendByParenthesis(&reading)
        extendByDivisor(&reading)
        extendByGrade(&reading)
        return .unit(reading)
    }

    private static var generalClassifier: String { "item" }

    private func takesGeneralClassifier(_ unit: Unit) -> Bool {
        !unit.isClassifier && unit.dimension != .currency && unit.surface.count > 1 && unit.use != .weak
    }

    /// 套（间）: a second classifier in parentheses is part of the unit.
    private func extendByParenthesis(_ reading: inout UnitReading) {
        guard let term = reading.term, terms.units[term].isClassifier, reading.end < reader.end else { return }
        let open = reader.character(at: reading.end)
        guard open.scalar == 0xFF08 || open.scalar == 0x28,
            let inner = reader.longestTerm(Lexicon.Kind.unit.bit, at: open.next),
            let innerTerm = reader.term(.unit, of: inner), terms.units[innerTerm].isClassifier, inner.end < reader.end
        else { return }
        let close = reader.character(at: inner.end)
        guard close.scalar == 0xFF09 || close.scalar == 0x29 else { return }
        reading.end = close.next
    }

    /// 元/平方米, 吨标准煤/万元, 元/人·月, 吨/日.
    private func extendByDivisor(_ reading: inout UnitReading) {
        for _ in 0..<2 {
            guard reading.end < reader.end else { return }
            let slash = reader.character(at: reading.end)
            let isSlash = slash.scalar == 0x2F || slash.scalar == 0xFF0F || reading.per != nil && slash.scalar == 0xB7
            guard isSlash || slash.scalar == 0x6BCF else { return }  // 每
            var offset = reader.skippingSpaceForward(slash.next)
            // The divisor may have a scale: 万元.
            while offset < reader.end, reader.character(at: offset).info.numeralClass == .scale
                || reader.character(at: offset).info.numeralClass == .place && reader.longestTerm(Lexicon.Kind.unit.bit, at: offset) == nil
            {
                offset = reader.character(at: offset).next
            }
            guard let match = reader.longestTerm(Lexicon.Kind.unit.bit | Lexicon.Kind.timeUnit.bit, at: offset) else { return }
            if let term = reader.term(.unit, of: match) {
                if !isSlash, terms.units[term].isClassifier { return }
                reading.per = .unit(term)
            } else {
                if !isSlash { return }
                reading.per = .time
            }
            reading.end = match.end
        }
    }

    /// 万吨级, 百亿元级: a class of ships, plants or industries.
    private func extendByGrade(_ reading: inout UnitReading) {
        guard let term = reading.term, reading.per == nil, !terms.units[term].isClassifier, reading.end < reader.end,
            terms.units[term].dimension != .percent
        else { return }
        let character = reader.character(at: reading.end)
        guard character.scalar == 0x7EA7 || character.scalar == 0x7D1A,  // 级, 級
            reader.longestTerm(Lexicon.Kind.follower.bit, at: reading.end) == nil
        else { return }
        reading.end = character.next
        reading.isGrade = true
    }

    /// Where the unit would begin: spaces are passed, and a line break where a sentence was broken.
    func behindGap(_ item: Item) -> Int? {
        var offset = item.end
        var isBroken = false
        for _ in 0..<8 {
            guard offset < reader.end else { return nil }
            let character = reader.character(at: offset)
            if character.scalar == 0x0A || character.scalar == 0x0D {
                isBroken = true
            } else if character.scalar == 0x09 {
                return nil
            } else if !character.info.isSpace, !character.info.isIgnorable {
                break
            }
            offset = character.next
        }
        if isBroken, !reader.isBrokenLine(item.start) { return nil }
        // A wide gap is a column, not a space.
        return offset - item.end <= 12 || isBroken ? offset : nil
    }

    /// The dimension of a reading.
    func dimension(_ reading: UnitReading) -> Dimension {
        if let implied = reading.implied {
            switch implied {
            case .percent, .perMille, .perMyriad: return .percent
            case .times: return .multiple
            case .place: return .rank
            }
        }
        if reading.per != nil { return .other }
        return reading.term.map { terms.units[$0].dimension } ?? .count
    }
}
