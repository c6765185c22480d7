/// A place in the Gregorian calendar, as precisely as it is told: a year, a month, or a day.
///
/// Eight bytes, since every time and every observation holds several.
struct CalendarPoint: Hashable, Sendable {
    private var storedYear: Int32
    private var storedMonth: Int8
    private var storedDay: Int8

    /// No year that a text can tell is beyond 32 bits; what words for lengths of time add to one stays there too.
    var year: Int {
        get { Int(storedYear) }
        set { storedYear = Int32(clamping: newValue) }
    }

    /// 1 to 12; 0 where only the year is told.
    var month: Int {
        get { Int(storedMonth) }
        set { storedMonth = Int8(clamping: newValue) }
    }

    /// 1 to 31; 0 where only the month is told.
    var day: Int {
        get { Int(storedDay) }
        set { storedDay = Int8(clamping: newValue) }
    }

    init(year: Int, month: Int = 0, day: Int = 0) {
        storedYear = Int32(clamping: year)
        storedMonth = Int8(clamping: month)
        storedDay = Int8(clamping: day)
    }

    /// ISO 8601: `2024`, `2024-06`, `2024-06-12`.
    var text: String { CalendarText(self).text }

    /// So many months later.
    func adding(months: Int) -> CalendarPoint {
        let index = year * 12 + month - 1 + months
        return CalendarPoint(year: index / 12, month: index % 12 + 1)
    }

    /// So many days later, within the calendar's rules for the lengths of months.
    func adding(days: Int) -> CalendarPoint {
        var point = self
        var day = day + days
        while day < 1 {
            point = point.adding(months: -1)
            day += point.length
        }
        while day > point.length {
            day -= point.length
            point = point.adding(months: 1)
        }
        point.day = day
        return point
    }

    /// 1 for Monday to 7 for Sunday, by Sakamoto's method.
    var weekday: Int {
        let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        guard (1...12).contains(month), day > 0 else { return 1 }
        let year = month < 3 ? year - 1 : year
        return (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day + 6) % 7 + 1
    }

    /// Days in its month; 31 where no month is told.
    var length: Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The point in `YYYY-MM-DD`; `nil` where the text is none.
    init?(_ text: String) {
        let parts = text.split(separator: "-").map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
