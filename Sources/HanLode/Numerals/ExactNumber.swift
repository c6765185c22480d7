/// An exact number: `coefficient × 10^exponent ÷ denominator`.
///
/// No floating point is involved anywhere. A decimal has the denominator 1 and a coefficient without trailing zeros, so
/// equal decimals are equal values (7.0 is 7). A fraction keeps the form it was written in: 二分之一 is 1/2, 四分之二 is 2/4.
public struct ExactNumber: Hashable, Sendable {
    /// Up to 38 decimal digits, with the sign.
    public let coefficient: Int128
    /// 1 for a decimal, greater for a fraction.
    public let denominator: Int128
    private let places: Int16
    /// Power of ten; 0 in a fraction.
    public var exponent: Int { Int(places) }

    /// Powers of ten beyond this are no amount that any report states; the bound keeps every description short.
    static let exponentLimit = 64

    /// Zero.
    public static let zero = ExactNumber(0)
    /// One.
    public static let one = ExactNumber(1)

    /// A whole number.
    public init(_ value: Int) {
        self.init(unchecked: Int128(value), 0, 1)
    }

    /// A decimal of eighteen digits at most, and so few places that it needs no check.
    @inline(__always)
    init(digits: Int64, exponent: Int) {
        var (digits, exponent) = (digits, digits == 0 ? 0 : exponent)
        while digits != 0, digits % 10 == 0 { (digits, exponent) = (digits / 10, exponent &+ 1) }
        coefficient = Int128(digits)
        places = Int16(truncatingIfNeeded: exponent)
        denominator = 1
    }

    /// A decimal, `coefficient × 10^exponent`.
    ///
    /// - Returns: `nil` where the magnitude leaves what an amount can be (10^64 and more, or as small).
    public init?(coefficient: Int128, exponent: Int) {
        // The smallest Int128 has no negative; the bound leaves room for the zeros that move into the exponent.
        let isInRange = exponent >= -Self.exponentLimit - 40 && exponent <= Self.exponentLimit
        guard coefficient != .min, isInRange || coefficient == 0 else { return nil }
        self.init(unchecked: coefficient, exponent, 1)
        guard abs(self.exponent) <= Self.exponentLimit else { return nil }
    }

    /// A fraction, kept in the form given.
    ///
    /// - Returns: `nil` for a denominator below 1.
    public init?(_ numerator: Int128, over denominator: Int128) {
        guard denominator > 0, numerator != .min else { return nil }
        self.init(unchecked: numerator, 0, denominator)
    }

    /// A decimal as it is kept: without zeros at the coefficient's end, and in the range.
    private init(decimal coefficient: Int128, places: Int) {
        self.coefficient = coefficient
        self.places = Int16(truncatingIfNeeded: places)
        denominator = 1
    }

    @inline(__always)
    private init(unchecked coefficient: Int128, _ exponent: Int, _ denominator: Int128) {
        var coefficient = coefficient
        var exponent = exponent
        if denominator == 1 {
            if coefficient == 0 {
                exponent = 0
            } else {
                // Most fit into half the width, where a division is one instruction.
                if var small = Int64(exactly: coefficient) {
                    while small % 10 == 0 {
                        small /= 10
                        exponent += 1
                    }
                    coefficient = Int128(small)
                } else {
                    while coefficient % 10 == 0 {
                        coefficient /= 10
                        exponent += 1
                    }
                }
            }
        }
        self.coefficient = coefficient
        places = Int16(truncatingIfNeeded: exponent)
        self.denominator = denominator
    }

    /// Whether the number is written as a fraction.
    public var isFraction: Bool { denominator != 1 }

    /// Whether the number is a decimal whose digits fit into half the width.
    var isShort: Bool { denominator == 1 && Int64(exactly: coefficient) != nil }

    /// Which power of ten the number is; `nil` where it is none.
    var powerOfTen: Int? {
        guard coefficient == 1 else { return nil }
        return denominator == 1 ? exponent : Self.powerOfTen(denominator).map { -$0 }
    }

    /// Whether the number is one, written as no fraction.
    var isOne: Bool { coefficient == 1 && denominator == 1 && places == 0 }

    /// Whether the number is a whole one.
    public var isInteger: Bool { denominator == 1 && exponent >= 0 }

    /// The number as an `Int`, where it is whole and fits.
    public var integer: Int? {
        guard isInteger else { return nil }
        if places == 0 { return Int(exactly: coefficient) }
        return Self.times(coefficient, powerOfTen: exponent).flatMap { Int(exactly: $0) }
    }
}

