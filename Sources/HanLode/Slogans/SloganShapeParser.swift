/// Reads a piece of text as a set: which numerals count its members, and what they count.
///
/// The piece is taken whole or not at all: numerals, each with what it counts, side by side or with a separator between
/// them. A word that only begins with a numeral (一体, 四川) counts nothing.
///
/// All of its functions are mutating, also those that only look: one that borrows a value of this size is handed a copy.
struct SloganShapeParser: ~Escapable {
    private let reader: Reader
    private let terms: Terms
    private let start: Int
    private let end: Int
    private let trust: Trust

    /// How far the text is believed to be a set.
    enum Trust {
        /// By its shape alone.
        case shape
        /// The lexicon says so, or it is a part of a set found before (“一核” of 一核两带): a word may begin with its numeral,
        /// and it may count one.
        case known
    }

    /// One numeral with what it counts.
    private struct Group {
        var isPlace = false
        var isDouble = false
        var isDigits = false
        var classifier: TextSpan?
        var text: TextSpan
        var characters = 0
    }

    private var counts = SloganCounts()
    private var groups = 0
    private var first: Group?
    private var last: Group?
    /// Of the texts behind the numerals.
    private var longest = 0
    private var longestPlain = 0
    private var hasPlace = false
    private var isRow = false
    private var isSeparated = false

    @_lifetime(copy reader)
    private init(_ reader: borrowing Reader, terms: Terms, start: Int, end: Int, trust: Trust) {
        self.reader = copy reader
        self.terms = terms
        self.trust = trust
        self.start = start
        self.end = end
    }

    /// The set that the text from `start` to `end` is; `nil` where it is none.
    static func parse(
        _ reader: borrowing Reader, terms: Terms, start: Int, end: Int, trust: Trust = .shape
    ) -> SloganShape? {
        guard start < end, end - start <= 160 else { return nil }
        guard mayBegin(reader, terms, start, end: end) else {
            return segmented(reader, terms: terms, start: start, end: end)
        }
        var parser = SloganShapeParser(reader, terms: terms, start: start, end: end, trust: trust)
        if let code = parser.code() { return code }
        if parser.readGroups() { return parser.shape() }
        return prefixed(reader, terms: terms, start: start, end: end)
            ?? segmented(reader, terms: terms, start: start, end: end)
    }

    /// Whether a numeral, a letter of a code, 双 or 新 begins at `start`, so that the text from there may be one set: most
    /// quotations are terms, and dismissed here.
    private static func mayBegin(_ reader: borrowing Reader, _ terms: Terms, _ start: Int, end: Int) -> Bool {
        let character = reader.character(at: start)
        switch character.info.numeralClass {
        case .digit, .hanDigit, .place, .scale: return true
        default: break
        }
        if isVariable(character.scalar) || character.info.isBlank { return true }
        guard reader.lexicon.pointee.begins(character.info.code, Lexicon.Kind.sloganCue.bit),
            let match = reader.longestTerm(Lexicon.Kind.sloganCue.bit, at: start, character, end: min(end, reader.end)),
            let term = reader.term(.sloganCue, of: match)
        else { return false }
        return terms.sloganCues[term] == .double || terms.sloganCues[term] == .prefix
    }

    /// 新三样: an adjective before a numeral and one character.
    private static func prefixed(_ reader: borrowing Reader, terms: Terms, start: Int, end: Int) -> SloganShape? {
        guard let match = reader.longestTerm(Lexicon.Kind.sloganCue.bit, at: start, limit: end),
            let term = reader.term(.sloganCue, of: match), terms.sloganCues[term] == .prefix, end - match.end == 6
        else { return nil }
        var parser = SloganShapeParser(reader, terms: terms, start: match.end, end: end, trust: .known)
        guard parser.readGroups(), let shape = parser.shape(), shape.form == .bare, shape.counts[0] > 1 else {
            return nil
        }
        return shape
    }

