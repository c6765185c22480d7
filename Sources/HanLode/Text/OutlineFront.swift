/// What stands before a report: the page's navigation, the title, the dateline and the speaker's name.
enum OutlineFront {
    /// Title pages are short; a text that does not turn to the house within so many paragraphs has none.
    private static let longest = 60

    static func read(_ reader: Reader, terms: Terms, into draft: inout OutlineDraft) {
        let start = bodyStart(reader, terms: terms, draft.paragraphs)
        draft.body = start..<draft.paragraphs.count
        guard start > 0 else { return }
        var lines = Lines(draft.paragraphs[..<start], reader: reader, terms: terms)
        lines.findTitle(reader, terms: terms)
        for (index, line) in lines.roles.enumerated() {
            let paragraph = draft.paragraphs[index]
            switch line {
            case .residue:
                draft.outline.residue.append(paragraph.span)
            case .speaker:
                draft.outline.speaker =
                    OutlineNames.speaker(reader, terms: terms, paragraph.span)
                    ?? OutlineNames.name(reader, paragraph.span)
            case .issuer:
                let name = OutlineText.clean(reader, paragraph.start, paragraph.end)
                draft.outline.issuer = draft.outline.issuer ?? name
            case .dateline, .title, .unknown: break
            }
        }
        draft.outline.title = lines.title(reader)
        draft.outline.date = lines.date(reader)
        let named = lines.named
        for index in named {
            let span = draft.paragraphs[index].span
            draft.outline.region = draft.outline.region ?? OutlineNames.region(reader, terms: terms, span)
            draft.outline.speaker = draft.outline.speaker ?? OutlineNames.speaker(reader, terms: terms, span)
        }
    }

    /// The first paragraph of the report: where the speaker turns to the house, or else the first heading with the
    /// number one, or the first long paragraph.
    private static func bodyStart(_ reader: Reader, terms: Terms, _ paragraphs: [OutlineParagraph]) -> Int {
        var fallback: Int?
        for (index, paragraph) in paragraphs.prefix(longest).enumerated() {
            if paragraph.lead == .address { return index }
            let isHeading = paragraph.marker.map { $0.value == 1 && !$0.style.isItem } ?? false
            let isText = paragraph.characters >= 40 && paragraph.firstStop != nil
            if isHeading || isText, !Lines.isCaption(reader, terms: terms, paragraph) {
                if paragraph.characters >= 120 || isHeading { return fallback ?? index }
                fallback = fallback ?? index
            }
        }
        return fallback ?? 0
    }

    /// The lines of a front, and what each of them is.
    private struct Lines {
        enum Role { case unknown, residue, title, dateline, speaker, issuer }

        let paragraphs: ArraySlice<OutlineParagraph>
        private(set) var roles: [Role]
        private var titleLines: Range<Int> = 0..<0

        init(_ paragraphs: ArraySlice<OutlineParagraph>, reader: Reader, terms: Terms) {
            self.paragraphs = paragraphs
            roles = Array(repeating: .unknown, count: paragraphs.count)
            var isLabelled = false
            for (index, line) in paragraphs.enumerated() {
                let residue = OutlineBack.residue(reader, terms: terms, line)
                let isDateline = OutlineNames.isDateline(reader, terms: terms, line)
                if residue != nil || line.characters <= 1 || Self.isCaption(reader, terms: terms, line)
                    || isLabelled && !isDateline && line.characters <= 20 || OutlineDate.isOnlyDate(reader, line.span)
                {
                    roles[index] = .residue
                } else if isDateline {
                    roles[index] = .dateline
                } else if OutlineNames.isIssuer(reader, terms: terms, line.span) {
                    roles[index] = .issuer
                } else if OutlineNames.speaker(reader, terms: terms, line.span) != nil
                    || roles.contains(.dateline) && OutlineNames.isName(reader, line.span)
                {
                    roles[index] = .speaker
                }
                // 来源： and on the next line who it is.
                isLabelled = residue == .label && line.endsWithColon
            }
        }

        static func isCaption(_ reader: Reader, terms: Terms, _ line: OutlineParagraph) -> Bool {
            guard line.characters <= 160 else { return false }
            // The last characters of the line; a caption's word is at most five long.
            var offset = line.end
            for _ in 0..<5 where offset > line.start {
                offset = reader.before(offset)
                if let match = reader.longestTerm(Lexicon.Kind.residue.bit, at: offset), match.end == line.end,
                    let term = reader.term(.residue, of: match), terms.residues[term] == .caption
                {
                    return true
                }
            }
            return false
        }

        /// The title is the longest line that ends in a report's name, or what stands above the dateline, or the first
        /// line. Of the lines above it nothing belongs to the report, and of those below none that repeats it.
        mutating func findTitle(_ reader: Reader, terms: Terms) {
            var best: Int?
            for (index, line) in paragraphs.enumerated() where roles[index] == .unknown {
                guard OutlineKinds.titleKind(reader, terms: terms, line.span) != nil else { continue }
                if best == nil || paragraphs[best ?? 0].characters < line.characters { best = index }
            }
            if let best {
                titleLines = best..<(best + 1)
                for (index, line) in paragraphs.enumerated() where roles[index] == .unknown && index != best {
                    if index < best || OutlineKinds.titleKind(reader, terms: terms, line.span) != nil {
                        roles[index] = .residue
                    }
                }
            } else if let dateline = roles.firstIndex(of: .dateline), dateline > 0, roles[dateline - 1] == .unknown {
                var first = dateline - 1
                while first > 0, dateline - first < 3, roles[first - 1] == .unknown, paragraphs[first].characters <= 25
                {
                    first -= 1
                }
                titleLines = first..<dateline
                for index in 0..<first where roles[index] == .unknown { roles[index] = .residue }
            } else if let first = roles.firstIndex(of: .unknown), !paragraphs[first].endsWithStop,
                paragraphs[first].characters >= 4
            {
                titleLines = first..<(first + 1)
            }
            for index in titleLines { roles[index] = .title }
            for (index, line) in paragraphs.enumerated() where index >= titleLines.upperBound {
                guard let first = titleLines.first, roles[index] == .unknown || roles[index] == .dateline else {
                    continue
                }
                if reader.bytes.isSame(line.span, paragraphs[first].span) { roles[index] = .residue }
            }
            // A page that repeats its title repeats the dateline too.
            if let dateline = roles.lastIndex(of: .dateline) {
                for index in roles.indices where index < dateline && roles[index] == .dateline {
                    if reader.bytes.isSame(paragraphs[index].span, paragraphs[dateline].span) {
                        roles[dateline] = .residue
                    }
                }
            }
        }

        func title(_ reader: Reader) -> String? {
            guard !titleLines.isEmpty else { return nil }
            var lines: [String] = []
            for index in titleLines {
                lines.append(OutlineText.clean(reader, paragraphs[index].start, paragraphs[index].end))
            }
            return lines.joined(separator: " ")
        }

        /// The dateline's date, or else that of the page's header.
        func date(_ reader: Reader) -> String? {
            let datelines = roles.indices.filter { roles[$0] == .dateline }
            let headers = roles.indices.filter { roles[$0] == .residue }
            for index in datelines + headers {
                if let date = OutlineDate.first(reader, paragraphs[index].span) { return date }
            }
            return nil
        }

        /// Lines that may name the region: datelines first.
        var named: [Int] {
            roles.indices.filter { roles[$0] == .dateline } + Array(titleLines)
                + roles.indices.filter { roles[$0] == .speaker || roles[$0] == .issuer }
        }
    }
}
