/// Finds the members of sets in the text.
///
/// Where a set stands, its members may stand right before it, behind it, in the sentences or headings that follow, or in
/// the notes at the report's end; the rules are tried in that order, and all but one ask for as many members as the
/// numerals say. Every look has an end, and all looks of a text together have a budget, so that the work is linear.
///
/// All of its functions are mutating, also those that only look: one that borrows a value of this size is handed a copy.
struct SloganUnfolder: ~Copyable, ~Escapable {
    let reader: Reader
    let terms: Terms
    let sections: [Section]
    let matches: Span<SloganMatch>
    /// The notes' entries by what they explain.
    private let notes: SloganNotes
    /// Bytes that may still be looked at.
    private(set) var budget: Int

    /// Members, and whether the text leaves no doubt that they are meant: a list of two, or behind 是, may be of
    /// something else.
    struct Unfolding {
        var members: [TextSpan]
        var isPlain = false
    }

    @_lifetime(copy reader, copy matches)
    init(_ reader: borrowing Reader, terms: Terms, outline: Outline, notes: SloganNotes, matches: Span<SloganMatch>) {
        self.reader = copy reader
        self.terms = terms
        sections = outline.sections
        self.matches = matches
        self.notes = notes
        budget = 8 * reader.end + 16_384
    }

    /// Where members are looked for, the most telling first: what one mention says plainly goes before what stands
    /// somewhere behind another.
    enum Pass: CaseIterable {
        /// Right before the set, right behind it, or part by part.
        case beside
        /// In the notes.
        case notes
        /// In the sentences and headings that follow.
        case following
        /// Beside it, and of another number than the set says.
        case another
    }

    /// The members of the set at `index` of the matches.
    mutating func unfold(_ index: Int, _ pass: Pass) -> Unfolding? {
        let match = matches[index]
        guard let shape = match.shape, budget > 0, mayUnfold(shape, match, pass),
            let (count, another) = possibleCounts(shape, match), count <= 40
        else { return nil }
        switch pass {
        case .beside:
            if count >= 2, let members = before(match, count: count) {
                return Unfolding(members: members, isPlain: count > 2)
            }
            if shape.form == .coordinate || shape.form == .code {
                if let members = parts(behind: match, shape) { return Unfolding(members: members, isPlain: true) }
            }
            if let unfolding = behind(index, count: count) { return unfolding }
            guard let another else { return nil }
            return behind(index, count: another)
        case .notes:
            return noted(match, shape, count, another).map { Unfolding(members: $0) }
        case .following:
            guard count >= 2 else { return nil }
            let members =
                items(match, count: count) ?? headings(match, count: count) ?? sentences(match, shape, count: count)
            return members.map { Unfolding(members: $0) }
        case .another:
            return other(index, count: count)
        }
    }

    /// Whether a pass has anything to look for.
    private mutating func mayUnfold(_ shape: SloganShape, _ match: SloganMatch, _ pass: Pass) -> Bool {
        switch pass {
        case .beside: true
        case .notes: !notes.names.isEmpty
        case .following: shape.form == .classified
        case .another: shape.form == .classified && match.term == nil
        }
    }

    /// What the notes say of the set.
    private mutating func noted(
        _ match: SloganMatch, _ shape: SloganShape, _ count: Int, _ another: Int?
    ) -> [TextSpan]? {
        guard let body = notes.body(of: Slogan.plain(reader.text(match.span))) else { return nil }
        spend(body.count)
        if shape.form == .coordinate || shape.form == .code,
            let members = parts(
                match, shape, SloganParts.labels(reader, match.span, isCode: shape.form == .code), from: body.start,
                to: body.end)
        {
            return members
        }
        let list = SloganItems(reader, terms: terms)
        if shape.form == .coordinate,
            let members = list.clauses(from: body.start, to: body.end, counts: shape.counts)
        {
            return members
        }
        if let members = list.list(from: body.start, to: body.end, count: count) { return members }
        guard let another else { return nil }
        return list.list(from: body.start, to: body.end, count: another)
    }

