/// Cuts a text into paragraphs: one pass over its characters, and one over its lines.
enum OutlineParagraphs {
    static func read(_ reader: Reader, terms: Terms, into draft: inout OutlineDraft) {
        var pass = Pass(lines: [], breaks: 0, blanks: 0, jumps: [], items: [])
        pass.run(reader, terms: terms)
        // Where empty lines separate paragraphs, a line without one above it continues the line before it.
        let isSparse = pass.breaks * 10 >= pass.lines.count * 3
        draft.outline.residue = pass.jumps
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
            var line = OutlineParagraph(start: 0, end: 0, blanksBefore: 0)
            var isOpen = false
            var isHidden = false
            var isBehindStop = false
            var isBehindDigit = false
            var previous: UInt32 = 0
            var beforePrevious = 0
            var previousOffset = 0
            var offset = 0
            while offset < reader.end {
                if isOpen {
                    // Most characters only lengthen the line.
                    let run = Self.plainRun(reader, from: offset)
                    if run > 0 {
                        let end = offset + 3 * run
                        line.characters += run
                        line.end = end
                        line.endsWithStop = false
                        line.endsWithColon = false
                        isBehindStop = false
                        isBehindDigit = false
                        beforePrevious = run > 1 ? end - 6 : previousOffset
                        previousOffset = end - 3
                        previous = 0
                        offset = end
                        continue
                    }
                }
                let character = reader.character(at: offset)
                let scalar = character.scalar
                if BoundaryCharacters.isLineEnd(scalar) {
                    // The LF of CR LF ends nothing; a line of zero-width characters separates nothing.
                    if isOpen {
                        close(line)
                    } else if !(scalar == 0x0A && offset > 0 && reader.bytes[offset - 1] == 0x0D), !isHidden {
                        blanks += 1
                    }
                    isOpen = false
                    isHidden = false
                    isBehindStop = false
                } else if character.info.isSpace {
                    if scalar == 0x09, isOpen { line.hasTab = true }
                } else if character.info.isIgnorable {
                    isHidden = !isOpen
                } else {
                    if !isOpen {
                        line = OutlineParagraph(start: offset, end: offset, blanksBefore: blanks)
                        isOpen = true
                        isBehindDigit = false
                        previous = 0
                        beforePrevious = offset
                        previousOffset = offset
                    }
                    line.characters += 1
                    line.end = character.next
                    if BoundaryCharacters.isStop(scalar) {
                        if line.firstStop == nil {
                            line.firstStop = character.next
                            line.firstLength = line.characters
                            line.isStatement = scalar == 0x3002
                        }
                        isBehindStop = true
                    } else if !(isBehindStop && BoundaryCharacters.isClosing(scalar)) {
                        isBehindStop = false
                    }
                    switch scalar {
                    case 0xFF0C, 0x2C:
                        if line.firstStop == nil { line.firstCommas += 1 }
                    case 0x662F, 0x8981:
                        if scalar == 0x662F, line.firstStop == nil { line.hasCopula = true }
                        addItem(reader, at: previousOffset, before: beforePrevious, line: line)
                    case 0x4E0B, 0x4E0A:
                        addJump(reader, terms: terms, at: offset, previous: previous, previousOffset: previousOffset)
                    // 万 亿 元 % ％
                    case 0x4E07, 0x4EBF, 0x5143, 0x25, 0xFF05:
                        if line.firstStop == nil, isBehindDigit { line.hasAmount = true }
                    default: break
                    }
                    isBehindDigit = character.info.numeralClass == .digit
                    line.endsWithStop = isBehindStop
                    line.endsWithColon = scalar == 0xFF1A || scalar == 0x3A || scalar == 0xFF1B || scalar == 0x3B
                    beforePrevious = previousOffset
                    previousOffset = offset
                    previous = scalar
                }
                offset = character.next
            }
            if isOpen { close(line) }
        }

        /// How many Han characters from `offset` on tell nothing about a paragraph's form: none of 是 要 下 上, and the first
        /// none of 万 亿 元, which tell something behind a digit alone.
        ///
        /// They are three bytes each, in the order of the code points, so that none needs decoding.
        private static func plainRun(_ reader: Reader, from offset: Int) -> Int {
            var index = offset
            while let bytes = reader.threeBytes(at: index), bytes >= 0xE4_B8_80, bytes <= 0xE9_BF_BF {
                // Few characters have a last byte like theirs.
                if lastBytes >> UInt64(bytes & 0x3F) & 1 != 0 {
                    switch bytes {
                    case 0xE6_98_AF, 0xE8_A6_81, 0xE4_B8_8B, 0xE4_B8_8A: return (index - offset) / 3
                    case 0xE4_B8_87, 0xE4_BA_BF, 0xE5_85_83: if index == offset { return 0 }
                    default: break
                    }
                }
                index &+= 3
            }
            return (index - offset) / 3
        }

        /// A bit for the lower six bits of the last byte of each of the characters that are looked for.
        private static var lastBytes: UInt64 {
            1 << 0x2F | 1 << 0x01 | 1 << 0x0B | 1 << 0x0A | 1 << 0x07 | 1 << 0x3F | 1 << 0x03
        }

        private mutating func close(_ line: OutlineParagraph) {
            if blanks > 0 { breaks += 1 }
            blanks = 0
            lines.append(line)
        }

        /// 一是 behind a stop, a semicolon or a colon inside a paragraph.
        private mutating func addItem(_ reader: Reader, at numeral: Int, before: Int, line: OutlineParagraph) {
            guard before > line.start, reader.character(at: numeral).info.startsNumeral else { return }
            switch reader.character(at: before).scalar {
            case 0x3002, 0xFF1B, 0x3B, 0xFF1A, 0x3A, 0xFF0C, 0x2C, 0xFF01: break
            default: return
            }
            guard let marker = OutlineMarkers.marker(reader, at: numeral, end: reader.end), marker.style == .copula
            else { return }
            items.append(OutlineItem(marker: marker, paragraph: 0, boundary: reader.character(at: before).next))
        }

        /// 下转第三版, with the parentheses around it.
        private mutating func addJump(
            _ reader: Reader, terms: Terms, at offset: Int, previous: UInt32, previousOffset: Int
        ) {
            guard let match = reader.longestTerm(Lexicon.Kind.residue.bit, at: offset),
                let term = reader.term(.residue, of: match), terms.residues[term] == .jump
            else { return }
            let isOpen = previous == 0x28 || previous == 0xFF08
            var end = match.end
            for _ in 0..<8 {
                guard end < reader.end else { return }
                let character = reader.character(at: end)
                if BoundaryCharacters.isLineEnd(character.scalar) || character.scalar == 0x3002 { return }
                end = character.next
                let isEnd = isOpen ? character.scalar == 0x29 || character.scalar == 0xFF09 : character.scalar == 0x7248
                if isEnd {
                    jumps.append(TextSpan(start: isOpen ? previousOffset : offset, end: end))
                    return
                }
            }
        }
    }
}
