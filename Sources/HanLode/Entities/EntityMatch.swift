/// An entity found, before it is made into a value.
struct EntityMatch: Hashable, Sendable {
    @Narrow var start: Int
    @Narrow var end: Int
    var type: EntityType
    var rule: EntityRule
    /// Of the division that it names; 0 where it names none, or one of several.
    var code: UInt32 = 0
    var canonical = Canonical.none

    enum Canonical: Hashable, Sendable {
        case none
        /// Index among the divisions.
        case division(Int32)
        /// Index among the names.
        case name(Int32)
        /// Index among the full names of what the text gives a second name.
        case introduced(Int32)
    }
}

extension Entity {
    /// The value of a match, with its text cut from `bytes`; `fullNames` are of what the text gives a second name.
    init(
        _ match: EntityMatch, bytes: Span<UInt8>, terms: Terms, fullNames: [TextSpan], texts: inout EntityTexts
    ) {
        let text = bytes.text(match.start, match.end)
        let canonical: String? =
            switch match.canonical {
            case .none: nil
            case .division(let index): texts.divisions.value(of: Int(index)) { terms.divisions[Int(index)].name }
            case .name(let index): texts.names.value(of: Int(index)) { terms.names[Int(index)].canonical }
            case .introduced(let index):
                bytes.text(fullNames[Int(index)].start, fullNames[Int(index)].end).filter { !$0.isNewline }
            }
        let isFuller = canonical.map { ByteText($0) != ByteText(text) } ?? false
        self.init(
            span: TextSpan(start: match.start, end: match.end), text: text, type: match.type,
            canonical: isFuller ? canonical : nil,
            code: match.code == 0 ? nil : texts.codes.value(of: Int(match.code)) { String(match.code) },
            rule: match.rule)
    }
}

/// What entities are told with that is in no text: full names and codes.
struct EntityTexts {
    fileprivate var divisions = RowValues<String>()
    fileprivate var names = RowValues<String>()
    /// By the code itself.
    fileprivate var codes = RowValues<String>()

    init() {}
}
