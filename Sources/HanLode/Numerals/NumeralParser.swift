/// Reads one numeral, Arabic, Han or mixed, from a given place.
///
/// One pass from left to right with one character of look-ahead (a run of Han digits is measured first). The value is
/// kept as what scales have closed (亿, 万), the section under them (千, 百, 十), and the digit that waits for its place.
struct NumeralParser: ~Escapable {
    private let reader: Reader
    private var index: Int
    private var numeral: Numeral

    /// Closed by a scale, and the power of ten of the lowest scale that closed it.
    private var closed: Accumulator?
    private var closedScale = Int.max
    private var section: Accumulator?
    private var pending: Accumulator?
    /// How much the upper bound of 三四十 is above the lower, at the current place.
    private var spread: Accumulator?
    private var lastPlace = Self.sectionLimit
    private var isAfterZero = false
    private var isPendingHan = false
    private var canShorten = false
    private var isOver = false

    private static let sectionLimit = 4

    @_lifetime(copy reader)
    private init(_ reader: borrowing Reader, at offset: Int) {
        self.reader = copy reader
        index = offset
        numeral = Numeral(start: offset, end: offset, form: .han, value: .zero)
    }

    /// The numeral that begins at `offset`; `nil` where none does.
    static func parse(_ reader: borrowing Reader, at offset: Int) -> Numeral? {
        var parser = NumeralParser(reader, at: offset)
        return parser.run()
    }

    private mutating func run() -> Numeral? {
        if let digits = positionalDigits(at: index) { return digits }
        while !isOver, index < reader.end {
            let character = reader.character(at: index)
            if character.info.isIgnorable {
                index = character.next
            } else if character.info.isSpace {
                guard let next = behindSpaces(index) else { break }
                index = next
            } else if !take(character) {
                break
            }
        }
        return finished()
    }
}

// MARK: - One character at a time

extension NumeralParser {
    /// Takes the character at `index` into the number; false where the number ends before it.
    private mutating func take(_ character: Reader.Character) -> Bool {
        switch character.info.numeralClass {
        case .digit: takeArabic()
        case .hanDigit: takeHanDigit(character)
        case .tens: takeTens(character)
        case .place: takePlace(character)
        case .scale: takeScale(character, power: character.info.numeralValue)
        case .point: takeHanPoint(character)
        case .more: takeMore(character)
        case .some: takeSome(character)
        case .latinScale: takeLatinScale(character)
        default: false
        }
    }

    private mutating func accept(_ end: Int, glyphs: Int = 1) {
        numeral.end = end
        numeral.glyphs += glyphs
        index = end
    }

    private mutating func takeArabic() -> Bool {
        guard pending == nil, !numeral.isMore else { return false }
        let digits = reader.arabicDigits(at: index)
        if numeral.glyphs == 0 { numeral.form = .arabic }
        numeral.isDecimal = digits.isDecimal
        pending = digits.amount
        isPendingHan = false
        canShorten = false
        accept(digits.end, glyphs: digits.digits)
        return true
    }

    private mutating func takeHanDigit(_ character: Reader.Character) -> Bool {
        let value = character.info.hanDigit
        // 连续跨越9万亿三个台阶: a Han digit begins another number; but 1千零1.
        guard !numeral.isMore, numeral.form != .arabic || value == 0 && numeral.hasPlace else { return false }
        if character.info.isColloquialTwo, section != nil || closed != nil, !endsInPlace(character.next) {
            return false
        }
        if value == 0, section != nil || closed != nil, pending == nil {
            guard continuesAfterZero(character.next) else { return false }
            isAfterZero = true
            canShorten = false
            lastPlace = min(lastPlace, Self.sectionLimit)
            index = character.next
            return true
        }
        if pending != nil {
            guard let spread = spreadToNeighbour(character) else { return false }
            self.spread = Accumulator(Int128(spread))
            accept(character.next)
            return true
        }
        pending = Accumulator(Int128(value))
        isPendingHan = true
        accept(character.next)
        return true
    }

    private mutating func takeTens(_ character: Reader.Character) -> Bool {
        guard pending == nil, lastPlace > 1, !numeral.isMore else { return false }
        add(Accumulator(Int128(character.info.numeralValue), exponent: 1), place: 1)
        accept(character.next)
        return true
    }

