/// Lists as they stand in a text: the pieces between their separators.
struct SloganItems: ~Escapable {
    private let reader: Reader
    private let terms: Terms

    @_lifetime(copy reader)
    init(_ reader: borrowing Reader, terms: Terms) {
        self.reader = copy reader
        self.terms = terms
    }

    /// The ways to cut a list, tried in this order.
    private enum Cut: CaseIterable {
        /// ；
        case semicolons
        /// ，
        case commas
        /// 、
        case enumeration
        /// 、 and the 和 before the last.
        case enumerationAnd
        /// 、 and ， and ；
        case marks
        /// The same, and every 和.
        case marksAnd
    }

    /// The pieces of the text from `start` to `end`, if a way to cut it gives `count` of them.
    ///
    /// - Parameter isShort: only short pieces between 、 are a list.
    func list(from start: Int, to end: Int, count: Int, isShort: Bool = false) -> [TextSpan]? {
        guard count >= 1, end - start <= 3600 else { return nil }
        if count == 1 {
            let item = trimmed(start, end)
            return item.count > 0 && item.count <= 240 ? [item] : nil
        }
        // A list in the first clause goes before the clauses themselves.
        let clause = pieces(start, end) { $0 == 0xFF0C || $0 == 0x2C || $0 == 0xFF1B || $0 == 0x3B }.first
        if let clause, clause.end < end {
            for cut in [Cut.enumeration, .enumerationAnd] {
                if let items = pieces(from: clause.start, to: clause.end, cut: cut, count: count) { return items }
            }
        }
        for cut in Cut.allCases {
            if isShort, cut != .enumeration, cut != .enumerationAnd { continue }
            if let items = pieces(from: start, to: end, cut: cut, count: count) { return items }
        }
        return nil
    }

    /// A clause for each numeral, in which a list of so many stands: 以甲为根本，以乙、丙为支柱 for 一本两柱.
    func clauses(from start: Int, to end: Int, counts: SloganCounts) -> [TextSpan]? {
        let clauses = pieces(start, end) { $0 == 0xFF0C || $0 == 0x2C || $0 == 0xFF1B }
        guard clauses.count == counts.count else { return nil }
        var members: [TextSpan] = []
        for (index, clause) in clauses.enumerated() {
            guard let items = list(from: clause.start, to: clause.end, count: counts[index]) else { return nil }
            members += [withoutLead(items[0])] + items.dropFirst()
        }
        return members
    }

    /// The pieces between 、, however many.
    func enumeration(from start: Int, to end: Int) -> [TextSpan] {
        pieces(start, end) { $0 == 0x3001 }
    }

    private func pieces(from start: Int, to end: Int, cut: Cut, count: Int) -> [TextSpan]? {
        var items: [TextSpan]
        switch cut {
        case .semicolons: items = pieces(start, end) { $0 == 0xFF1B || $0 == 0x3B }
        case .commas: items = pieces(start, end) { $0 == 0xFF0C || $0 == 0x2C }
        case .enumeration: items = pieces(start, end) { $0 == 0x3001 }
        case .enumerationAnd:
            items = pieces(start, end) { $0 == 0x3001 }
            guard items.count == count - 1, let last = items.popLast(), let and = lastAnd(last) else { return nil }
            items.append(trimmed(last.start, and.start))
            items.append(trimmed(and.end, last.end))
        case .marks: items = pieces(start, end, at: Self.isMark)
        case .marksAnd:
            items = pieces(start, end, at: Self.isMark).flatMap { item -> [TextSpan] in
                guard let and = lastAnd(item) else { return [item] }
                return [trimmed(item.start, and.start), trimmed(and.end, item.end)]
            }
        }
        guard items.count == count, items.allSatisfy({ $0.count >= 3 }) else { return nil }
        guard cut == .enumeration || cut == .enumerationAnd else { return items }
        // Clauses may stand before the first of them and behind the last, but none between them.
        for index in items.indices {
            let clauses = pieces(items[index].start, items[index].end) { $0 == 0xFF0C || $0 == 0x2C || $0 == 0xFF1B }
            guard clauses.count > 1 else { continue }
            if index == 0, items.count > 1, let last = clauses.last {
                items[index] = withoutLead(last)
            } else if index == items.count - 1 {
                items[index] = clauses[0]
            } else {
                return nil
            }
        }
        return items
    }

    private static func isMark(_ scalar: UInt32) -> Bool {
        scalar == 0x3001 || scalar == 0xFF0C || scalar == 0xFF1B || scalar == 0x2C || scalar == 0x3B
    }

