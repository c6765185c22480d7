/// The parts of a set of several numerals, by which a text explains it: “一核”, 第一个“4”.
enum SloganParts {
    /// How many parts a code has, its letters among them.
    static func count(_ reader: Reader, _ span: TextSpan) -> Int {
        labels(reader, span, isCode: true).count
    }

    /// The label of each part: 一核, 两翼; of a code its digits and letters.
    static func labels(_ reader: Reader, _ span: TextSpan, isCode: Bool) -> [TextSpan] {
        var labels: [TextSpan] = []
        labels.reserveCapacity(8)
        var offset = span.start
        let isJoined = isCode && holdsSign(reader, span)
        while offset < span.end {
            let character = reader.character(at: offset)
            let isNumeral: Bool
            switch character.info.numeralClass {
            case .digit, .hanDigit, .place: isNumeral = true
            // N极 of 一核三带N极
            default: isNumeral = isLetter(character.scalar) || !isCode && isDouble(character.scalar)
            }
            if isCode {
                if isNumeral {
                    if isJoined, let last = labels.last, last.end == offset {
                        labels[labels.count - 1].end = character.next
                    } else {
                        labels.append(TextSpan(start: offset, end: character.next))
                    }
                } else if OutlineText.isHan(character.scalar) {
                    break
                }
            } else if isNumeral, labels.last.map({ $0.end - $0.start > 3 }) ?? true, character.next < span.end {
                labels.append(TextSpan(start: offset, end: character.next))
            } else if let last = labels.last, last.end == offset, OutlineText.isHan(character.scalar) {
                labels[labels.count - 1].end = character.next
            }
            offset = character.next
        }
        return labels
    }

    private static func holdsSign(_ reader: Reader, _ span: TextSpan) -> Bool {
        var offset = span.start
        while offset < span.end {
            let character = reader.character(at: offset)
            switch character.scalar {
            case 0x2B, 0xFF0B, 0xD7, 0x2A: return true
            default: offset = character.next
            }
        }
        return false
    }

    static func isLetter(_ scalar: UInt32) -> Bool {
        (0x41...0x5A).contains(scalar) || scalar == 0x6E || scalar == 0x78
    }

    /// 双 and its Traditional form.
    private static func isDouble(_ scalar: UInt32) -> Bool { scalar == 0x53CC || scalar == 0x96D9 }
}

extension SloganUnfolder {
    /// What is said of each part behind the set: in its paragraph, or in what is announced there.
    mutating func parts(behind match: SloganMatch, _ shape: SloganShape) -> [TextSpan]? {
        let labels = SloganParts.labels(reader, match.span, isCode: shape.form == .code)
        guard let label = labels.first, labels.count >= 2 || shape.form == .code else { return nil }
        let start = match.outerEnd(reader)
        let announced = body(behind: start)?.end ?? 0
        let (end, holdsLabel) = paragraphEnd(start, limit: 1800, label)
        // Few sets are explained, and this walk is all that the others cost.
        guard holdsLabel || announced > end else {
            spend(min(end - start, 1800))
            return nil
        }
        return parts(match, shape, labels, from: start, to: max(end, announced))
    }

    /// The end of the paragraph at `offset`, `limit` bytes further on at most, and whether `label` stands behind a mark of
    /// quotation before it.
    private mutating func paragraphEnd(_ offset: Int, limit: Int, _ label: TextSpan) -> (end: Int, holdsLabel: Bool) {
        var end = offset
        var holdsLabel = false
        let last = min(reader.end, offset + limit)
        while end < last {
            end = reader.skippingHan(end, limit: last)
            guard end < last else { break }
            let byte = reader.bytes[unchecked: end]
            if byte == 0x0A { break }
            // “ or "
            if byte == 0xE2 || byte == 0x22 {
                let inside = end + (byte == 0xE2 ? 3 : 1)
                let piece = TextSpan(start: inside, end: inside + label.count)
                if piece.end < reader.end, reader.bytes.isSame(piece, label) { holdsLabel = true }
            }
            end &+= 1
        }
        while end > offset, end < reader.end, reader.bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return (end, holdsLabel)
    }

