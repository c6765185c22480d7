extension QuantityGrammar {
    /// Reads on from a number: ordinal, tenths, range, unit, second unit.
    ///
    /// Few characters mean something to several rules: what stands behind the number is looked at once.
    ///
    /// - Parameter isTouched: whether what stands right before the number may belong to it.
    /// - Returns: the character behind all that belongs to the number, where it has been looked at.
    mutating func read(_ item: inout Item, isTouched: Bool) -> Reader.Character? {
        if item.context.cue == .ordinal || item.context.cue == .top, readOrdinal(&item) { return nil }
        if isTouched { readSign(&item) }
        var gap = item.end
        var next = reader.characterOrEnd(at: gap)
        // A unit at hand is read once; where a line is broken, it may be further away.
        let isAtHand = !next.info.isBlank
        if !isAtHand {
            gap = reader.skippingSpaceForward(gap)
            next = reader.characterOrEnd(at: gap)
        }
        let suffix =
            reader.lexicon.pointee.begins(next.info.code, Lexicon.Kind.suffix.bit) ? self.suffix(next, at: gap) : nil
        let unit = item.phrase.shape == .plain ? unit(next, at: gap, of: item) : nil
        if case .time? = unit, suffix == nil {
            item.isNone = true
            return nil
        }
        let isSign = isAtHand && !isHan(next.scalar)
        if isSign, Self.isRatioMark(next.scalar), readRatio(&item, next) { return nil }
        if item.phrase.numeral.form == .arabic {
            let isCode =
                isTouched && item.unit == nil && isCode(before: item.start) || isSign && isCode(next, at: item.end)
            if isCode {
                item.isNone = true
                return nil
            }
        }
        // What stands behind the number and its unit.
        var (place, behind) = (gap, next)
        if case .unit(let reading)? = unit { (place, behind) = (reading.end, reader.characterOrEnd(at: reading.end)) }
        let isRange = readRange(&item, unit, behind, at: place)
        guard !item.isNone else { return nil }
        if item.phrase.shape != .plain {
            item.rule = item.phrase.shape == .fraction ? .fraction : .partsPer
            return nil
        }
        if isRange {
            if let suffix = self.suffix(at: reader.skippingSpaceForward(item.end)), readSuffix(&item, suffix) {
                return nil
            }
            if item.unit == nil { readUnit(&item) }
        } else {
            if let suffix, readSuffix(&item, suffix) { return nil }
            if item.unit == nil {
                if !isAtHand { readUnit(&item) } else if let unit { take(unit, into: &item) }
            }
        }
        if place != item.end { behind = reader.characterOrEnd(at: item.end) }
        // Only what adds to the number goes on behind its unit: 半, 又, or a smaller unit's number.
        guard item.unit != nil,
            behind.info.startsNumeral || behind.info.numeralClass == .half || behind.info.numeralClass == .and
        else { return behind }
        readHalf(&item)
        readCompound(&item)
        readSpokenTenth(&item)
        return nil
    }

    /// Whether a character that stands right before a number may belong to it, which few Han characters do.
    @inline(__always)
    mutating func isTouching(_ before: Reader.Character) -> Bool {
        !isHan(before.scalar) || before.info.numeralClass != .none
            || reader.lexicon.pointee.ends(before.info.code, Lexicon.Kind.unit.bit)
    }

    /// What touches the number from before: a minus sign, a currency's sign, or the point of .5.
    private mutating func readSign(_ item: inout Item) {
        guard item.start > 0 else { return }
        let offset = reader.before(item.start)
        let sign = reader.character(at: offset)
        switch sign.info.numeralClass {
        case .sign:
            guard isHan(sign.scalar) || !isHyphen(offset) else { return }
            if sign.info.numeralValue == 1 { item.phrase.numeral.value = item.phrase.numeral.value.negated }
            item.start = offset
        case .point:
            guard !sign.info.isHanPoint, readLeadingPoint(&item, at: offset) else { return }
            item.start = offset
        default:
            guard reader.lexicon.pointee.ends(sign.info.code, Lexicon.Kind.unit.bit),
                let prefix = currencySign(endingAt: item.start)
            else { return }
            item.unit = prefix
            item.start = prefix.start
        }
        item.context = context(before: item.start)
    }

    /// Whether a dash stands behind a number, a letter or a unit, and so joins instead of negating.
    private mutating func isHyphen(_ offset: Int) -> Bool {
        guard offset > 0 else { return false }
        let before = reader.before(offset)
        let previous = reader.character(at: before)
        return previous.info.startsNumeral || NumeralParser.isLatin(previous.scalar)
            || reader.longestTerm(Lexicon.Kind.unit.bit, at: before)?.end == offset
    }

    /// .5 for 0.5, where nothing stands before the point that it could belong to.
    private mutating func readLeadingPoint(_ item: inout Item, at offset: Int) -> Bool {
        let numeral = item.phrase.numeral
        guard numeral.form == .arabic, !numeral.isDecimal, numeral.scale == 0, item.phrase.shape == .plain,
            let value = numeral.value.scaled(by: -numeral.glyphs)
        else { return false }
        if offset > 0 {
            let previous = reader.character(at: reader.before(offset))
            guard previous.info.isSpace || isHan(previous.scalar) else { return false }
        }
        item.phrase.numeral.value = value
        item.phrase.numeral.isDecimal = true
        return true
    }

    /// $, ￥, US$ before the number.
    private mutating func currencySign(endingAt end: Int) -> UnitReading? {
        var offset = end
        // HK$ ends with $: of those that end here the longest counts, unless it is the end of a word (USA$).
        var sign: UnitReading?
        for _ in 0..<4 where offset > 0 {
            offset = reader.before(offset)
            guard let match = reader.longestTerm(Lexicon.Kind.unit.bit, at: offset), match.end == end,
                let term = reader.term(.unit, of: match), terms.units[term].use == .prefix,
                sign == nil || offset == 0 || !NumeralParser.isLatin(reader.character(at: reader.before(offset)).scalar)
            else { continue }
            sign = UnitReading(start: offset, end: end, term: term)
        }
        return sign
    }

    /// PM2.5, 1+4+N, 8:30, 2021.6.12: digits that belong to a name or a code that begins before them.
    private mutating func isCode(before start: Int) -> Bool {
        guard start > 0 else { return false }
        let offset = reader.before(start)
        let before = reader.character(at: offset).scalar
        if isHan(before) { return false }
        return NumeralParser.isLatin(before) || Self.isCodeMark(before)
            || Self.isRatioMark(before) && offset > 0 && reader.isNumeral(at: reader.before(offset))
    }

    /// 5G, 8:30: digits that belong to a name or a code that goes on behind them.
    private mutating func isCode(_ next: Reader.Character, at offset: Int) -> Bool {
        if Self.isCodeMark(next.scalar) { return true }
        if Self.isRatioMark(next.scalar), reader.isNumeral(at: next.next) { return true }
        if next.info.numeralClass == .point || next.info.numeralClass == .comma, next.next < reader.end,
            next.scalar < 0x80 || next.info.numeralClass == .point,
            reader.character(at: next.next).info.numeralClass == .digit, !next.info.isHanPoint
        {
            return true
        }
        return NumeralParser.isLatin(next.scalar)
            && reader.longestTerm(Lexicon.Kind.unit.bit, at: offset).map { isLatinTail($0.end) } != false
    }

    private mutating func isLatinTail(_ offset: Int) -> Bool {
        offset < reader.end && NumeralParser.isLatin(reader.character(at: offset).scalar)
            && NumeralParser.isLatin(reader.character(at: reader.before(offset)).scalar)
    }

    /// Plus, multiplication sign, underscore, asterisk, number sign, section sign, at sign, ampersand.
    private static func isCodeMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2B, 0xFF0B, 0xD7, 0x5F, 0x2A, 0x23, 0xA7, 0x40, 0x26: true
        default: false
        }
    }

    /// Colons and the ratio sign: between numbers, a clock time or a ratio.
    private static func isRatioMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3A, 0xFF1A, 0x2236: true
        default: false
        }
    }

    /// 2.1∶1, where a comparison is spoken of, or where a decimal stands against one: 8:30 and 3∶4∶5 are none.
    private mutating func readRatio(_ item: inout Item, _ mark: Reader.Character) -> Bool {
        let numeral = item.phrase.numeral
        guard numeral.form == .arabic, item.phrase.shape == .plain, !numeral.hasPlace, item.unit == nil,
            !isBehindRatioMark(item.start)
        else { return false }
        guard reader.isNumeral(at: mark.next), let other = reader.number(at: mark.next),
            other.shape == .plain, other.numeral.form == .arabic, !other.numeral.isTooLong, !other.numeral.hasPlace,
            numeral.isDecimal && other.numeral.value == .one || isAfter(.ratio, item),
            let value = Self.ratio(numeral.value, to: other.numeral.value)
        else { return false }
        let end = other.numeral.end
        guard end == reader.end || !Self.isRatioMark(reader.character(at: end).scalar) else { return false }
        reader.count(end - item.end)
        item.phrase.numeral.value = value
        item.phrase.shape = .fraction
        item.rule = .ratio
        item.end = end
        return true
    }

    private mutating func isBehindRatioMark(_ offset: Int) -> Bool {
        offset > 0 && Self.isRatioMark(reader.character(at: reader.before(offset)).scalar)
    }

    /// 5∶1 is 5, and 3∶7 keeps its form.
    private static func ratio(_ first: ExactNumber, to second: ExactNumber) -> ExactNumber? {
        if second == .one { return first }
        guard let above = first.integer, let below = second.integer, below > 0 else { return first.divided(by: second) }
        return ExactNumber(Int128(above), over: Int128(below))
    }

    private mutating func readSuffix(_ item: inout Item, _ suffix: (role: SuffixRole, end: Int)) -> Bool {
        switch suffix.role {
        case .tenths, .discount: readTenths(&item, suffix)
        case .doubling: readDoubling(&item, suffix)
        case .grade, .place, .superlative, .inclusive, .clause: false
        }
    }

    /// 八成, 2.5成, 七成六; 八折, 五五折.
    private mutating func readTenths(_ item: inout Item, _ suffix: (role: SuffixRole, end: Int)) -> Bool {
        let numeral = item.phrase.numeral
        guard numeral.scale == 0, !numeral.isMore else { return false }
        // 七二折 and 72折 state hundredths, 八折 and 8.5折 tenths.
        let isHundredths = numeral.form == .positional || suffix.role == .discount && numeral.value > ExactNumber(10)
        let hundred = ExactNumber(100)
        guard var value = numeral.value.scaled(by: isHundredths ? 0 : 1),
            suffix.role == .discount ? value < hundred : value <= hundred
        else { return false }
        item.end = suffix.end
        if suffix.role == .tenths, let hundredths = hundredths(at: suffix.end, of: numeral),
            let sum = value.adding(ExactNumber(hundredths.value))
        {
            value = sum
            item.end = hundredths.end
        }
        item.phrase.numeral.value = value
        item.upper = item.upper?.scaled(by: 1)
        item.unit = UnitReading(start: item.end, end: item.end, implied: .percent)
        item.rule = suffix.role == .tenths ? .tenths : .discount
        return true
    }

    /// The 六 of 七成六.
    private mutating func hundredths(at offset: Int, of numeral: Numeral) -> (value: Int, end: Int)? {
        let offset = reader.skippingSpaceForward(offset)
        guard numeral.form == .han, offset < reader.end else { return nil }
        let digit = reader.character(at: offset)
        guard digit.info.numeralClass == .hanDigit, !reader.isNumeral(at: digit.next),
            reader.longestTerm(Lexicon.Kind.unit.bit, at: digit.next) == nil
        else { return nil }
        return (digit.info.hanDigit, digit.next)
    }

    /// 翻一番 is twice as much, 翻两番 four times.
    private mutating func readDoubling(_ item: inout Item, _ suffix: (role: SuffixRole, end: Int)) -> Bool {
        guard item.context.cue == .doubling, let times = item.phrase.numeral.value.integer, (1...20).contains(times)
        else {
            item.isNone = true
            return true
        }
        item.start = item.context.start
        item.end = suffix.end
        item.context = context(before: item.start)
        item.phrase.numeral.value = ExactNumber(1 << times)
        item.unit = UnitReading(start: item.end, end: item.end, implied: .times)
        item.rule = .doubling
        return true
    }

    /// The suffix at `offset`; a longer word that only begins like one (成立, 折合) takes its place.
    mutating func suffix(at offset: Int) -> (role: SuffixRole, end: Int)? {
        offset < reader.end ? suffix(reader.character(at: offset), at: offset) : nil
    }

    @inline(__always)
    mutating func suffix(_ first: Reader.Character, at offset: Int) -> (role: SuffixRole, end: Int)? {
        guard
            let match = reader.longestTerm(
                Lexicon.Kind.suffix.bit, orOf: Lexicon.Kind.follower.bit, at: offset, first),
            let term = reader.term(.suffix, of: match)
        else { return nil }
        return (terms.suffixes[term], match.end)
    }

    /// 两米半, 六倍半.
    private mutating func readHalf(_ item: inout Item) {
        guard let unit = item.unit, unit.per == nil, unit.start != item.start, item.upper == nil, item.end < reader.end
        else { return }
        let character = reader.character(at: item.end)
        guard character.info.numeralClass == .half,
            reader.longestTerm(Lexicon.Kind.follower.bit, at: item.end) == nil,
            let term = unit.term, !terms.units[term].isClassifier, let half = ExactNumber("0.5"),
            let value = item.phrase.numeral.value.adding(half)
        else { return }
        item.phrase.numeral.value = value
        item.end = character.next
    }

    /// 50元6角三分, 三斤二两: smaller units of the same dimension add up to one amount.
    ///
    /// 又 may stand between them: 两美元又三美分.
    private mutating func readCompound(_ item: inout Item) {
        for _ in 0..<3 {
            guard let unit = item.unit, unit.per == nil, let term = unit.term, item.upper == nil,
                !item.phrase.numeral.isDecimal, !item.phrase.numeral.isMore
            else { return }
            let large = terms.units[term]
            guard !large.isClassifier, large.dimension != .other, item.end < reader.end else { return }
            let joint = reader.character(at: item.end)
            let offset = joint.info.numeralClass == .and ? joint.next : item.end
            guard reader.isNumeral(at: offset), let next = reader.number(at: offset),
                next.shape == .plain, !next.numeral.isTooLong, !next.numeral.isDigitless,
                let small = smallUnit(at: next.numeral.end, below: large),
                let ratio = terms.units[small.term].factor.divided(by: large.factor),
                let part = next.numeral.value.multiplied(by: ratio), part < .one,
                let sum = item.phrase.numeral.value.adding(part)
            else { return }
            reader.count(small.end - item.end)
            item.phrase.numeral.value = sum
            item.end = small.end
            item.unit?.isThing = false
            item.rule = .compoundUnit
        }
    }

    /// 三块五, 十二块八: of spoken money the last unit is left out.
    private mutating func readSpokenTenth(_ item: inout Item) {
        guard let unit = item.unit, let term = unit.term, terms.units[term].use == .spoken, item.upper == nil,
            item.rule != .compoundUnit, item.end < reader.end
        else { return }
        let digit = reader.character(at: item.end)
        guard digit.info.numeralClass == .hanDigit, digit.info.hanDigit > 0, isClauseEnd(digit.next),
            let tenth = ExactNumber(coefficient: Int128(digit.info.hanDigit), exponent: -1),
            let sum = item.phrase.numeral.value.adding(tenth)
        else { return }
        item.phrase.numeral.value = sum
        item.end = digit.next
        item.unit?.isThing = false
        item.rule = .compoundUnit
    }

    private mutating func smallUnit(at offset: Int, below large: Unit) -> (term: Int, end: Int)? {
        guard let match = reader.longestTerm(Lexicon.Kind.unit.bit, at: offset),
            let term = reader.term(.unit, of: match), terms.units[term].dimension == large.dimension,
            terms.units[term].code == large.code || large.dimension != .currency,
            terms.units[term].factor < large.factor,
            // 五块三角形的牌子
            large.use != .spoken || isClauseEnd(match.end)
        else { return nil }
        return (term, match.end)
    }
}

