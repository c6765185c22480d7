internal import ICUKit

/// Cuts a text into words.
///
/// One lattice weighs ICU's dictionary, the words of packs and of the user's dictionaries, and what the rules make
/// (numerals, dates, names, suffixes); the cheapest row of words wins. Spans that must stay whole are passed in. The habit
/// is that of the SIGHAN bake-offs' PKU corpus: 2021年 is one word, a surname and a given name are two.
///
/// Cost: opening one reads the tables and nothing of ICU's dictionary, of which each character's words are read when it is
/// met first. Keep one for each task; `clone()` makes another with what has been read so far. All work is linear in the
/// text, and memory is bounded by the longest sentence and the words read.
public struct Segmenter: ~Copyable {
    /// Where the words between the user's come from.
    public enum Engine: String, Hashable, Sendable, Codable, CaseIterable {
        /// ICU's dictionary of words and their costs, in the lattice.
        case dictionary
        /// ICU's break iterator, where its data lack the dictionary or have it in an unknown form: its words stand in the
        /// lattice uncosted, which is slower and less exact.
        case breakIterator
    }

    /// What runs.
    public let engine: Engine
    private let model: SegmentationModel
    private let dictionary: BreakDictionary?
    private var index: CharacterIndex
    private var breaker: WordBreaker?
    private var line = SegmentationLine()
    private var lattice = Lattice()
    private var broken: [Int32] = []
    private var segments: [TextSegment] = []
    /// The ends of a line's tokens, from the last to the first.
    private var way: [Int32] = []
    /// Edges weighed since it was made: the measure of work that a test holds against the text's length.
    private(set) var steps = 0
    /// The costs of all lines cut since it was made: what tells that one row of words outweighs another.
    private(set) var cost = 0

    /// A segmenter with the built-in tables and the words of `dictionaries`, of which later ones overrule earlier ones.
    ///
    /// - Parameter engine: `.breakIterator` to do without ICU's dictionary; `.dictionary` becomes it where there is none.
    /// - Throws: `HanLodeError` with `.badImage` where the library was built around a damaged lexicon.
    public init(dictionaries: [UserDictionary] = [], engine: Engine = .dictionary) throws(HanLodeError) {
        let lexicon = try Lexicon(borrowing: Pack.builtInImage)
        self.init(
            model: SegmentationModel(lexicon: lexicon, packs: [], dictionaries: dictionaries), index: CharacterIndex(),
            engine: engine)
    }

    /// A segmenter with the tables of `packs`; of two words with the same surface the later one's frequency stands.
    ///
    /// To add to the built-in tables, pass `[.builtIn, mine]`.
    public init(packs: [Pack], dictionaries: [UserDictionary] = [], engine: Engine = .dictionary) {
        self.init(
            model: SegmentationModel(lexicon: nil, packs: packs, dictionaries: dictionaries), index: CharacterIndex(),
            engine: engine)
    }

    private init(model: SegmentationModel, index: CharacterIndex, engine: Engine) {
        self.model = model
        self.index = index
        dictionary = engine == .dictionary ? try? BreakDictionary() : nil
        self.engine = dictionary == nil ? .breakIterator : .dictionary
    }

    /// Another segmenter with the same words, for another task.
    public func clone() -> Segmenter {
        Segmenter(model: model, index: index, engine: engine)
    }

    /// The tag that a pack or a dictionary of the user's gives a token's word.
    public func tag(of token: Token) -> String? { model.words.tag(ofWord: token.word) }

