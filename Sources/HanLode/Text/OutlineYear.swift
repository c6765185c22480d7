/// The year in which a report without a date was given, from what it says of itself.
enum OutlineYear {
    /// From its headings, the session that it was given to, the term that ends, or else the years that it speaks of.
    static func implied(_ draft: OutlineDraft, _ reader: Reader) -> Int? {
        if let year = heading(draft.outline.sections, reader) { return year }
        guard draft.outline.kind == .governmentWorkReport, draft.outline.date == nil else { return nil }
        for index in draft.body.prefix(3) where draft.paragraphs[index].characters <= 400 {
            let span = draft.paragraphs[index].span
            if let year = session(reader, span) ?? term(reader, span) { return year }
        }
        return frequent(reader, draft)
    }

    /// 2018年工作回顾 is looked back in 2019.
    private static func heading(_ sections: [Section], _ reader: Reader) -> Int? {
        for section in sections where section.level == 1 {
            let heading = TextSpan(start: section.span.start, end: min(section.span.end, section.span.start + 90))
            guard section.role == .review || section.role == .task || section.role == .target,
                let year = OutlineDate.firstYear(reader, heading)
            else { continue }
            return section.role == .review ? year + 1 : year
        }
        return nil
    }

    /// 第十届全国人民代表大会第一次会议: since the fifth, of 1978, the National People's Congress has met every year and
    /// been elected for five (Constitution of the People's Republic of China, articles 60 and 61). Of the earlier ones
    /// only the first, of 1954, met yearly.
    private static func session(_ reader: Reader, _ span: TextSpan) -> Int? {
        var offset = span.start
        while offset < span.end {
            let character = reader.character(at: offset)
            offset = character.next
            guard character.scalar == 0x7B2C,  // 第
                let congress = OutlineNumeral(reader, at: offset, end: span.end), isTerm(reader, congress.end),
                reader.character(at: reader.character(at: congress.end).next).scalar == 0x5168  // 全
            else { continue }
            // 全国人民代表大会第 is nine characters.
            var next = reader.character(at: congress.end).next
            for _ in 0..<8 where next < span.end { next = reader.character(at: next).next }
            guard next < span.end, reader.character(at: next).scalar == 0x7B2C,
                let session = OutlineNumeral(reader, at: reader.character(at: next).next, end: span.end),
                (1...5).contains(session.value)
            else { continue }
            switch congress.value {
            case 1: return 1953 + session.value
            case 5...40: return 1977 + (congress.value - 5) * 5 + session.value
            default: return nil
            }
        }
        return nil
    }

    private static func isTerm(_ reader: Reader, _ offset: Int) -> Bool {
        guard offset < reader.end else { return false }
        let scalar = reader.character(at: offset).scalar
        return (scalar == 0x5C4A || scalar == 0x5C46) && reader.character(at: offset).next < reader.end  // 届, 屆
    }

    /// 本届政府2003年3月就职，任期即将结束: five years after.
    private static func term(_ reader: Reader, _ span: TextSpan) -> Int? {
        guard holds(reader, span, 0x5C31, 0x804C), holds(reader, span, 0x4EFB, 0x671F) else { return nil }
        return OutlineDate.firstYear(reader, span).map { $0 + 5 }
    }

    /// Whether two characters stand side by side: 就职, 任期.
    private static func holds(_ reader: Reader, _ span: TextSpan, _ first: UInt32, _ second: UInt32) -> Bool {
        var (offset, isBehind) = (span.start, false)
        while offset < span.end {
            let character = reader.character(at: offset)
            if isBehind, character.scalar == second { return true }
            isBehind = character.scalar == first
            offset = character.next
        }
        return false
    }

    /// The last of the years that are told often: a report speaks of its own year and the one before, and only by the
    /// way of others.
    private static func frequent(_ reader: Reader, _ draft: OutlineDraft) -> Int? {
        guard let first = draft.body.first, let last = draft.body.last else { return nil }
        var counts = [Int](repeating: 0, count: 300)
        let (bytes, end) = (reader.bytes, draft.paragraphs[last].span.end - 2)
        var offset = draft.paragraphs[first].span.start
        while offset < end {
            let first = bytes[offset]
            // 年
            if first == 0xE5, bytes[offset + 1] == 0xB9, bytes[offset + 2] == 0xB4,
                let year = year(reader, before: offset)
            {
                counts[year - 1900] += 1
            }
            // A Han letter has three bytes, and no other character begins with one of its.
            offset += first >= 0xE4 && first <= 0xE9 ? 3 : 1
        }
        let most = counts.max() ?? 0
        return counts.lastIndex { $0 >= 2 && $0 * 4 >= most }.map { $0 + 1900 }
    }

    /// The year whose four digits stand right before 年, spaces between them left out.
    private static func year(_ reader: Reader, before end: Int) -> Int? {
        var (offset, year, place, count) = (end, 0, 1, 0)
        while offset > 0, count < 5 {
            let before = reader.before(offset)
            let character = reader.character(at: before)
            if character.info.isSpace, offset < end, character.scalar == 0x20 {
                offset = before
                continue
            }
            guard character.info.numeralClass == .digit || character.info.numeralClass == .hanDigit else { break }
            year += character.info.hanDigit * place
            place *= 10
            count += 1
            offset = before
        }
        return count == 4 && (1900...2199).contains(year) ? year : nil
    }
}
