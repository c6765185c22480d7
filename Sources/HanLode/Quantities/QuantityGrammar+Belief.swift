extension QuantityGrammar {
    /// Whether a number that was read states an amount. Most numerals of a report do not: 三中全会, 一个, 四个意识.
    mutating func isBelieved(_ item: Item) -> Bool {
        guard !item.isNone else { return false }
        switch item.rule {
        case .rank, .topRank, .tenths, .doubling, .compoundUnit: return true
        case .discount: return item.phrase.numeral.value < ExactNumber(100)
        case .fraction, .ratio: return true
        case .partsPer: return share(item) != nil
        default: break
        }
        if item.context.cue == .per { return false }
        guard let reading = item.unit else { return isBelievedBare(item) }
        guard let term = reading.term else { return true }
        let numeral = item.phrase.numeral
        let unit = terms.units[term]
        if numeral.isDigitless { return isBelievedDigitless(item, unit) }
        if numeral.isIndefinite, unit.isClassifier, numeral.scale == 0 { return false }
        if numeral.form == .positional { return false }
        if isCountOfSlogan(item, unit) { return false }
        if unit.use == .announced {
            if numeral.form == .arabic, numeral.scale > 0 { return true }
            // 举办两届, but 举办十四届全运会
            return (isCounted(item) || isListedWithCounted(item, term)) && !numeral.value.isOne
                && (numeral.form == .arabic || numeral.glyphs == 1)
        }
        guard numeral.form == .han, numeral.glyphs == 1, item.upper == nil, !numeral.isMore else { return true }
        return isWholeText(item) || isBelievedSingle(item, unit)
    }

    /// One Han digit and a unit: 三吨, 两座; but not 三级, 四项, 一个.
    private mutating func isBelievedSingle(_ item: Item, _ unit: Unit) -> Bool {
        let isOne = item.phrase.numeral.value.isOne
        if isFinancial(item), unit.dimension != .currency { return false }
        if item.rule == .sharedUnit { return !unit.isClassifier }
        switch unit.use {
        case .spoken where item.unit?.isThing == false: return true
        case .weak, .spoken: return !isOne && unit.isClassifier && isCounted(item)
        case .prefix, .scaled, .subordinate: return false
        case .announced: return !isOne && isCounted(item)
        case .concrete: return !isOne
        case .any:
            if !unit.isClassifier { return !isOne || isMeasureOfOne(item, unit) }
            return !isOne && (isCounted(item) || isAfterHan(item) && isFollowedByBreak(item))
        }
    }

    /// A digit of cheques alone: 队伍只能, 大陆.
    private mutating func isFinancial(_ item: Item) -> Bool {
        switch reader.character(at: item.start).scalar {
        case 0x58F9, 0x8D30, 0x53C1, 0x8086, 0x4F0D, 0x9646, 0x67D2, 0x634C, 0x7396, 0x62FE: true  // 壹贰叁肆伍陆柒捌玖拾
        default: false
        }
    }

    /// “十二个着力”, “12项行动”: a small number of things right behind a quotation mark counts what the slogan names.
    private mutating func isCountOfSlogan(_ item: Item, _ unit: Unit) -> Bool {
        unit.isClassifier && item.phrase.numeral.scale == 0 && isQuotation(before: item.start)
            && item.phrase.numeral.value < ExactNumber(100)
    }

    private mutating func isQuotation(before offset: Int) -> Bool {
        guard offset > 0 else { return false }
        var before = reader.character(at: reader.before(offset))
        if before.info.isBlank {
            let offset = reader.skippingBreaksBackward(offset)
            guard offset > 0 else { return false }
            before = reader.character(at: reader.before(offset))
        }
        switch before.scalar {
        case 0x201C, 0x22, 0x300C: return true  // “ " 「
        default: return false
        }
    }

    private mutating func isQuotation(at offset: Int) -> Bool {
        let offset = reader.skippingBreaksForward(offset)
        guard offset < reader.end else { return false }
        switch reader.character(at: offset).scalar {
        case 0x201D, 0x22, 0x300D: return true  // ” " 」
        default: return false
        }
    }

    /// 举办4届南博会、3届华商会: what announces the first of a list announces the next.
    private mutating func isListedWithCounted(_ item: Item, _ term: Int) -> Bool {
        guard let last = matches.last, last.unit?.term == term, item.start - last.end < 60, item.start > 0 else {
            return false
        }
        return reader.character(at: reader.before(item.start)).scalar == 0x3001
    }

    private mutating func isCounted(_ item: Item) -> Bool {
        switch item.context.cue {
        case .counting: true
        case .measuring: isFollowedByBreak(item)
        default: false
        }
    }

    /// 一倍, 一公里: words such as 一米线 and 一元化 are left to the table of words.
    private mutating func isMeasureOfOne(_ item: Item, _ unit: Unit) -> Bool {
        unit.surface.count > 1 || unit.dimension == .multiple || unit.dimension == .mass
            || unit.dimension == .area || unit.dimension == .currency && modifierOf(item) != nil
    }

    /// 亿元以上, 突破百亿斤, 上亿人: one of the scale. In 单位：亿元 and 每千人 it is a unit.
    private mutating func isBelievedDigitless(_ item: Item, _ unit: Unit) -> Bool {
        // 千亿级 names a class of industries; 万吨级 measures ships.
        if unit.id == Self.bareGrade { return false }
        if item.phrase.numeral.isMore || item.phrase.numeral.glyphs > 2 { return true }
        if modifierOf(item) != nil { return true }
        guard item.end < reader.end else { return isAfterHan(item) }
        let next = reader.character(at: item.end).scalar
        if next == 0xFF09 || next == 0x29 || next == 0x09 { return false }
        if unit.isClassifier {
            return isAfterHan(item) && item.phrase.numeral.value >= ExactNumber(10_000) && unit.use == .concrete
                && !isSpanned(item)
        }
        return isAfterHan(item) || item.unit?.isGrade == true
    }

    /// The id of 级 in units.tsv.
    private static var bareGrade: String { "grade" }

    /// Between quotation marks: 千项万亿.
    private mutating func isSpanned(_ item: Item) -> Bool {
        isQuotation(before: item.start)
    }

    private mutating func isAfterHan(_ item: Item) -> Bool {
        guard item.start > 0 else { return false }
        let before = reader.character(at: reader.before(item.start)).scalar
        return isHan(before)
    }

    /// Han characters, and what lies between their blocks.
    @inline(__always)
    mutating func isHan(_ scalar: UInt32) -> Bool {
        scalar >= 0x3400 && scalar < 0xFE00 || scalar >= 0x2_0000
    }

    /// A number without a unit: with a scale before what it counts, or announced, or all there is.
    private mutating func isBelievedBare(_ item: Item) -> Bool {
        let numeral = item.phrase.numeral
        if isWholeText(item) { return !numeral.isDigitless || numeral.glyphs > 1 }
        guard !numeral.isIndefinite, numeral.form != .positional else { return false }
        if item.context.cue == .copula, !numeral.isDigitless, !numeral.looksLikeYear, !isQuoted(item),
            isClauseEnd(item.end)
        {
            return true
        }
        // 产值突破百亿, 有上千万农村人口; but “双过万”
        if numeral.isDigitless {
            return numeral.scale >= 4 && (numeral.isMore || modifierOf(item) != nil) && !isQuotation(at: item.end)
        }
        if isQuoted(item) { return false }
        let hasModifier = modifierOf(item) != nil
        if numeral.scale >= 4 { return numeral.form == .arabic || numeral.glyphs > 1 }
        if numeral.form == .arabic {
            if numeral.looksLikeYear { return false }
            if hasModifier { return isFollowedByBreak(item) || numeral.hasPlace }
            switch item.context.cue {
            case .measuring, .ratio: return isFollowedByBreak(item)
            case .from: return numeral.isDecimal
            case .ranking: return numeral.isDecimal && isFollowedByBreak(item)
            default: return false
            }
        }
        if isParagraphNumber(item) { return false }
        // 三点一四一五 is a number whatever follows; 三点一 may be a point of an agenda.
        if numeral.isDecimal { return numeral.glyphs > 4 || isFollowedByBreak(item) || isListed(item) }
        return numeral.hasPlace && (numeral.glyphs > 2 || numeral.value >= ExactNumber(1000)) && isFollowedByBreak(item)
    }

    /// （二十一） and 二十一、 at the start of a line.
    private mutating func isParagraphNumber(_ item: Item) -> Bool {
        if isEnumerator(item) { return true }
        guard item.start > 0 else { return false }
        let before = reader.character(at: reader.before(item.start)).scalar
        return before == 0xFF08 || before == 0x28
    }

    private mutating func isListed(_ item: Item) -> Bool {
        guard let connector = connector(at: item.end) else { return false }
        return reader.isNumeral(at: connector.end)
            || reader.character(at: min(connector.end, reader.end - 1)).info.numeralClass == .sign
    }

    private mutating func isQuoted(_ item: Item) -> Bool {
        isQuotation(before: item.start) && isQuotation(at: item.end)
    }

    private mutating func isFollowedByBreak(_ item: Item) -> Bool { isBreak(item.end) || item.follower != nil }

    /// Whether no word goes on at `offset`.
    private mutating func isBreak(_ offset: Int) -> Bool {
        let offset = reader.skippingSpaceForward(offset)
        guard offset < reader.end else { return true }
        let next = reader.character(at: offset).scalar
        return !isHan(next) && !NumeralParser.isLatin(next)
    }

    /// Whether a clause ends at `offset`: at a break, or before 而 and the like.
    mutating func isClauseEnd(_ offset: Int) -> Bool { isBreak(offset) || suffix(at: offset)?.role == .clause }

    /// Whether the text holds nothing else, or only other Arabic numbers in a list: 1, 234, 567.3.
    mutating func isWholeText(_ item: Item) -> Bool {
        guard item.start < 64, reader.end - item.end < 64, !isEnumerator(item) else { return false }
        var offset = 0
        while offset < reader.end {
            if offset == item.start { offset = item.end }
            guard offset < reader.end else { break }
            let character = reader.character(at: offset)
            guard character.info.isBlank || isFrame(character, at: offset, item) || isOfList(character, item) else {
                return false
            }
            offset = character.next
        }
        return true
    }

    /// Dots before the number, a mark that ends a sentence behind it: ...9, 五！
    private mutating func isFrame(_ character: Reader.Character, at offset: Int, _ item: Item) -> Bool {
        switch character.scalar {
        case 0x2E, 0x2026: offset < item.start  // . …
        case 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F: offset >= item.end  // ! ? 。 ！ ？
        default: false
        }
    }

    private mutating func isOfList(_ character: Reader.Character, _ item: Item) -> Bool {
        guard item.phrase.numeral.form == .arabic else { return false }
        switch character.info.numeralClass {
        case .digit: return true
        // 1,2,3 may be a code.
        case .comma: return character.scalar > 0x7F || isBreak(character.next) && !reader.isNumeral(at: character.next)
        case .point: return !character.info.isHanPoint
        default: return false
        }
    }

    private mutating func modifierOf(_ item: Item) -> Modifier? {
        item.follower
            ?? modifier(
                item.context, digitless: item.phrase.numeral.isDigitless, scaled: item.phrase.numeral.hasPlace)
    }

    /// The match that a believed item makes.
    @inline(__always)
    mutating func match(_ item: Item) -> QuantityMatch {
        var match = QuantityMatch(
            start: item.start, end: item.end, dimension: .count, rule: item.rule, value: item.phrase.numeral.value,
            upper: item.upper, unit: item.unit)
        switch item.phrase.shape {
        case .fraction:
            match.dimension = .fraction
        case .partsPerPowerOfTen(let power):
            match.dimension = .percent
            switch power {
            case 2: match.unit = UnitReading(start: item.end, end: item.end, implied: .percent)
            case 3: match.unit = UnitReading(start: item.end, end: item.end, implied: .perMille)
            case 4: match.unit = UnitReading(start: item.end, end: item.end, implied: .perMyriad)
            default:
                if let share = share(item) { (match.value, match.upper) = share }
                match.unit = UnitReading(start: item.end, end: item.end, implied: .percent)
            }
        case .plain:
            if let unit = item.unit { match.dimension = dimension(unit) }
            if item.isOrdinal { match.dimension = .rank }
            if item.unit == nil, !item.isOrdinal {
                match.rule = bareRule(item)
                if item.phrase.numeral.isDecimal, item.phrase.numeral.scale == 0 { match.dimension = .other }
                if item.phrase.numeral.scale >= 4, isMoney(item) { match.dimension = .currency }
            }
            if item.unit != nil, item.phrase.numeral.isDigitless, item.rule == .numberUnit { match.rule = .digitless }
        }
        if item.upper != nil, match.rule == .numberUnit { match.rule = .range }
        match.modifier = modifierOf(item)
        if match.modifier == nil, item.phrase.numeral.isMore { match.modifier = .moreThan }
        return match
    }

    /// 营收过百亿: behind a word for money, with another word between or without.
    private mutating func isMoney(_ item: Item) -> Bool {
        if item.context.cue == .money { return true }
        let between = longestContext(before: item.start, reader.skippingSpaceBackward(item.start))
        return context(before: between.start).cue == .money
    }

    private mutating func bareRule(_ item: Item) -> QuantityRule {
        if isWholeText(item) { return .wholeText }
        return item.phrase.numeral.scale > 0 ? .bareScale : .bareNumber
    }

    /// The amount of N分之M; that of 百万分之五 and the like as a share of one hundred. `nil` where it does not fit.
    private mutating func share(_ item: Item) -> (value: ExactNumber, upper: ExactNumber?)? {
        guard case .partsPerPowerOfTen(let power) = item.phrase.shape, power > 4 || power < 2 else {
            return (item.phrase.numeral.value, item.upper)
        }
        return item.phrase.numeral.value.scaled(by: 2 - Int(power)).map { ($0, item.upper?.scaled(by: 2 - Int(power))) }
    }
}
