/// A paragraph, with what tells whether it is a heading or begins with one.
struct OutlineParagraph: Hashable, Sendable {
    /// Without the white space around it.
    var start: Int
    var end: Int
    /// Empty lines above it.
    var blanksBefore: Int
    /// Characters without spaces.
    var characters = 0
    /// Behind the first stop, and how many characters, commas and 是 there are up to it; `nil` where there is none.
    var firstStop: Int?
    var firstLength = 0
    /// That stop is 。
    var isStatement = false
    var firstCommas = 0
    var hasCopula = false
    /// An amount (12亿, 5％) stands before that stop: a sentence that tells something.
    var hasAmount = false
    /// Ends with 。！？ and what closes behind it.
    var endsWithStop = false
    /// Ends with ：or；
    var endsWithColon = false
    var hasTab = false
    var marker: OutlineMarker?
    /// What the words that it begins with tell.
    var lead: HeadingRole?

    var span: TextSpan { TextSpan(start: start, end: end) }

    /// Whether there is a sentence that runs to the paragraph's end.
    var isOneSentence: Bool { firstStop.map { $0 >= end } ?? false }

    /// Reads what the paragraph ends with: backward, so that no other character need be looked at for it.
    mutating func readEnd(_ reader: Reader) {
        let last = reader.character(at: reader.before(end)).scalar
        endsWithColon = last == 0xFF1A || last == 0x3A || last == 0xFF1B || last == 0x3B
        var offset = end
        while offset > start {
            offset = reader.before(offset)
            let character = reader.character(at: offset)
            guard BoundaryCharacters.isClosing(character.scalar) || character.info.isBlank else {
                endsWithStop = BoundaryCharacters.isStop(character.scalar)
                return
            }
        }
    }

    /// What the two lines are where a link or a page break has torn them apart.
    mutating func append(_ next: OutlineParagraph) {
        if firstStop == nil {
            firstStop = next.firstStop
            firstLength = characters + next.firstLength
            isStatement = next.isStatement
            firstCommas += next.firstCommas
            hasCopula = hasCopula || next.hasCopula
            hasAmount = hasAmount || next.hasAmount
        }
        characters += next.characters
        endsWithStop = next.endsWithStop
        endsWithColon = next.endsWithColon
        hasTab = hasTab || next.hasTab
        end = next.end
    }
}

/// An item inside a paragraph: 一是….
struct OutlineItem: Hashable, Sendable {
    var marker: OutlineMarker
    var paragraph: Int
    /// Where the item before it in the same paragraph ends.
    var boundary: Int
}
