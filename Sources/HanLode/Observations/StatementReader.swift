/// Cuts a sentence that states quantities into tokens: its quantities and times, the words of the tables, signs, and
/// the characters between them.
///
/// One pass over the sentence, one look-up at each character that belongs to no token.
enum StatementReader {
    private static var kinds: UInt32 {
        Lexicon.Kind.statement.bit | Lexicon.Kind.modifierBefore.bit | Lexicon.Kind.modifierAfter.bit
            | Lexicon.Kind.indicator.bit | Lexicon.Kind.connector.bit
    }

    /// How far a sentence has been read.
    private struct Progress {
        var offset: Int
        /// Behind its last character, as far as is known.
        var end: Int
        /// Behind its first quantity's beginning the next stop ends it.
        let place: Int
        /// The first quantity and the first time that begin at `offset` or behind it.
        var quantity: Int
        var time: Int
        /// Where the characters begin that end at `offset` and have no token of their own; −1 where there are none.
        var text = -1
    }

    /// Replaces `tokens` by those of the sentence that begins at `start`, and says where it ends: behind the stop that
    /// follows its first quantity and the marks that close behind it, or at `limit`. `quantity` and `time` are the first of
    /// their lists that begin in it or behind it.
    static func read(
        _ reader: Reader, from start: Int, to limit: Int, quantities: Span<QuantityMatch>, from quantity: Int,
        times: Span<TimeMatch>, from time: Int, terms: Terms, words: inout StatementWords,
        into tokens: inout [StatementToken]
    ) -> Int {
        tokens.removeAll(keepingCapacity: true)
        var progress = Progress(
            offset: start, end: limit, place: quantities[quantity].start, quantity: quantity, time: time)
        while progress.offset < progress.end {
            // So many that most sentences are read at once, and of a long one twice as many as before.
            tokens.append(addingCapacity: max(256, tokens.count)) { room in
                take(reader, quantities, times, terms, &words, &progress, into: &room)
            }
        }
        markLeading(&tokens)
        return progress.end
    }

    /// Adds the tokens that follow, as many as there is room for.
    private static func take(
        _ reader: Reader, _ quantities: Span<QuantityMatch>, _ times: Span<TimeMatch>, _ terms: Terms,
        _ words: inout StatementWords, _ progress: inout Progress, into tokens: inout OutputSpan<StatementToken>
    ) {
        var (offset, end, text) = (progress.offset, progress.end, progress.text)
        var (quantity, time) = (progress.quantity, progress.time)
        while offset < end, hasRoom(tokens) {
            while quantity < quantities.count, quantities[quantity].start < offset { quantity &+= 1 }
            while time < times.count, times[time].start < offset { time &+= 1 }
            let nextQuantity = quantity < quantities.count ? quantities[quantity].start : Int.max
            let nextTime = time < times.count ? times[time].start : Int.max
            if offset == nextQuantity {
                closeText(&text, at: offset, &tokens)
                tokens.append(token(.quantity, offset, quantities[quantity].end, index: quantity))
                offset = quantities[quantity].end
                continue
            }
            if offset == nextTime {
                closeText(&text, at: offset, &tokens)
                tokens.append(token(.time, offset, times[time].end, index: time))
                offset = times[time].end
                continue
            }
            // A word may end with what is also a time: 平均每年.
            let (limit, wordLimit) = (min(end, nextQuantity, nextTime), min(end, nextQuantity))
            while hasRoom(tokens) {
                offset = takeWords(
                    reader, terms, from: offset, to: limit, wordLimit: wordLimit, &words, &text, into: &tokens)
                guard offset < limit, hasRoom(tokens) else { break }
                let character = reader.character(at: offset)
                reader.count(1)
                // The marks around “十三五” are no part of what follows.
                if isQuote(character.scalar), isAround(offset, character.next, times, time, reader) {
                    closeText(&text, at: offset, &tokens)
                    offset = character.next
                } else if let kind = sign(character.scalar) {
                    closeText(&text, at: offset, &tokens)
                    tokens.append(token(kind, offset, character.next))
                    offset = character.next
                    if kind == .comma, offset > progress.place, BoundaryCharacters.isStop(character.scalar) {
                        end = behindClosing(offset, limit: end, reader)
                        break
                    }
                } else if character.info.isBlank {
                    closeText(&text, at: offset, &tokens)
                    offset = character.next
                } else if character.info.code != 0,
                    let match = reader.longestTerm(kinds, at: offset, character, end: wordLimit),
                    let word = words.word(at: match.slot, reader, terms)
                {
                    closeText(&text, at: offset, &tokens)
                    tokens.append(StatementToken(word, offset, match.end, isShort: match.end <= character.next))
                    offset = match.end
                } else {
                    if text < 0 { text = offset }
                    offset = character.next
                }
            }
        }
        if offset >= end { closeText(&text, at: offset, &tokens) }
        (progress.offset, progress.end, progress.text) = (offset, end, text)
        (progress.quantity, progress.time) = (quantity, time)
    }