    /// 四化同步、城乡融合、五区共兴: clauses of one length, most of which count.
    private static func segmented(_ reader: borrowing Reader, terms: Terms, start: Int, end: Int) -> SloganShape? {
        var counts = SloganCounts()
        var (segments, sets, length) = (0, 0, 0)
        var first = start
        var offset = start
        while offset <= end {
            // No Han letter is a separator.
            offset = reader.skippingHan(offset, limit: end)
            let isEnd = offset == end
            if isEnd || isSeparator(reader.character(at: offset).scalar) {
                guard first < offset, segments < 8, length == 0 || offset - first == length else { return nil }
                length = offset - first
                segments += 1
                // A text without separators, as most are, is not read again.
                guard !isEnd || segments >= 3 else { return nil }
                var parser = SloganShapeParser(reader, terms: terms, start: first, end: offset, trust: .shape)
                if parser.readGroups(), let shape = parser.shape(), shape.form == .bare || shape.form == .classified {
                    counts.append(shape.counts[0])
                    sets += 1
                }
                if isEnd { break }
                first = reader.character(at: offset).next
                offset = first
            } else {
                offset = reader.character(at: offset).next
            }
        }
        guard segments >= 3, sets >= 2, sets * 2 > segments else { return nil }
        return SloganShape(form: .coordinate, counts: counts)
    }
}

// MARK: - Codes

extension SloganShapeParser {
    /// 4433, 415X, 1+4+N, 5+2就业之家.
    private mutating func code() -> SloganShape? {
        var counts = SloganCounts()
        var offset = start
        var digits = 0
        var isJoined = false
        var parts = 0
        var single = SloganCounts()
        while offset < end {
            let character = reader.character(at: offset)
            if character.info.isBlank {
                offset = character.next
                continue
            }
            if character.info.numeralClass == .digit {
                var value = 0
                var length = 0
                while offset < end, reader.character(at: offset).info.numeralClass == .digit, length < 7 {
                    let digit = reader.character(at: offset)
                    value = value * 10 + digit.info.numeralValue
                    single.append(digit.info.numeralValue)
                    length += 1
                    offset = digit.next
                }
                digits += length
                counts.append(value)
            } else if Self.isVariable(character.scalar) {
                offset = character.next
            } else {
                break
            }
            parts += 1
            guard offset < end else { break }
            let sign = reader.character(at: offset)
            guard Self.isSign(sign.scalar) else { continue }
            guard sign.next < end else { return nil }
            isJoined = true
            offset = sign.next
        }
        if isJoined {
            guard parts >= 2, counts.count >= 1, !counts.isFull, counts[0] > 0 else { return nil }
            if offset < end {
                // What it is a code of may stand behind it; nothing else may.
                guard let tail = hanText(from: offset), tail <= 10 else { return nil }
            }
            return SloganShape(form: .code, counts: counts)
        }
        guard offset == end, (3...6).contains(digits), !single.isFull, counts.count == 1, single[0] > 0 else {
            return nil
        }
        for index in 0..<single.count where single[index] == 0 { return nil }
        return SloganShape(form: .code, counts: single)
    }

    /// + ＋ × x between the parts of a code.
    private static func isSign(_ scalar: UInt32) -> Bool {
        scalar == 0x2B || scalar == 0xFF0B || scalar == 0xD7 || scalar == 0x2217 || scalar == 0x2A
    }

    /// M, N, X, n, x: as many as there may be.
    private static func isVariable(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x4D, 0x4E, 0x58, 0x6E, 0x78, 0xFF2E, 0xFF38, 0xFF2D: true
        default: false
        }
    }

    /// The number of characters up to the end, if all of them are Han and none a numeral.
    private mutating func hanText(from offset: Int) -> Int? {
        var offset = offset
        var count = 0
        while offset < end {
            let character = reader.character(at: offset)
            guard OutlineText.isHan(character.scalar) else { return nil }
            count += 1
            offset = character.next
        }
        return count
    }
}

// MARK: - Numerals and what they count

extension SloganShapeParser {
    private mutating func readGroups() -> Bool {
        var offset = start
        while offset < end {
            guard var group = numerals(at: offset) else { return false }
            offset = group.text.start
            if !group.isPlace, let classifier = classifier(at: offset), classifier < end {
                group.classifier = TextSpan(start: offset, end: classifier)
                offset = classifier
            }
            group.text = TextSpan(start: offset, end: offset)
            if groups == 0 { first = group }
            while offset < end {
                let character = reader.character(at: offset)
                if Self.isSeparator(character.scalar) { break }
                if group.characters > 0, isNext(offset, behind: group) { break }
                guard Self.isText(character.scalar) || character.info.isIgnorable else { return false }
                offset = character.next
                group.characters += 1
            }
            group.text.end = offset
            add(group)
            guard groups <= 8 else { return false }
            if offset < end, Self.isSeparator(reader.character(at: offset).scalar) {
                offset = reader.character(at: offset).next
                isSeparated = true
                guard offset < end else { return false }
            }
        }
        return groups > 0 && !counts.isFull
    }

