/// Cuts a sentence that states quantities into tokens: its quantities and times, the words of the tables, signs, and
/// the characters between them.
///
/// One pass over the sentence, one look-up at each character that belongs to no token.
enum StatementReader {
    private static let kinds =
        Lexicon.Kind.statement.bit | Lexicon.Kind.modifierBefore.bit | Lexicon.Kind.modifierAfter.bit
        | Lexicon.Kind.indicator.bit | Lexicon.Kind.connector.bit

    /// Replaces `tokens` by those of the sentence that begins at `start`, and says where it ends: behind the stop that
    /// follows its first quantity and the marks that close behind it, or at `limit`. `quantity` and `time` are the first of
    /// their lists that begin in it or behind it.
    static func read(
        _ reader: borrowing Reader, from start: Int, to limit: Int, quantities: Span<QuantityMatch>, from quantity: Int,
        times: Span<TimeMatch>, from time: Int, terms: Terms, words: inout StatementWords,
        into tokens: inout [StatementToken]
    ) -> Int {
        tokens.removeAll(keepingCapacity: true)
        var (quantity, time) = (quantity, time)
        let place = quantities[quantity].start
        var (offset, sentenceEnd) = (start, limit)
        var steps = 0
        var nextQuantity = quantity < quantities.count ? quantities[quantity].start : Int.max
        var nextTime = time < times.count ? times[time].start : Int.max
        var nextMention = min(nextQuantity, nextTime)
        // Where the characters begin that end at `offset` and have no token of their own; −1 where there are none.
        var text = -1
        while offset < sentenceEnd {
            steps &+= 1
            if offset >= nextMention {
                while nextQuantity < offset {
                    quantity += 1
                    nextQuantity = quantity < quantities.count ? quantities[quantity].start : Int.max
                }
                while nextTime < offset {
                    time += 1
                    nextTime = time < times.count ? times[time].start : Int.max
                }
                if offset == nextQuantity || offset == nextTime {
                    closeText(&text, at: offset, &tokens)
                    let isQuantity = offset == nextQuantity
                    let end = isQuantity ? quantities[quantity].end : times[time].end
                    tokens.append(
                        token(isQuantity ? .quantity : .time, offset, end, index: isQuantity ? quantity : time))
                    offset = end
                    continue
                }
                nextMention = min(nextQuantity, nextTime)
            }
            let character = reader.character(at: offset)
            // Ideographs are neither signs nor spaces.
            if !(0x4E00...0x9FFF).contains(character.scalar) {
                // The marks around “十三五” are no part of what follows.
                if isQuote(character.scalar), isAround(offset, character.next, times, time, reader) {
                    closeText(&text, at: offset, &tokens)
                    offset = character.next
                    continue
                }
                if let kind = sign(character.scalar) {
                    closeText(&text, at: offset, &tokens)
                    tokens.append(token(kind, offset, character.next))
                    if kind == .comma, offset >= place, BoundaryCharacters.isStop(character.scalar) {
                        sentenceEnd = behindClosing(character.next, limit: sentenceEnd, reader)
                    }
                    offset = character.next
                    continue
                }
                if character.info.isBlank {
                    closeText(&text, at: offset, &tokens)
                    offset = character.next
                    continue
                }
            }
            // A word may end with what is also a time: 平均每年.
            let limit = min(sentenceEnd, nextQuantity)
            if character.info.code != 0,
                let match = reader.longestTerm(kinds, at: offset, character, end: limit),
                var word = words.token(of: match, reader, terms)
            {
                closeText(&text, at: offset, &tokens)
                word.start = Int32(truncatingIfNeeded: offset)
                word.end = Int32(truncatingIfNeeded: match.end)
                word.isShort = match.end <= character.next
                tokens.append(word)
                offset = match.end
            } else {
                if text < 0 { text = offset }
                offset = character.next
            }
        }
        closeText(&text, at: offset, &tokens)
        reader.count(steps)
        markLeading(&tokens)
        return sentenceEnd
    }

    /// Behind the stops and closing marks at `offset`.
    private static func behindClosing(_ offset: Int, limit: Int, _ reader: borrowing Reader) -> Int {
        var offset = offset
        while offset < limit {
            let character = reader.character(at: offset)
            guard BoundaryCharacters.isStop(character.scalar) || BoundaryCharacters.isClosing(character.scalar) else {
                break
            }
            offset = character.next
        }
        return offset
    }

    /// Characters without a token of their own are one, as long as nothing stands between them.
    @inline(__always)
    private static func closeText(_ start: inout Int, at end: Int, _ tokens: inout [StatementToken]) {
        guard start >= 0 else { return }
        tokens.append(token(.text, start, end))
        start = -1
    }

    @inline(__always)
    private static func token(_ kind: StatementToken.Kind, _ start: Int, _ end: Int, index: Int = 0) -> StatementToken {
        StatementToken(
            start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), kind: kind,
            index: Int32(truncatingIfNeeded: index))
    }

    /// Whether a mark is one of the two right around a time: the next one, or the one before.
    private static func isAround(
        _ offset: Int, _ next: Int, _ times: Span<TimeMatch>, _ time: Int, _ reader: Reader
    ) -> Bool {
        for index in [time, time - 1] where times.indices.contains(index) {
            let (start, end) = (times[index].start, times[index].end)
            guard start == next || end == offset, start > 0, end < reader.end else { continue }
            let before = reader.character(at: reader.before(start)).scalar
            if isQuote(before), isQuote(reader.character(at: end).scalar) { return true }
        }
        return false
    }

    private static func isQuote(_ scalar: UInt32) -> Bool {
        scalar == 0x201C || scalar == 0x201D || scalar == 0x22 || scalar == 0x300C || scalar == 0x300D
    }

    private static func sign(_ scalar: UInt32) -> StatementToken.Kind? {
        switch scalar {
        case 0xFF0C, 0x2C: .comma  // ， ,
        case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F: .comma  // 。 ！ ？ ! ?
        case 0xFF1B, 0x3B: .semicolon  // ； ;
        case 0xFF1A, 0x3A: .colon  // ： :
        case 0x201C, 0x300C: .quote  // “ 「
        case 0x201D, 0x300D: .unquote  // ” 」
        case 0xFF08, 0x28: .open
        case 0xFF09, 0x29: .close
        default: nil
        }
    }

    /// From the end backward: a token leads where it may stand before a number and what follows it is a number or leads.
    private static func markLeading(_ tokens: inout [StatementToken]) {
        var tokens = tokens.mutableSpan
        var leads = false
        var index = tokens.count
        while index > 0 {
            index -= 1
            switch tokens[index].kind {
            case .quantity: leads = true
            case .modifier, .time: break
            case .word: leads = leads && tokens[index].has(.leading)
            // 2017年的34家
            case .of: leads = leads && index > 0 && tokens[index - 1].kind == .time
            default: leads = false
            }
            if leads { tokens[index].leads = true }
        }
    }
}
