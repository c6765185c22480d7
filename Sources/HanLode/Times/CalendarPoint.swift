/// A place in the Gregorian calendar, as precisely as it is told: a year, a month, or a day.
struct CalendarPoint: Hashable, Sendable {
    var year: Int
    /// 1 to 12; 0 where only the year is told.
    var month = 0
    /// 1 to 31; 0 where only the month is told.
    var day = 0

    /// ISO 8601: `2024`, `2024-06`, `2024-06-12`.
    var text: String {
        var text = Self.padded(year, 4)
        if month > 0 { text += "-" + Self.padded(month, 2) }
        if day > 0 { text += "-" + Self.padded(day, 2) }
        return text
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// So many months later.
    func adding(months: Int) -> CalendarPoint {
        let index = year * 12 + month - 1 + months
        return CalendarPoint(year: index / 12, month: index % 12 + 1)
    }

    /// So many days later, within the calendar's rules for the lengths of months.
    func adding(days: Int) -> CalendarPoint {
        var point = self
        point.day += days
        while point.day < 1 {
            let previous = point.adding(months: -1)
            point = CalendarPoint(year: previous.year, month: previous.month, day: point.day + previous.length)
        }
        while point.day > point.length {
            let next = point.adding(months: 1)
            point = CalendarPoint(year: next.year, month: next.month, day: point.day - point.length)
        }
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

    init(year: Int, month: Int = 0, day: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
    }
}