    private mutating func takePlace(_ character: Reader.Character) -> Bool {
        let power = character.info.numeralValue
        guard power < lastPlace, !numeral.isMore || numeral.isIndefinite else { return false }
        // 300千瓦 and 三千克 have the units 千瓦 and 千克; 一万三千米 counts metres.
        let isFirst = pending == nil || closed == nil && section == nil
        if isFirst, !isAfterZero, isUnit(at: index) { return false }
        var amount: Accumulator
        if let pending {
            amount = pending
        } else {
            // 二百十七: before 十, older texts leave the one out behind 百.
            let isUnderstood = isAfterZero || closed != nil && section == nil || power == 1 && lastPlace == 2
            guard numeral.glyphs == 0 || isUnderstood else { return false }
            if numeral.glyphs == 0, power > 1 { numeral.isDigitless = true }
            amount = Accumulator(1)
        }
        amount.scale(by: power)
        spread?.scale(by: power)
        add(amount, place: power)
        accept(character.next)
        return true
    }

    private mutating func add(_ amount: Accumulator, place: Int) {
        if section == nil { section = amount } else { section?.add(amount) }
        pending = nil
        isAfterZero = false
        canShorten = place > 1
        lastPlace = place
        numeral.hasPlace = true
    }

    private mutating func takeScale(_ character: Reader.Character, power: Int) -> Bool {
        if isUnit(at: index) { return false }
        // 兆 is a prefix of units nowadays; as 10^12 only behind Han digits.
        if power > 8, numeral.form == .arabic || numeral.glyphs == 0 { return false }
        var base = section
        if let pending {
            if base == nil { base = pending } else { base?.add(pending) }
        }
        if var base {
            if var closed, power >= closedScale {
                guard power > closedScale else { return false }
                closed.add(base)
                closed.scale(by: power)
                self.closed = closed
                numeral.scale = power
            } else {
                base.scale(by: power)
                if closed == nil { closed = base } else { closed?.add(base) }
                numeral.scale = power
            }
        } else if var closed {
            // 万亿 and 万万, but not 亿万 or 万亿万亿.
            guard power >= closedScale else { return false }
            closed.scale(by: power)
            self.closed = closed
            numeral.scale += power
        } else {
            guard numeral.glyphs == 0 else { return false }
            closed = Accumulator(1, exponent: power)
            numeral.scale = power
            numeral.isDigitless = true
        }
        closedScale = numeral.scale
        spread?.scale(by: power)
        section = nil
        pending = nil
        lastPlace = Self.sectionLimit
        isAfterZero = false
        canShorten = true
        numeral.hasPlace = true
        accept(character.next)
        return true
    }

    /// 点 between Han digits: 四十七点三.
    private mutating func takeHanPoint(_ character: Reader.Character) -> Bool {
        guard character.info.isHanPoint, !numeral.isDecimal,
            numeral.glyphs > 0, !numeral.isMore
        else { return false }
        var fraction = Accumulator(0)
        var end = character.next
        var digits = 0
        var next = character.next
        while next < reader.end {
            let digit = reader.character(at: next)
            if digit.info.numeralClass == .hanDigit, !digit.info.isColloquialTwo {
                fraction.append(digit.info.numeralValue, isFraction: true)
                digits += 1
                end = digit.next
            } else if !digit.info.isIgnorable, !(digit.info.isSpace && digits == 0) {
                break
            }
            next = digit.next
        }
        guard digits > 0 else { return false }
        shorten()
        if var pending {
            pending.add(fraction)
            self.pending = pending
        } else if var section {
            section.add(fraction)
            self.section = section
        } else {
            pending = fraction
        }
        numeral.isDecimal = true
        isPendingHan = false
        canShorten = false
        lastPlace = 0
        accept(end, glyphs: digits + 1)
        return true
    }

    private mutating func takeMore(_ character: Reader.Character) -> Bool {
        guard numeral.glyphs > 0, !numeral.isMore, !isFollower(at: index) else { return false }
        // 来 only behind a round Han number: 十来个, 二百来户.
        if character.info.numeralValue == 1, !numeral.hasPlace || pending != nil || numeral.form == .arabic {
            return false
        }
        if pending != nil, isPendingHan, section == nil, closed == nil { return false }
        numeral.isMore = true
        shorten()
        numeral.end = character.next
        index = character.next
        return true
    }

