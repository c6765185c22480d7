/// What sections are about, in the order in which they are opened.
struct OutlineRoles {
    private let kind: DocumentKind
    /// A section of the first level has told of aims or tasks: those behind it do too, where they bid.
    private var isPlanning = false

    init(kind: DocumentKind) {
        self.kind = kind
    }

    /// The role of a section, from its heading's words, from the section around it, or from the kind of report.
    mutating func role(
        of heading: OutlineHeading, style: OutlineMarker.Style, level: Int, parent: Section.Role?, _ reader: Reader,
        _ terms: Terms
    ) -> Section.Role {
        guard level > 1, let parent else {
            let cues = Cues(heading.title, reader, terms)
            let role = cues.stated ?? unstated(cues)
            if role == .target || role == .task { isPlanning = true }
            return role
        }
        // 五年来 looks back, whatever stands around it.
        if style == .period { return .review }
        if parent != .other {
            // Items and run-in headings tell what the section is about in other words.
            guard !style.isItem, let stated = Cues(heading.title, reader, terms).stated, stated != .other else {
                return parent
            }
            return stated
        }
        let cues = Cues(heading.title, reader, terms)
        if let stated = cues.stated { return stated }
        if cues.isClosing { return .other }
        if cues.isDirective { return .task }
        // Aims are told in the same words as achievements: 首都功能持续提升.
        return cues.isAchieved && style < .copula ? .review : .other
    }

    /// What the sentence before a list tells of its items: its last words, back to a stop.
    static func role(ofLead span: TextSpan, _ reader: Reader, _ terms: Terms) -> Section.Role? {
        var start = span.end
        for _ in 0..<longestLead {
            guard start > span.start else { break }
            let before = reader.before(start)
            if start < span.end, BoundaryCharacters.isStop(reader.character(at: before).scalar) { break }
            start = before
        }
        let stated = Cues(TextSpan(start: start, end: span.end), reader, terms).stated
        return stated == .other ? nil : stated
    }

    /// In characters.
    private static var longestLead: Int { 40 }

    /// The role of a section of the first level whose heading does not tell.
    private func unstated(_ cues: Cues) -> Section.Role {
        if cues.isMixed || cues.isClosing { return .other }
        if kind == .statisticalCommunique { return .review }
        if isPlanning || cues.isDirective && kind != .other { return .task }
        return cues.isAchieved ? .review : .other
    }

    /// What the words of a heading tell.
    private struct Cues {
        /// The one thing that they tell; `nil` where they tell none or contradict each other.
        private(set) var stated: Section.Role?
        /// They speak of what is done and of what is to be done.
        private(set) var isMixed = false
        private(set) var isClosing = false
        private(set) var isAchieved = false
        private(set) var isDirective = false

        init(_ title: TextSpan, _ reader: Reader, _ terms: Terms) {
            var (isReview, isOther, isYearly) = (false, false, false)
            var plan: Section.Role?
            OutlineText.forEachTerm(.heading, reader, title) { term, start, _ in
                switch terms.headings[term] {
                case .review, .period: isReview = true
                case .target: plan = plan ?? .target
                case .task: plan = plan ?? .task
                case .yearly: isYearly = true
                case .other: isOther = true
                case .closing: self.isClosing = true
                case .achieved: self.isAchieved = true
                case .directive: self.isDirective = self.isDirective || start == title.start
                case .address, .lead: break
                }
                return true
            }
            isMixed = isReview && plan != nil
            stated = isMixed ? nil : isOther ? .other : isReview ? .review : plan ?? (isYearly ? .task : nil)
        }
    }
}