    mutating func spend(_ bytes: Int) { budget -= max(bytes, 1) }

    /// How many members there may be: as many as all numerals say together, or one for each numeral; of a code with
    /// letters, one for each letter too.
    private mutating func possibleCounts(_ shape: SloganShape, _ match: SloganMatch) -> (Int, another: Int?)? {
        switch shape.form {
        case .classified, .bare, .double: (shape.counts[0], nil)
        case .coordinate: (shape.counts.sum, shape.counts.count)
        case .code: (SloganParts.count(reader, match.span), nil)
        case .places: nil
        }
    }
}

// MARK: - Right before and right behind

extension SloganUnfolder {
    /// 老城更新、新区提升、乡村振兴、城乡融合“四项重点工作”.
    private mutating func before(_ match: SloganMatch, count: Int) -> [TextSpan]? {
        let end = match.isQuoted && match.start > 0 ? reader.before(match.start) : match.start
        guard let cue = reader.longestContext(Lexicon.Kind.sloganCue.bit, endingAt: end),
            let term = reader.term(.sloganCue, of: cue)
        else { return list(endingAt: end, count: count) }
        switch terms.sloganCues[term] {
        case .trailing:
            return list(endingAt: cue.end, count: count)
        case .lead where match.isQuoted:
            // The 融合 of 乡村振兴、城乡融合“四项重点工作” belongs to the list; a verb makes its last item the longest.
            if let whole = list(endingAt: end, count: count), isEven(whole) { return whole }
            return list(endingAt: cue.end, count: count)
        default:
            return list(endingAt: end, count: count)
        }
    }

    private mutating func isEven(_ items: [TextSpan]) -> Bool {
        guard let last = items.last, items.count > 1 else { return false }
        return items.dropLast().contains { $0.count >= last.count }
    }

    /// A list of so many items that ends at `end`.
    private mutating func list(endingAt end: Int, count: Int) -> [TextSpan]? {
        guard end >= 6, !isConnector(endingAt: end) else { return nil }
        if reader.character(at: reader.before(end)).scalar == 0x201D { return quoted(before: end, count: count) }
        var start = end
        var steps = 0
        // How many items there are at most, if nothing stands quoted among them.
        var most = 1
        while start > 0, steps < 120 {
            // No Han letter is a separator.
            let letters = (start - reader.skippingHanBackward(start, limit: start - 3 * (120 - steps))) / 3
            start -= 3 * letters
            steps += letters
            guard start > 0, steps < 120 else { break }
            let before = reader.before(start)
            let scalar = reader.character(at: before).scalar
            if scalar == 0x201D, !isLabel(start), let opening = opening(before: before) {
                start = opening
                steps += 1
                most = count
                continue
            }
            // 、 and 》
            if scalar == 0x3001 || scalar == 0x300B { most += 1 }
            if SloganQuotation.endsClause(scalar) || scalar == 0x201C || scalar == 0x201D || scalar == 0xFF09
                || scalar == 0x29 || scalar == 0xFF08 || scalar == 0x28
            {
                break
            }
            start = before
            steps += 1
        }
        spend(end - start)
        guard most >= count - 1 else { return nil }
        let list = SloganItems(reader, terms: terms)
        var items = list.enumeration(from: start, to: end)
        if items.count == count - 1, count > 2, let last = items.last, let and = list.lastAnd(last) {
            items.removeLast()
            items.append(list.trimmed(last.start, and.start))
            items.append(list.trimmed(and.end, last.end))
        }
        guard items.count == count else { return nil }
        items[0] = first(items, list)
        return items.allSatisfy { $0.count >= 3 && list.length($0) <= 24 } ? items : nil
    }

    /// 国家安全、“双拥”: the set is itself in the list before it.
    private mutating func isConnector(endingAt offset: Int) -> Bool {
        let before = reader.before(offset)
        if reader.character(at: before).scalar == 0x3001 { return true }
        guard let match = reader.longestTerm(Lexicon.Kind.connector.bit, at: before), match.end == offset,
            let term = reader.term(.connector, of: match)
        else { return false }
        return terms.connectors[term] == .list
    }