    /// Whether there is room for the characters without a token, what stands behind them, and those at the end.
    @inline(__always)
    private static func hasRoom(_ tokens: borrowing OutputSpan<StatementToken>) -> Bool { tokens.freeCapacity > 2 }

    /// A character on the way through a sentence.
    private struct Letter {
        /// Behind the character; its label is the character's letter, whether it leads anywhere or not.
        var node = DoubleArray.Node.free
        /// Where the next one begins.
        let next: Int
        var isHan = false
        var isBlank = false
    }

    /// The character at `offset`, which must lie before `wideEnd`.
    @inline(__always)
    private static func letter(_ reader: Reader, at offset: Int) -> Letter {
        if let scalar = reader.hanScalar(at: offset) {
            return Letter(node: reader.lexicon.pointee.initialNode(ofHan: scalar), next: offset &+ 3, isHan: true)
        }
        let (scalar, next) = reader.scalar(at: offset)
        let node = reader.lexicon.pointee.initialNode(scalar)
        return Letter(node: node, next: next, isBlank: node.label == 0 && reader.lexicon.pointee.info(scalar).isBlank)
    }

    /// Adds the words from `start` up to `limit` or to the first character that is no Han letter, and says where that is;
    /// of the text's last characters it takes none. Words end at `wordLimit` or before.
    ///
    /// Nearly all characters are Han letters, which are neither signs nor spaces. At most of them no word begins, and
    /// each is decoded once: what was looked at as the second of a word is the first of the next.
    @inline(never)
    private static func takeWords(
        _ reader: Reader, _ terms: Terms, from start: Int, to limit: Int, wordLimit: Int,
        _ words: inout StatementWords, _ openText: inout Int, into tokens: inout OutputSpan<StatementToken>
    ) -> Int {
        // Behind a Han letter another character must stand before `wideEnd`.
        let letters = min(limit, reader.wideEnd &- 3)
        guard start < letters else { return start }
        var (offset, text, looked) = (start, openText, 0)
        var letter = letter(reader, at: start)
        while letter.isHan {
            looked &+= 1
            let next =
                letter.next < wordLimit ? Self.letter(reader, at: letter.next) : Letter(next: letter.next)
            if let found = word(reader, letter, next, at: offset, limit: wordLimit, &looked),
                let word = words.word(at: found.slot, reader, terms)
            {
                closeText(&text, at: offset, &tokens)
                tokens.append(StatementToken(word, offset, found.end, isShort: found.end <= letter.next))
                offset = found.end
                guard offset < letters, hasRoom(tokens) else { break }
                letter = Self.letter(reader, at: offset)
            } else {
                if text < 0 { text = offset }
                offset = letter.next
                guard offset < letters else { break }
                letter = next
            }
        }
        openText = text
        reader.count(looked)
        return offset
    }

