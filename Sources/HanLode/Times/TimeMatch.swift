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
    init(_ match: TimeMatch, bytes: Span<UInt8>, terms: Terms, texts: inout TimeTexts) {
        self.init(
            span: TextSpan(start: match.start, end: match.end), text: bytes.text(match.start, match.end),
            type: match.type, value: texts.text(of: match.value, terms), rule: match.rule)
    }
}

/// Values of times as they are written, kept while results are made: a report speaks of the same few years again and
/// again, and to write one takes several times as long as to look it up.
struct TimeTexts {
    private struct Entry {
        var value = TimeValue.unknown
        var text: String?
    }

    /// By the last bits of the years: of two with the same bits the one asked for last.
    private var entries: [Entry] = Array(repeating: Entry(), count: Self.count)

    private static let count = 32

    init() {}

    /// ISO 8601; `nil` where nothing is known.
    mutating func text(of value: TimeValue, _ terms: Terms) -> String? {
        let place: Int
        switch value {
        case .point(let point): place = Self.place(point)
        case .interval(let from, let to): place = Self.place(from) ^ Self.place(to) &* 2
        case .unknown, .duration, .term, .clock: return value.text(terms)
        }
        let index = place & (Self.count - 1)
        if entries[index].value != value { entries[index] = Entry(value: value, text: value.text(terms)) }
        return entries[index].text
    }

    @inline(__always)
    private static func place(_ point: CalendarPoint?) -> Int {
        point.map { $0.year &+ $0.month &* 8 &+ $0.day } ?? 0
    }
}
