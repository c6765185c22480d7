/// Members in what follows the sentence of a set: headings, numbered items, sentences with the set's own head.
extension SloganUnfolder {
    /// “七个新提升”。 and seven sections of one level behind it.
    mutating func headings(_ match: SloganMatch, count: Int) -> [TextSpan]? {
        var low = 0
        var high = sections.count
        while low < high {
            let middle = (low + high) / 2
            if sections[middle].span.start < match.end { low = middle + 1 } else { high = middle }
        }
        guard low < sections.count, sections[low].span.start - match.end <= 240 else { return nil }
        // The set may stand in the heading above them, or be announced by a colon; else they name its head.
        let isAnnounced = announces(match.end, sections[low].span.start) || isHeading(match, above: low)
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
        guard members.count == count else { return nil }
        return isAnnounced || areOf(match, members) ? members : nil
    }

    /// Whether ： stands last before the sections.
    private mutating func announces(_ end: Int, _ start: Int) -> Bool {
        var offset = start
        while offset > end {
            let before = reader.before(offset)
            let character = reader.character(at: before)
            guard character.info.isBlank else {
                return character.scalar == 0xFF1A || character.scalar == 0x3A
            }
            offset = before
        }
        return false
    }

    /// Whether the set stands in the title of the section that holds the one at `index`.
    private mutating func isHeading(_ match: SloganMatch, above index: Int) -> Bool {
        guard index > 0 else { return false }
        let parent = sections[index - 1]
        return parent.level < sections[index].level && parent.span.start <= match.start
            && match.start - parent.span.start <= parent.title.utf8.count + 24
    }

