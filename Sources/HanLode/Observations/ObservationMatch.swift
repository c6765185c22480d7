/// An observation found, before it is made into values: offsets, and indices into the lexicon.
struct ObservationMatch: Hashable, Sendable {
    /// Index among the quantities.
    var quantity: Int32
    var indicator: IndicatorReading
    var measure: Observation.Measure
    var isDecrease = false
    var basis: BasisReading?
    var period: Period?
    var isTarget = false
    var isStriving = false
    /// Whose the amount is: 全国.
    var scope: ScopeReading?
    /// The place that it is told of, where that is not the report's own.
    var place: PlaceReading?
    /// Index among the sections.
    var section: Int32?
    var sentence: TextSpan
    var rule: ObservationRule
}

/// The name of an indicator as up to three stretches of the text, the first of them perhaps one part of a word that
/// names several things: 城乡 居民收入, 工业机器人 产量.
struct IndicatorReading: Hashable, Sendable {
    var head: TextSpan
    var middle: TextSpan?
    var tail: TextSpan?
    /// Which part of which coordinate term stands before the head.
    var part: Part?

    struct Part: Hashable, Sendable {
        var term: Int32
        var index: Int32
    }

    init(_ head: TextSpan, middle: TextSpan? = nil, tail: TextSpan? = nil, part: Part? = nil) {
        self.head = head
        self.middle = middle
        self.tail = tail
        self.part = part
    }
}

/// What an amount is reckoned against.
enum BasisReading: Hashable, Sendable {
    /// 同比, 年均
    case stated(StatementTerm.Value)
    /// 比上年
    case lastYear
    /// 比2020年
    case year(Int)
}

/// From one place in the calendar to another, both included; open where a bound is absent.
struct Period: Hashable, Sendable {
    var from: CalendarPoint?
    var to: CalendarPoint?

    init(_ point: CalendarPoint) {
        from = point
        to = point
    }

    init?(_ value: TimeValue) {
        switch value {
        case .point(let point):
            self.init(point)
        case .interval(let from, let to):
            guard from != nil || to != nil else { return nil }
            self.init(from: from, to: to)
        case .unknown, .duration, .term, .clock:
            return nil
        }
    }

    init(from: CalendarPoint?, to: CalendarPoint?) {
        self.from = from
        self.to = to
    }

    /// A stock holds for the end.
    var end: Period { to.map { Period($0) } ?? self }

    /// The year before it begins, which a change from a base that is not named starts from.
    var base: Period { from.map { Period(CalendarPoint(year: $0.year - 1)) } ?? self }

    /// ISO 8601.
    var text: String {
        if let from, from == to { return from.text }
        return CalendarText(from: from, to: to).text
    }
}

/// A place, or several in a row, by name.
struct PlaceReading: Hashable, Sendable {
    var span: TextSpan
    /// By GB/T 2260; 0 where it is unknown or there are several.
    var code: UInt32
}

/// A word that says whose an amount is.
struct ScopeReading: Hashable, Sendable {
    var span: TextSpan
    var value: StatementTerm.Value

    init(_ token: StatementToken) {
        span = token.span
        value = token.value
    }
}
