/// The notes at a report's end (名词解释): what they explain, and where they do.
struct SloganNotes {
    private var bodies: [ByteText: TextSpan] = [:]
    /// Where the names of what is explained stand, without numbers and marks around them.
    private(set) var names: [TextSpan] = []

    /// No notes.
    init() {}

    /// - Parameter spans: the notes; each entry begins a line.
    init(_ reader: borrowing Reader, spans: [TextSpan]) {
        for span in spans {
            var line = span.start
            while line < span.end, names.count < 400 {
                var end = line
                while end < span.end, reader.bytes[end] != 0x0A { end += 1 }
                if let colon = Self.colon(reader, line, end) {
                    var body = TextSpan(start: colon.next, end: end)
                    if Self.isBlank(reader, body), end < span.end {
                        // The explanation stands on the next line.
                        var next = end + 1
                        while next < span.end, reader.bytes[next] != 0x0A { next += 1 }
                        body = TextSpan(start: end + 1, end: next)
                    }
                    let head = TextSpan(start: line, end: colon.start)
                    add(reader, head, body)
                }
                line = end + 1
            }
        }
    }

    /// The explanation of `name`, which may stand in quotation marks within a longer name.
    func body(of name: String) -> TextSpan? {
        bodies.isEmpty ? nil : bodies[ByteText(name)]
    }

    /// An entry: its whole name, and what stands in quotation marks in it.
    private mutating func add(_ reader: borrowing Reader, _ head: TextSpan, _ body: TextSpan) {
        let name = Self.name(reader, head)
        names.append(name)
        bodies[ByteText(Slogan.plain(reader.text(name)))] = body
        var start: Int?
        var offset = head.start
        while offset < head.end {
            let character = reader.character(at: offset)
            if character.scalar == 0x201C {
                start = character.next
            } else if character.scalar == 0x201D, let first = start {
                let quoted = ByteText(Slogan.plain(reader.text(TextSpan(start: first, end: offset))))
                if bodies[quoted] == nil { bodies[quoted] = body }
                start = nil
            }
            offset = character.next
        }
    }

    /// A head without its number and the marks around it.
    private static func name(_ reader: borrowing Reader, _ head: TextSpan) -> TextSpan {
        var (start, end) = (head.start, head.end)
        var offset = start
        // A number ends with a mark: 3., ［3］; 10件 is no number.
        while offset < end {
            let character = reader.character(at: offset)
            let isMark = isMark(character.scalar) || character.info.isBlank
            guard isMark || character.info.numeralClass == .digit else { break }
            offset = character.next
            if isMark { start = offset }
        }
        while end > start, isMark(reader.character(at: reader.before(end)).scalar) { end = reader.before(end) }
        return TextSpan(start: start, end: end)
    }

    private static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x201C, 0x201D, 0x22, 0x2E, 0xFF0E, 0x3001, 0x5B, 0x5D, 0xFF3B, 0xFF3D, 0x28, 0x29, 0xFF08, 0xFF09, 0x3010,
            0x3011:
            true
        default: false
        }
    }

    /// The first colon of a line, within sixty characters.
    private static func colon(_ reader: borrowing Reader, _ start: Int, _ end: Int) -> (start: Int, next: Int)? {
        var offset = start
        while offset < end, offset - start < 180 {
            let character = reader.character(at: offset)
            if character.scalar == 0xFF1A || character.scalar == 0x3A { return (offset, character.next) }
            if character.scalar == 0x3002 { return nil }
            offset = character.next
        }
        return nil
    }

    private static func isBlank(_ reader: borrowing Reader, _ span: TextSpan) -> Bool {
        var offset = span.start
        while offset < span.end {
            let character = reader.character(at: offset)
            guard character.info.isBlank else { return false }
            offset = character.next
        }
        return true
    }
}
