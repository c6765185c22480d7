/// Finds sets that a text has in quotation marks in one place and without them in another.
enum SloganRepetition {
    /// A set as it stands in one place.
    private struct Surface {
        let match: SloganMatch
        var count: Int { match.end - match.start }
    }

    /// How many surfaces with the same beginning are compared.
    private static let bucket = 8

    /// Adds to `matches`, which are in order and stay so, what repeats one of them or of `noted`.
    static func add(
        to matches: inout [SloganMatch], reader: inout Reader, lexemes: Span<Lexeme>, terms: Terms, noted: [SloganMatch]
    ) {
        var surfaces: [UInt64: [Surface]] = [:]
        // Which keys there may be, a bit for several: most places are dismissed without a look into the table.
        var mask: UInt64 = 0
        func take(_ match: SloganMatch) {
            guard match.kind == .set, match.isQuoted || match.rule == .repeated, match.term == nil,
                let shape = match.shape, match.rule == .repeated || isTelling(shape, match),
                match.start + keyLength <= reader.end
            else { return }
            let key = key(reader, match.start)
            var list = surfaces[key] ?? []
            guard list.count < bucket else { return }
            let isKnown = list.contains {
                reader.bytes.isSame($0.match.span, match.span)
            }
            if isKnown { return }
            list.append(Surface(match: match))
            surfaces[key] = list
            mask |= bit(reader, match.start)
        }
        for match in noted { take(match) }
        for index in matches.indices where matches[index].kind == .set { take(matches[index]) }
        guard !surfaces.isEmpty else { return }
        var found: [SloganMatch] = []
        var next = 0
        var taken = 0
        // Behind the next match, its closing mark too.
        var end = matches.first?.outerEnd(reader) ?? 0
        for index in lexemes.indices where lexemes[index].kind == .number || lexemes[index].kind == .word {
            let start = Int(lexemes[index].start)
            guard start + keyLength <= reader.end, mask & bit(reader, start) != 0 else { continue }
            while next < matches.count, end <= start {
                taken = max(taken, matches[next].end)
                next += 1
                if next < matches.count { end = matches[next].outerEnd(reader) }
            }
            guard start >= taken, next == matches.count || matches[next].start > start,
                let list = surfaces[key(reader, start)]
            else { continue }
            for surface in list.sorted(by: { $0.count > $1.count }) {
                let span = TextSpan(start: start, end: start + surface.count)
                reader.count(surface.count)
                guard span.end <= reader.end, reader.bytes.isSame(surface.match.span, span) else { continue }
                guard next == matches.count || matches[next].start >= span.end else {
                    let winner = matches[next]
                    reader.dismiss(
                        .init(
                            .init(.slogan(.repeated), start, span.end), .taken,
                            winner: .init(.slogan(winner.rule), winner.start, winner.end)))
                    continue
                }
                guard !isOrdinal(reader, start) else {
                    reader.dismiss(.init(.init(.slogan(.repeated), start, span.end), .uncounted))
                    continue
                }
                var match = surface.match
                let shift = start - match.start
                match.start += shift
                match.end += shift
                match.isQuoted = false
                match.rule = .repeated
                match.shape = match.shape.map { $0.moved(by: shift) }
                found.append(match)
                taken = span.end
                break
            }
        }
        if !found.isEmpty { matches = merged(matches, found) }
        // A note's own name, also where its number runs into it (2.三塘一渠).
        let names = unfound(noted, among: matches)
        if !names.isEmpty { matches = merged(matches, names) }
    }

    /// Those of `noted` that share no character with a match; both are in order.
    private static func unfound(_ noted: [SloganMatch], among matches: [SloganMatch]) -> [SloganMatch] {
        var next = 0
        return noted.filter { name in
            while next < matches.count, matches[next].end <= name.start { next += 1 }
            return next == matches.count || matches[next].start >= name.end
        }
    }

    private static func merged(_ a: [SloganMatch], _ b: [SloganMatch]) -> [SloganMatch] {
        var result: [SloganMatch] = []
        result.reserveCapacity(a.count + b.count)
        var next = 0
        for match in a {
            while next < b.count, b[next].start < match.start {
                result.append(b[next])
                next += 1
            }
            result.append(match)
        }
        result.append(contentsOf: b[next...])
        return result
    }

    /// Only what is long enough to be nothing else.
    private static func isTelling(_ shape: SloganShape, _ match: SloganMatch) -> Bool {
        switch shape.form {
        case .classified: (shape.head?.count ?? 0) >= 6 && match.end - match.start >= 12
        case .coordinate: match.end - match.start >= 12
        case .bare, .double, .code, .places: false
        }
    }

    private static func isOrdinal(_ reader: Reader, _ start: Int) -> Bool {
        start > 0 && reader.character(at: reader.before(start)).info.startsNumeral
    }

    /// Two characters, mostly.
    private static let keyLength = 6

    /// The first bytes, which must lie before the end.
    private static func key(_ reader: borrowing Reader, _ offset: Int) -> UInt64 {
        var key: UInt64 = 0
        for index in offset..<offset + keyLength { key = key << 8 | UInt64(reader.bytes[unchecked: index]) }
        return key
    }

    /// The bit that stands for a key in a mask of 64, by its last byte.
    private static func bit(_ reader: borrowing Reader, _ offset: Int) -> UInt64 {
        1 << UInt64(reader.bytes[unchecked: offset + keyLength - 1] & 63)
    }
}
