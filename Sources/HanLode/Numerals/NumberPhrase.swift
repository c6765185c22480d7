/// A numeral, or an expression of two: 百分之五, 三分之二, 一又二分之一, 1/3.
struct NumberPhrase: Hashable, Sendable {
    enum Shape: Hashable, Sendable {
        case plain
        /// N分之M with this power of ten below: 2 for 百分之, 3 for 千分之.
        case partsPerPowerOfTen(Int8)
        /// Any other N分之M, N/M, or a whole and a fraction.
        case fraction
    }

    var numeral = Numeral()
    var shape = Shape.plain
}

extension Reader {
    /// The number phrase that begins at `offset`; `nil` where no numeral does.
    func number(at offset: Int) -> NumberPhrase? {
        var phrase = NumberPhrase()
        return read(&phrase, at: offset) ? phrase : nil
    }

    /// Reads the number phrase that begins at `offset` into an empty one, where it stays: it weighs too much to be handed
    /// on. False where no numeral begins.
    func read(_ phrase: inout NumberPhrase, at offset: Int) -> Bool {
        guard offset < end else { return false }
        let initial = character(at: offset)
        switch initial.info.numeralClass {
        case .digit: if readPlain(&phrase.numeral, at: offset) { return true }
        case .hanDigit: if readDigit(&phrase.numeral, initial, at: offset) { return true }
        case .some: if !isPlace(behind: initial) { return false }
        default: break
        }
        guard let other = expression(at: offset) else { return false }
        phrase = other
        return true
    }

    /// A numeral of any form, or an expression of several.
    private func expression(at offset: Int) -> NumberPhrase? {
        guard let first = NumeralParser.parse(self, at: offset) else { return nil }
        guard !first.isTooLong, goesOn(first.end) else { return NumberPhrase(numeral: first, shape: .plain) }
        if let phrase = parts(of: first) { return phrase }
        if let phrase = slashed(first) { return phrase }
        if let phrase = raised(first) { return phrase }
        if let phrase = mixed(first) { return phrase }
        return NumberPhrase(numeral: first, shape: .plain)
    }

    /// What the parser makes of most numbers of a report, without the state it keeps for the others: a few Arabic digits,
    /// perhaps in groups, with a point among them or 万, 亿 or 万亿 behind, or one Han digit; and behind it what is no
    /// part of a number.
    @inline(__always)
    private func readPlain(_ numeral: inout Numeral, at offset: Int) -> Bool {
        var index = offset
        var value: Int64 = 0
        var glyphs = takeDigits(&index, &value)
        guard glyphs > 0 else { return false }
        var places = 0
        var scale = 0
        if index < end {
            var next = character(at: index)
            var group = glyphs
            while next.info.numeralClass == .comma, group <= 3, isGroupOfThree(next) {
                index = next.next
                group = takeDigits(&index, &value)
                glyphs += group
                guard index < end else { return false }
                next = character(at: index)
            }
            if next.info.numeralClass == .point, !next.info.isHanPoint {
                index = next.next
                places = takeDigits(&index, &value)
                guard places > 0, index < end else { return false }
                glyphs += places
                next = character(at: index)
            }
            // 万亿, but not 亿万.
            while next.info.numeralClass == .scale, next.info.numeralValue >= scale, next.info.numeralValue <= 8 {
                guard longestTerm(Lexicon.Kind.unit.bit, at: index) == nil else { return false }
                scale += next.info.numeralValue
                glyphs += 1
                index = next.next
                guard index < end else { return false }
                next = character(at: index)
            }
            guard isNumeralOver(next) else { return false }
        }
        // So many digits the value holds for sure.
        guard glyphs <= 18 else { return false }
        numeral.start = offset
        numeral.end = index
        numeral.value = ExactNumber(digits: value, exponent: scale - places)
        numeral.glyphs = glyphs
        if places > 0 { numeral.isDecimal = true }
        if scale > 0 {
            numeral.hasPlace = true
            numeral.scale = scale
        }
        return true
    }

    @inline(__always)
    private func readDigit(_ numeral: inout Numeral, _ digit: Character, at offset: Int) -> Bool {
        guard digit.next == end || isNumeralOver(character(at: digit.next)) else { return false }
        numeral.start = offset
        numeral.end = digit.next
        numeral.form = .han
        numeral.value = ExactNumber(digits: Int64(digit.info.hanDigit), exponent: 0)
        numeral.glyphs = 1
        return true
    }

