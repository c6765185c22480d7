/// A place in the calendar while it is being read.
struct CalendarReading {
    /// The smallest part that was told, which decides what may follow.
    enum Part: Int, Comparable {
        case century, decade, year, partOfYear, month, day

        static func < (a: Part, b: Part) -> Bool { a.rawValue < b.rawValue }
    }

    var end: Int
    var part: Part
    var type = TimeType.date
    var rule: TimeRule
    /// Absent where the year is not known.
    var from: CalendarPoint?
    /// The end of a period; absent for a single place.
    var to: CalendarPoint?
    var isOpenAtEnd = false
    var isOpenAtStart = false

    var value: TimeValue {
        if isOpenAtEnd { return .interval(from, nil) }
        if isOpenAtStart { return .interval(nil, from) }
        guard let from else { return .unknown }
        if let to { return .interval(from, to) }
        return .point(from)
    }

    func match(from start: Int) -> TimeMatch {
        TimeMatch(start: start, end: end, type: type, rule: rule, value: value)
    }
}

extension Reader {
    /// Digits read one by one: 1958, 一九五八, 二0二一, １９５８, 1 9 9 8.
    struct DigitRow {
        var value = 0
        var count = 0
        var end: Int
        var isHan = true
    }

    /// The row of at most five digits at `offset`; `nil` where a place or scale makes another number of it.
    func digitRow(at offset: Int) -> DigitRow? {
        var row = DigitRow(end: offset)
        var index = offset
        var isSpaced = false
        // Most rows are of ASCII digits.
        while index < end, row.count < 5, bytes[unchecked: index] &- 0x30 < 10 {
            row.value = row.value * 10 + Int(bytes[unchecked: index] &- 0x30)
            row.count += 1
            row.isHan = false
            index += 1
        }
        row.end = index
        while index < end, row.count < 5 {
            let character = character(at: index)
            let info = character.info
            switch info.numeralClass {
            case .digit:
                row.value = row.value * 10 + info.numeralValue
                row.isHan = false
            case .hanDigit where !info.isColloquialTwo:
                row.value = row.value * 10 + info.hanDigit
            case .place, .scale, .tens:
                return nil
            default:
                if info.isIgnorable {
                    index = character.next
                    continue
                }
                // A space between digits only where one stood behind the first.
                guard info.isSpace, character.scalar == 0x20, row.count == 1 || isSpaced && row.count < 4 else {
                    return row.count > 0 ? row : nil
                }
                isSpaced = true
                index = character.next
                continue
            }
            row.count += 1
            index = character.next
            row.end = index
        }
        return row.count > 0 ? row : nil
    }
}
