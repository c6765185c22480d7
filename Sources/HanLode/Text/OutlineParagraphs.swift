/// Cuts a text into paragraphs: one pass over its characters, and one over its lines.
enum OutlineParagraphs {
    static func read(_ reader: Reader, terms: Terms, into draft: inout OutlineDraft) {
        var pass = Pass(lines: [], breaks: 0, blanks: 0, jumps: [], items: [])
        pass.run(reader, terms: terms)
        // Where empty lines separate paragraphs, a line without one above it continues the line before it.
        let isSparse = pass.breaks * 10 >= pass.lines.count * 3
        draft.outline.residue = pass.jumps
        draft.paragraphs.reserveCapacity(pass.lines.count)
        var item = 0
        for line in pass.lines {
            let index = draft.paragraphs.count - 1
            if index >= 0, continues(line, draft.paragraphs[index], isSparse: isSparse, reader: reader) {
                draft.paragraphs[index].append(line)
            } else {
                draft.paragraphs.append(line)
            }
            while item < pass.items.count, pass.items[item].marker.start < line.end {
                pass.items[item].paragraph = draft.paragraphs.count - 1
                item += 1
            }
        }
        var jump = 0
        for index in draft.paragraphs.indices {
            var start = draft.paragraphs[index].start
            let end = draft.paragraphs[index].end
            // What goes on behind （上接第二版） may begin with a number.
            while jump < pass.jumps.count, pass.jumps[jump].start < start { jump += 1 }
            if jump < pass.jumps.count, pass.jumps[jump].start == start {
                start = OutlineMarkers.skipSpace(reader, pass.jumps[jump].end, end)
            }
            guard start < end else { continue }
            draft.paragraphs[index].marker = OutlineMarkers.marker(reader, at: start, end: end)
            if let match = reader.longestTerm(Lexicon.Kind.heading.bit, at: start),
                let term = reader.term(.heading, of: match)
            {
                draft.paragraphs[index].lead = terms.headings[term]
            }
        }
        draft.items = pass.items
    }

    private static func continues(
        _ line: OutlineParagraph, _ before: OutlineParagraph, isSparse: Bool, reader: Reader
    ) -> Bool {
        guard line.blanksBefore == 0 else { return false }
        // A line that holds nothing but （ or ——.
        if before.characters <= 2 {
            switch reader.character(at: before.start).scalar {
            case 0x28, 0xFF08, 0x2014: return true
            default: break
            }
        }
        return isSparse && !before.endsWithStop && !before.endsWithColon && !before.hasTab && !line.hasTab
            && OutlineMarkers.marker(reader, at: line.start, end: line.end) == nil
    }

    /// The pass over the characters.
    private struct Pass {
        var lines: [OutlineParagraph]
        /// Lines with an empty one above them, and the empty lines above the line being read.
        var breaks: Int
        var blanks: Int
        var jumps: [TextSpan]
        var items: [OutlineItem]

        mutating func run(_ reader: Reader, terms: Terms) {
            // What lines of reports have, about.
            lines.reserveCapacity(reader.end / 256 + 8)
            var isHidden = false
            var offset = 0
            while offset < reader.end {
                let character = reader.character(at: offset)
                guard Self.isBlank(character) else {
                    offset = readLine(reader, terms: terms, from: offset)
                    isHidden = false
                    continue
                }
                if BoundaryCharacters.isLineEnd(character.scalar) {
                    // The LF of CR LF ends nothing; a line of zero-width characters separates nothing.
                    if !(character.scalar == 0x0A && offset > 0 && reader.bytes[offset - 1] == 0x0D), !isHidden {
                        blanks += 1
                    }
                    isHidden = false
                } else if character.info.isIgnorable {
                    isHidden = true
                }
                offset = character.next
            }
        }

        /// White space, a line's end, or what has no width.
        @inline(__always)
        private static func isBlank(_ character: Reader.Character) -> Bool {
            character.info.isBlank || character.scalar == 0x2028 || character.scalar == 0x2029
        }

