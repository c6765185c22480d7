/// A decimal under construction: cheap to add to, exact, and aware of its overflow.
struct Accumulator: Hashable, Sendable {
    private(set) var coefficient: Int128
    private(set) var exponent: Int
    private(set) var overflowed = false

    init(_ coefficient: Int128, exponent: Int = 0) {
        self.coefficient = coefficient
        self.exponent = exponent
    }

    mutating func scale(by power: Int) {
        exponent += power
    }

    /// Appends a decimal digit; behind a point, one place further down.
    mutating func append(_ digit: Int, isFraction: Bool) {
        let (up, overflow) = coefficient.multipliedReportingOverflow(by: 10)
        let (sum, overflowSum) = up.addingReportingOverflow(Int128(digit))
        overflowed = overflowed || overflow || overflowSum
        guard !overflowed else { return }
        coefficient = sum
        if isFraction { exponent -= 1 }
    }

    mutating func add(_ other: Accumulator) {
        overflowed = overflowed || other.overflowed
        guard other.coefficient != 0, !overflowed else { return }
        if coefficient == 0 {
            self = other
            return
        }
        let low = min(exponent, other.exponent)
        guard let a = Self.times(coefficient, powerOfTen: exponent - low),
            let b = Self.times(other.coefficient, powerOfTen: other.exponent - low)
        else {
            overflowed = true
            return
        }
        let (sum, overflow) = a.addingReportingOverflow(b)
        overflowed = overflow
        if !overflow {
            coefficient = sum
            exponent = low
        }
    }

    /// The number, where it fits.
    var number: ExactNumber? {
        overflowed ? nil : ExactNumber(coefficient: coefficient, exponent: exponent)
    }

    private static func times(_ value: Int128, powerOfTen power: Int) -> Int128? {
        guard power <= 38 else { return value == 0 ? 0 : nil }
        var value = value
        for _ in 0..<power {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            value = product
        }
        return value
    }
}
