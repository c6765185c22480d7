/// How many columns of a terminal a text takes: two for Han and full-width characters, none for zero-width ones.
///
/// Wide ranges after Unicode Standard Annex #11, East Asian Width (W and F).
enum DisplayWidth {
    static func of(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    /// The text, or as much of its beginning as takes `width` columns.
    static func fit(_ text: String, to width: Int) -> String {
        var kept = String.UnicodeScalarView()
        var taken = 0
        for scalar in text.unicodeScalars {
            taken += self.width(scalar)
            if taken > width { break }
            kept.append(scalar)
        }
        return String(kept)
    }

    /// As much of the text's end as takes `width` columns.
    static func fitEnd(_ text: String, to width: Int) -> String {
        var taken = 0
        var start = text.unicodeScalars.endIndex
        while start > text.unicodeScalars.startIndex {
            let before = text.unicodeScalars.index(before: start)
            taken += self.width(text.unicodeScalars[before])
            if taken > width { break }
            start = before
        }
        return String(text.unicodeScalars[start...])
    }

    /// The text without what would break a line of a table or steer the terminal.
    static func plain(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
                if kept.last != " " { kept.append(" ") }
            } else if width(scalar) > 0 {
                kept.append(scalar)
            }
        }
        return String(kept)
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFE00...0xFE0F, 0x0300...0x036F: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
