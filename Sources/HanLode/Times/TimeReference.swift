/// What relative times are counted from: the report's date, and the year that is being spoken of.
///
/// A report of the first half of a year looks back on the year before, one of the second half on its own. A year in a
/// heading is spoken of until the next heading, one at the head of a clause until the end of its line.
struct TimeReference: Sendable {
    /// When the report was given.
    var date: CalendarPoint?
    /// The year that the section speaks of.
    private var section: Int?
    /// The year that the line speaks of.
    private var line: Int?
    /// The year mentioned last.
    private(set) var mentioned: Int?

    /// The last month in which a report still looks back on the year before.
    static let reviewLimit = 6

    init(date: CalendarPoint?) {
        self.date = date
    }

    /// The year that a review given at the date ends with.
    var reviewed: Int? {
        date.map { $0.month <= Self.reviewLimit ? $0.year - 1 : $0.year }
    }

    /// The first year of plans made at the date.
    var planned: Int? {
        date.map { $0.month <= Self.reviewLimit ? $0.year : $0.year + 1 }
    }

    /// The year spoken of.
    var topic: Int? { line ?? section ?? reviewed }

    enum Weight { case mentioned, clause, heading }

    /// A year was told.
    mutating func note(_ year: Int, _ weight: Weight) {
        mentioned = year
        switch weight {
        case .mentioned: break
        case .clause: line = year
        case .heading:
            section = year
            line = nil
        }
    }

    /// A new line begins.
    mutating func endLine() {
        line = nil
    }

    /// So many years that end with the review: (Y−n)/(Y−1) in the first half of Y, (Y−n)/Y in the second.
    func past(years: Int) -> TimeValue {
        guard let reviewed, let date, years > 0 else { return .unknown }
        if years == 1 { return .point(CalendarPoint(year: reviewed)) }
        return .interval(CalendarPoint(year: date.year - years), CalendarPoint(year: reviewed))
    }

    /// So many years that begin with the plan.
    func future(years: Int) -> TimeValue {
        guard let planned, years > 0 else { return .unknown }
        if years == 1 { return .point(CalendarPoint(year: planned)) }
        return .interval(CalendarPoint(year: planned), CalendarPoint(year: planned + years - 1))
    }

    /// A year of two digits: the latest that lies no more than ten years ahead of the report.
    func year(ofCentury digits: Int) -> Int {
        guard let date else { return digits >= 30 ? 1900 + digits : 2000 + digits }
        let year = date.year / 100 * 100 + digits
        return year > date.year + 10 ? year - 100 : year
    }
}