        /// Reads the line that begins at `start`; says where the next one may begin.
        ///
        /// What is told of the line is counted in variables of its own, which the compiler keeps at hand.
        private mutating func readLine(_ reader: Reader, terms: Terms, from start: Int) -> Int {
            var line = OutlineParagraph(start: start, end: start, blanksBefore: blanks)
            var offset = readFirstSentence(reader, terms: terms, of: &line)
            var (end, characters) = (line.end, line.characters)
            let telling = TellingCharacters.behindStop
            while offset < reader.end {
                let plain = Self.plain(reader, from: offset, telling, isBehindStop: true)
                if plain.end > offset {
                    characters &+= plain.characters
                    end = plain.end
                    offset = plain.end
                    guard offset < reader.end else { break }
                }
                let character = reader.character(at: offset)
                if Self.isBlank(character) {
                    if BoundaryCharacters.isLineEnd(character.scalar) {
                        offset = character.next
                        break
                    }
                    if character.scalar == 0x09 { line.hasTab = true }
                } else {
                    characters &+= 1
                    end = character.next
                    note(character.scalar, reader, terms: terms, at: offset, lineStart: start)
                }
                offset = character.next
            }
            line.end = end
            line.characters = characters
            close(&line, reader)
            return offset
        }

        /// Reads a line up to behind its first stop, or up to its end, which it leaves to be read: by its first sentence
        /// it is told whether it is a heading.
        private mutating func readFirstSentence(
            _ reader: Reader, terms: Terms, of line: inout OutlineParagraph
        ) -> Int {
            var (offset, end, characters, commas) = (line.start, line.start, 0, 0)
            var isBehindDigit = false
            let telling = TellingCharacters.beforeStop
            while offset < reader.end {
                let plain = Self.plain(reader, from: offset, telling, isBehindStop: false)
                if plain.end > offset {
                    if isBehindDigit, Self.isAmount(reader.character(at: offset).scalar) { line.hasAmount = true }
                    isBehindDigit = false
                    characters &+= plain.characters
                    end = plain.end
                    offset = plain.end
                    guard offset < reader.end else { break }
                }
                let character = reader.character(at: offset)
                let scalar = character.scalar
                if Self.isBlank(character) {
                    if BoundaryCharacters.isLineEnd(scalar) { break }
                    if scalar == 0x09 { line.hasTab = true }
                    offset = character.next
                    continue
                }
                characters &+= 1
                end = character.next
                if BoundaryCharacters.isStop(scalar) {
                    line.firstStop = end
                    line.firstLength = characters
                    line.isStatement = scalar == 0x3002
                    offset = end
                    break
                }
                switch scalar {
                case 0xFF0C, 0x2C: commas &+= 1
                case 0x662F: line.hasCopula = true
                default: if isBehindDigit, Self.isAmount(scalar) { line.hasAmount = true }
                }
                isBehindDigit = character.info.numeralClass == .digit
                note(scalar, reader, terms: terms, at: offset, lineStart: line.start)
                offset = end
            }
            line.end = end
            line.characters = characters
            line.firstCommas = commas
            return offset
        }

        /// Notes the item or the page jump that the character at `offset` may tell of.
        @inline(__always)
        private mutating func note(_ scalar: UInt32, _ reader: Reader, terms: Terms, at offset: Int, lineStart: Int) {
            switch scalar {
            case 0x662F, 0x8981: addItem(reader, endingAt: offset, lineStart: lineStart)
            case 0x4E0B, 0x4E0A: addJump(reader, terms: terms, at: offset, lineStart: lineStart)
            default: break
            }
        }

        /// How far the characters from `start` on tell nothing about a paragraph's form, and how many they are: those of
        /// three bytes other than `telling`, and behind the first stop visible ASCII.
        @inline(__always)
        private static func plain(
            _ reader: Reader, from start: Int, _ telling: borrowing TellingCharacters, isBehindStop: Bool
        ) -> (end: Int, characters: Int) {
            let (bytes, bits) = (reader.bytes, telling.bits.span)
            let last = bytes.count &- 3
            var (offset, short) = (start, 0)
            while offset <= last {
                let first = bytes[unchecked: offset]
                if first & 0xF0 == 0xE0 {
                    let third = bytes[unchecked: offset &+ 2]
                    if bits[unchecked: Int(first & 0x0F)] >> UInt64(third & 0x3F) & 1 != 0 { break }
                    offset &+= 3
                } else {
                    guard isBehindStop, first > 0x20, first < 0x80 else { break }
                    short &+= 1
                    offset &+= 1
                }
            }
            return (offset, short &+ (offset &- start &- short) / 3)
        }