    /// Whether at least half of the titles hold the last two characters of the set's head.
    private mutating func areOf(_ match: SloganMatch, _ titles: [TextSpan]) -> Bool {
        guard let head = match.shape?.head, head.count >= 6 else { return false }
        let end = SloganItems(reader, terms: terms).suffix(head, 2)
        let found = titles.count { title in
            title.count >= end.count
                && (title.start...(title.end - end.count)).contains {
                    reader.bytes.isSame(TextSpan(start: $0, end: $0 + end.count), end)
                }
        }
        return found * 2 >= titles.count
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
            // Before an item stands a mark or white space, and no letter.
            let isLetter = OutlineText.isHan(character.scalar)
            let next = isLetter ? reader.skippingHan(character.next, limit: min(end, limit)) : character.next
            guard character.info.numeralClass != .none else {
                offset = next
                continue
            }
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
                offset = next
            }
        }
        spend(offset - match.end)
        return members.count == count ? members : nil
    }

    private mutating func number(at offset: Int) -> Int? {
        let character = reader.character(at: offset)
        if character.info.numeralClass == .hanDigit { return character.info.hanDigit }
        guard character.info.numeralValue == 1 else { return nil }
        guard character.next < reader.end else { return 10 }
        let next = reader.character(at: character.next)
        return next.info.numeralClass == .hanDigit ? 10 + next.info.hanDigit : 10
    }

    /// Behind the 是 or 要 of 一是, where a clause begins with it.
    private mutating func itemStart(_ offset: Int) -> Int? {
        guard offset > 0 else { return nil }
        let before = reader.character(at: reader.before(offset))
        guard SloganQuotation.endsClause(before.scalar) || before.info.isSpace else { return nil }
        var digits = offset
        while digits < reader.end, reader.character(at: digits).info.startsNumeral {
            digits = reader.character(at: digits).next
        }
        guard let match = reader.longestTerm(Lexicon.Kind.sloganCue.bit, at: digits),
            let term = reader.term(.sloganCue, of: match),
            terms.sloganCues[term] == .copula || terms.sloganCues[term] == .duty
        else { return nil }
        return match.end
    }

    private mutating func clauseEnd(_ offset: Int) -> Int {
        var offset = offset
        while true {
            offset = reader.skippingHan(offset, limit: reader.end)
            guard offset < reader.end else { return offset }
            let character = reader.character(at: offset)
            if SloganQuotation.endsClause(character.scalar) { return offset }
            offset = character.next
        }
    }

    /// The end of the clause that holds the first character behind `place`, which may stand inside a character.
    private mutating func clauseEnd(behind place: Int) -> Int {
        var offset = place + 1
        while offset < reader.end, reader.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        return clauseEnd(min(offset, reader.end))
    }

    /// Whether `head`, of two characters and more, begins or ends a clause from `start`, which is a mark, to `end`.
    private mutating func mayBeMember(_ head: TextSpan, from start: Int, to end: Int) -> Bool {
        let bytes = reader.bytes
        let (first, second, third) = (bytes[head.start], bytes[head.start + 1], bytes[head.start + 2])
        let last = min(end, reader.end) - head.count
        var offset = start
        while offset <= last {
            let byte = bytes[unchecked: offset]
            if byte == first, bytes[unchecked: offset + 1] == second, bytes[unchecked: offset + 2] == third,
                reader.bytes.isSame(TextSpan(start: offset, end: offset + head.count), head),
                isAtEdge(offset, offset + head.count, of: end)
            {
                return true
            }
            // A Han letter has three bytes, and no other character begins with one of its.
            offset &+= byte >= 0xE4 && byte <= 0xE9 ? 3 : 1
        }
        return false
    }

    /// Whether a mark or white space stands before `start`, or a mark or the end of the text at `end`.
    private mutating func isAtEdge(_ start: Int, _ end: Int, of last: Int) -> Bool {
        if end >= last || SloganQuotation.endsClause(reader.character(at: end).scalar) { return true }
        let before = reader.character(at: reader.before(start))
        return SloganQuotation.endsClause(before.scalar) || before.info.isSpace
    }

    /// 突出产业振兴。…突出人才振兴。 for “五个振兴”, 必须…，必须… for “五个必须”: clauses that end or begin with the head.
    mutating func sentences(_ match: SloganMatch, _ shape: SloganShape, count: Int) -> [TextSpan]? {
        guard shape.form == .classified, let head = shape.head, head.count >= 6 else { return nil }
        let end = min(reader.end, match.end + 9000)
        let list = SloganItems(reader, terms: terms)
        var members: [TextSpan] = []
        var isHeadFirst = false
        var offset = clauseEnd(match.outerEnd(reader))
        // The members begin soon behind the set, or not at all.
        let soon = match.end + 600
        if offset <= soon, offset < end {
            let last = min(clauseEnd(behind: soon), end)
            if !mayBeMember(head, from: offset, to: last) { offset = last }
        }
        while members.count < count, offset < end {
            if members.isEmpty, offset > soon { break }
            let start = reader.character(at: offset).next
            let stop = min(clauseEnd(start), end)
            guard start < stop else {
                offset = start
                continue
            }
            let begins = mayBegin(start, with: head)
            let isTold = begins || mayEnd(stop, with: head) && isSentence(offset, stop)
            if isTold, let clause = member(start, stop, head, of: match.span, list) {
                members.append(clause)
                isHeadFirst = begins
            } else if isHeadFirst {
                // Clauses that begin with the head follow one another.
                break
            }
            offset = stop
        }
        spend(offset - match.end)
        guard members.count == count else { return nil }
        // 突出产业振兴, 突出人才振兴: a verb is left out where all have one; 发展质量 begins with none.
        let plain = isHeadFirst ? members : members.map { list.withoutLead($0) }
        return zip(plain, members).allSatisfy { $0.start > $1.start } ? plain : members
    }

    /// The clause from `start` to `stop`, where it is a member and does not speak of the set itself.
    private mutating func member(
        _ start: Int, _ stop: Int, _ head: TextSpan, of set: TextSpan, _ list: borrowing SloganItems
    ) -> TextSpan? {
        let clause = list.trimmed(start, stop)
        return isMember(clause, head, list) && !holds(clause, set) ? clause : nil
    }

    /// Whether a clause is a sentence: what stands before and behind it ends one.
    private mutating func isSentence(_ before: Int, _ end: Int) -> Bool {
        func ends(_ offset: Int) -> Bool {
            guard offset < reader.end else { return true }
            switch reader.character(at: offset).scalar {
            case 0x3002, 0xFF1B, 0x3B, 0xFF01, 0x0A, 0x0D: return true
            default: return false
            }
        }
        return ends(before) && ends(end)
    }

    /// Whether the clause speaks of the set itself.
    private mutating func holds(_ clause: TextSpan, _ set: TextSpan) -> Bool {
        guard clause.count >= set.count else { return false }
        for start in clause.start...(clause.end - set.count)
        where reader.bytes.isSame(TextSpan(start: start, end: start + set.count), set) {
            return true
        }
        return false
    }

    /// Whether the head stands right before `offset`.
    private mutating func mayEnd(_ offset: Int, with head: TextSpan) -> Bool {
        offset - head.count >= 0
            && reader.bytes.isSame(TextSpan(start: offset - head.count, end: offset), head)
    }

    /// Whether the head stands at `offset`, white space before it.
    private mutating func mayBegin(_ offset: Int, with head: TextSpan) -> Bool {
        var offset = offset
        // No Han letter is white space.
        while offset < reader.end, reader.bytes[offset] < 0xE4, reader.character(at: offset).info.isSpace {
            offset = reader.character(at: offset).next
        }
        return offset + head.count <= reader.end && reader.bytes[offset] == reader.bytes[head.start]
            && reader.bytes.isSame(TextSpan(start: offset, end: offset + head.count), head)
    }

    /// A short clause that ends with the head, or one that begins with it.
    private mutating func isMember(_ clause: TextSpan, _ head: TextSpan, _ list: borrowing SloganItems) -> Bool {
        guard clause.count > head.count + 3 else { return false }
        if reader.bytes.isSame(TextSpan(start: clause.start, end: clause.start + head.count), head) {
            return clause.count <= 120
        }
        return clause.count <= 42
            && reader.bytes.isSame(TextSpan(start: clause.end - head.count, end: clause.end), head)
    }
}
