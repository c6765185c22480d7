/// An entity found, before it is made into a value.
struct EntityMatch: Hashable, Sendable {
    var start: Int
    var end: Int
    var type: EntityType
    var rule: EntityRule
    /// Of the division that it names; 0 where it names none, or one of several.
    var code: UInt32 = 0
    var canonical = Canonical.none

    enum Canonical: Hashable, Sendable {
        case none
        /// Index among the divisions.
        case division(Int)
        /// Index among the names.
        case name(Int)
    }
}

extension Entity {
    /// The value of a match, with its text cut from `bytes`.
    init(_ match: EntityMatch, bytes: Span<UInt8>, terms: Terms) {
        let text = bytes.text(match.start, match.end)
        let canonical: String? =
            switch match.canonical {
            case .none: nil
            case .division(let index): terms.divisions[index].name
            case .name(let index): terms.names[index].canonical
            }
        self.init(
            span: TextSpan(start: match.start, end: match.end), text: text, type: match.type,
            canonical: canonical == text ? nil : canonical, code: match.code == 0 ? nil : String(match.code),
            rule: match.rule)
    }
}