    /// Whether `next` is no part of a numeral that ends before it, nor makes more of it.
    @inline(__always)
    private func isNumeralOver(_ next: Character) -> Bool {
        switch next.info.numeralClass {
        case .none, .half, .sign: return !goesOn(next)
        case .comma, .point:
            guard !next.info.isHanPoint else { return false }
            guard next.next < end else { return true }
            let follower = character(at: next.next)
            return follower.info.numeralClass != .digit && !goesOn(follower)
        default: return false
        }
    }

    /// Takes the digits at `index` into `value`, which more than eighteen overflow, and counts them.
    @inline(__always)
    private func takeDigits(_ index: inout Int, _ value: inout Int64) -> Int {
        var count = 0
        while index < end {
            let byte = bytes[unchecked: index]
            if byte < 0x80 {
                guard byte &- 0x30 < 10 else { break }
                value = value &* 10 &+ Int64(byte &- 0x30)
                index &+= 1
            } else {
                // ０ to ９ are EF BC 90 to EF BC 99.
                guard byte == 0xEF, bytes.count &- index > 2, bytes[unchecked: index &+ 1] == 0xBC,
                    bytes[unchecked: index &+ 2] &- 0x90 < 10
                else { break }
                value = value &* 10 &+ Int64(bytes[unchecked: index &+ 2] &- 0x90)
                index &+= 3
            }
            count &+= 1
        }
        return count
    }

    /// Whether what stands behind a numeral may make more of it than a plain number. Most often it is a unit.
    private func goesOn(_ offset: Int) -> Bool { offset < end && goesOn(character(at: offset)) }

    @inline(__always)
    private func goesOn(_ character: Character) -> Bool {
        switch character.info.numeralClass {
        case .part, .and: return true
        default: break
        }
        // / ／ ^ e E
        switch character.scalar {
        case 0x2F, 0xFF0F, 0x5E, 0x65, 0x45: return true
        default: return character.info.isBlank
        }
    }

    /// Behind the next character of `numeralClass`, single spaces seen through.
    private func behind(_ numeralClass: NumeralClass, at offset: Int) -> Int? {
        var index = offset
        for _ in 0..<3 {
            guard index < end else { return nil }
            let character = character(at: index)
            if character.info.numeralClass == numeralClass { return character.next }
            guard character.info.isBlank, character.scalar != 0x0A else { return nil }
            index = character.next
        }
        return nil
    }

    private func numeral(behind offset: Int) -> Numeral? {
        var index = offset
        var isNegative = false
        for _ in 0..<3 {
            guard index < end else { return nil }
            let character = character(at: index)
            if character.info.numeralClass == .sign, character.info.numeralValue == 1, !isNegative {
                isNegative = true
            } else if !character.info.isBlank || character.scalar == 0x0A {
                break
            }
            index = character.next
        }
        guard index < end, character(at: index).info.startsNumeral, var numeral = NumeralParser.parse(self, at: index)
        else { return nil }
        if isNegative { numeral.value = numeral.value.negated }
        return numeral
    }

    /// N分之M; 百分三十 leaves 之 out.
    private func parts(of denominator: Numeral) -> NumberPhrase? {
        guard let part = behind(.part, at: denominator.end), denominator.value.isInteger else { return nil }
        var numeratorStart = part
        if let of = behind(.of, at: part) {
            numeratorStart = of
        } else if !denominator.isDigitless || denominator.value.integer != 100 {
            return nil
        }
        guard let numerator = numeral(behind: numeratorStart), !numerator.isTooLong, !numerator.isIndefinite else {
            return nil
        }
        var result = numerator
        result.start = denominator.start
        result.glyphs += denominator.glyphs
        result.isDigitless = false
        result.hasPlace = true
        if denominator.isDigitless, let power = Self.powerOfTen(denominator.value) {
            return NumberPhrase(numeral: result, shape: .partsPerPowerOfTen(Int8(power)))
        }
        guard let value = Self.fraction(numerator.value, over: denominator.value) else { return nil }
        result.value = value
        result.scale = 0
        if let upper = numerator.upper { result.upper = Self.fraction(upper, over: denominator.value) }
        return NumberPhrase(numeral: result, shape: .fraction)
    }