    /// Cuts at separators outside quotation marks and brackets; “A”“B” are two pieces as well.
    private func pieces(_ start: Int, _ end: Int, at isSeparator: (UInt32) -> Bool) -> [TextSpan] {
        var items: [TextSpan] = []
        var depth = 0
        var first = start
        var offset = start
        func close(_ end: Int) {
            let item = trimmed(first, end)
            if item.start < item.end { items.append(item) }
        }
        while true {
            // No Han letter is a mark or a separator.
            offset = reader.skippingHan(offset, limit: end)
            guard offset < end else { break }
            let character = reader.character(at: offset)
            switch character.scalar {
            case 0x201C, 0x2018, 0xFF08, 0x28, 0x300A: depth += 1
            case 0x201D, 0x2019, 0xFF09, 0x29, 0x300B:
                depth = max(depth - 1, 0)
                // “甲”“乙”, 《甲》《乙》: two pieces.
                if depth == 0, character.next < end,
                    Self.areBeside(character.scalar, reader.character(at: character.next).scalar)
                {
                    close(character.next)
                    first = character.next
                }
            default:
                if depth == 0, isSeparator(character.scalar) {
                    close(offset)
                    first = character.next
                }
            }
            offset = character.next
        }
        close(end)
        return items
    }

    private static func areBeside(_ closing: UInt32, _ opening: UInt32) -> Bool {
        closing == 0x201D && opening == 0x201C || closing == 0x300B && opening == 0x300A
    }

    /// The last 和, 与, 及 or 以及 inside an item, two characters and more on either side of it.
    func lastAnd(_ item: TextSpan) -> TextSpan? {
        var offset = item.end
        var steps = 0
        while offset > item.start + 6, steps < 40 {
            offset = reader.before(offset)
            steps += 1
            guard item.end - offset >= 9, let match = reader.longestTerm(Lexicon.Kind.connector.bit, at: offset),
                let term = reader.term(.connector, of: match), terms.connectors[term] == .list,
                OutlineText.isHan(reader.character(at: offset).scalar)
            else { continue }
            // 以及 ends with 及.
            let before = reader.before(offset)
            if let longer = reader.longestTerm(Lexicon.Kind.connector.bit, at: before), longer.end == match.end {
                offset = before
            }
            return TextSpan(start: offset, end: match.end)
        }
        return nil
    }

    /// Without white space, marks of quotation around it, an item's number before it and a separator at its end.
    func trimmed(_ start: Int, _ end: Int) -> TextSpan {
        var (start, end) = (start, end)
        while end > start, isEdge(reader.character(at: reader.before(end)).scalar, isEnd: true) {
            end = reader.before(end)
        }
        while start < end, isEdge(reader.character(at: start).scalar, isEnd: false) {
            start = reader.character(at: start).next
        }
        if let match = reader.longestTerm(Lexicon.Kind.sloganCue.bit, at: start, limit: end),
            let term = reader.term(.sloganCue, of: match)
        {
            // 一是甲, 是指甲
            let isHan = OutlineText.isHan(reader.character(at: start).scalar)
            if terms.sloganCues[term] == .item || isHan && terms.sloganCues[term] == .unfolding { start = match.end }
        }
        return unquoted(TextSpan(start: start, end: end))
    }

    private func isEdge(_ scalar: UInt32, isEnd: Bool) -> Bool {
        switch scalar {
        case 0x20, 0x09, 0x0A, 0x0D, 0x3000, 0xA0, 0x200B, 0xFEFF: true
        case 0x3001, 0xFF0C, 0x3002, 0xFF1B, 0xFF1A, 0x2C, 0x3B, 0x3A, 0xFF01: true
        default: false
        }
    }

    /// “A” without its marks, if they stand around all of it.
    func unquoted(_ item: TextSpan) -> TextSpan {
        guard item.count > 6, reader.character(at: item.start).scalar == 0x201C,
            reader.character(at: reader.before(item.end)).scalar == 0x201D
        else { return item }
        let inside = TextSpan(start: reader.character(at: item.start).next, end: reader.before(item.end))
        var offset = inside.start
        while offset < inside.end {
            if reader.character(at: offset).scalar == 0x201D { return item }
            offset = reader.character(at: offset).next
        }
        return inside
    }

    /// Without the verbs before it: 突出做好老城更新 is 老城更新. At least `shortest` characters are left.
    func withoutLead(_ item: TextSpan, shortest: Int = 2) -> TextSpan {
        var start = item.start
        for _ in 0..<4 {
            guard let match = reader.longestTerm(Lexicon.Kind.sloganCue.bit, at: start, limit: item.end),
                let term = reader.term(.sloganCue, of: match), Self.isLead(terms.sloganCues[term]),
                length(TextSpan(start: match.end, end: item.end)) >= shortest
            else { break }
            start = match.end
        }
        return unquoted(TextSpan(start: start, end: item.end))
    }

    private static func isLead(_ role: SloganCueRole) -> Bool {
        role == .lead || role == .unfolding || role == .copula
    }

    /// The number of characters.
    func length(_ item: TextSpan) -> Int {
        var (offset, length) = (item.start, 0)
        while offset < item.end {
            offset = reader.character(at: offset).next
            length += 1
        }
        return length
    }

    /// The last `length` characters.
    func suffix(_ item: TextSpan, _ length: Int) -> TextSpan {
        var start = item.end
        for _ in 0..<length where start > item.start { start = reader.before(start) }
        return TextSpan(start: start, end: item.end)
    }
}
