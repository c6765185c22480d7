extension Slogan {
    /// The value of a match, with its texts cut from the reader's bytes; its members are not in it yet.
    init(_ match: SloganMatch, reader: borrowing Reader, terms: Terms, texts: inout SloganTexts) {
        let text = reader.text(match.span)
        let term = match.term.map { terms.slogans[$0] }
        let shape = match.kind == .set ? match.shape : nil
        // Nearly all are letters, to which nothing is done.
        let isHan = reader.skippingHan(match.start, limit: match.end) == match.end
        self.init(
            span: match.span, text: text, kind: match.kind,
            counts: match.kind == .set ? Self.counts(shape, term) : nil,
            classifier: shape?.classifier.map { reader.text($0) }, head: shape?.head.map { reader.text($0) },
            canonical: match.term.map { texts.canonical(of: $0, terms) } ?? (isHan ? text : Self.plain(text)),
            membership: match.kind == .set ? .unknown : nil, isQuoted: match.isQuoted,
            type: term?.type ?? Self.type(match, reader, terms), rule: match.rule)
    }

    /// As the table tells them, or else as the text reads; of a set whose name has none, how many members the table has.
    private static func counts(_ shape: SloganShape?, _ term: SloganTerm?) -> [Int]? {
        if let told = term?.counts, !told.isEmpty { return told }
        if let shape { return shape.counts.array }
        guard let members = term?.memberCount, members > 0 else { return nil }
        return [members]
    }

    /// Without white space and characters that do not show, full-width letters and signs as ASCII.
    static func plain(_ text: String) -> String {
        if isPlain(text.utf8.span) { return text }
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint { continue }
            let isFullWidth = (0xFF10...0xFF5A).contains(scalar.value) || scalar.value == 0xFF0B
            plain.append(isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return String(plain)
    }

    /// Whether a text holds nothing but visible ASCII, dashes and quotation marks (U+2010 to 201F), characters between
    /// U+3000 and U+FE00, and full-width signs (U+FF01 to FF0F) other than ＋, to none of which anything is done.
    private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte > 0x20, byte < 0x7F {
                offset += 1
                continue
            }
            guard byte >= 0xE2, byte <= 0xEF, offset + 2 < bytes.count else { return false }
            let second = bytes[offset + 1]
            if byte == 0xE2, second != 0x80 || bytes[offset + 2] & 0xF0 != 0x90 { return false }
            if byte == 0xE3, second == 0x80, bytes[offset + 2] == 0x80 { return false }
            if byte == 0xEF, second >= 0xB8 {
                guard second == 0xBC, bytes[offset + 2] & 0xF0 == 0x80, bytes[offset + 2] != 0x8B else { return false }
            }
            offset += 3
        }
        return true
    }

    /// From the last word of the slogan, or else from what follows it: “清脏治乱”行动 is a campaign.
    private static func type(_ match: SloganMatch, _ reader: borrowing Reader, _ terms: Terms) -> SloganType {
        if let found = reader.longestContext(Lexicon.Kind.sloganHead.bit, endingAt: match.end),
            found.end > match.start, let term = reader.term(.sloganHead, of: found)
        {
            return terms.sloganHeads[term].type
        }
        var offset = match.outerEnd(reader)
        for _ in 0..<6 where offset < reader.end {
            let character = reader.character(at: offset)
            // A single character behind the slogan is mostly part of another word.
            if let found = reader.longestTerm(Lexicon.Kind.sloganHead.bit, at: offset, character, end: reader.end),
                found.end - offset >= 6, let term = reader.term(.sloganHead, of: found)
            {
                return terms.sloganHeads[term].type
            }
            guard OutlineText.isHan(character.scalar) else { break }
            offset = character.next
        }
        return .other
    }
}

/// What the lexicon tells of its slogans, kept from one to the next.
struct SloganTexts {
    private var canonicals = RowValues<String>()
    private var members = RowValues<[String]>()

    init() {}

    /// The one name of all forms of the slogan of a row.
    mutating func canonical(of row: Int, _ terms: Terms) -> String {
        canonicals.value(of: row) { terms.slogans[row].canonical } ?? ""
    }

    /// The members that a row names.
    mutating func members(of row: Int, _ terms: Terms) -> [String] {
        members.value(of: row) { terms.slogans[row].members } ?? []
    }
}
