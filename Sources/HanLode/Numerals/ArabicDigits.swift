/// A group of Arabic digits: 12, 1,234.5, １２．５, 7 4 7 7 2.
struct ArabicDigits {
    var amount: Accumulator
    var end: Int
    var digits: Int
    var isDecimal: Bool
}

extension Reader {
    /// Reads the digits at `offset`, where one must stand.
    ///
    /// Seen through: zero-width characters; a comma in front of exactly three digits, where at most three stand before
    /// the first; and, in the manner of texts that set every digit apart, a space between single digits and around
    /// their point.
    func arabicDigits(at offset: Int) -> ArabicDigits {
        var result = ArabicDigits(amount: Accumulator(0), end: offset, digits: 0, isDecimal: false)
        readRun(&result, from: offset)
        let isSpaced = result.digits == 1 && followsSpaced(result.end)
        var groups = result.digits
        while true {
            let index = skippingIgnorable(result.end)
            guard index < end else { break }
            let character = character(at: index)
            if character.info.numeralClass == .comma, !result.isDecimal, groups <= 3, isGroupOfThree(character) {
                readRun(&result, from: character.next)
                groups = 3
            } else if let digit = pointed(index, spaced: isSpaced), !result.isDecimal {
                result.isDecimal = true
                readRun(&result, from: digit)
            } else if isSpaced, character.info.isSpace, let digit = spacedDigit(character.next) {
                readRun(&result, from: digit)
            } else {
                break
            }
        }
        return result
    }

    private func readRun(_ result: inout ArabicDigits, from offset: Int) {
        var index = offset
        while index < end {
            let character = character(at: index)
            if character.info.numeralClass == .digit {
                result.amount.append(character.info.numeralValue, isFraction: result.isDecimal)
                result.digits += 1
                result.end = character.next
            } else if !character.info.isIgnorable {
                return
            }
            index = character.next
        }
    }

    private func numeralClass(at offset: Int) -> NumeralClass {
        offset < end ? character(at: offset).info.numeralClass : .none
    }

    /// Exactly three digits behind a comma. A full-width comma also parts clauses: it groups full-width digits, and
    /// others only in front of a decimal (82，225.00).
    func isGroupOfThree(_ comma: Character) -> Bool {
        var index = comma.next
        var isFullWidth = true
        for _ in 0..<3 {
            guard index < end else { return false }
            let digit = character(at: index)
            guard digit.info.numeralClass == .digit else { return false }
            isFullWidth = isFullWidth && digit.scalar >= 0xFF10
            index = digit.next
        }
        let next = numeralClass(at: index)
        return next != .digit && (comma.scalar == 0x2C || isFullWidth || next == .point)
    }

    /// The first digit behind the point at `offset`, if a digit follows it and no second point does: 2021.6.12 is no number.
    private func pointed(_ offset: Int, spaced: Bool) -> Int? {
        var index = offset
        if spaced, character(at: index).info.isSpace { index = character(at: index).next }
        guard numeralClass(at: index) == .point, !character(at: index).info.isHanPoint else { return nil }
        index = skippingIgnorable(character(at: index).next)
        if spaced, index < end, character(at: index).info.isSpace { index = character(at: index).next }
        return numeralClass(at: index) == .digit ? index : nil
    }

    private func followsSpaced(_ offset: Int) -> Bool {
        guard offset < end, character(at: offset).info.isSpace else { return false }
        return spacedDigit(character(at: offset).next) != nil || pointed(offset, spaced: true) != nil
    }

    /// `offset`, if a digit that stands alone is there.
    private func spacedDigit(_ offset: Int) -> Int? {
        guard numeralClass(at: offset) == .digit, numeralClass(at: character(at: offset).next) != .digit else {
            return nil
        }
        return offset
    }
}
