/// One quotation, with what stands around it: whether it is a slogan, and which.
struct SloganQuotation: ~Escapable {
    private let reader: Reader
    private let terms: Terms
    private let mark: Int
    private let start: Int
    private let end: Int
    private let closed: Int

    /// - Parameters:
    ///   - mark: where the opening mark stands.
    ///   - closed: behind the closing mark.
    @_lifetime(copy reader)
    init(reader: borrowing Reader, terms: Terms, mark: Int, start: Int, end: Int, closed: Int) {
        self.reader = copy reader
        self.terms = terms
        self.mark = mark
        self.start = start
        self.end = end
        self.closed = closed
    }

    /// The slogan that stands in the marks, by the lexicon, by its shape, or as a term; `nil` where it is none.
    ///
    /// - Parameter isPart: whether a set before it holds the same words.
    func match(isPart: Bool) -> SloganMatch? {
        let known = lexiconTerm()
        let shape = SloganShapeParser.parse(
            reader, terms: terms, start: start, end: end, trust: known != nil || isPart ? .known : .shape)
        if let term = known {
            let kind = terms.slogans[term].kind
            guard kind != .none else { return nil }
            if let shape { dismiss(shape.rule, .earlierRule, for: .lexicon) }
            return SloganMatch(
                start: start, end: end, kind: kind == .set ? .set : .term, shape: kind == .set ? shape : nil,
                term: term, rule: .lexicon)
        }
        if let shape {
            if reader.isRecording, isTerm { dismiss(.quotation, .earlierRule, for: shape.rule) }
            return SloganMatch(start: start, end: end, kind: .set, shape: shape, rule: shape.rule)
        }
        if reader.character(at: start).info.startsNumeral { dismiss(nil, .uncounted) }
        // “N极” behind 一核三带N极 counts nothing, and is no term of its own.
        return isTerm && !isPart ? SloganMatch(start: start, end: end, kind: .term, rule: .quotation) : nil
    }

    /// Notes that the quotation is none by `rule`, or one by `winner` before.
    private func dismiss(
        _ rule: SloganRule?, _ reason: WorkRecord.Dismissal.Reason, for winner: SloganRule? = nil
    ) {
        reader.dismiss(
            .init(.init(.slogan(rule), start, end), reason, winner: winner.map { .init(.slogan($0), start, end) }))
    }

    /// Whether the lexicon knows it for a word that is no slogan.
    var isNone: Bool { lexiconTerm().map { terms.slogans[$0].kind == .none } ?? false }

    private func lexiconTerm() -> Int? {
        let kinds = Lexicon.Kind.slogan.bit | Lexicon.Kind.plainSet.bit
        guard let match = reader.longestTerm(kinds, at: start, limit: end), match.end == end else { return nil }
        return reader.term(.slogan, of: match) ?? reader.term(.plainSet, of: match)
    }

    /// “3个”, “五次”: a numeral with what it counts is no term.
    private var isAmount: Bool {
        guard reader.character(at: start).info.startsNumeral,
            let match = reader.longestContext(Lexicon.Kind.sloganCue.bit, endingAt: end), match.end > start
        else { return false }
        var offset = start
        while offset < match.end {
            let character = reader.character(at: offset)
            guard character.info.startsNumeral else { return false }
            offset = character.next
        }
        return true
    }

    /// At least two characters, one of them Han and no numeral; no sentence and no saying.
    private var isTerm: Bool {
        var offset = start
        var characters = 0
        var han = 0
        var clause = 0
        var longestClause = 0
        var commas = 0
        while offset < end {
            let character = reader.character(at: offset)
            switch character.scalar {
            // 。 ！ ？ ； ： … ! ? ; :
            case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0xFF1A, 0x2026, 0x21, 0x3F, 0x3B, 0x3A:
                return false
            // ， ,
            case 0xFF0C, 0x2C:
                commas += 1
                longestClause = max(longestClause, clause)
                clause = 0
            default:
                if OutlineText.isHan(character.scalar), !character.info.startsNumeral { han += 1 }
                if !character.info.isIgnorable { characters += 1; clause += 1 }
            }
            offset = character.next
            // Behind the first word's first letter, further letters are told by their bytes.
            guard han > 0 else { continue }
            let letters = (reader.skippingHan(offset, limit: end) - offset) / 3
            characters += letters
            clause += letters
            offset += 3 * letters
        }
        longestClause = max(longestClause, clause)
        guard characters >= 2, han >= 1, !isAmount, characters <= 40 else { return false }
        // Clauses of up to six characters are a slogan's, longer ones a saying's.
        return commas == 0 || longestClause <= 6
    }
}

extension SloganShape {
    /// The rule by which what has the shape is a set.
    fileprivate var rule: SloganRule {
        switch form {
        case .classified: .classified
        case .bare: .bare
        case .double: .double
        case .coordinate: .coordinate
        case .code: .code
        case .places: .places
        }
    }
}

// MARK: - What stands around it

extension SloganQuotation {
    private static let look = 16

    /// The cue that stands right before it.
    var lead: SloganCueRole? { role(endingAt: mark) }

    /// Behind 获评, 荣获 and their like in the same clause: a title. `lead` is the cue that stands right before it.
    func isAward(behind lead: SloganCueRole?) -> Bool {
        if lead == .award { return true }
        var offset = mark
        for _ in 0..<Self.look where offset > 0 {
            let before = reader.before(offset)
            let character = reader.character(at: before)
            // Few characters end a cue, and most of those that stand here end none.
            let mayEnd = reader.lexicon.pointee.ends(character.info.code, Lexicon.Kind.sloganCue.bit)
            if mayEnd || character.info.isIgnorable, offset < mark, role(endingAt: offset) == .award { return true }
            offset = before
            if Self.endsClause(character.scalar) { return false }
        }
        return false
    }

    /// Before 称号, 荣誉 and their like: a title.
    var isTitle: Bool {
        var offset = closed
        for _ in 0..<3 where offset < reader.end {
            if let match = reader.longestTerm(Lexicon.Kind.sloganCue.bit, at: offset),
                let term = reader.term(.sloganCue, of: match)
            {
                if terms.sloganCues[term] == .title { return true }
                guard terms.sloganCues[term] == .trailing else { return false }
                offset = match.end
            } else {
                return false
            }
        }
        return false
    }

    /// Whether it goes on with a list whose last item ends at `offset`.
    func isLinked(to offset: Int) -> Bool {
        offset >= 0 && Self.isListed(reader, terms: terms, from: offset, to: mark)
    }

    /// Whether nothing but 、 or 和 stands between two quotations.
    static func isListed(_ reader: borrowing Reader, terms: Terms, from end: Int, to start: Int) -> Bool {
        guard end <= start, start - end <= 6 else { return false }
        if end == start { return true }
        guard let match = reader.longestTerm(Lexicon.Kind.connector.bit, at: end), match.end == start,
            let term = reader.term(.connector, of: match)
        else { return false }
        return terms.connectors[term] == .list
    }

    private func role(endingAt offset: Int) -> SloganCueRole? {
        guard let match = reader.longestContext(Lexicon.Kind.sloganCue.bit, endingAt: offset),
            let term = reader.term(.sloganCue, of: match)
        else { return nil }
        return terms.sloganCues[term]
    }

    /// ， 。 ； ： ！ ？ and their ASCII forms, and line ends.
    static func endsClause(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xFF0C, 0x3002, 0xFF1B, 0xFF1A, 0xFF01, 0xFF1F, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x0A, 0x0D: true
        default: false
        }
    }
}
