extension EntityGrammar {
    /// 云湖新材料集团有限公司（以下简称“云湖”）: the second name, and from here on what it stands for.
    ///
    /// It goes after the rules that find the full name, which is the longest that ends before the bracket or the comma.
    mutating func findIntroductions() {
        for place in 0..<sentence.markedCount where tokens[marked[place]].has(.named) {
            let index = marked[place]
            guard let full = fullName(before: index) else { continue }
            let isBracketed = tokens[index - 1].opensBracket
            var next = index + 1
            // 简称为“…”, 以下简称：
            if let word = token(next), word.scalar == 0x4E3A || word.isMark(0xFF1A) { next += 1 }
            // “云湖”或“集团”
            for _ in 0..<4 {
                guard let name = secondName(at: next, isBracketed: isBracketed) else { break }
                introduce(name, candidates[full])
                next = name.end
                guard let word = token(next), Self.joins(word.scalar) else { break }
                next += 1
            }
            findIntroduced(from: next)
        }
    }

    /// The candidate that ends before the bracket or the comma in front of 以下简称.
    private mutating func fullName(before index: Int) -> Int? {
        guard let mark = token(index - 1), mark.opensBracket || mark.isMark(0xFF0C) else {
            return nil
        }
        var end = index - 1
        if let close = token(end - 1), close.isMark(0x300B) || close.isMark(0x201D) { end -= 1 }
        var best: Int?
        reader.count(candidates.count)
        for candidate in candidates.indices where candidates[candidate].tokens.upperBound == end {
            let (match, isOut) = (
                candidates[candidate].match, candidates[candidate].isDropped || candidates[candidate].isNone
            )
            if isOut || match.type == .person || match.type == .honour { continue }
            if let other = best, candidates[other].precedence(other) > candidates[candidate].precedence(candidate) {
                continue
            }
            best = candidate
        }
        return best
    }

    private struct SecondName {
        let tokens: Range<Int>
        /// 《》
        let isTitled: Bool
        /// “” or 「」
        let isQuoted: Bool
        /// Behind it and the mark that closes it.
        let end: Int
    }

    /// “云湖”, 《条例》, or what fills the bracket.
    private mutating func secondName(at index: Int, isBracketed: Bool) -> SecondName? {
        guard let first = token(index) else { return nil }
        let close: UInt32? =
            switch first.kind == .mark ? first.scalar : 0 {
            case 0x201C: 0x201D
            case 0x300C: 0x300D
            case 0x300A: 0x300B
            default: nil
            }
        let start = close == nil ? index : index + 1
        // Without marks only a bracket tells where it ends.
        guard close != nil || isBracketed else { return nil }
        var end = start
        var characters = 0
        while let token = token(end), close.map({ !token.isMark($0) }) ?? (token.kind != .mark) {
            characters += token.count
            end += 1
            guard characters <= Self.longestSecondName else { return nil }
        }
        reader.count(characters)
        guard characters >= 2, let last = token(end),
            close != nil || last.closesBracket || Self.joins(last.scalar)
        else { return nil }
        return SecondName(
            tokens: start..<end, isTitled: close == 0x300B, isQuoted: close != nil && close != 0x300B,
            end: close == nil ? end : end + 1)
    }

    /// 、和或，
    private static func joins(_ scalar: UInt32) -> Bool {
        scalar == 0x3001 || scalar == 0x548C || scalar == 0x6216 || scalar == 0xFF0C
    }

    private static let longestSecondName = 20