extension ExactNumber {
    /// The number moved by powers of ten; `nil` where it leaves the range.
    func scaled(by power: Int) -> ExactNumber? {
        guard power != 0 else { return self }
        guard abs(power) <= 2 * Self.exponentLimit else { return nil }
        if denominator == 1 {
            if coefficient == 0 { return self }
            // The coefficient has no zeros at its end that would move into the exponent.
            guard abs(exponent + power) <= Self.exponentLimit else { return nil }
            return ExactNumber(decimal: coefficient, places: exponent + power)
        }
        guard power > 0 else { return multiplied(by: ExactNumber(unchecked: 1, power, 1)) }
        return Self.times(coefficient, powerOfTen: power).flatMap { ExactNumber($0, over: denominator) }
    }

    /// The exact sum of two decimals; `nil` where it needs more than 38 digits.
    func adding(_ other: ExactNumber) -> ExactNumber? {
        guard denominator == 1, other.denominator == 1 else { return nil }
        let low = min(exponent, other.exponent)
        guard let a = Self.times(coefficient, powerOfTen: exponent - low),
            let b = Self.times(other.coefficient, powerOfTen: other.exponent - low)
        else { return nil }
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? nil : ExactNumber(coefficient: sum, exponent: low)
    }

    /// The exact product in lowest terms, as a decimal wherever it is one; `nil` where it needs more than 38 digits.
    func multiplied(by other: ExactNumber) -> ExactNumber? {
        if denominator == 1, other.denominator == 1 {
            return Self.product(coefficient, other.coefficient).flatMap {
                ExactNumber(coefficient: $0, exponent: exponent + other.exponent)
            }
        }
        if denominator == 1, other.coefficient == 1, Int64(exactly: coefficient) != nil,
            let power = Self.powerOfTen(other.denominator)
        {
            return scaled(by: -power)
        }
        var a = coefficient
        var b = other.coefficient
        var c = denominator
        var d = other.denominator
        (a, d) = Self.cancel(a, d)
        (b, c) = Self.cancel(b, c)
        guard let numerator = Self.product(a, b), let under = Self.product(c, d) else { return nil }
        return Self.reduced(numerator, exponent + other.exponent, under)
    }

    /// The exact quotient in lowest terms, as a decimal wherever it is one; `nil` for a zero divisor or on overflow.
    func divided(by other: ExactNumber) -> ExactNumber? {
        guard other.coefficient != 0 else { return nil }
        let sign: Int128 = other.coefficient < 0 ? -1 : 1
        return multiplied(
            by: ExactNumber(unchecked: sign * other.denominator, 0, sign * other.coefficient)
        )?.scaled(by: -other.exponent)
    }

    /// The exact power; `nil` where it needs more than 38 digits, and for a negative power of zero.
    func power(_ exponent: Int) -> ExactNumber? {
        var result = ExactNumber.one
        for _ in 0..<exponent.magnitude {
            guard let next = result.multiplied(by: self) else { return nil }
            result = next
        }
        return exponent < 0 ? ExactNumber.one.divided(by: result) : result
    }

    /// The exact sum, fractions included; `nil` where it needs more than 38 digits.
    func plus(_ other: ExactNumber) -> ExactNumber? {
        if denominator == 1, other.denominator == 1 { return adding(other) }
        let one = ExactNumber(unchecked: 1, 0, 1)
        guard let over = ExactNumber(coefficient: denominator, exponent: 0),
            let otherOver = ExactNumber(coefficient: other.denominator, exponent: 0),
            let left = ExactNumber(coefficient: coefficient, exponent: exponent)?.multiplied(by: otherOver),
            let right = ExactNumber(coefficient: other.coefficient, exponent: other.exponent)?.multiplied(by: over),
            let sum = left.adding(right), let under = over.multiplied(by: otherOver)
        else { return nil }
        return under == one ? sum : sum.divided(by: under)
    }

    var negated: ExactNumber { ExactNumber(unchecked: -coefficient, exponent, denominator) }

    /// Which power of ten a denominator is; `nil` where it is none. The hundred of 1/100 is the most frequent of all.
    private static func powerOfTen(_ value: Int128) -> Int? {
        guard var rest = Int64(exactly: value), rest > 0 else { return nil }
        var power = 0
        while rest % 10 == 0 { (rest, power) = (rest / 10, power + 1) }
        return rest == 1 ? power : nil
    }

