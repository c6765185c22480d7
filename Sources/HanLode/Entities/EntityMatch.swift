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
        span = TextSpan(start: match.start, end: match.end)
        text = String(unsafeUninitializedCapacity: match.end - match.start) { buffer in
            for index in match.start..<match.end { buffer[index - match.start] = bytes[index] }
            return match.end - match.start
        }
        type = match.type
        rule = match.rule
        code = match.code == 0 ? nil : String(match.code)
        switch match.canonical {
        case .none: canonical = nil
        case .division(let index): canonical = terms.divisions[index].name
        case .name(let index): canonical = terms.names[index].canonical
        }
        if canonical == text { canonical = nil }
    }
}