    private mutating func introduce(_ name: SecondName, _ full: EntityCandidate) {
        // A campaign in quotation marks is a slogan.
        if full.match.type == .project, name.isQuoted { return }
        let (first, last) = (tokens[name.tokens.lowerBound], tokens[name.tokens.upperBound - 1])
        let text = (first.start..<last.end).map { reader.bytes[$0] }
        // “双方” is no name of the one before it; CPTPP is made of no Chinese characters.
        guard introduced.count < IntroducedName.limit,
            isPart(name.tokens, of: full.match) || tokens[name.tokens].allSatisfy({ $0.kind == .latin }),
            !introduced.contains(where: { $0.text == text })
        else { return }
        var canonical = full.match.canonical
        if canonical == .none {
            canonical = .introduced(Int32(truncatingIfNeeded: fullNames.count))
            fullNames.append(TextSpan(start: full.match.start, end: full.match.end))
        }
        let type = name.isTitled ? .document : full.match.type
        add(
            IntroducedName(
                text: text, type: type, code: full.match.code, canonical: canonical,
                use: name.isTitled ? .titled : tells(name.tokens) ? .anywhere : .quoted))
        proposeIntroduced(name.tokens, introduced.count - 1)
    }

    /// Whether all its characters stand in the full name, in order: 云湖集团 of 云湖新材料集团有限公司.
    private mutating func isPart(_ range: Range<Int>, of full: EntityMatch) -> Bool {
        var (offset, place) = (tokens[range.lowerBound].start, full.start)
        let end = tokens[range.upperBound - 1].end
        while offset < end, place < full.end {
            let (wanted, there) = (reader.character(at: offset), reader.character(at: place))
            if wanted.scalar == there.scalar { offset = wanted.next }
            place = there.next
        }
        reader.count((place - full.start) / 3)
        return offset >= end
    }

    /// Whether it is more than words for what it is: 云湖集团, but not 集团.
    private mutating func tells(_ range: Range<Int>) -> Bool {
        tokens[range].contains { !$0.has([.generic, .head, .verb, .stop]) || $0.has([.division, .name]) }
            || range.count > 2
    }

    /// The names that the text has introduced before, in the sentence from `start` on.
    mutating func findIntroduced(from start: Int) {
        guard !introduced.isEmpty else { return }
        var index = start
        while index < sentence.count {
            index = introduced(at: index) ?? index + 1
        }
        reader.count(max(sentence.count - start, 0))
    }

    /// Proposes the longest of the names introduced that begins at the token, and says behind which token it ends.
    private mutating func introduced(at index: Int) -> Int? {
        guard mayBegin(tokens[index].start, introducedInitials) else { return nil }
        var best: (name: Int, range: Range<Int>)?
        for name in introduced.indices {
            guard let range = tokens(from: index, spelling: introduced[name].text),
                range.upperBound > best?.range.upperBound ?? 0, mayStand(name, range)
            else { continue }
            best = (name, range)
        }
        reader.count(introduced.count)
        guard let (name, range) = best else { return nil }
        proposeIntroduced(range, name)
        return range.upperBound
    }

    private mutating func mayStand(_ name: Int, _ range: Range<Int>) -> Bool {
        let (before, behind) = (token(range.lowerBound - 1), token(range.upperBound))
        let isQuoted = before?.isMark(0x201C) ?? false && behind?.isMark(0x201D) ?? false
        let isTitled = before?.isMark(0x300A) ?? false && behind?.isMark(0x300B) ?? false
        switch introduced[name].use {
        case .titled: return isTitled
        case .quoted: return isQuoted
        // Two characters alone may be part of another name.
        case .anywhere:
            return isQuoted || introduced[name].text.count > 6
                || isFree(before: range.lowerBound) && isFree(behind: range.upperBound - 1)
        }
    }

    /// What other rules say of the same words says less.
    private mutating func proposeIntroduced(_ range: Range<Int>, _ name: Int) {
        let introduced = introduced[name]
        var dropped: [Int] = []
        forEachCandidate(at: range.lowerBound) { if candidates[$0].tokens == range { dropped.append($0) } }
        for index in dropped { candidates[index].isDropped = true }
        propose(
            range, introduced.type, .introduced, code: introduced.code, canonical: introduced.canonical,
            isFirm: introduced.use != .anywhere)
    }
}