    /// Whether 就是 or the like stands at `offset`: what is quoted before it is a label.
    private mutating func isLabel(_ offset: Int) -> Bool {
        guard let match = reader.longestTerm(Lexicon.Kind.sloganCue.bit, at: offset),
            let term = reader.term(.sloganCue, of: match)
        else { return false }
        return terms.sloganCues[term] == .copula || terms.sloganCues[term] == .unfolding
    }

    /// Where the quotation begins that the mark at `closing` ends: “一带一路”建设 is one item.
    private mutating func opening(before closing: Int) -> Int? {
        var offset = closing
        for _ in 0..<24 where offset > 0 {
            offset = reader.before(offset)
            switch reader.character(at: offset).scalar {
            case 0x201C: return offset
            case 0x201D, 0x0A: return nil
            default: break
            }
        }
        return nil
    }

    /// The first of several items, without the verbs of its clause.
    private mutating func first(_ items: [TextSpan], _ list: borrowing SloganItems) -> TextSpan {
        // 着力强化深化改革、人才队伍: 深化 is a part of the item, which is no shorter than the others.
        let shortest = items.dropFirst().map { list.length($0) }.min() ?? 2
        return list.withoutLead(items[0], shortest: max(shortest, 2))
    }

    /// “科创、智造、文化、品质”四个历城, or “向海”“向天”“向绿”“三向”: what stands quoted before the set.
    private mutating func quoted(before end: Int, count: Int) -> [TextSpan]? {
        let list = SloganItems(reader, terms: terms)
        var items: [TextSpan] = []
        var offset = end
        while items.count < count, offset > 0, end - offset < 600 {
            let closing = reader.before(offset)
            guard reader.character(at: closing).scalar == 0x201D else { break }
            var start = closing
            var steps = 0
            while start > 0, steps < 60, reader.character(at: reader.before(start)).scalar != 0x201C {
                start = reader.before(start)
                steps += 1
            }
            spend(closing - start)
            guard start > 0, steps < 60 else { return nil }
            // “两个基地”“两个枢纽”“两个网络”: sets in a row are not each other's members.
            if isSet(start, closing) { return nil }
            if items.isEmpty {
                let inside = list.enumeration(from: start, to: closing)
                if inside.count == count { return inside }
            }
            items.insert(TextSpan(start: start, end: closing), at: 0)
            offset = reader.before(start)
            if offset > 0, reader.character(at: reader.before(offset)).scalar == 0x3001 {
                offset = reader.before(offset)
            }
        }
        return items.count == count ? items : nil
    }

    private mutating func isSet(_ start: Int, _ end: Int) -> Bool {
        SloganShapeParser.parse(reader, terms: terms, start: start, end: end) != nil
    }

    /// “四个坚持”：…, 即…, 就是…, （…）: the list behind the set and a word that says so. Several sets in a row share a list.
    private mutating func behind(_ index: Int, count: Int) -> Unfolding? {
        var last = index
        var first = index
        var total = count
        while last + 1 < matches.count, let next = adjacent(last, last + 1) {
            last += 1
            total += next
        }
        var skipped = 0
        while first > 0, let previous = adjacent(first - 1, first, of: first - 1) {
            first -= 1
            total += previous
            skipped += previous
        }
        guard let body = body(behind: matches[last].outerEnd(reader)) else { return nil }
        spend(body.count)
        // A note that names the set again tells its members there.
        var later = last + 1
        while later < matches.count, matches[later].start < body.end {
            if reader.bytes.isSame(matches[later].span, matches[index].span) { return nil }
            later += 1
        }
        let list = SloganItems(reader, terms: terms)
        let isCopula = reader.character(at: reader.before(body.start)).scalar != 0xFF1A && isCopula(matches[last])
        guard let members = list.list(from: body.start, to: body.end, count: total, isShort: isCopula) else {
            return nil
        }
        if total == 1 { return Unfolding(members: members.map { list.withoutLead($0) }, isPlain: !isCopula) }
        return Unfolding(members: Array(members[skipped..<(skipped + count)]), isPlain: total > 2 && !isCopula)
    }