    private mutating func add(_ group: Group) {
        if groups == 0 { first = group }
        last = group
        groups += 1
        longest = max(longest, group.characters)
        if group.classifier == nil { longestPlain = max(longestPlain, group.characters) }
        hasPlace = hasPlace || group.isPlace
    }

    /// 、 ， / · and their like between the parts of a set.
    private static func isSeparator(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3001, 0xFF0C, 0x2C, 0x2F, 0xB7, 0x2022, 0x30FB: true
        default: false
        }
    }

    /// What a head may be made of: letters and digits, the signs of percentages, quotation marks and brackets inside.
    private static func isText(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x25, 0xFF05, 0x28, 0x29, 0xFF08, 0xFF09, 0x2018, 0x2019, 0x201C,
            0x201D, 0x2E, 0x2B, 0x2D:
            true
        default: OutlineText.isHan(scalar) || (0xFF10...0xFF5A).contains(scalar) || scalar == 0x3007 || scalar == 0x25CB
        }
    }

    private mutating func isNumeral(_ offset: Int) -> Bool {
        guard offset < end else { return false }
        let character = reader.character(at: offset)
        switch character.info.numeralClass {
        // 三类500强: a number in a name counts nothing in a set of Han numerals.
        case .digit: return first?.isDigits ?? false
        case .hanDigit: return Self.isPlain(character.scalar)
        case .place, .scale: return true
        default:
            return reader.lexicon.pointee.begins(character.info.code, Lexicon.Kind.sloganCue.bit)
                && isDouble(offset) != nil
        }
    }

    /// 一 to 九 and 两: no financial numeral counts in a slogan (陆水空铁).
    static func isPlain(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x4E24, 0x5169: true
        default: false
        }
    }

    /// Behind 双.
    private mutating func isDouble(_ offset: Int) -> Int? {
        guard let match = reader.longestTerm(Lexicon.Kind.sloganCue.bit, at: offset, limit: end),
            let term = reader.term(.sloganCue, of: match), terms.sloganCues[term] == .double
        else { return nil }
        return match.end
    }

    /// A word of the tables that begins here and is longer than its numeral; 一带 and 两翼 count in a set all the same.
    private mutating func isWord(_ offset: Int) -> Bool {
        let first = reader.characterOrEnd(at: offset)
        guard let match = reader.longestTerm(Lexicon.Kind.word.bit, at: offset, first, end: reader.end),
            match.end > first.next
        else { return false }
        // 百企 and 千村 count in 百企千村.
        if first.info.numeralClass == .place || first.info.numeralClass == .scale,
            match.end == first.next + 3
        {
            return false
        }
        guard let cue = reader.longestTerm(Lexicon.Kind.sloganCue.bit, at: offset, limit: end),
            let term = reader.term(.sloganCue, of: cue)
        else { return true }
        return terms.sloganCues[term] != .counted
    }

    /// Whether another part of the set begins at `offset`.
    private mutating func isNext(_ offset: Int, behind group: Group) -> Bool {
        guard isNumeral(offset), !isWord(offset) else { return false }
        var probe = offset
        while probe < end, isNumeral(probe) { probe = isDouble(probe) ?? reader.character(at: probe).next }
        // A numeral that nothing follows is part of the head (五网合一), unless places stand side by side (千项万亿).
        guard probe < end else { return group.isPlace && group.characters == 1 }
        guard !Self.isSeparator(reader.character(at: probe).scalar) else { return false }
        return group.classifier == nil || classifier(at: probe).map { $0 < end } ?? false
    }

    /// The numerals at `offset`; `text` begins behind them.
    private mutating func numerals(at offset: Int) -> Group? {
        guard offset < end else { return nil }
        let character = reader.character(at: offset)
        switch character.info.numeralClass {
        case .digit, .hanDigit, .place, .scale: break
        default:
            guard reader.lexicon.pointee.begins(character.info.code, Lexicon.Kind.sloganCue.bit) else { return nil }
        }
        guard trust == .known && groups == 0 || !isWord(offset) else { return nil }
        var group = Group(text: TextSpan(start: offset, end: offset))
        switch character.info.numeralClass {
        case .digit:
            var (value, next, length) = (0, offset, 0)
            while next < end, reader.character(at: next).info.numeralClass == .digit {
                guard length < 6 else { return nil }
                value = value * 10 + reader.character(at: next).info.numeralValue
                length += 1
                next = reader.character(at: next).next
            }
            group.isDigits = true
            group.text.start = next
            counts.append(value)
        case .hanDigit, .place, .scale:
            guard let next = han(at: offset, &group) else { return nil }
            group.text.start = next
        default:
            guard let next = isDouble(offset) else { return nil }
            group.isDouble = true
            group.text.start = next
            counts.append(2)
        }
        return group
    }

    /// 四, 十二, 二十; 八八, each for itself; 百千万, each for itself, but 千亿 is one.
    private mutating func han(at offset: Int, _ group: inout Group) -> Int? {
        var next = offset
        var value: Int?
        var digits = 0
        while next < end {
            let character = reader.character(at: next)
            if character.info.numeralClass == .hanDigit, Self.isPlain(character.scalar) {
                if isRow || value != nil {
                    // A digit behind a digit counts by itself.
                    if let value { counts.append(value) }
                    isRow = true
                }
                if digits > 0, isWord(next) { break }
                value = character.info.hanDigit
                digits += 1
            } else if character.info.numeralClass == .place, character.info.numeralValue == 1, digits <= 1,
                !isPlace(character.next)
            {
                // 十, 二十, 十二.
                var tens = 10 * (value ?? 1)
                next = character.next
                if next < end, reader.character(at: next).info.numeralClass == .hanDigit, !isWord(next) {
                    tens += reader.character(at: next).info.hanDigit
                    next = reader.character(at: next).next
                }
                counts.append(tens)
                return next
            } else if digits == 0, isPlace(next) {
                return places(at: next, &group)
            } else {
                break
            }
            next = character.next
        }
        guard let value, value > 0 else { return nil }
        counts.append(value)
        return next
    }

    private mutating func isPlace(_ offset: Int) -> Bool {
        guard offset < end else { return false }
        let numeralClass = reader.character(at: offset).info.numeralClass
        return numeralClass == .place || numeralClass == .scale
    }

    private mutating func places(at offset: Int, _ group: inout Group) -> Int? {
        var next = offset
        var power = 0
        while isPlace(next) {
            let character = reader.character(at: next)
            let exponent = character.info.numeralValue
            if power > 0 {
                if exponent == 8 {
                    power += exponent
                    next = character.next
                    continue
                }
                guard power < 16 else { return nil }
                counts.append(SloganCounts.power(power))
            }
            power = exponent
            next = character.next
        }
        guard power > 0, power <= 16 else { return nil }
        counts.append(SloganCounts.power(power))
        group.isPlace = true
        return next
    }

    /// Behind the classifier at `offset`.
    private mutating func classifier(at offset: Int) -> Int? {
        guard offset < end else { return nil }
        if let general = generalClassifier(at: offset) { return general }
        guard let match = reader.longestTerm(Lexicon.Kind.unit.bit, at: offset, limit: end),
            match.end == reader.character(at: offset).next, let term = reader.term(.unit, of: match),
            terms.units[term].isClassifier
        else { return nil }
        // 三线七站: what another numeral follows is itself counted.
        return isNumeral(match.end) && !isWord(match.end) ? nil : match.end
    }

    /// Behind 个, 项 or 大, which need something to count.
    private mutating func generalClassifier(at offset: Int) -> Int? {
        if let match = reader.longestTerm(Lexicon.Kind.sloganCue.bit, at: offset, limit: end),
            let term = reader.term(.sloganCue, of: match),
            terms.sloganCues[term] == .classifier || terms.sloganCues[term] == .superlative
        {
            return match.end
        }
        return nil
    }
}