extension Reader {
    /// Behind at most three spaces and any zero-width characters; tabs and line breaks are not passed.
    @inline(__always)
    func skippingSpaceForward(_ offset: Int) -> Int {
        // Most often there are none.
        guard offset < end, character(at: offset).info.isBlank else { return offset }
        return skippingSpacesForward(offset)
    }

    private func skippingSpacesForward(_ offset: Int) -> Int {
        var offset = offset
        for _ in 0..<4 {
            guard offset < end else { break }
            let character = character(at: offset)
            guard character.info.isBlank, character.scalar > 0x0D else { break }
            offset = character.next
        }
        return offset
    }

    @inline(__always)
    func isNumeral(at offset: Int) -> Bool {
        offset < end && character(at: offset).info.startsNumeral
    }

    /// Whether a term of one of `kinds` may begin at `offset`.
    @inline(__always)
    func mayBegin(_ kinds: UInt32, at offset: Int) -> Bool {
        offset < end && lexicon.pointee.begins(character(at: offset).info.code, kinds)
    }

    /// The longest term of one of `kinds` or of `rivals` that begins at `offset`: a rival that is longer takes the place of
    /// what is asked for. `nil` without a walk where no term of `kinds` begins with the character.
    @inline(__always)
    func longestTerm(_ kinds: UInt32, orOf rivals: UInt32, at offset: Int) -> Match? {
        offset < end ? longestTerm(kinds, orOf: rivals, at: offset, character(at: offset)) : nil
    }

    @inline(__always)
    func longestTerm(_ kinds: UInt32, orOf rivals: UInt32, at offset: Int, _ first: Character) -> Match? {
        guard lexicon.pointee.begins(first.info.code, kinds) else {
            count(1)
            return nil
        }
        return longestTerm(kinds | rivals, at: offset, first, end: end)
    }
}
