/// What the rooms of the outline read of a stretch of text.
enum OutlineText {
    /// The text of a span with runs of white space and line breaks made one space between letters, none elsewhere.
    static func clean(_ reader: Reader, _ start: Int, _ end: Int) -> String {
        if isPlain(reader, start, end) { return plain(reader, start, end) }
        var bytes: [UInt8] = []
        var offset = start
        var isBehindSpace = false
        var isBehindBreak = false
        while offset < end {
            let character = reader.character(at: offset)
            if BoundaryCharacters.isLineEnd(character.scalar) {
                isBehindBreak = true
            } else if character.info.isSpace {
                isBehindSpace = true
            } else if !character.info.isIgnorable {
                if isBehindSpace, !isBehindBreak, !bytes.isEmpty { bytes.append(0x20) }
                isBehindSpace = false
                isBehindBreak = false
                for index in offset..<character.next { bytes.append(reader.bytes[index]) }
            }
            offset = character.next
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a span holds no space and no zero-width character: nothing below ! in ASCII, nothing that begins with C2,
    /// E2 80 (other than quotation marks and dashes), E3 80 80 or EF.
    private static func isPlain(_ reader: Reader, _ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end {
            let byte = reader.bytes[index]
            switch byte {
            case 0...0x20, 0xC2, 0xEF: return false
            case 0xE2: return false
            case 0xE3 where index + 2 < end && reader.bytes[index + 1] == 0x80 && reader.bytes[index + 2] == 0x80:
                return false
            case 0xE3...0xE9: index += 3
            default: index += 1
            }
        }
        return true
    }

    private static func plain(_ reader: Reader, _ start: Int, _ end: Int) -> String {
        String(unsafeUninitializedCapacity: end - start) { buffer in
            for index in start..<end { buffer[index - start] = reader.bytes[index] }
            return end - start
        }
    }

    /// Whether two spans hold the same characters.
    static func isSame(_ reader: Reader, _ a: TextSpan, _ b: TextSpan) -> Bool {
        guard a.count == b.count else { return false }
        for index in 0..<a.count where reader.bytes[a.start + index] != reader.bytes[b.start + index] { return false }
        return true
    }

    /// CJK ideographs of the first block, in which the names of places and of most people are written.
    static func isHan(_ scalar: UInt32) -> Bool {
        (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar) || scalar >= 0x2_0000
    }

    /// Calls `body` with every longest term of `kind` in a span, left to right and without overlaps, until it is false.
    static func forEachTerm(
        _ kind: Lexicon.Kind, _ reader: Reader, _ span: TextSpan,
        _ body: (_ term: Int, _ start: Int, _ end: Int) -> Bool
    ) {
        var offset = span.start
        while offset < span.end {
            if let match = reader.longestTerm(kind.bit, at: offset, limit: span.end),
                let term = reader.term(kind, of: match)
            {
                guard body(term, offset, match.end) else { return }
                offset = match.end
            } else {
                offset = reader.character(at: offset).next
            }
        }
    }
}