// MARK: - What it all makes

extension SloganShapeParser {
    private mutating func shape() -> SloganShape? {
        guard let first, let last else { return nil }
        if hasPlace { return placesShape() }
        if groups == 1 { return single(first) }
        // 一件事一次办, 一县一品: each has its own; it counts nothing.
        if counts.isAllOnes, groups < 3, trust == .shape { return nil }
        if isRow { return nil }
        guard longestPlain <= 5, longest <= 10, last.characters > 0 || last.classifier != nil, first.characters > 0,
            !isMeasured(first)
        else { return nil }
        return SloganShape(form: .coordinate, counts: counts, classifier: first.classifier)
    }

    /// 千项万亿, 百团千企, 千万工程: places side by side, each with one character at most.
    private mutating func placesShape() -> SloganShape? {
        guard let first, let last, counts.count >= 2 else { return nil }
        if !first.isPlace {
            return longest <= 3 && groups == 2 && !isSeparated && first.characters > 0 && last.characters > 0
                && !isMeasured(last)
                ? SloganShape(form: .coordinate, counts: counts) : nil
        }
        if groups == 1 {
            guard first.characters <= 4, first.characters == 0 || isHead(last.text) else { return nil }
            return SloganShape(form: .places, counts: counts, head: first.characters == 0 ? nil : first.text)
        }
        let tail = last.characters <= 1 || last.characters == 3 && isHead(last.text)
        return groups == 2 && first.characters == 1 && tail ? SloganShape(form: .places, counts: counts) : nil
    }