    /// 几十, 数百 in front; 十几, 二十几 behind.
    private mutating func takeSome(_ character: Reader.Character) -> Bool {
        guard pending == nil, !numeral.isMore else { return false }
        if numeral.glyphs == 0 {
            guard reader.isPlace(behind: character) else { return false }
            numeral.isIndefinite = true
            numeral.isMore = true
            pending = Accumulator(1)
            accept(character.next, glyphs: 0)
            return true
        }
        guard character.info.numeralValue == 0, numeral.form != .arabic, lastPlace == 1 || isAfterZero else {
            return false
        }
        numeral.isMore = true
        isAfterZero = false
        canShorten = false
        numeral.end = character.next
        index = character.next
        return true
    }

    /// 40k, 30w: a letter behind Arabic digits that begins neither a unit nor a word.
    private mutating func takeLatinScale(_ character: Reader.Character) -> Bool {
        guard numeral.form == .arabic, pending != nil, index == numeral.end, !isUnit(at: index) else { return false }
        if let next = following(character.next), Self.isLatin(next.scalar) { return false }
        pending?.scale(by: character.info.numeralValue)
        closed = pending
        pending = nil
        numeral.scale = character.info.numeralValue
        numeral.hasPlace = true
        accept(character.next)
        isOver = true
        return true
    }
}

// MARK: - Looking ahead

extension NumeralParser {
    private func following(_ offset: Int) -> Reader.Character? {
        let offset = reader.skippingIgnorable(offset)
        return offset < reader.end ? reader.character(at: offset) : nil
    }

    private func isUnit(at offset: Int) -> Bool {
        reader.longestTerm(Lexicon.Kind.unit.bit, at: offset) != nil
    }

    private func isFollower(at offset: Int) -> Bool {
        reader.longestTerm(Lexicon.Kind.follower.bit, at: offset) != nil
    }

    static func isLatin(_ scalar: UInt32) -> Bool {
        let folded = scalar >= 0xFF21 && scalar <= 0xFF5A ? scalar - 0xFEE0 : scalar
        return folded >= 0x41 && folded <= 0x5A || folded >= 0x61 && folded <= 0x7A
    }

    /// Behind 零 a digit, 十 or 几 must follow, or it belongs to something else.
    private func continuesAfterZero(_ offset: Int) -> Bool {
        guard let next = following(offset) else { return false }
        switch next.info.numeralClass {
        case .digit, .hanDigit, .some: return true
        case .place: return next.info.numeralValue == 1
        default: return next.info.isSpace
        }
    }

    /// 二〇二一, ３○○: Han digits in a row that no place follows; also two that are no neighbours.
    private func positionalDigits(at offset: Int) -> Numeral? {
        guard offset < reader.end else { return nil }
        let first = reader.character(at: offset).info
        guard first.numeralClass == .hanDigit || first.isIgnorable else { return nil }
        var result = Numeral(start: offset, end: offset, form: .positional, value: .zero)
        var amount = Accumulator(0)
        var index = offset
        var last = -1
        var isNeighbours = false
        while index < reader.end {
            let character = reader.character(at: index)
            if character.info.numeralClass == .hanDigit {
                let value = character.info.hanDigit
                amount.append(value, isFraction: false)
                isNeighbours = Self.areNeighbours(last, value)
                last = value
                result.glyphs += 1
                result.end = character.next
            } else if !character.info.isIgnorable {
                break
            }
            index = character.next
        }
        guard result.glyphs > 2 || result.glyphs == 2 && !isNeighbours && !endsInPlace(index) else { return nil }
        return positional(result, amount)
    }

    private func positional(_ numeral: Numeral, _ amount: Accumulator) -> Numeral {
        var numeral = numeral
        numeral.value = amount.number ?? .zero
        numeral.isTooLong = amount.number == nil
        return numeral
    }

    private func endsInPlace(_ offset: Int) -> Bool {
        guard offset < reader.end else { return false }
        let numeralClass = reader.character(at: offset).info.numeralClass
        return numeralClass == .place || numeralClass == .scale || numeralClass == .point
    }

