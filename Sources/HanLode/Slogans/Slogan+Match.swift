extension Slogan {
    /// The value of a match, with its texts cut from the reader's bytes; its members are not in it yet.
    init(_ match: SloganMatch, reader: borrowing Reader, terms: Terms) {
        span = match.span
        text = Self.text(reader, match.span)
        kind = match.kind
        isQuoted = match.isQuoted
        rule = match.rule
        let term = match.term.map { terms.slogans[$0] }
        canonical = term?.canonical ?? Self.plain(text)
        if kind == .set {
            counts = match.shape?.counts.array
            if let told = term?.counts, !told.isEmpty { counts = told }
            if counts == nil, let members = term?.members, !members.isEmpty { counts = [members.count] }
            classifier = match.shape?.classifier.map { [text, span] in Self.part($0, of: text, at: span) } ?? nil
            head = match.shape?.head.map { [text, span] in Self.part($0, of: text, at: span) } ?? nil
            membership = .unknown
        }
        type = term?.type ?? Self.type(match, reader, terms)
    }

    static func text(_ reader: borrowing Reader, _ span: TextSpan) -> String {
        String(unsafeUninitializedCapacity: span.count) { buffer in
            for index in 0..<span.count { buffer[index] = reader.bytes[span.start + index] }
            return span.count
        }
    }

    private static func part(_ part: TextSpan, of text: String, at span: TextSpan) -> String? {
        TextSpan(start: part.start - span.start, end: part.end - span.start).range(in: text).map { String(text[$0]) }
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
