/// A length of time in one unit, and perhaps a smaller one: 8天20时.
struct TimeLength: Hashable, Sendable {
    /// So many of one unit: a decimal of at most as many digits as a machine word holds.
    struct Part: Hashable, Sendable {
        private let coefficient: Int64
        private let exponent: Int8
        let unit: TimeUnit.Name

        /// `nil` for a fraction, and for more digits than any length of time is told with.
        init?(_ amount: ExactNumber, _ unit: TimeUnit.Name) {
            guard !amount.isFraction, let coefficient = Int64(exactly: amount.coefficient),
                let exponent = Int8(exactly: amount.exponent)
            else { return nil }
            self.coefficient = coefficient
            self.exponent = exponent
            self.unit = unit
        }

        var amount: ExactNumber? { ExactNumber(coefficient: Int128(coefficient), exponent: Int(exponent)) }
    }

    var first: Part
    /// The smaller unit's part.
    var rest: Part?

    /// ISO 8601: `P5Y`, `PT24H`, `P8DT20H`; `nil` for a unit that it has no letter for.
    var text: String? {
        guard let first = first.text else { return nil }
        guard let second = rest?.text else { return (first.isClock ? "PT" : "P") + first.text }
        if first.isClock { return "PT" + first.text + second.text }
        return "P" + first.text + (second.isClock ? "T" : "") + second.text
    }
}

extension TimeLength.Part {
    fileprivate var text: (text: String, isClock: Bool)? {
        switch unit {
        case .second: written(1, "S", isClock: true)
        case .minute: written(1, "M", isClock: true)
        case .hour: written(1, "H", isClock: true)
        case .day: written(1, "D")
        case .week: written(1, "W")
        case .month: written(1, "M")
        case .quarter: written(3, "M")
        case .year: written(1, "Y")
        case .decade: written(10, "Y")
        case .century: written(100, "Y")
        case .none, .calendarMonth, .calendarQuarter, .calendarDay, .dayOfMonth, .clockHour: nil
        }
    }

    private func written(_ factor: Int, _ letter: String, isClock: Bool = false) -> (text: String, isClock: Bool)? {
        guard let product = amount?.multiplied(by: ExactNumber(factor)) else { return nil }
        return (product.description + letter, isClock)
    }
}

/// A length of time while it is being read.
struct LengthReading {
    var amount: ExactNumber
    let unit: TimeUnit.Name
    var rest: (amount: ExactNumber, unit: TimeUnit.Name)?

    /// Unknown where it has more digits than any length of time is told with.
    var value: TimeValue {
        guard let first = TimeLength.Part(amount, unit) else { return .unknown }
        guard let rest else { return .duration(TimeLength(first: first)) }
        return TimeLength.Part(rest.amount, rest.unit).map { .duration(TimeLength(first: first, rest: $0)) } ?? .unknown
    }
}