    /// Where the longest word that begins at `start` with a Han letter ends, and where its terms are found. Behind the
    /// letter stands `second`; the word ends at `limit` or before.
    @inline(__always)
    private static func word(
        _ reader: Reader, _ first: Letter, _ second: Letter, at start: Int, limit: Int, _ looked: inout Int
    ) -> (end: Int, slot: UInt32)? {
        // The trie stays where it is: all its fields are more than the loop has room for.
        let lexicon = reader.lexicon
        var node = lexicon.pointee.forward.node(behind: first.node, by: second.node.label)
        let single = lexicon.pointee.forward.known(first.node)
        var known = lexicon.pointee.forward.known(node)
        // Zero-width characters and spaces inside a word are rare.
        if second.isBlank, single.below & kinds != 0 { return longestWord(reader, at: start, limit: limit) }
        guard (single.kinds | known.kinds | known.below) & kinds != 0 else { return nil }
        // No letter leads to the root.
        var (end, found) = (first.next, DoubleArray.root)
        if single.kinds & kinds != 0 { found = lexicon.pointee.forward.index(by: first.node.label) }
        if known.kinds & kinds != 0 {
            (end, found) =
                (second.next, lexicon.pointee.forward.index(behind: first.node, by: second.node.label))
        }
        var offset = second.next
        while known.below & kinds != 0, offset < limit {
            let next = reader.character(at: offset)
            let code = next.info.code
            looked &+= 1
            guard code != 0 else {
                guard next.info.isBlank else { break }
                return longestWord(reader, at: start, limit: limit)
            }
            let index = lexicon.pointee.forward.index(behind: node, by: code)
            node = lexicon.pointee.forward.node(behind: node, by: code)
            guard node.label == code else { break }
            known = lexicon.pointee.forward.known(node)
            offset = next.next
            if known.kinds & kinds != 0 { (end, found) = (offset, index) }
        }
        guard found != DoubleArray.root else { return nil }
        let slot = lexicon.pointee.forward.slot(of: found)
        if reader.isRecording {
            let found = lexicon.pointee.forward.known(at: slot).kinds
            reader.note(kinds, start, end, Reader.Match(end: end, kinds: found, slot: slot))
        }
        return (end, slot)
    }

    /// Where a blank stands inside a word, or behind one.
    private static func longestWord(_ reader: Reader, at start: Int, limit: Int) -> (end: Int, slot: UInt32)? {
        reader.longestTerm(kinds, at: start, limit: limit).map { ($0.end, $0.slot) }
    }

    /// Behind the stops and closing marks at `offset`.
    private static func behindClosing(_ offset: Int, limit: Int, _ reader: Reader) -> Int {
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
    private static func closeText(_ start: inout Int, at end: Int, _ tokens: inout OutputSpan<StatementToken>) {
        guard start >= 0 else { return }
        tokens.append(token(.text, start, end))
        start = -1
    }

    @inline(__always)
    private static func token(_ kind: StatementToken.Kind, _ start: Int, _ end: Int, index: Int = 0) -> StatementToken {
        StatementToken(
            start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
            index: Int32(truncatingIfNeeded: index), kind: kind)
    }

    /// Whether a mark is one of the two right around a time: the next one, or the one before.
    private static func isAround(
        _ offset: Int, _ next: Int, _ times: Span<TimeMatch>, _ time: Int, _ reader: Reader
    ) -> Bool {
        for index in max(time - 1, 0)..<min(time + 1, times.count) {
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

    /// A token leads where it may stand before a number and what follows it is a number or leads.
    private static func markLeading(_ tokens: inout [StatementToken]) {
        var tokens = tokens.mutableSpan
        for number in tokens.indices where tokens[number].kind == .quantity {
            tokens[number].leads = true
            var index = number
            // Those before the number before it are marked.
            while index > 0, mayLead(index - 1, tokens.span) {
                index -= 1
                tokens[index].leads = true
            }
        }
    }

    private static func mayLead(_ index: Int, _ tokens: Span<StatementToken>) -> Bool {
        switch tokens[index].kind {
        case .modifier, .time: true
        case .word: tokens[index].has(.leading)
        // 2017年的34家
        case .of: index > 0 && tokens[index - 1].kind == .time
        default: false
        }
    }
}
