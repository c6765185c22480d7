/// What relative times are counted from: the report's date, and the year that is being spoken of.
///
/// A report of the first half of a year looks back on the year before, one of the second half on its own, and what it
/// says of aims and tasks is about the year after that. A year in a heading is spoken of until its section ends, one at
/// the head of a clause until the end of its paragraph.
struct TimeReference: Sendable {
    /// When the report was given.
    var date: CalendarPoint?
    /// The open sections, the outermost first.
    private var sections: [Scope] = []
    /// The year that the title speaks of.
    private var title: Int?
    /// The year that the paragraph speaks of.
    private var paragraph: Int?
    /// The year mentioned last.
    private(set) var mentioned: Int?
    /// The first year of the plan period told last in the section of the first level, of those that have begun.
    private(set) var plan: Int?

    /// An open section, and the year that its headings tell.
    private struct Scope {
        let end: Int
        let role: Section.Role
        var year: Int?
        /// Headings of several years tell none.
        var isAmbiguous = false
    }

    /// So many years a year may be counted from; a number may have as many digits as its writer likes.
    private static let counts = 1...9999

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
    var topic: Int? { told ?? reviewed }

    /// 本年: the year spoken of where one is told, or else the report's.
    var present: Int? { told ?? date?.year }

    /// The year that the paragraph, the sections around it or the title tell.
    private var told: Int? {
        if let paragraph { return paragraph }
        for section in sections.reversed() {
            if let year = section.year { return year }
            switch section.role {
            case .review: return title ?? reviewed
            case .target, .task: return title ?? planned
            case .other: break
            }
        }
        return title
    }

    enum Weight: Comparable { case mentioned, clause, title, heading }

    /// A year was told.
    mutating func note(_ year: Int, _ weight: Weight) {
        mentioned = year
        switch weight {
        case .mentioned: break
        case .clause: paragraph = year
        case .title:
            title = year
            paragraph = nil
        case .heading:
            paragraph = nil
            guard let last = sections.indices.last, !sections[last].isAmbiguous else { return }
            sections[last].isAmbiguous = sections[last].year.map { $0 != year } ?? false
            sections[last].year = sections[last].isAmbiguous ? nil : year
        }
    }

    /// A plan period was told.
    mutating func note(plan value: TimeValue) {
        guard case .interval(let from?, _) = value, date.map({ from.year <= $0.year }) ?? true else { return }
        plan = from.year
    }

    /// A new paragraph begins.
    mutating func endParagraph() {
        paragraph = nil
    }

    /// A section begins.
    mutating func enter(_ section: Section) {
        leave(before: section.span.start)
        if section.level == 1 { plan = nil }
        sections.append(Scope(end: section.span.end, role: section.role))
    }

    /// Closes the sections that end before `offset`.
    mutating func leave(before offset: Int) {
        while let last = sections.last, last.end <= offset { sections.removeLast() }
    }

    var isInSection: Bool { !sections.isEmpty }

    /// The first years of the plan spoken of: 前三年 is 1953/1955 where the first plan was told before.
    ///
    /// - Parameter plan: the first year of the plan that stands right before it.
    func firstOfPlan(years: Int, plan adjacent: Int?) -> TimeValue {
        // 前五年 are no part of a plan of five years: they are those before.
        guard let plan = adjacent ?? plan, (1...4).contains(years) else { return .unknown }
        let from = CalendarPoint(year: plan)
        return years == 1 ? .point(from) : .interval(from, CalendarPoint(year: plan + years - 1))
    }

    /// The plan period that runs at the date.
    var runningPlan: TimeValue {
        guard let year = date?.year else { return .unknown }
        let number = year < 1963 ? (year - 1948) / 5 : (year - 1951) / 5
        guard let value = TimeGrammar.planPeriod(number), case .interval(let from?, let to?) = value,
            (from.year...to.year).contains(year)
        else { return .unknown }
        return value
    }

    /// So many years that end with the review: (Y−n)/(Y−1) in the first half of Y, (Y−n)/Y in the second.
    func past(years: Int) -> TimeValue {
        guard let reviewed, let date, Self.counts.contains(years) else { return .unknown }
        if years == 1 { return .point(CalendarPoint(year: reviewed)) }
        return .interval(CalendarPoint(year: date.year - years), CalendarPoint(year: reviewed))
    }

    /// So many years that begin with the plan.
    func future(years: Int) -> TimeValue {
        guard let planned, Self.counts.contains(years) else { return .unknown }
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