    /// Whether 是 or 指 stands behind the set.
    private mutating func isCopula(_ match: SloganMatch) -> Bool {
        guard let cue = reader.longestTerm(Lexicon.Kind.sloganCue.bit, at: match.outerEnd(reader)),
            let term = reader.term(.sloganCue, of: cue)
        else { return false }
        return terms.sloganCues[term] == .copula
    }

    /// How many members the set at `other` (the second, if not told) has, if it stands quoted right behind the first.
    private mutating func adjacent(_ first: Int, _ second: Int, of other: Int? = nil) -> Int? {
        guard second - first == 1, matches[second].start - matches[first].end <= 9 else { return nil }
        let (a, b) = (matches[first], matches[second])
        guard a.isQuoted, b.isQuoted, a.shape != nil, b.shape != nil, let shape = matches[other ?? second].shape,
            shape.form == .classified || shape.form == .bare || shape.form == .double,
            SloganQuotation.isListed(reader, terms: terms, from: a.outerEnd(reader), to: reader.before(b.start))
        else { return nil }
        return shape.counts[0]
    }

    /// What follows a word that announces members, up to the sentence's end; that word may stand behind a few others.
    mutating func body(behind offset: Int) -> TextSpan? {
        var offset = offset
        for step in 0..<14 where offset < reader.end {
            let character = reader.character(at: offset)
            if let match = reader.longestTerm(Lexicon.Kind.sloganCue.bit, at: offset, character, end: reader.end),
                let term = reader.term(.sloganCue, of: match),
                terms.sloganCues[term] == .unfolding || step == 0 && terms.sloganCues[term] == .copula
            {
                return bodyEnd(match.end, isBracket: isBracket(offset)).map { TextSpan(start: match.end, end: $0) }
            }
            // ［3］ refers to a note.
            guard
                OutlineText.isHan(character.scalar) || character.info.numeralClass == .digit
                    || character.scalar == 0xFF3B || character.scalar == 0xFF3D || character.scalar == 0x5B
                    || character.scalar == 0x5D
            else { return nil }
            offset = character.next
        }
        return nil
    }

    private mutating func isBracket(_ offset: Int) -> Bool {
        let scalar = reader.character(at: offset).scalar
        return scalar == 0xFF08 || scalar == 0x28
    }

    /// The end of the sentence or bracket at `start`; behind an empty line's worth of nothing, of the next line.
    private mutating func bodyEnd(_ start: Int, isBracket: Bool) -> Int? {
        var offset = start
        var isEmpty = true
        while offset < reader.end, offset - start < 1800 {
            let character = reader.character(at: offset)
            switch character.scalar {
            case 0x3002, 0xFF01, 0xFF1F: return offset
            case 0xFF09, 0x29: if isBracket { return offset }
            case 0x0A, 0x0D: if !isEmpty { return offset }
            default: if !character.info.isBlank { isEmpty = false }
            }
            offset = character.next
        }
        return offset - start < 1800 && !isBracket ? offset : nil
    }

    /// A list behind ： or 即 that has another number of members than the set says.
    private mutating func other(_ index: Int, count: Int) -> Unfolding? {
        let match = matches[index]
        guard count >= 3, match.shape?.form == .classified, match.term == nil,
            let body = body(behind: match.outerEnd(reader))
        else { return nil }
        spend(body.count)
        let list = SloganItems(reader, terms: terms)
        let items = list.enumeration(from: body.start, to: body.end)
        guard items.count >= 3, abs(items.count - count) == 1, items.allSatisfy({ list.length($0) <= 12 }) else {
            return nil
        }
        return Unfolding(members: items)
    }
}
