extension Document {
    /// The lines of the text, without their line feeds (LF, CR LF, CR, U+2028, U+2029); spans in UTF-8 offsets.
    public var lines: [TextSpan] {
        var lines: [TextSpan] = []
        var start = 0
        BoundaryCharacters.forEachScalar(text.utf8.span) { scalar, offset, next in
            guard BoundaryCharacters.isLineEnd(scalar) else { return }
            // CR LF ends one line: its LF finds the line already closed.
            if scalar == 0x0A, start == offset, offset > 0, text.utf8.span[offset - 1] == 0x0D {
                start = next
                return
            }
            lines.append(TextSpan(start: start, end: offset))
            start = next
        }
        lines.append(TextSpan(start: start, end: text.utf8.count))
        return lines
    }

    /// The sentences of the text in UTF-8 offsets, without the white space around them.
    ///
    /// A sentence ends behind 。！？ or their ASCII forms before a space, with the closing quotation marks and brackets
    /// that follow, and at a line's end: reports set headings and table cells without a stop. A semicolon does not end
    /// one.
    public var sentences: [TextSpan] {
        var sentences: [TextSpan] = []
        var start: Int?
        var end = 0
        var isEnding = false
        var isASCII = false
        func close() {
            if let begun = start { sentences.append(TextSpan(start: begun, end: end)) }
            start = nil
            isEnding = false
        }
        BoundaryCharacters.forEachScalar(text.utf8.span) { scalar, offset, next in
            if BoundaryCharacters.isLineEnd(scalar) {
                close()
                return
            }
            let isSpace = scalar == 0x20 || scalar == 0x09 || scalar == 0x3000 || scalar == 0xA0
            if isEnding {
                if BoundaryCharacters.isStop(scalar) || BoundaryCharacters.isClosing(scalar) {
                    isASCII = isASCII && scalar < 0x80
                    end = next
                    return
                }
                // ! and ? also stand inside addresses and formulas.
                if isSpace || !isASCII { close() } else { isEnding = false }
            }
            guard !isSpace else { return }
            if start == nil { start = offset }
            end = next
            isEnding = BoundaryCharacters.isStop(scalar)
            isASCII = scalar < 0x80
        }
        close()
        return sentences
    }
}

/// Which characters end lines and sentences.
enum BoundaryCharacters {
    static func isLineEnd(_ scalar: UInt32) -> Bool {
        scalar == 0x0A || scalar == 0x0D || scalar == 0x2028 || scalar == 0x2029
    }

    /// 。！？ ! ?
    static func isStop(_ scalar: UInt32) -> Bool {
        scalar == 0x3002 || scalar == 0xFF01 || scalar == 0xFF1F || scalar == 0x21 || scalar == 0x3F
    }

    /// ” ’ 」 』 ） 》 〉 】 ］ ) " '
    static func isClosing(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x201D, 0x2019, 0x300D, 0x300F, 0xFF09, 0x300B, 0x3009, 0x3011, 0xFF3D, 0x29, 0x22, 0x27: true
        default: false
        }
    }

    /// Calls `body` with every scalar, its offset and the offset behind it.
    static func forEachScalar(_ bytes: Span<UInt8>, _ body: (UInt32, Int, Int) -> Void) {
        var offset = 0
        while offset < bytes.count {
            let first = UInt32(bytes[offset])
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            var scalar = length == 1 ? first : first & (0xFF >> UInt32(length + 1))
            let next = min(offset + length, bytes.count)
            for index in (offset + 1)..<max(next, offset + 1) { scalar = scalar << 6 | UInt32(bytes[index] & 0x3F) }
            body(scalar, offset, next)
            offset = next
        }
    }
}
