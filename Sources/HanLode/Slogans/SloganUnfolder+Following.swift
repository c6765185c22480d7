/// Members in what follows the sentence of a set: headings, numbered items, sentences with the set's own head.
extension SloganUnfolder {
    /// “七个新提升”。 and seven sections of one level behind it.
    mutating func headings(_ match: SloganMatch, count: Int) -> [TextSpan]? {
        let sections = outline.sections
        var low = 0
        var high = sections.count
        while low < high {
            let middle = (low + high) / 2
            if sections[middle].span.start < match.end { low = middle + 1 } else { high = middle }
        }
        guard low < sections.count, sections[low].span.start - match.end <= 240 else { return nil }
        let level = sections[low].level
        var members: [TextSpan] = []
        var index = low
        while index < sections.count, sections[index].level >= level {
            if sections[index].level == level {
                guard members.count < count, let title = title(of: sections[index]) else { return nil }
                members.append(title)
            }
            index += 1
        }
        return members.count == count ? members : nil
    }

    /// Where a section's title stands.
    private mutating func title(of section: Section) -> TextSpan? {
        let title = Array(section.title.utf8)
        spend(title.count)
        guard !title.isEmpty else { return nil }
        for start in section.span.start..<min(section.span.start + 48, reader.end) {
            guard start + title.count <= reader.end else { return nil }
            if title.indices.allSatisfy({ reader.bytes[start + $0] == title[$0] }) {
                return TextSpan(start: start, end: start + title.count)
            }
        }
        return nil
    }

    /// “五个必须”：一是…；二是…: what each item says, up to its first mark.
    mutating func items(_ match: SloganMatch, count: Int) -> [TextSpan]? {
        var members: [TextSpan] = []
        var offset = match.end
        let end = min(reader.end, match.end + 4800)
        var limit = match.end + 150
        while members.count < count, offset < min(end, limit) {
            let character = reader.character(at: offset)
            if character.info.numeralClass == .hanDigit || character.info.numeralClass == .place,
                number(at: offset) == members.count + 1, let start = itemStart(offset)
            {
                let stop = clauseEnd(start)
                let member = SloganItems(reader, terms: terms).trimmed(start, stop)
                guard member.count >= 6 else { return nil }
                members.append(member)
                offset = stop
                limit = offset + 1500
            } else {
                offset = character.next
            }
        }
        spend(offset - match.end)
        return members.count == count ? members : nil
    }

    private func number(at offset: Int) -> Int? {
        let character = reader.character(at: offset)
        if character.info.numeralClass == .hanDigit { return character.info.hanDigit }
        guard character.info.numeralValue == 1 else { return nil }
        guard character.next < reader.end else { return 10 }
        let next = reader.character(at: character.next)
        return next.info.numeralClass == .hanDigit ? 10 + next.info.hanDigit : 10
    }

    /// Behind the 是 or 要 of 一是, where a clause begins with it.
    private func itemStart(_ offset: Int) -> Int? {
        guard offset > 0 else { return nil }
        let before = reader.character(at: reader.before(offset))
        guard SloganQuotation.endsClause(before.scalar) || before.info.isSpace else { return nil }
        var digits = offset
        while digits < reader.end, reader.character(at: digits).info.startsNumeral {
            digits = reader.character(at: digits).next
        }
        guard let match = reader.longestTerm(Lexicon.Kind.sloganCue.bit, at: digits),
            let term = reader.term(.sloganCue, of: match), terms.sloganCues[term] == .copula
        else { return nil }
        return match.end
    }

    private func clauseEnd(_ offset: Int) -> Int {
        var offset = offset
        while offset < reader.end {
            let character = reader.character(at: offset)
            if SloganQuotation.endsClause(character.scalar) { return offset }
            offset = character.next
        }
        return offset
    }

    /// 突出产业振兴。…突出人才振兴。 for “五个振兴”, 必须…，必须… for “五个必须”: clauses that end or begin with the head.
    mutating func sentences(_ match: SloganMatch, _ shape: SloganShape, count: Int) -> [TextSpan]? {
        guard shape.form == .classified, let head = shape.head, head.count >= 6 else { return nil }
        let end = min(reader.end, match.end + 9000)
        let list = SloganItems(reader, terms: terms)
        var members: [TextSpan] = []
        var offset = clauseEnd(match.outerEnd(reader))
        while members.count < count, offset < end {
            // The members begin soon behind the set, or not at all.
            if members.isEmpty, offset - match.end > 600 { break }
            let start = reader.character(at: offset).next
            let stop = min(clauseEnd(start), end)
            guard start < stop else {
                offset = start
                continue
            }
            if mayEnd(stop, with: head) || mayBegin(start, with: head), case let clause = list.trimmed(start, stop),
                isMember(clause, head, list)
            {
                members.append(clause)
            }
            offset = stop
        }
        spend(offset - match.end)
        guard members.count == count else { return nil }
        // 突出产业振兴, 突出人才振兴: a verb is left out where all have one; 发展质量 begins with none.
        let plain = members.map { list.withoutLead($0) }
        return zip(plain, members).allSatisfy { $0.start > $1.start } ? plain : members
    }

    /// Whether the head stands right before `offset`.
    private func mayEnd(_ offset: Int, with head: TextSpan) -> Bool {
        offset - head.count >= 0
            && OutlineText.isSame(reader, TextSpan(start: offset - head.count, end: offset), head)
    }

    /// Whether the head stands at `offset`, white space before it.
    private func mayBegin(_ offset: Int, with head: TextSpan) -> Bool {
        var offset = offset
        while offset < reader.end, reader.character(at: offset).info.isSpace { offset = reader.character(at: offset).next }
        return offset + head.count <= reader.end
            && OutlineText.isSame(reader, TextSpan(start: offset, end: offset + head.count), head)
    }

    /// A short clause that ends with the head, or one that begins with it.
    private func isMember(_ clause: TextSpan, _ head: TextSpan, _ list: borrowing SloganItems) -> Bool {
        guard clause.count > head.count + 3 else { return false }
        if OutlineText.isSame(reader, TextSpan(start: clause.start, end: clause.start + head.count), head) {
            return clause.count <= 120
        }
        return clause.count <= 42
            && OutlineText.isSame(reader, TextSpan(start: clause.end - head.count, end: clause.end), head)
    }
}