    /// “一核”就是…。“两翼”就是…, 第一个“4”就是…；第二个“4”…: what the text says of each part, in order.
    ///
    /// Of a code each part is one member: the set that it names, if it names one at its end, or else all that is said.
    /// Of other sets each part has as many members as its numeral says, if what is said is a list of so many.
    mutating func parts(
        _ match: SloganMatch, _ shape: SloganShape, _ labels: [TextSpan], from start: Int, to end: Int
    ) -> [TextSpan]? {
        guard labels.count >= 2 || shape.form == .code else { return nil }
        spend(min(end - start, 1800))
        var definitions: [TextSpan] = []
        var offset = start
        var openings: [Int] = []
        var isCounted: [Bool] = []
        for label in labels {
            guard let found = find(label, from: offset, to: end) else { return nil }
            openings.append(found.opening)
            definitions.append(TextSpan(start: found.start, end: found.start))
            isCounted.append(found.isCounted)
            offset = found.start
        }
        let list = SloganItems(reader, terms: terms)
        var members: [TextSpan] = []
        for (index, definition) in definitions.enumerated() {
            let limit = index + 1 < openings.count ? openings[index + 1] : end
            var stop = definitionEnd(definition.start, limit: limit)
            if isCounted[index] { stop = comma(definition.start, limit: stop) }
            let span = list.trimmed(definition.start, stop)
            guard span.count > 0 else { return nil }
            if shape.form == .code {
                members.append(namedSet(in: span) ?? span)
                continue
            }
            let count = index < shape.counts.count ? shape.counts[index] : 1
            if count == 1 {
                members.append(list.withoutLead(span))
            } else if let items = list.list(from: span.start, to: span.end, count: count) {
                members += [list.withoutLead(items[0])] + items.dropFirst()
            } else {
                members.append(list.withoutLead(span))
            }
        }
        return members
    }

    /// Where a part is explained: its label in quotation marks, and 是, 指, 就是 or the like behind it.
    private mutating func find(
        _ label: TextSpan, from start: Int, to end: Int
    ) -> (opening: Int, start: Int, isCounted: Bool)? {
        var offset = start
        while true {
            offset = reader.skippingHan(offset, limit: end)
            guard offset + label.count < end else { return nil }
            // “ or "
            guard reader.bytes[offset] == 0xE2 || reader.bytes[offset] == 0x22 else {
                offset += 1
                continue
            }
            let character = reader.character(at: offset)
            let inside = TextSpan(start: character.next, end: character.next + label.count)
            if character.scalar == 0x201C || character.scalar == 0x22, inside.end < end,
                reader.bytes.isSame(inside, label)
            {
                let closing = reader.character(at: inside.end)
                if closing.scalar == 0x201D || closing.scalar == 0x22,
                    let match = reader.longestTerm(Lexicon.Kind.sloganCue.bit, at: closing.next),
                    let term = reader.term(.sloganCue, of: match)
                {
                    switch terms.sloganCues[term] {
                    case .unfolding, .copula: return (opening(of: offset), match.end, false)
                    // 建设“1”个中心
                    case .classifier: return (offset, match.end, true)
                    default: break
                    }
                }
            }
            offset = character.next
        }
    }

    /// 第一个“4”: the words before the mark belong to it.
    private mutating func opening(of mark: Int) -> Int {
        var offset = mark
        for _ in 0..<3 where offset > 0 {
            let before = reader.before(offset)
            let character = reader.character(at: before)
            guard OutlineText.isHan(character.scalar) else { break }
            offset = before
            if character.info.numeralClass == .none, offset < mark,
                let match = reader.longestTerm(Lexicon.Kind.cue.bit, at: offset),
                let term = reader.term(.cue, of: match), terms.cues[term] == .ordinal
            {
                return offset
            }
        }
        return mark
    }

    private mutating func definitionEnd(_ start: Int, limit: Int) -> Int {
        var offset = start
        while offset < limit {
            let character = reader.character(at: offset)
            switch character.scalar {
            case 0x3002, 0xFF1B, 0x3B, 0x0A: return offset
            default: offset = character.next
            }
        }
        return min(offset, limit)
    }

    /// 建设“1”个中心，…: up to the comma.
    private mutating func comma(_ start: Int, limit: Int) -> Int {
        var offset = start
        while offset < limit {
            let character = reader.character(at: offset)
            if character.scalar == 0xFF0C || character.scalar == 0x2C { return offset }
            offset = character.next
        }
        return limit
    }

    /// The set in quotation marks that a definition ends with.
    private mutating func namedSet(in span: TextSpan) -> TextSpan? {
        var low = 0
        var high = matches.count
        while low < high {
            let middle = (low + high) / 2
            if matches[middle].end < span.end - 12 { low = middle + 1 } else { high = middle }
        }
        while low < matches.count, matches[low].start < span.end {
            let match = matches[low]
            if match.kind == .set, match.isQuoted, match.start > span.start,
                match.end == span.end || match.outerEnd(reader) == span.end
            {
                return match.span
            }
            low += 1
        }
        return nil
    }
}
