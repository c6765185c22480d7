/// What the rooms of the outline read of a stretch of text.
enum OutlineText {
    /// The text of a span with runs of white space and line breaks made one space between letters, none elsewhere.
    static func clean(_ reader: Reader, _ start: Int, _ end: Int) -> String {
        if isPlain(reader, start, end) { return reader.bytes.text(start, end) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(end - start)
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

    /// Whether a span holds no space, no line end and no zero-width character: nothing below ! in ASCII, none of C2 A0,
    /// C2 AD, E2 80 80 to 8F, E2 80 A8 to AF, E2 81 A0, E3 80 80 and EF BB.
    private static func isPlain(_ reader: Reader, _ start: Int, _ end: Int) -> Bool {
        let bytes = reader.bytes.extracting(start..<end)
        var index = 0
        while index < bytes.count {
            let byte = bytes[unchecked: index]
            if byte >= 0xE4, byte <= 0xE9 {
                index &+= 3
                continue
            }
            guard byte > 0x20 else { return false }
            guard byte >= 0xC2 else {
                index &+= 1
                continue
            }
            let second = index + 1 < bytes.count ? bytes[unchecked: index + 1] : 0
            let third = index + 2 < bytes.count ? bytes[unchecked: index + 2] : 0
            switch (byte, second) {
            case (0xC2, 0xA0), (0xC2, 0xAD), (0xE2, 0x81), (0xEF, 0xBB): return false
            case (0xE2, 0x80): if third < 0x90 || third >= 0xA8 && third < 0xB0 { return false }
            case (0xE3, 0x80): if third == 0x80 { return false }
            default: break
            }
            index &+= byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        }
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
            let character = reader.character(at: offset)
            // Few characters begin a term of the kind.
            if reader.lexicon.pointee.begins(character.info.code, kind.bit),
                let match = reader.longestTerm(kind.bit, at: offset, character, end: min(span.end, reader.end)),
                let term = reader.term(kind, of: match)
            {
                guard body(term, offset, match.end) else { return }
                offset = match.end
            } else {
                offset = character.next
            }
        }
    }
}
