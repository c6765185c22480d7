extension QuantityGrammar {
    /// 5%—6%, 30亿至50亿元, 三至五个, 百分之十到二十: reads the upper bound, and gives the lower what it lacks.
    mutating func readRange(_ item: inout Item) {
        guard item.upper == nil, !item.phrase.numeral.isMore else { return }
        var lowerUnit: UnitReading?
        var offset = reader.skippingSpaceForward(item.end)
        if item.phrase.shape == .plain, let unit = unit(at: offset, numeral: item.phrase.numeral) {
            guard case .unit(let reading) = unit, reading.per == nil else { return }
            lowerUnit = reading
            offset = reader.skippingSpaceForward(reading.end)
        }
        guard let connector = reader.longestTerm(Lexicon.Kind.connector.bit, at: offset),
            let term = reader.term(.connector, of: connector), terms.connectors[term] == .range
        else { return }
        let start = reader.skippingSpaceForward(connector.end)
        guard start < reader.end, reader.character(at: start).info.startsNumeral, let high = reader.number(at: start),
            !high.numeral.isTooLong, high.numeral.upper == nil
        else { return }
        reader.count(high.numeral.end - start)
        // 由34家到379家 states two amounts; 由…— does not occur.
        if isHan(reader.character(at: offset).scalar), lowerUnit != nil || item.phrase.shape != .plain,
            isAfter(.from, item)
        {
            return
        }
        combine(&item, lowerUnit: lowerUnit, with: high)
    }

    private mutating func combine(_ item: inout Item, lowerUnit: UnitReading?, with high: NumberPhrase) {
        var low = item.phrase.numeral
        if item.phrase.shape != .plain {
            guard high.shape == .plain || high.shape == item.phrase.shape, high.shape != .fraction,
                item.phrase.numeral.value < high.numeral.value
            else { return }
            item.upper = high.numeral.value
            item.end = high.numeral.end
            return
        }
        guard high.shape == .plain else { return }
        var highItem = item
        highItem.phrase = high
        highItem.start = high.numeral.start
        highItem.end = high.numeral.end
        highItem.unit = nil
        readUnit(&highItem)
        if highItem.isNone {
            item.isNone = true
            return
        }
        if let lowerUnit {
            // Two units must be of one kind; without a second unit there is no range.
            guard let upperUnit = highItem.unit, dimension(lowerUnit) == dimension(upperUnit) else { return }
        } else if low.scale == 0, high.numeral.scale > 0, let scaled = low.value.scaled(by: high.numeral.scale),
            low.value < high.numeral.value
        {
            low.value = scaled
        } else if let scaled = sharingPlace(low, with: high.numeral) {
            low.value = scaled
        }
        guard low.value < high.numeral.value else { return }
        item.phrase.numeral = low
        item.phrase.numeral.scale = high.numeral.scale
        item.phrase.numeral.isMore = high.numeral.isMore
        item.phrase.numeral.glyphs += high.numeral.glyphs
        item.upper = high.numeral.value
        item.unit = highItem.unit
        item.end = highItem.end
        item.rule = .range
    }

    /// 三到五百, 两至三千: the lower digit has the place of the higher one; not in 五至二十, nor in 五到三百.
    private func sharingPlace(_ low: Numeral, with high: Numeral) -> ExactNumber? {
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
    func isAfter(_ role: CueRole, _ item: Item) -> Bool {
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
    func isListed(_ end: Int, _ start: Int) -> Bool {
        let offset = reader.skippingSpaceForward(end)
        guard let connector = reader.longestTerm(Lexicon.Kind.connector.bit, at: offset),
            let term = reader.term(.connector, of: connector), terms.connectors[term] == .list
        else { return false }
        return reader.skippingSpaceForward(connector.end) == start
    }
}