    /// 1/3: two short groups of digits, the first the smaller; 24/7 and 2021/6/1 are none.
    private func slashed(_ numerator: Numeral) -> NumberPhrase? {
        guard numerator.form == .arabic, numerator.glyphs <= 3, !numerator.hasPlace, numerator.end < end else {
            return nil
        }
        let slash = character(at: numerator.end)
        guard slash.scalar == 0x2F || slash.scalar == 0xFF0F, slash.next < end,
            character(at: slash.next).info.numeralClass == .digit,
            let denominator = NumeralParser.parse(self, at: slash.next), denominator.glyphs <= 4,
            !denominator.hasPlace, !numerator.isDecimal, !denominator.isDecimal, numerator.value < denominator.value,
            let value = Self.fraction(numerator.value, over: denominator.value)
        else { return nil }
        if denominator.end < end {
            let next = character(at: denominator.end).scalar
            if next == 0x2F || next == 0xFF0F { return nil }
        }
        var result = denominator
        result.start = numerator.start
        result.value = value
        return NumberPhrase(numeral: result, shape: .fraction)
    }

    /// 1.5e6, 10^8, 2^-3: a power of ten as machines write it, or a power.
    private func raised(_ base: Numeral) -> NumberPhrase? {
        guard base.form == .arabic, !base.hasPlace, base.end < end else { return nil }
        let sign = character(at: base.end)
        let isPower = sign.scalar == 0x5E
        guard isPower || sign.scalar == 0x65 || sign.scalar == 0x45, let power = power(at: sign.next) else {
            return nil
        }
        let value = isPower ? base.value.power(power.value) : base.value.scaled(by: power.value)
        guard let value else { return nil }
        var result = base
        result.value = value
        result.isDecimal = !value.isInteger
        result.end = power.end
        return NumberPhrase(numeral: result, shape: .plain)
    }

    /// One or two digits with a sign or without, behind which no letter and no digit goes on.
    private func power(at offset: Int) -> (value: Int, end: Int)? {
        var index = offset
        var isNegative = false
        if index < end, bytes[index] == 0x2B || bytes[index] == 0x2D {
            isNegative = bytes[index] == 0x2D
            index += 1
        }
        var value = 0
        let first = index
        while index < end, index < first + 3, (0x30...0x39).contains(bytes[index]) {
            value = 10 * value + Int(bytes[index] - 0x30)
            index += 1
        }
        guard index > first, index < first + 3 else { return nil }
        guard index == end || !NumeralParser.isLatin(character(at: index).scalar) else { return nil }
        return (isNegative ? -value : value, index)
    }

    /// 一又二分之一: a whole and a fraction, as a decimal where it is one.
    private func mixed(_ whole: Numeral) -> NumberPhrase? {
        guard let and = behind(.and, at: whole.end), whole.value.isInteger,
            let denominator = numeral(behind: and), let fraction = parts(of: denominator), !fraction.numeral.isTooLong
        else { return nil }
        var part = fraction.numeral.value
        if case .partsPerPowerOfTen(let power) = fraction.shape {
            guard let scaled = part.scaled(by: -Int(power)) else { return nil }
            part = scaled
        }
        guard let over = ExactNumber(coefficient: part.denominator, exponent: 0),
            let raised = whole.value.multiplied(by: over),
            let numerator = ExactNumber(coefficient: part.coefficient, exponent: part.exponent),
            let sum = raised.adding(numerator), let value = sum.divided(by: over)
        else { return nil }
        var result = fraction.numeral
        result.start = whole.start
        result.value = value
        return NumberPhrase(numeral: result, shape: .fraction)
    }

    private static func powerOfTen(_ value: ExactNumber) -> Int? {
        value.coefficient == 1 && value.exponent > 0 && !value.isFraction ? value.exponent : nil
    }

    /// The fraction in the form it was written in, where both parts are whole.
    private static func fraction(_ numerator: ExactNumber, over denominator: ExactNumber) -> ExactNumber? {
        guard let below = denominator.integer, below > 0 else { return nil }
        if let above = numerator.integer { return ExactNumber(Int128(above), over: Int128(below)) }
        return numerator.divided(by: denominator)
    }
}