    private static func reduced(_ numerator: Int128, _ exponent: Int, _ denominator: Int128) -> ExactNumber? {
        var (numerator, denominator) = cancel(numerator, denominator)
        // Only a denominator made of twos and fives is a decimal: multiply up until one is left.
        let twos = denominator.trailingZeroBitCount
        let (fives, rest) = Self.withoutFives(denominator >> Int128(twos))
        guard rest == 1 else {
            if exponent > 0 {
                guard let raised = times(numerator, powerOfTen: exponent) else { return nil }
                (numerator, denominator) = cancel(raised, denominator)
            } else if exponent < 0 {
                guard let raised = times(denominator, powerOfTen: -exponent) else { return nil }
                (numerator, denominator) = cancel(numerator, raised)
            }
            guard numerator != .min else { return nil }
            return ExactNumber(unchecked: numerator, 0, denominator)
        }
        guard let raised = times(5, twos, numerator).flatMap({ times(2, fives, $0) }) else { return nil }
        return ExactNumber(coefficient: raised, exponent: exponent - twos - fives)
    }

    // Most numbers fit into half the width, where the machine divides and multiplies by itself.

    private static func withoutFives(_ value: Int128) -> (count: Int, rest: Int128) {
        func divide<Value: FixedWidthInteger>(_ value: Value) -> (Int, Value) {
            var (count, rest) = (0, value)
            while rest % 5 == 0, rest != 0 { (count, rest) = (count + 1, rest / 5) }
            return (count, rest)
        }
        guard let small = Int64(exactly: value) else { return divide(value) }
        let (count, rest) = divide(small)
        return (count, Int128(rest))
    }

    @inline(__always)
    private static func product(_ a: Int128, _ b: Int128) -> Int128? {
        if let a = Int64(exactly: a), let b = Int64(exactly: b) { return Int128(a) &* Int128(b) }
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        return overflow ? nil : product
    }

    private static func cancel(_ a: Int128, _ b: Int128) -> (Int128, Int128) {
        func divisor<Value: FixedWidthInteger>(_ a: Value, _ b: Value) -> Value {
            var (x, y) = (a, b)
            while y != 0 { (x, y) = (y, x % y) }
            return x
        }
        if a == 1 || b == 1 { return (a, b) }
        if let x = Int64(exactly: a), let y = Int64(exactly: b) {
            guard let common = Int64(exactly: divisor(x.magnitude, y.magnitude)), common > 1 else { return (a, b) }
            return (Int128(x / common), Int128(y / common))
        }
        guard let common = Int128(exactly: divisor(a.magnitude, b.magnitude)), common > 1 else { return (a, b) }
        return (a / common, b / common)
    }

    private static func times(_ value: Int128, powerOfTen power: Int) -> Int128? { times(10, power, value) }

    /// `value` multiplied `count` times by `factor`; `nil` on overflow.
    private static func times(_ factor: Int128, _ count: Int, _ value: Int128) -> Int128? {
        var value = value
        for _ in 0..<max(count, 0) {
            guard let product = product(value, factor) else { return nil }
            value = product
        }
        return value
    }
}

extension ExactNumber: Comparable {
    /// Compares by value; a comparison that would need more than 38 digits is decided by magnitude.
    public static func < (a: ExactNumber, b: ExactNumber) -> Bool {
        if a.denominator == 1, b.denominator == 1 {
            let low = min(a.exponent, b.exponent)
            if let left = times(a.coefficient, powerOfTen: a.exponent - low),
                let right = times(b.coefficient, powerOfTen: b.exponent - low)
            {
                return left < right
            }
        }
        if let difference = b.subtracting(a) { return difference.coefficient > 0 }
        if (a.coefficient < 0) != (b.coefficient < 0) { return a.coefficient < 0 }
        return (a.magnitudeOrder < b.magnitudeOrder) != (a.coefficient < 0)
    }

    private func subtracting(_ other: ExactNumber) -> ExactNumber? {
        if denominator == 1, other.denominator == 1 { return adding(other.negated) }
        guard let left = Self.times(coefficient, powerOfTen: max(exponent, 0)),
            let right = Self.times(other.coefficient, powerOfTen: max(other.exponent, 0)),
            let under = Self.times(denominator, powerOfTen: max(-exponent, 0)),
            let otherUnder = Self.times(other.denominator, powerOfTen: max(-other.exponent, 0))
        else { return nil }
        let (a, overflowA) = left.multipliedReportingOverflow(by: otherUnder)
        let (b, overflowB) = right.multipliedReportingOverflow(by: under)
        let (difference, overflow) = a.subtractingReportingOverflow(b)
        return overflowA || overflowB || overflow ? nil : ExactNumber(unchecked: difference, 0, 1)
    }

    private var magnitudeOrder: Int {
        String(coefficient.magnitude).count + exponent - String(denominator).count
    }
}