    private mutating func single(_ group: Group) -> SloganShape? {
        if isRow {
            // 八八战略, 一二三四五.
            guard counts.count >= 3 || group.characters > 0 && isHead(group.text), group.characters <= 6 else {
                return nil
            }
            return SloganShape(form: .coordinate, counts: counts, head: group.characters == 0 ? nil : group.text)
        }
        guard counts.count == 1, counts[0] >= 2 || trust == .known else { return nil }
        if let classifier = group.classifier, group.characters > 0 {
            guard group.characters <= 16, !isTime(classifier.start), counts[0] < 1000 else { return nil }
            return SloganShape(form: .classified, counts: counts, classifier: classifier, head: group.text)
        }
        let text = TextSpan(start: group.classifier?.start ?? group.text.start, end: end)
        if group.classifier != nil {
            // 二十条: so many measures; 十张 are nothing.
            return isHead(text) ? SloganShape(form: .classified, counts: counts, classifier: text) : nil
        }
        let isTelling = isHead(text)
        guard group.isDigits ? isTelling && counts[0] < 100 : group.isDouble || !isAllNumerals(text),
            group.characters >= 1, group.characters <= (isTelling ? 8 : 4),
            !isMeasured(group), generalClassifier(at: text.start) != end
        else { return nil }
        return SloganShape(form: group.isDouble ? .double : .bare, counts: counts, head: text)
    }

    /// “十四五”: there is nothing that it counts.
    private mutating func isAllNumerals(_ text: TextSpan) -> Bool {
        var offset = text.start
        while offset < text.end {
            guard isNumeral(offset) else { return false }
            offset = reader.character(at: offset).next
        }
        return true
    }

    /// Whether the text ends with a word for what slogans name: 工程, 行动.
    private mutating func isHead(_ text: TextSpan) -> Bool {
        guard let match = reader.longestContext(Lexicon.Kind.sloganHead.bit, endingAt: text.end) else { return false }
        return match.end >= text.start
    }

    private mutating func isTime(_ offset: Int) -> Bool {
        reader.longestTerm(Lexicon.Kind.timeUnit.bit, at: offset, limit: end) != nil
    }

    /// 四小时, 三吨, 十连增: a length of time, a measure, or how often.
    private mutating func isMeasured(_ group: Group) -> Bool {
        if isTime(group.text.start) { return true }
        if let match = reader.longestTerm(Lexicon.Kind.sloganCue.bit, at: group.text.start, limit: end),
            let term = reader.term(.sloganCue, of: match), terms.sloganCues[term] == .repeating
        {
            return true
        }
        guard let match = reader.longestTerm(Lexicon.Kind.unit.bit, at: group.text.start, limit: end),
            let term = reader.term(.unit, of: match)
        else { return false }
        let unit = terms.units[term]
        return unit.dimension != .count && unit.use == .any && match.end > reader.character(at: group.text.start).next
    }
}