    /// The words of `text` and what is between them, without gaps.
    ///
    /// - Parameter mentions: what is to stay whole; of two that overlap the one that begins first, or else the longer.
    /// - Throws: `HanLodeError` with `.tooLong` for a text of more than 2 GiB, `.icuFailure` where memory is short.
    public mutating func tokens(in text: String, keeping mentions: [Mention] = []) throws(HanLodeError) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(text.utf8.count / 5)
        try cut(text, keeping: mentions, into: &tokens)
        return tokens
    }

    /// Replaces `tokens` by those of `text`; see `tokens(in:keeping:)`. A buffer that is kept saves its allocation.
    public mutating func cut(
        _ text: String, keeping mentions: [Mention] = [], into tokens: inout [Token]
    ) throws(HanLodeError) {
        tokens.removeAll(keepingCapacity: true)
        try cut(text, mentions, &tokens) { _ in }
    }

    /// Calls `body` with the tokens of `text` in order, some thousands at a time: memory does not grow with the text.
    public mutating func forEachBatch(
        of text: String, keeping mentions: [Mention] = [], _ body: (ArraySlice<Token>) -> Void
    ) throws(HanLodeError) {
        var batch: [Token] = []
        try cut(text, mentions, &batch) { tokens in
            guard tokens.count >= Self.batchSize else { return }
            body(tokens[...])
            tokens.removeAll(keepingCapacity: true)
        }
        body(batch[...])
    }

    private static var batchSize: Int { 4096 }

    private mutating func cut(
        _ text: String, _ mentions: [Mention], _ tokens: inout [Token], _ flush: (inout [Token]) -> Void
    ) throws(HanLodeError) {
        var text = text
        text.makeContiguousUTF8()
        let bytes = text.utf8.span
        guard bytes.count < Int(Int32.max) else { throw HanLodeError(.tooLong, "the text is longer than 2 GiB") }
        let mentions = mentions.isEmpty ? mentions : Self.ordered(mentions, in: bytes)
        do {
            try cut(bytes, mentions, &tokens, flush)
        } catch {
            throw HanLodeError(icu: error)
        }
    }

    /// In the order of the text, without overlaps and without what lies outside of it or cuts a character.
    private static func ordered(_ mentions: [Mention], in bytes: Span<UInt8>) -> [Mention] {
        var end = 0
        var kept: [Mention] = []
        for mention in mentions.sorted(by: { $0.span < $1.span }) {
            let span = mention.span
            guard span.start >= end, span.count > 0, span.end <= bytes.count,
                bytes[span.start] & 0xC0 != 0x80, span.end == bytes.count || bytes[span.end] & 0xC0 != 0x80
            else { continue }
            kept.append(mention)
            end = span.end
        }
        return kept
    }
}

extension Segmenter {
    private mutating func cut(
        _ bytes: Span<UInt8>, _ mentions: [Mention], _ tokens: inout [Token], _ flush: (inout [Token]) -> Void
    ) throws(ICUError) {
        var offset = 0
        var nextMention = 0
        line.removeAll()
        while offset < bytes.count {
            if nextMention < mentions.count, mentions[nextMention].span.start == offset {
                line.characters.append(
                    .init(
                        start: Int32(offset), scalar: 0, index: UInt32(nextMention), unit: 1, characterClass: .han,
                        kind: .mention))
                offset = mentions[nextMention].span.end
                nextMention += 1
                continue
            }
            let (scalar, next) = Self.character(bytes, offset)
            var place = index.known(scalar)
            if place == 0 { place = try index.load(scalar, model: model, dictionary: dictionary) }
            var character = SegmentationLine.Character(
                start: Int32(offset), scalar: scalar, index: UInt32(place), unit: 0,
                characterClass: index.entries[place].characterClass, kind: .han)
            offset = next
            switch character.characterClass {
            case .han:
                character.unit = 1
                line.characters.append(character)
            case .mark:
                // A mark belongs to the character before it; where there is none it stands for itself.
                let before = line.characters.last?.kind
                if before == nil || before == .space || before == .mention {
                    character.kind = .punctuation
                    line.characters.append(character)
                }
            case .lineBreak:
                try finishLine(bytes, end: Int(character.start), mentions, &tokens)
                if scalar == 0x0D, offset < bytes.count, bytes[offset] == 0x0A,
                    nextMention >= mentions.count || mentions[nextMention].span.start != offset
                {
                    offset += 1
                }
                tokens.append(Token(start: character.start, end: Int32(offset), kind: .space, rule: .space))
                flush(&tokens)
            case .sentenceEnd:
                character.kind = .punctuation
                line.characters.append(character)
                try finishLine(bytes, end: offset, mentions, &tokens)
                flush(&tokens)
            case .digit, .letter, .space, .punctuation, .other:
                character.kind = Self.kind(character.characterClass)
                line.characters.append(character)
            }
        }
        try finishLine(bytes, end: bytes.count, mentions, &tokens)
    }