        /// 万 亿 元 % ％
        private static func isAmount(_ scalar: UInt32) -> Bool {
            switch scalar {
            case 0x4E07, 0x4EBF, 0x5143, 0x25, 0xFF05: true
            default: false
            }
        }

        private mutating func close(_ line: inout OutlineParagraph, _ reader: Reader) {
            if blanks > 0 { breaks += 1 }
            blanks = 0
            line.readEnd(reader)
            lines.append(line)
        }

        /// 一是 behind a stop, a semicolon or a colon inside a paragraph; its 是 stands at `offset`.
        private mutating func addItem(_ reader: Reader, endingAt offset: Int, lineStart: Int) {
            guard let numeral = Self.visible(reader, before: offset, from: lineStart),
                reader.character(at: numeral).info.startsNumeral,
                let before = Self.visible(reader, before: numeral, from: lineStart), before > lineStart
            else { return }
            switch reader.character(at: before).scalar {
            case 0x3002, 0xFF1B, 0x3B, 0xFF1A, 0x3A, 0xFF0C, 0x2C, 0xFF01: break
            default: return
            }
            guard let marker = OutlineMarkers.marker(reader, at: numeral, end: reader.end), marker.style == .copula
            else { return }
            items.append(OutlineItem(marker: marker, paragraph: 0, boundary: reader.character(at: before).next))
        }

        /// The last character before `offset` that is no space and has a width; `nil` where the line has none.
        private static func visible(_ reader: Reader, before offset: Int, from start: Int) -> Int? {
            var offset = offset
            while offset > start {
                offset = reader.before(offset)
                if !reader.character(at: offset).info.isBlank { return offset }
            }
            return nil
        }

        /// 下转第三版, with the parentheses around it.
        private mutating func addJump(
            _ reader: Reader, terms: Terms, at offset: Int, lineStart: Int
        ) {
            guard let match = reader.longestTerm(Lexicon.Kind.residue.bit, at: offset),
                let term = reader.term(.residue, of: match), terms.residues[term] == .jump
            else { return }
            var start = offset
            if let before = Self.visible(reader, before: offset, from: lineStart) {
                let scalar = reader.character(at: before).scalar
                if scalar == 0x28 || scalar == 0xFF08 { start = before }
            }
            let isOpen = start < offset
            var end = match.end
            for _ in 0..<8 {
                guard end < reader.end else { return }
                let character = reader.character(at: end)
                if BoundaryCharacters.isLineEnd(character.scalar) || character.scalar == 0x3002 { return }
                end = character.next
                let isEnd = isOpen ? character.scalar == 0x29 || character.scalar == 0xFF09 : character.scalar == 0x7248
                if isEnd {
                    jumps.append(TextSpan(start: start, end: end))
                    return
                }
            }
        }
    }
}

/// Characters of three bytes that tell something of a paragraph's form, all that are seen through among them.
///
/// Whether a character is a letter or a sign no branch could foresee; that it is none of these, nearly always.
private struct TellingCharacters {
    /// A bit for the last six bits of each, by the last four of its first byte: few others share one.
    let bits: [UInt64]

    private init(_ scalars: [UInt32]) {
        var bits = [UInt64](repeating: 0, count: 16)
        let lineEnds: [UInt32] = [0x2028, 0x2029]
        for scalar in scalars + CharacterInfo.spaces + CharacterInfo.ignorables + lineEnds where scalar >= 0x800 {
            bits[Int(scalar >> 12)] |= 1 << UInt64(scalar & 0x3F)
        }
        self.bits = bits
    }

    /// Behind a paragraph's first stop: 是 要 上 下.
    static let behindStop = TellingCharacters([0x662F, 0x8981, 0x4E0A, 0x4E0B])

    /// Up to its first stop: the same, and 。！？， and digits.
    static let beforeStop = TellingCharacters(
        [0x662F, 0x8981, 0x4E0A, 0x4E0B, 0x3002, 0xFF01, 0xFF1F, 0xFF0C] + Array(0xFF10...0xFF19))
}
