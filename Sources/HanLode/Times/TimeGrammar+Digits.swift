extension TimeGrammar {
    /// 2026-02-03, 2021.06.12, 2021/6/12: year, month and day with one sign between them.
    mutating func numericDate(at start: Int) -> TimeMatch? {
        guard let year = arabic(at: start, most: 4), year.count == 4, (1900...2199).contains(year.value),
            year.end < reader.end
        else { return nil }
        let sign = reader.character(at: year.end)
        guard Self.isDateSign(sign.scalar), let month = arabic(at: sign.next, most: 2), (1...12).contains(month.value),
            month.end < reader.end, reader.character(at: month.end).scalar == sign.scalar,
            let day = arabic(at: reader.character(at: month.end).next, most: 2), (1...31).contains(day.value)
        else { return nil }
        if day.end < reader.end {
            let next = reader.character(at: day.end)
            guard next.info.numeralClass != .digit, next.scalar != sign.scalar || sign.scalar == 0x2E else {
                return nil
            }
        }
        let point = CalendarPoint(year: year.value, month: month.value, day: day.value)
        return TimeMatch(start: start, end: day.end, type: .date, rule: .numericDate, value: .point(point))
    }

    /// Full stop, hyphen, solidus, and their full-width forms; the middle dot.
    private static func isDateSign(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2E, 0x2D, 0x2F, 0xFF0E, 0xFF0D, 0xFF0F, 0xB7: true
        default: false
        }
    }

    mutating func isDateSign(at offset: Int) -> Bool {
        offset < reader.end && Self.isDateSign(reader.character(at: offset).scalar)
    }

    /// At most `most` Arabic digits, and no more behind them.
    private mutating func arabic(at start: Int, most: Int) -> (value: Int, count: Int, end: Int)? {
        var index = start
        var value = 0
        var count = 0
        while index < reader.end, count <= most {
            let character = reader.character(at: index)
            guard character.info.numeralClass == .digit else { break }
            value = value * 10 + character.info.numeralValue
            count += 1
            index = character.next
        }
        return count > 0 && count <= most ? (value, count, index) : nil
    }

    /// Whether a colon or the unit of an hour stands at `offset`.
    mutating func mayBeHour(_ offset: Int) -> Bool {
        isColon(at: offset) || timeUnit(at: offset)?.unit.name == .clockHour
    }

    @inline(__always)
    mutating func isColon(at offset: Int) -> Bool {
        guard offset < reader.end else { return false }
        let scalar = reader.character(at: offset).scalar
        return scalar == 0x3A || scalar == 0xFF1A
    }

    /// 20:30, 15时20分.
    mutating func clockTime(at start: Int, runEnd: Int) -> TimeMatch? {
        guard runEnd < reader.end else { return nil }
        let next = reader.character(at: runEnd)
        if next.scalar == 0x3A || next.scalar == 0xFF1A {
            guard let hour = arabic(at: start, most: 2), hour.end == runEnd, hour.value <= 24,
                let minute = arabic(at: next.next, most: 2), minute.count == 2, minute.value < 60,
                !isRatio(before: start)
            else { return nil }
            var end = minute.end
            if end < reader.end, reader.character(at: end).scalar == next.scalar {
                guard let second = arabic(at: reader.character(at: end).next, most: 2), second.count == 2 else {
                    return nil
                }
                end = second.end
            }
            return TimeMatch(
                start: start, end: end, type: .date, rule: .clock,
                value: .clock(hour: Int8(hour.value), minute: Int8(minute.value)))
        }
        guard let (unit, unitEnd) = timeUnit(at: runEnd), unit.name == .clockHour, let hour = smallNumber(at: start),
            hour.value <= 24, hour.end == runEnd
        else { return nil }
        // 八点钟, 八点半, but 八时 only before its minutes.
        if unitEnd - runEnd > Self.characterLength {
            return TimeMatch(
                start: start, end: unitEnd, type: .date, rule: .clock,
                value: .clock(hour: Int8(hour.value), minute: unit.form == .half ? 30 : 0))
        }
        guard let minutes = minutes(at: unitEnd) else { return nil }
        return TimeMatch(
            start: start, end: minutes.end, type: .date, rule: .clock,
            value: .clock(hour: Int8(hour.value), minute: Int8(minutes.value)))
    }

    /// Of a Han character in UTF-8.
    private static var characterLength: Int { 3 }

    private mutating func isRatio(before start: Int) -> Bool {
        guard start > 0 else { return false }
        let before = reader.character(at: reader.before(start))
        return before.scalar == 0x3A || before.scalar == 0xFF1A || before.info.numeralClass == .point
            || before.info.numeralClass == .digit
    }

    /// 20分 behind an hour.
    private mutating func minutes(at offset: Int) -> (value: Int, end: Int)? {
        guard offset < reader.end, reader.isNumeral(at: offset), let phrase = reader.number(at: offset),
            let value = phrase.numeral.value.integer, (0..<60).contains(value), phrase.numeral.end < reader.end
        else { return nil }
        let part = reader.character(at: phrase.numeral.end)
        return part.info.numeralClass == .part ? (Int(value), part.next) : nil
    }

    /// 三点, 8:30, 9时30分 behind a part of the day.
    mutating func clockTime(behind offset: Int) -> (value: TimeValue, end: Int)? {
        let start = reader.skippingSpaceForward(offset)
        guard let number = smallNumber(at: start), number.value <= 24, number.end < reader.end else { return nil }
        if let match = clockTime(at: start, runEnd: number.end) { return (match.value, match.end) }
        let next = reader.character(at: number.end)
        let isHour = next.info.isHanPoint || timeUnit(at: number.end)?.unit.name == .clockHour
        guard isHour else { return nil }
        var end = next.next
        var minute = 0
        if let minutes = minutes(at: end) {
            (minute, end) = (minutes.value, minutes.end)
        } else if end < reader.end, reader.character(at: end).info.numeralClass == .half {
            (minute, end) = (30, reader.character(at: end).next)
        }
        return (.clock(hour: Int8(number.value), minute: Int8(minute)), end)
    }

    /// The report's date where the text tells it near its top: a day, with its year, at the head of a line or of a
    /// parenthesis, or behind a dash or colon.
    mutating func dateline() -> CalendarPoint? {
        var index = 0
        // 时间：2026-02-03 may be when a paper printed it; it counts where nothing better is told.
        var printed: CalendarPoint?
        while index < lexemes.count, Int(lexemes[index].start) < Self.datelineLimit {
            let start = Int(lexemes[index].start)
            index += 1
            guard lexemes[index - 1].kind == .number, isDatelineHead(start) else { continue }
            if let match = numericDate(at: start), case .point(let point) = match.value {
                if printed == nil { printed = point }
                continue
            }
            if let row = reader.digitRow(at: start), row.count == 4, let reading = calendar(at: start, year: nil),
                reading.part == .day, reading.to == nil, let point = reading.from, point.day > 0
            {
                return point
            }
        }
        return printed
    }

    /// So many bytes are the top of a text.
    private static var datelineLimit: Int { 1500 }

    private mutating func isDatelineHead(_ start: Int) -> Bool {
        let offset = reader.skippingSpaceBackward(start, limit: 8)
        guard offset > 0 else { return true }
        switch reader.character(at: reader.before(offset)).scalar {
        case 0x0A, 0x0D, 0x28, 0xFF08, 0x3A, 0xFF1A, 0x2014, 0x2015, 0x2500, 0x3000: return true
        default: return false
        }
    }
}