    private static func kind(_ characterClass: CharacterClass) -> SegmentationLine.Kind {
        switch characterClass {
        case .digit: .digits
        case .letter: .latin
        case .space: .space
        case .punctuation, .sentenceEnd, .mark: .punctuation
        case .other: .other
        case .han, .lineBreak: .han
        }
    }

    /// The character at `offset` and where the next one begins; the bytes are valid UTF-8.
    @inline(__always)
    private static func character(_ bytes: Span<UInt8>, _ offset: Int) -> (scalar: UInt32, next: Int) {
        let first = UInt32(bytes[offset])
        if first < 0x80 { return (first, offset + 1) }
        if first >= 0xE0, first < 0xF0, offset + 2 < bytes.count {
            let scalar = (first & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
            return (scalar, offset + 3)
        }
        if first < 0xE0, offset + 1 < bytes.count {
            return ((first & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F), offset + 2)
        }
        guard offset + 3 < bytes.count else { return (0xFFFD, bytes.count) }
        let upper = (first & 0x07) << 18 | UInt32(bytes[offset + 1] & 0x3F) << 12
        let lower = UInt32(bytes[offset + 2] & 0x3F) << 6 | UInt32(bytes[offset + 3] & 0x3F)
        return (min(upper | lower, 0x10_FFFF), offset + 4)
    }

    private mutating func finishLine(
        _ bytes: Span<UInt8>, end: Int, _ mentions: [Mention], _ tokens: inout [Token]
    ) throws(ICUError) {
        guard !line.characters.isEmpty else { return }
        line.end = Int32(end)
        line.joinUnits()
        try breakLine(bytes)
        let before = lattice.steps
        let broken = broken
        lattice.run(line, index, broken: broken.span, hasDictionary: engine == .dictionary)
        steps += lattice.steps - before
        cost += Int(lattice.nodes[line.characters.count].cost)
        appendTokens(mentions, &tokens)
        line.removeAll()
    }

    /// Asks the break iterator where its words are needed: for other scripts, or for all where there is no dictionary.
    private mutating func breakLine(_ bytes: Span<UInt8>) throws(ICUError) {
        broken.removeAll(keepingCapacity: true)
        guard engine == .breakIterator || line.characters.contains(where: { $0.kind == .other }) else { return }
        if breaker == nil { breaker = try WordBreaker(locale: "zh") }
        let start = Int(line.characters[0].start)
        // Taken out, so that the breaker may write into it.
        var segments = self.segments
        self.segments = []
        try breaker?.segments(of: bytes.extracting(start..<Int(line.end)), into: &segments)
        line.wordEnds(segments, into: &broken)
        self.segments = segments
    }

    private mutating func appendTokens(_ mentions: [Mention], _ tokens: inout [Token]) {
        way.removeAll(keepingCapacity: true)
        var end = line.characters.count
        while end > 0 {
            way.append(Int32(end))
            end = Int(lattice.nodes[end].start)
        }
        var start = 0
        for position in stride(from: way.count - 1, through: 0, by: -1) {
            let end = Int(way[position])
            let node = lattice.nodes[end]
            if node.cut > 0 {
                let cut = line.offset(start + Int(node.cut))
                tokens.append(Token(start: line.offset(start), end: cut, kind: .word, rule: .name))
                tokens.append(Token(start: cut, end: line.offset(end), kind: .word, rule: .name))
            } else {
                tokens.append(token(start, end, node, mentions))
            }
            start = end
        }
    }

    @inline(__always)
    private func token(_ start: Int, _ end: Int, _ node: Lattice.Node, _ mentions: [Mention]) -> Token {
        var (kind, rule) = (node.kind, node.rule)
        switch rule {
        case .mention:
            kind = mentions[Int(node.word)].kind
        case .lexicon:
            if model.words.isUserWord(node.word) { rule = .user }
        case .dictionary, .character:
            if end == start + 1, index.entries[Int(line.characters[start].index)].traits.contains(.hanNumeral) {
                kind = .number
            }
        default: break
        }
        return Token(start: line.offset(start), end: line.offset(end), kind: kind, rule: rule, word: node.word)
    }
}

extension HanLodeError {
    init(icu error: ICUError) {
        self.init(.icuFailure, error.description)
    }
}
