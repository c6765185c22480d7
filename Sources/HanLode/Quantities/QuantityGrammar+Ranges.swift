extension QuantityGrammar {
    /// 5%—6%, 30亿至50亿元, 三至五个, 百分之十到二十: reads the upper bound, and gives the lower what it lacks.
    ///
    /// - Parameters:
    ///   - unit: the number's unit, if it is plain.
    ///   - behind: the character behind both, at `place`.
    /// - Returns: whether the number goes on to an upper bound.
    @inline(__always)
    mutating func readRange(
        _ item: inout Item, _ unit: UnitOrTime?, _ behind: Reader.Character, at place: Int
    ) -> Bool {
        guard behind.info.isBlank || reader.lexicon.pointee.begins(behind.info.code, Lexicon.Kind.connector.bit),
            item.upper == nil, !item.phrase.numeral.isMore
        else { return false }
        var lowerUnit: UnitReading?
        if let unit {
            guard case .unit(let reading) = unit, reading.per == nil else { return false }
            lowerUnit = reading
        }
        return readUpperBound(&item, from: reader.skippingSpaceForward(place), lowerUnit: lowerUnit)
    }

    private mutating func readUpperBound(_ item: inout Item, from offset: Int, lowerUnit: UnitReading?) -> Bool {
        guard let connector = connector(at: offset), connector.role == .range else { return false }
        let start = reader.skippingSpaceForward(connector.end)
        guard start < reader.end, reader.character(at: start).info.startsNumeral, let high = reader.number(at: start),
            !high.numeral.isTooLong, high.numeral.upper == nil
        else { return false }
        reader.count(high.numeral.end - start)
        // 由34家到379家 states two amounts; 由…— does not occur.
        if isHan(reader.character(at: offset).scalar), lowerUnit != nil || item.phrase.shape != .plain,
            isAfter(.from, item)
        {
            return false
        }
        return combine(&item, lowerUnit: lowerUnit, with: high)
    }

    private mutating func combine(_ item: inout Item, lowerUnit: UnitReading?, with high: NumberPhrase) -> Bool {
        var low = item.phrase.numeral
        if item.phrase.shape != .plain {
            guard high.shape == .plain || high.shape == item.phrase.shape, high.shape != .fraction,
                item.phrase.numeral.value < high.numeral.value
            else { return false }
            item.upper = high.numeral.value
            item.end = high.numeral.end
            return true
        }
        guard high.shape == .plain else { return false }
        var highItem = item
        highItem.phrase = high
        highItem.unit = nil
        readUnit(&highItem)
        if highItem.isNone {
            item.isNone = true
            return false
        }
        if let lowerUnit {
            // Two units must be of one kind; without a second unit there is no range.
            guard let upperUnit = highItem.unit, dimension(lowerUnit) == dimension(upperUnit) else { return false }
        } else if low.scale == 0, high.numeral.scale > 0, let scaled = low.value.scaled(by: high.numeral.scale),
            low.value < high.numeral.value
        {
            low.value = scaled
        } else if let scaled = sharingPlace(low, with: high.numeral) {
            low.value = scaled
        }
        guard low.value < high.numeral.value else { return false }
        low.scale = high.numeral.scale
        low.isMore = high.numeral.isMore
        low.glyphs += high.numeral.glyphs
        item.phrase.numeral = low
        item.upper = high.numeral.value
        item.unit = highItem.unit
        item.end = highItem.end
        item.rule = .range
        return true
    }

    /// 三到五百, 两至三千: the lower digit has the place of the higher one; not in 五至二十, nor in 五到三百.
    private mutating func sharingPlace(_ low: Numeral, with high: Numeral) -> ExactNumber? {
        guard low.form == .han, low.glyphs == 1, !low.hasPlace, high.glyphs == 2, high.scale == 0 else { return nil }
        for place in [2, 3] {
            guard let digit = high.value.scaled(by: -place), digit.isInteger, low.value < digit,
                digit < ExactNumber(10)
            else { continue }
            return low.value.scaled(by: place)
        }
        return nil
    }

    /// Whether a word of `role` (由, 花费) stands before the number, in the same clause and no further than a date away.
    mutating func isAfter(_ role: CueRole, _ item: Item) -> Bool {
        var offset = item.start
        for _ in 0..<14 {
            guard offset > 0 else { return false }
            if let match = reader.longestContext(endingAt: offset), let term = reader.term(.cue, of: match),
                terms.cues[term] == role
            {
                return true
            }
            offset = reader.before(offset)
            switch reader.character(at: offset).scalar {
            case 0xFF0C, 0x3002, 0xFF1B, 0x0A, 0x2C, 0x3B: return false  // ，。； LF , ;
            default: break
            }
        }
        return false
    }

    /// Whether nothing but the sign or word of a list stands between two numbers.
    mutating func isListed(_ end: Int, _ start: Int) -> Bool {
        let offset = reader.skippingSpaceForward(end)
        guard let connector = connector(at: offset), connector.role == .list else { return false }
        return reader.skippingSpaceForward(connector.end) == start
    }
}
