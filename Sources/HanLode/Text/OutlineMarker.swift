/// What a heading or an item begins with.
struct OutlineMarker: Hashable, Sendable {
    /// How it is numbered, in the order in which reports nest them.
    enum Style: Int, Sendable, Comparable, CaseIterable {
        /// 第一部分, 第一章, 第一节
        case part, chapter, article
        /// 一、
        case han
        /// （一）
        case hanInParentheses
        /// A line of its own without a number.
        case plain
        /// 第一，
        case ordinal
        /// 1. 1、
        case digits
        /// （1）
        case digitsInParentheses
        /// ①
        case circled
        /// 五年来，…。 as the first sentence of a paragraph.
        case period
        /// 一是
        case copula
        /// ——
        case dash
        /// 综合实力迈上新台阶。 as the first sentence of a paragraph.
        case sentence
        /// 一是 inside a paragraph.
        case inner

        static func < (a: Style, b: Style) -> Bool { a.rawValue < b.rawValue }

        /// An item holds its own paragraph; a heading all that follows.
        var isItem: Bool { self >= .period }
        /// A numeral counts its siblings.
        var isNumbered: Bool { self != .plain && self != .dash && self != .period && self != .sentence }
    }

    var style: Style
    /// 0 where there is none.
    var value: Int
    var start: Int
    /// The numeral alone.
    var number: TextSpan?
    /// Where the heading's words begin.
    var titleStart: Int
    /// One of a list of clauses with semicolons between: it heads nothing but its own paragraph.
    var isListed = false

    /// Holds its own paragraph alone.
    var isItem: Bool { style.isItem || isListed }
}

/// Reads what a line begins with.
enum OutlineMarkers {
    /// The marker at `offset`, which must be the first character of a line or behind a stop.
    static func marker(_ reader: Reader, at offset: Int, end: Int) -> OutlineMarker? {
        guard offset < end else { return nil }
        let first = reader.character(at: offset)
        switch first.scalar {
        case 0x2014, 0x2500, 0x2015:
            return dash(reader, at: offset, end: end)
        case 0x28, 0xFF08:
            return parenthesized(reader, at: offset, end: end)
        case 0x2460...0x2473:
            return OutlineMarker(
                style: .circled, value: Int(first.scalar) - 0x245F, start: offset,
                number: TextSpan(start: offset, end: first.next), titleStart: skipSpace(reader, first.next, end))
        case 0x7B2C:
            return ordinal(reader, at: offset, end: end)
        default:
            return numbered(reader, at: offset, end: end)
        }
    }

    private static func dash(_ reader: Reader, at offset: Int, end: Int) -> OutlineMarker? {
        var next = offset
        var count = 0
        while next < end {
            let character = reader.character(at: next)
            guard character.scalar == 0x2014 || character.scalar == 0x2500 || character.scalar == 0x2015 else { break }
            count += 1
            next = character.next
        }
        guard count >= 2 else { return nil }
        return OutlineMarker(style: .dash, value: 0, start: offset, titleStart: skipSpace(reader, next, end))
    }

    private static func parenthesized(_ reader: Reader, at offset: Int, end: Int) -> OutlineMarker? {
        let start = skipSpace(reader, reader.character(at: offset).next, end)
        guard let numeral = OutlineNumeral(reader, at: start, end: end) else { return nil }
        let close = skipSpace(reader, numeral.end, end)
        guard close < end else { return nil }
        let closing = reader.character(at: close)
        guard closing.scalar == 0x29 || closing.scalar == 0xFF09 else { return nil }
        var title = skipSpace(reader, closing.next, end)
        // （一）、
        if title < end, reader.character(at: title).scalar == 0x3001 {
            title = skipSpace(reader, reader.character(at: title).next, end)
        }
        return OutlineMarker(
            style: numeral.isHan ? .hanInParentheses : .digitsInParentheses, value: numeral.value, start: offset,
            number: TextSpan(start: start, end: numeral.end), titleStart: title)
    }

    private static func ordinal(_ reader: Reader, at offset: Int, end: Int) -> OutlineMarker? {
        let start = reader.character(at: offset).next
        guard let numeral = OutlineNumeral(reader, at: start, end: end), numeral.end < end else { return nil }
        let behind = reader.character(at: numeral.end)
        let style: OutlineMarker.Style
        var next = behind.next
        switch behind.scalar {
        case 0x3001, 0xFF0C, 0x2C, 0xFF1A, 0x3A: style = .ordinal
        case 0x7AE0, 0x7BC7: style = .chapter
        case 0x8282: style = .article
        case 0x90E8:
            guard next < end, reader.character(at: next).scalar == 0x5206 else { return nil }
            next = reader.character(at: next).next
            style = .part
        default: return nil
        }
        if style != .ordinal {
            // 第一章 总则, but not 第一节课.
            guard next < end, reader.character(at: next).info.isSpace || isPause(reader.character(at: next).scalar)
            else { return nil }
            if isPause(reader.character(at: next).scalar) { next = reader.character(at: next).next }
        }
        return OutlineMarker(
            style: style, value: numeral.value, start: offset, number: TextSpan(start: start, end: numeral.end),
            titleStart: skipSpace(reader, next, end))
    }

    private static func numbered(_ reader: Reader, at offset: Int, end: Int) -> OutlineMarker? {
        guard let numeral = OutlineNumeral(reader, at: offset, end: end) else { return nil }
        let point = skipSpace(reader, numeral.end, end)
        guard point < end else { return nil }
        let behind = reader.character(at: point)
        let style: OutlineMarker.Style
        switch behind.scalar {
        case 0x3001: style = numeral.isHan ? .han : .digits
        case 0x2E, 0xFF0E: style = numeral.isHan ? .han : .digits
        case 0x662F where numeral.isHan, 0x8981 where numeral.isHan: style = .copula
        default: return nil
        }
        let title = skipSpace(reader, behind.next, end)
        if title < end, style != .copula {
            let character = reader.character(at: title)
            // 1.2亿; 一、二、三产业
            if style == .digits, title == behind.next, character.info.numeralClass == .digit, behind.scalar != 0x3001,
                !isYear(reader, at: title, end: end)
            {
                return nil
            }
            if let second = OutlineNumeral(reader, at: title, end: end), second.end < end,
                reader.character(at: second.end).scalar == 0x3001
            {
                return nil
            }
        }
        return OutlineMarker(
            style: style, value: numeral.value, start: offset, number: TextSpan(start: offset, end: numeral.end),
            titleStart: title)
    }

    /// 20.2026年: a number of four digits behind the point is a year.
    private static func isYear(_ reader: Reader, at offset: Int, end: Int) -> Bool {
        var next = offset
        var count = 0
        while next < end, count < 5, reader.character(at: next).info.numeralClass == .digit {
            count += 1
            next = reader.character(at: next).next
        }
        return count == 4
    }

    private static func isPause(_ scalar: UInt32) -> Bool {
        scalar == 0x3001 || scalar == 0xFF1A || scalar == 0x3A || scalar == 0xFF0C
    }

    /// Behind spaces, zero-width characters and at most a few line breaks.
    static func skipSpace(_ reader: Reader, _ offset: Int, _ end: Int) -> Int {
        var offset = offset
        for _ in 0..<12 {
            guard offset < end else { break }
            let character = reader.character(at: offset)
            guard character.info.isBlank else { break }
            offset = character.next
        }
        return offset
    }
}
