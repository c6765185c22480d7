extension Slogan {
    /// The value of a match, with its texts cut from the reader's bytes; its members are not in it yet.
    init(_ match: SloganMatch, reader: borrowing Reader, terms: Terms) {
        span = match.span
        text = reader.text(match.span)
        kind = match.kind
        isQuoted = match.isQuoted
        rule = match.rule
        let term = match.term.map { terms.slogans[$0] }
        canonical = term?.canonical ?? Self.plain(text)
        if kind == .set {
            counts = match.shape?.counts.array
            if let told = term?.counts, !told.isEmpty { counts = told }
            if counts == nil, let members = term?.memberCount, members > 0 { counts = [members] }
            if let part = match.shape?.classifier { classifier = reader.text(part) }
            if let part = match.shape?.head { head = reader.text(part) }
            membership = .unknown
        }
        type = term?.type ?? Self.type(match, reader, terms)
    }

    /// Without white space and characters that do not show, full-width letters and signs as ASCII.
    static func plain(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.value > 0x3000 && $0.value < 0xFE00 || $0.value > 0x20 && $0.value < 0x7F
        }
        if isPlain { return text }
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint { continue }
            let isFullWidth = (0xFF10...0xFF5A).contains(scalar.value) || scalar.value == 0xFF0B
            plain.append(isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return String(plain)
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
            // A single character behind the slogan is mostly part of another word.
            if let found = reader.longestTerm(Lexicon.Kind.sloganHead.bit, at: offset), found.end - offset >= 6,
                let term = reader.term(.sloganHead, of: found)
            {
                return terms.sloganHeads[term].type
            }
            let character = reader.character(at: offset)
            guard OutlineText.isHan(character.scalar) else { break }
            offset = character.next
        }
        return .other
    }
}
