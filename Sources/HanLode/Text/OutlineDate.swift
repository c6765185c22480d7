/// Dates of a dateline or of a page's header, as ISO 8601 writes them.
enum OutlineDate {
    /// The first full date in a span: 2022年1月16日, 二〇二二年一月十六日, 2022-01-16.
    static func first(_ reader: Reader, _ span: TextSpan) -> String? {
        var offset = span.start
        var isInside = false
        while offset < span.end {
            let character = reader.character(at: offset)
            let isDigit = character.info.numeralClass == .digit || character.info.numeralClass == .hanDigit
            if isDigit, !isInside, let date = date(reader, at: offset, end: span.end) { return date }
            isInside = isDigit
            offset = character.next
        }
        return nil
    }

    /// Whether a line holds nothing but digits and the signs of a date and time.
    static func isOnlyDate(_ reader: Reader, _ span: TextSpan) -> Bool {
        var offset = span.start
        while offset < span.end {
            let character = reader.character(at: offset)
            switch character.scalar {
            case 0x2D, 0x2F, 0x2E, 0x3A, 0xFF1A, 0x5E74, 0x6708, 0x65E5, 0x65F6, 0x5206: break
            default:
                guard character.info.isSpace || character.info.numeralClass == .digit else { return false }
            }
            offset = character.next
        }
        return first(reader, span) != nil
    }

    /// The first year in a span: 2018年, １９５６年, 1 9 9 8 年.
    static func firstYear(_ reader: Reader, _ span: TextSpan) -> Int? {
        var offset = span.start
        while offset < span.end {
            let character = reader.character(at: offset)
            if character.info.numeralClass == .digit || character.info.numeralClass == .hanDigit,
                let (year, end) = year(reader, at: offset, end: span.end)
            {
                return end < span.end && reader.character(at: end).scalar == 0x5E74 ? year : nil
            }
            offset = character.next
        }
        return nil
    }

    /// Four digits that make a year, and where they end.
    private static func year(_ reader: Reader, at offset: Int, end: Int) -> (year: Int, end: Int)? {
        var (next, year) = (offset, 0)
        for _ in 0..<4 {
            guard next < end else { return nil }
            let character = reader.character(at: next)
            guard character.info.numeralClass == .digit || character.info.numeralClass == .hanDigit else { return nil }
            year = year * 10 + character.info.hanDigit
            next = skip(reader, character.next, end)
        }
        return (1900...2199).contains(year) ? (year, next) : nil
    }

    private static func date(_ reader: Reader, at offset: Int, end: Int) -> String? {
        guard let (year, next) = year(reader, at: offset, end: end), next < end else { return nil }
        // 年 月 日, or a sign between.
        let sign = reader.character(at: next)
        let isHan = sign.scalar == 0x5E74
        guard isHan || sign.scalar == 0x2D || sign.scalar == 0x2F || sign.scalar == 0x2E,
            let month = part(reader, at: skip(reader, sign.next, end), end: end), (1...12).contains(month.value),
            month.end < end
        else { return nil }
        let second = reader.character(at: month.end)
        guard second.scalar == (isHan ? 0x6708 : sign.scalar),
            let day = part(reader, at: skip(reader, second.next, end), end: end), (1...31).contains(day.value)
        else { return nil }
        if isHan { guard day.end < end, reader.character(at: day.end).scalar == 0x65E5 else { return nil } }
        return "\(year)-\(padded(month.value))-\(padded(day.value))"
    }

    private static func part(_ reader: Reader, at offset: Int, end: Int) -> (value: Int, end: Int)? {
        var (next, value, tens, count) = (offset, 0, 0, 0)
        while next < end, count < 3 {
            let character = reader.character(at: next)
            switch character.info.numeralClass {
            case .digit: value = value * 10 + character.info.numeralValue
            case .hanDigit: value = character.info.hanDigit
            case .place where character.info.numeralValue == 1: (tens, value) = (max(value, 1) * 10, 0)
            default: return count > 0 ? (tens + value, skip(reader, next, end)) : nil
            }
            count += 1
            next = character.next
        }
        return count > 0 ? (tens + value, next) : nil
    }

    private static func skip(_ reader: Reader, _ offset: Int, _ end: Int) -> Int {
        OutlineMarkers.skipSpace(reader, offset, end)
    }

    private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