    /// The difference of two digits that stand for a range: 三四, 七八, 三五.
    static func areNeighbours(_ first: Int, _ second: Int) -> Bool {
        first > 0 && (second == first + 1 || first == 3 && second == 5)
    }

    private func spreadToNeighbour(_ character: Reader.Character) -> Int? {
        guard isPendingHan, spread == nil, let pending, !isAfterZero else { return nil }
        let first = Int(pending.coefficient)
        let second = character.info.hanDigit
        guard pending.exponent == 0, Self.areNeighbours(first, second) else { return nil }
        return second - first
    }

    /// Behind a space inside a numeral: 三千 八百, 1000 万; `nil` where the number ends before it.
    private func behindSpaces(_ offset: Int) -> Int? {
        guard numeral.glyphs > 0 else { return nil }
        var index = offset
        var isBroken = false
        for _ in 0..<6 {
            guard index < reader.end else { return nil }
            let character = reader.character(at: index)
            if character.scalar == 0x0A || character.scalar == 0x0D {
                isBroken = true
            } else if character.scalar == 0x09 {
                return nil
            } else if !character.info.isBlank {
                break
            }
            index = character.next
        }
        guard index < reader.end else { return nil }
        let next = reader.character(at: index).info.numeralClass
        if isBroken { return (next == .scale || next == .more) && reader.isBrokenLine(numeral.start) ? index : nil }
        switch next {
        case .scale, .more: return index
        case .some: return numeral.form == .han && lastPlace == 1 ? index : nil
        case .place: return pending != nil ? index : nil
        case .hanDigit: return numeral.form == .han && numeral.hasPlace && pending == nil ? index : nil
        case .digit:
            let continues = numeral.form == .arabic && numeral.hasPlace && pending == nil
            return continues && isFollowedByPlace(index) ? index : nil
        case .point: return reader.character(at: index).info.isHanPoint ? index : nil
        default: return nil
        }
    }

    private func isFollowedByPlace(_ offset: Int) -> Bool {
        let digits = reader.arabicDigits(at: offset)
        guard digits.end < reader.end else { return false }
        let numeralClass = reader.character(at: digits.end).info.numeralClass
        return numeralClass == .place || numeralClass == .scale || numeralClass == .digit
    }
}

// MARK: - The end

extension NumeralParser {
    /// 两千四百五 leaves out the last place: 2450; 九万四: 94000.
    private mutating func shorten() {
        guard canShorten, isPendingHan, var digit = pending, !isAfterZero else { return }
        let place = section != nil ? lastPlace - 1 : numeral.scale - 1
        guard place > 0 else { return }
        digit.scale(by: place)
        spread?.scale(by: place)
        pending = digit
        isPendingHan = false
    }

    private mutating func finished() -> Numeral? {
        guard numeral.glyphs > 0 else { return nil }
        if pending != nil { shorten() }
        if pending != nil || section != nil, closed != nil { numeral.scale = 0 }
        var total = closed ?? Accumulator(0)
        if let section { total.add(section) }
        if let pending { total.add(pending) }
        guard let value = total.number else {
            numeral.isTooLong = true
            return numeral
        }
        numeral.value = value
        if let spread {
            var above = total
            above.add(spread)
            numeral.upper = above.number
        }
        return numeral
    }
}

extension Reader {
    /// Whether a place or scale follows `some`, which is no number without: 几十, but 几个 and 数字.
    func isPlace(behind some: Character) -> Bool {
        let offset = skippingIgnorable(some.next)
        guard offset < end else { return false }
        let numeralClass = character(at: offset).info.numeralClass
        return numeralClass == .place || numeralClass == .scale
    }

    /// Whether the line on which `offset` stands was broken inside a sentence: it holds more than the number, and no tab.
    func isBrokenLine(_ offset: Int) -> Bool {
        var index = offset
        var text = 0
        for _ in 0..<120 {
            guard index > 0 else { break }
            index = before(index)
            if bytes[index] == 0x0A { break }
            if bytes[index] == 0x09 { return false }
            let info = character(at: index).info
            if !info.isBlank { text += 1 }
        }
        return text >= 2
    }
}
