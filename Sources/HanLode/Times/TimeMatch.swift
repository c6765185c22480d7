/// A time found, before it is made into values: offsets, and what its value will be written from.
struct TimeMatch: Hashable, Sendable {
    var start: Int
    var end: Int
    var type: TimeType
    var rule: TimeRule
    var value = TimeValue.unknown
}

/// What a time's value is, before it is written.
enum TimeValue: Hashable, Sendable {
    case unknown
    case point(CalendarPoint)
    /// Open where a bound is absent.
    case interval(CalendarPoint?, CalendarPoint?)
    case duration(TimeLength)
    /// As the table writes it: index among the terms.
    case term(Int)
    case clock(hour: Int, minute: Int)
}

/// A length of time in one unit, and perhaps a smaller one: 8天20时.
struct TimeLength: Hashable, Sendable {
    var amount: ExactNumber
    var unit: TimeUnit.Name
    /// The smaller unit's part.
    var rest: ExactNumber?
    var restUnit = TimeUnit.Name.none

    /// ISO 8601: `P5Y`, `PT24H`, `P8DT20H`; `nil` for a unit that it has no letter for.
    var text: String? {
        guard let first = Self.part(amount, unit) else { return nil }
        guard let rest, let second = Self.part(rest, restUnit) else {
            return (first.isClock ? "PT" : "P") + first.text
        }
        if first.isClock { return "PT" + first.text + second.text }
        return "P" + first.text + (second.isClock ? "T" : "") + second.text
    }

    private static func part(_ amount: ExactNumber, _ unit: TimeUnit.Name) -> (text: String, isClock: Bool)? {
        func times(_ factor: Int, _ letter: String) -> (text: String, isClock: Bool)? {
            guard let product = amount.multiplied(by: ExactNumber(factor)) else { return nil }
            return (product.description + letter, false)
        }
        switch unit {
        case .second: return (amount.description + "S", true)
        case .minute: return (amount.description + "M", true)
        case .hour: return (amount.description + "H", true)
        case .day: return times(1, "D")
        case .week: return times(1, "W")
        case .month: return times(1, "M")
        case .quarter: return times(3, "M")
        case .year: return times(1, "Y")
        case .decade: return times(10, "Y")
        case .century: return times(100, "Y")
        case .none, .calendarMonth, .calendarQuarter, .calendarDay, .dayOfMonth, .clockHour: return nil
        }
    }
}

extension TimeValue {
    /// ISO 8601; `nil` where nothing is known.
    func text(_ terms: Terms) -> String? {
        switch self {
        case .unknown: nil
        case .point(let point): point.text
        case .interval(nil, nil): nil
        case .interval(let from, let to): (from?.text ?? "") + "/" + (to?.text ?? "")
        case .duration(let length): length.text
        case .term(let index): terms.times[index].value.isEmpty ? nil : terms.times[index].value
        case .clock(let hour, let minute):
            "T" + CalendarPoint.padded(hour, 2) + ":" + CalendarPoint.padded(minute, 2)
        }
    }
}

extension TimeExpression {
    /// The value of a match, with its text cut from `bytes`.
    init(_ match: TimeMatch, bytes: Span<UInt8>, terms: Terms) {
        span = TextSpan(start: match.start, end: match.end)
        text = bytes.text(match.start, match.end)
        type = match.type
        value = match.value.text(terms)
        rule = match.rule
    }
}
