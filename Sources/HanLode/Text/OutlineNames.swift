/// Who gives a report and for where, from the lines around its title.
enum OutlineNames {
    private static func role(_ reader: Reader, _ terms: Terms, at offset: Int) -> (role: DatelineRole, end: Int)? {
        guard let match = reader.longestTerm(Lexicon.Kind.dateline.bit, at: offset),
            let term = reader.term(.dateline, of: match)
        else { return nil }
        return (terms.datelines[term], match.end)
    }

    private static func contains(_ wanted: DatelineRole, _ reader: Reader, _ terms: Terms, _ span: TextSpan) -> Bool {
        var isFound = false
        OutlineText.forEachTerm(.dateline, reader, span) { term, _, _ in
            isFound = terms.datelines[term] == wanted
            return !isFound
        }
        return isFound
    }

    /// ——在…大会上的报告; 2026年1月27日在…会议上; （2013年3月20日）
    static func isDateline(_ reader: Reader, terms: Terms, _ line: OutlineParagraph) -> Bool {
        guard line.characters <= 120 else { return false }
        if line.marker?.style == .dash { return true }
        if contains(.meeting, reader, terms, line.span), !line.endsWithStop { return true }
        let first = reader.character(at: line.start).scalar
        return (first == 0x28 || first == 0xFF08) && OutlineDate.first(reader, line.span) != nil
    }

    /// A line that ends in 统计局.
    static func isIssuer(_ reader: Reader, terms: Terms, _ span: TextSpan) -> Bool {
        var isFound = false
        OutlineText.forEachTerm(.dateline, reader, span) { term, _, end in
            isFound = terms.datelines[term] == .issuer && end == span.end
            return true
        }
        return isFound
    }

    /// The name behind an office that ends a line (省长 赵刚); behind a space, where the line names a meeting
    /// (…上的报告 张军).
    static func speaker(_ reader: Reader, terms: Terms, _ span: TextSpan) -> String? {
        var start: Int?
        OutlineText.forEachTerm(.dateline, reader, span) { term, _, end in
            if terms.datelines[term] == .office { start = OutlineMarkers.skipSpace(reader, end, span.end) }
            return true
        }
        if start == nil, contains(.meeting, reader, terms, span) || isDash(reader, span) {
            var offset = span.start
            while offset < span.end {
                let character = reader.character(at: offset)
                if character.info.isSpace { start = character.next }
                offset = character.next
            }
        }
        guard let start, start < span.end else { return nil }
        let rest = TextSpan(start: start, end: span.end)
        return isName(reader, rest, longest: 4) ? name(reader, rest) : nil
    }

    private static func isDash(_ reader: Reader, _ span: TextSpan) -> Bool {
        OutlineMarkers.marker(reader, at: span.start, end: span.end)?.style == .dash
    }

    /// Two to `longest` Han characters and nothing else but spaces, or the parts of a longer name with · between.
    static func isName(_ reader: Reader, _ span: TextSpan, longest: Int = 3) -> Bool {
        var (offset, count, parts) = (span.start, 0, 1)
        while offset < span.end {
            let character = reader.character(at: offset)
            if OutlineText.isHan(character.scalar) {
                count += 1
            } else if character.scalar == 0xB7 {
                parts += 1
            } else if !character.info.isBlank {
                return false
            }
            offset = character.next
            if count > 12 { return false }
        }
        return count >= 2 && (count <= longest || parts > 1)
    }

    static func name(_ reader: Reader, _ span: TextSpan) -> String {
        var name = OutlineText.clean(reader, span.start, span.end)
        name.removeAll { $0 == " " }
        return name
    }

    /// The name of a division, from behind 在, 年 or 中国共产党 up to its last 省, 市 or 区: 济南市历城区.
    static func region(_ reader: Reader, terms: Terms, _ span: TextSpan) -> String? {
        var (offset, start, count) = (span.start, span.start, 0)
        var end: Int?
        while offset < span.end {
            let character = reader.character(at: offset)
            if let found = role(reader, terms, at: offset) {
                switch found.role {
                case .beforeRegion where end == nil:
                    (offset, start, count) = (found.end, found.end, 0)
                    continue
                case .region where count > 0:
                    end = found.end
                    offset = found.end
                    continue
                case .behindRegion, .office, .meeting, .behalf, .issuer:
                    if end != nil { offset = span.end } else { (offset, start, count) = (found.end, found.end, 0) }
                    continue
                default: break
                }
            }
            if !OutlineText.isHan(character.scalar) {
                if end != nil { break }
                (start, count) = (character.next, 0)
            } else {
                count += 1
            }
            // No division has a longer name.
            if count > 15 { break }
            offset = character.next
        }
        return end.map { OutlineText.clean(reader, start, $0) }
    }

    /// Who gives the report: what stands behind 我代表, up to the comma or 向.
    static func issuer(_ reader: Reader, terms: Terms, _ span: TextSpan) -> String? {
        var start: Int?
        OutlineText.forEachTerm(.dateline, reader, span) { term, _, end in
            guard terms.datelines[term] == .behalf else { return true }
            start = end
            return false
        }
        guard let start else { return nil }
        var offset = start
        for _ in 0..<40 {
            guard offset < span.end else { return nil }
            let character = reader.character(at: offset)
            switch character.scalar {
            case 0xFF0C, 0x2C, 0x5411: return offset > start ? OutlineText.clean(reader, start, offset) : nil
            case 0x3002: return nil
            default: offset = character.next
            }
        }
        return nil
    }
}
