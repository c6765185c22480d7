/// A time found, before it is made into values: offsets, and what its value will be written from.
struct TimeMatch: Hashable, Sendable {
    var start: Int
    var end: Int
    var type: TimeType
    var rule: TimeRule
    var value = TimeValue.unknown
}

/// What a time's value is, before it is written: small, since times are copied wherever they are looked at.
enum TimeValue: Hashable, Sendable {
    case unknown
    case point(CalendarPoint)
    /// Open where a bound is absent.
    case interval(CalendarPoint?, CalendarPoint?)
    case duration(TimeLength)
    /// As the table writes it: index among the terms.
    case term(Int32)
    case clock(hour: Int8, minute: Int8)
}

extension TimeValue {
    /// ISO 8601; `nil` where nothing is known.
    func text(_ terms: Terms) -> String? {
        switch self {
        case .unknown: nil
        case .point(let point): point.text
        case .interval(nil, nil): nil
        case .interval(let from, let to): CalendarText(from: from, to: to).text
        case .duration(let length): length.text
        case .term(let index): terms.times[Int(index)].value
        case .clock(let hour, let minute): CalendarText(hour: Int(hour), minute: Int(minute)).text
        }
    }
}

extension TimeExpression {
    /// The value of a match, with its text cut from `bytes`.
    init(_ match: TimeMatch, bytes: Span<UInt8>, terms: Terms) {
        self.init(
            span: TextSpan(start: match.start, end: match.end), text: bytes.text(match.start, match.end),
            type: match.type, value: match.value.text(terms), rule: match.rule)
    }
}
