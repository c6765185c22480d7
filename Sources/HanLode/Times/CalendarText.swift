/// Writes places in the calendar as ISO 8601 into one small buffer: a text for each of their parts is most of what
/// putting them together costs.
struct CalendarText {
    private var bytes = InlineArray<40, UInt8>(repeating: 0)
    private var count = 0

    /// `2024-06-12`
    init(_ point: CalendarPoint) { append(point) }

    /// `2021/2025`, open where a bound is absent: `2018/`.
    init(from: CalendarPoint?, to: CalendarPoint?) {
        if let from { append(from) }
        append(UInt8(ascii: "/"))
        if let to { append(to) }
    }

    /// `T15:20`
    init(hour: Int, minute: Int) {
        append(UInt8(ascii: "T"))
        append(hour, digits: 2)
        append(UInt8(ascii: ":"))
        append(minute, digits: 2)
    }

    var text: String { String(copying: UTF8Span(unchecked: bytes.span.extracting(0..<count), isKnownASCII: true)) }

    private mutating func append(_ point: CalendarPoint) {
        append(point.year, digits: 4)
        if point.month > 0 {
            append(UInt8(ascii: "-"))
            append(point.month, digits: 2)
        }
        if point.day > 0 {
            append(UInt8(ascii: "-"))
            append(point.day, digits: 2)
        }
    }

    /// A number with zeros before it, up to at least so many digits.
    private mutating func append(_ number: Int, digits: Int) {
        if digits == 2, (0..<100).contains(number) { return appendTwo(number) }
        if digits == 4, (0..<10_000).contains(number) {
            appendTwo(number / 100)
            return appendTwo(number % 100)
        }
        // No year of a report.
        if number < 0 { append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        var place: UInt = 1
        for _ in 1..<digits { place *= 10 }
        while rest / place >= 10 { place *= 10 }
        while place > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / place))
            rest %= place
            place /= 10
        }
    }

    private mutating func appendTwo(_ number: Int) {
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    private mutating func append(_ byte: UInt8) {
        guard count < bytes.count else { return }
        bytes[count] = byte
        count += 1
    }
}
