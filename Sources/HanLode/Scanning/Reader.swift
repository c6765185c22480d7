/// One text as one lexicon sees it: characters with what is known of them, and terms by anchored look-up.
///
/// Offsets are UTF-8. The bytes must be valid UTF-8, as a `String`'s are; a reader never decodes past the end.
struct Reader: ~Escapable {
    let bytes: Span<UInt8>
    let lexicon: UnsafePointer<LexiconView>

    /// Before here four bytes can be read at once.
    private let wide: UInt
    /// Where the work is counted; one place for all copies of the reader.
    private let counter: UnsafeMutablePointer<WorkCounter.Work>?

    /// - Parameter counter: must outlive the reader and its copies.
    @_lifetime(copy bytes, borrow lexicon)
    init(_ bytes: Span<UInt8>, lexicon: borrowing Lexicon, counter: UnsafeMutablePointer<WorkCounter.Work>? = nil) {
        self.bytes = bytes
        wide = UInt(max(bytes.count - 3, 0))
        self.lexicon = lexicon.view
        self.counter = counter
    }

    /// Another text as the same lexicon sees it.
    @_lifetime(copy bytes, copy other)
    init(_ bytes: Span<UInt8>, like other: borrowing Reader) {
        self.bytes = bytes
        wide = UInt(max(bytes.count - 3, 0))
        lexicon = other.lexicon
        counter = other.counter
    }

    var end: Int { bytes.count }

    /// Counts characters that were looked at: what a test holds against the text's length.
    @inline(__always)
    func count(_ characters: Int) { counter?.pointee.steps &+= characters }

    /// Whether what is found on the way is noted.
    @inline(__always)
    var isRecording: Bool { counter?.pointee.record != nil }

    /// Notes a look-up that has found something.
    @inline(__always)
    func note(_ kinds: UInt32, _ start: Int, _ end: Int, _ match: Match) {
        if isRecording { record(kinds, start, end, match) }
    }

    /// Apart from what is done at every look-up.
    @inline(never)
    private func record(_ kinds: UInt32, _ start: Int, _ end: Int, _ match: Match) {
        counter?.pointee.record?.lookUps.append(.init(kinds: kinds, start: start, end: end, slot: match.slot))
    }

    /// Notes that a grammar has decided against a candidate, which is made only where it is noted.
    @inline(__always)
    func dismiss(_ dismissal: @autoclosure () -> WorkRecord.Dismissal) {
        if isRecording { counter?.pointee.record?.dismissals.append(dismissal()) }
    }

    /// A character: what is known of it, its scalar, and where the next one begins.
    struct Character {
        let info: CharacterInfo
        let scalar: UInt32
        let next: Int
    }

    /// The character at `offset`, which must lie before the end.
    @inline(__always)
    func character(at offset: Int) -> Character {
        // Nearly all have three bytes, and stand where a fourth can be read with them.
        if UInt(bitPattern: offset) < wide {
            let word = fourBytes(at: offset)
            if Self.isHan(word) {
                let scalar = Self.scalar(ofThree: word)
                return Character(info: lexicon.pointee.info(ofHan: scalar), scalar: scalar, next: offset &+ 3)
            }
            if word & 0xF0 == 0xE0 {
                let scalar = Self.scalar(ofThree: word)
                return Character(info: lexicon.pointee.info(scalar), scalar: scalar, next: offset &+ 3)
            }
            if word & 0x80 == 0 {
                return Character(info: lexicon.pointee.info(word & 0x7F), scalar: word & 0x7F, next: offset &+ 1)
            }
        }
        return otherCharacter(at: offset)
    }

    /// The character at `offset`; at the end of the text one of which nothing is known and that takes no room.
    @inline(__always)
    func characterOrEnd(at offset: Int) -> Character {
        offset < end ? character(at: offset) : Character(info: .unknown, scalar: 0, next: offset)
    }

    /// Four bytes as one number, the first the lowest; the caller has seen that they lie before the end.
    @inline(__always)
    private func fourBytes(at offset: Int) -> UInt32 {
        UInt32(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self))
    }

    /// Whether the lowest byte is from E4 to E9: a scalar from U+4000 to U+9FFF.
    @inline(__always)
    private static func isHan(_ word: UInt32) -> Bool { word & 0xFF &- 0xE4 < 6 }

    @inline(__always)
    private static func scalar(ofThree word: UInt32) -> UInt32 {
        (word & 0x0F) << 12 | (word >> 8 & 0x3F) << 6 | word >> 16 & 0x3F
    }

    /// The scalar at `offset` if it is one from U+4000 to U+9FFF, of three bytes each; `nil` for any other. `offset` must
    /// lie before `wideEnd`.
    @inline(__always)
    func hanScalar(at offset: Int) -> UInt32? {
        let first = UInt32(bytes[unchecked: offset]) &- 0xE4
        guard first < 6 else { return nil }
        return 0x4000 &+ first << 12 &+ continuation(offset &+ 1) << 6 &+ continuation(offset &+ 2)
    }

    /// The scalar at `offset`, which must lie before the end, and where the next character begins.
    @inline(__always)
    func scalar(at offset: Int) -> (scalar: UInt32, next: Int) {
        if offset < wideEnd {
            let word = fourBytes(at: offset)
            if word & 0xF0 == 0xE0 { return (Self.scalar(ofThree: word), offset &+ 3) }
            if word & 0x80 == 0 { return (word & 0x7F, offset &+ 1) }
        }
        let other = otherCharacter(at: offset)
        return (other.scalar, other.next)
    }

    /// Before here four bytes can be read at once.
    @inline(__always)
    var wideEnd: Int { Int(bitPattern: wide) }

    /// A character of two or four bytes, or one of the last.
    @inline(never)
    func otherCharacter(at offset: Int) -> Character {
        let first = UInt32(bytes[offset])
        // What follows is looked at where it is known to lie before the end.
        let left = bytes.count &- offset
        var scalar = first
        var length = 1
        if first < 0x80 {
        } else if first >= 0xE0, first < 0xF0, left >= 3 {
            scalar = (first & 0x0F) << 12 | continuation(offset &+ 1) << 6 | continuation(offset &+ 2)
            length = 3
        } else if first >= 0xC0, first < 0xE0, left >= 2 {
            scalar = (first & 0x1F) << 6 | continuation(offset &+ 1)
            length = 2
        } else if first >= 0xF0, left >= 4 {
            scalar = (first & 0x07) << 18 | continuation(offset &+ 1) << 12
            scalar |= continuation(offset &+ 2) << 6 | continuation(offset &+ 3)
            scalar = min(scalar, 0x10_FFFF)
            length = 4
        }
        return Character(info: lexicon.pointee.info(scalar), scalar: scalar, next: offset &+ length)
    }

    /// The bits that a byte behind the first adds to a scalar; the caller has seen that it lies before the end.
    @inline(__always)
    private func continuation(_ offset: Int) -> UInt32 { UInt32(bytes[unchecked: offset] & 0x3F) }

    /// The three bytes from `offset` on as one number, the first the highest, where a fourth is behind them.
    @inline(__always)
    func threeBytes(at offset: Int) -> UInt32? {
        guard UInt(bitPattern: offset) < wide else { return nil }
        return UInt32(bigEndian: bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self)) >> 8
    }

    /// Behind the Han letters that begin at `offset`, before `limit`: three bytes each, the first of them E4 to E9, so
    /// that they need no decoding where nothing but signs is looked for.
    @inline(__always)
    func skippingHan(_ offset: Int, limit: Int) -> Int {
        var offset = offset
        let last = min(limit, bytes.count) &- 3
        while offset <= last, bytes[unchecked: offset] >= 0xE4, bytes[unchecked: offset] <= 0xE9 { offset &+= 3 }
        return offset
    }

    /// Before the Han letters that end at `offset`, behind `limit`.
    @inline(__always)
    func skippingHanBackward(_ offset: Int, limit: Int) -> Int {
        var offset = min(offset, bytes.count)
        let first = max(limit, 0) &+ 3
        while offset >= first, bytes[unchecked: offset &- 3] >= 0xE4, bytes[unchecked: offset &- 3] <= 0xE9 {
            offset &-= 3
        }
        return offset
    }

    /// The characters of a span as they stand.
    @inline(__always)
    func text(_ span: TextSpan) -> String { bytes.text(span.start, span.end) }

    /// Where the character before `offset` begins; 0 at the start.
    @inline(__always)
    func before(_ offset: Int) -> Int {
        // Nearly all characters have three bytes.
        if offset >= 3, bytes[offset &- 3] & 0xF0 == 0xE0 { return offset &- 3 }
        return otherBefore(offset)
    }

    private func otherBefore(_ offset: Int) -> Int {
        var index = offset - 1
        while index > 0, bytes[index] & 0xC0 == 0x80 { index -= 1 }
        return max(index, 0)
    }

    /// Behind the zero-width characters at `offset`.
    func skippingIgnorable(_ offset: Int) -> Int {
        var offset = offset
        while offset < end {
            let character = character(at: offset)
            guard character.info.isIgnorable else { break }
            offset = character.next
        }
        return offset
    }

    /// Behind the zero-width characters, spaces and line breaks at `offset`; at most four of them.
    func skippingBreaksForward(_ offset: Int) -> Int {
        var offset = offset
        for _ in 0..<4 where offset < end {
            let character = character(at: offset)
            guard character.info.isBlank else { break }
            offset = character.next
        }
        return offset
    }

    /// Before the zero-width characters, spaces and line breaks that end at `offset`; at most four of them.
    func skippingBreaksBackward(_ offset: Int) -> Int {
        var offset = offset
        for _ in 0..<4 where offset > 0 {
            let previous = before(offset)
            let info = character(at: previous).info
            guard info.isBlank else { break }
            offset = previous
        }
        return offset
    }

    /// Before the zero-width characters and spaces that end at `offset`; at most `limit` of them.
    @inline(__always)
    func skippingSpaceBackward(_ offset: Int, limit: Int = 3) -> Int {
        // Most often there are none.
        guard offset > 0, character(at: before(offset)).info.isBlank else { return offset }
        return skippingSpacesBackward(offset, limit: limit)
    }

    private func skippingSpacesBackward(_ offset: Int, limit: Int) -> Int {
        var offset = offset
        for _ in 0..<limit {
            guard offset > 0 else { break }
            let previous = before(offset)
            let info = character(at: previous).info
            guard info.isBlank, bytes[previous] != 0x0A else { break }
            offset = previous
        }
        return offset
    }
}

extension Reader {
    /// A term found: where it ends (looked up backward: where it begins), and where its postings are found. They lie far
    /// from all that a walk touches, and many are never asked for.
    struct Match {
        let end: Int
        let kinds: UInt32
        let slot: UInt32
    }

    /// The node behind a match that was looked up forward.
    func node(_ match: Match) -> DoubleArray.Node { lexicon.pointee.forward.node(at: match.slot) }

    /// What the terms of a match that was looked up forward may do in names or beside them.
    func roles(_ match: Match) -> NameRoles { lexicon.pointee.forward.roles(node(match)) }

    /// The longest term of one of `kinds` that begins at `offset`, zero-width characters inside it seen through.
    ///
    /// Between two Han characters a term may also hold a single space or line break: 百分 点. It ends at `limit` or before.
    func longestTerm(_ kinds: UInt32, at offset: Int, limit: Int = .max) -> Match? {
        let end = min(end, limit)
        guard offset < end else { return nil }
        return longestTerm(kinds, at: offset, character(at: offset), end: end)
    }

    /// The longest term of one of `kinds` that begins at `offset` with the character `first` and ends at `end` or before.
    @inline(__always)
    func longestTerm(_ kinds: UInt32, at offset: Int, _ first: Character, end: Int) -> Match? {
        let trie = lexicon.pointee.forward
        // Most characters begin no term of the kinds that are asked for.
        guard lexicon.pointee.begins(first.info.code, kinds), var place = trie.first(by: first.info.code) else {
            count(1)
            return nil
        }
        var next = first.next
        // Of those that begin one and are none, most are followed by what none goes on with.
        if trie.known(place).kinds & kinds == 0, next < end {
            let second = character(at: next)
            if second.info.code != 0 {
                guard let behind = trie.step(from: place, by: second.info.code), trie.leads(from: behind, to: kinds)
                else {
                    count(2)
                    return nil
                }
                count(1)
                (place, next) = (behind, second.next)
            }
        }
        return walk(kinds, from: offset, place, next, end: end)
    }

    /// The rest of the look-up of a term that begins at `start`: from a place in the trie that is reached at `offset`.
    private func walk(_ kinds: UInt32, from start: Int, _ place: TrieView.Place, _ offset: Int, end: Int) -> Match? {
        let trie = lexicon.pointee.forward
        var (place, offset) = (place, offset)
        var (foundEnd, foundKinds, foundAt): (Int, UInt32, UInt32) = (offset, 0, 0)
        var looked = 1
        while true {
            let known = trie.known(place)
            if known.kinds & kinds != 0 { (foundEnd, foundKinds, foundAt) = (offset, known.kinds, place.index) }
            guard known.below & kinds != 0, let character = next(offset, end, &looked),
                let next = trie.step(from: place, by: character.info.code)
            else { break }
            place = next
            offset = character.next
        }
        count(looked)
        guard foundKinds != 0 else { return nil }
        let match = Match(end: foundEnd, kinds: foundKinds, slot: trie.slot(of: foundAt))
        note(kinds, start, foundEnd, match)
        return match
    }

    /// The next character on a walk that has a letter, zero-width characters and a single space before it seen through.
    @inline(__always)
    private func next(_ offset: Int, _ end: Int, _ looked: inout Int) -> Character? {
        guard offset < end else { return nil }
        let character = character(at: offset)
        guard character.info.code != 0 else { return nextBehindSpace(offset, end) }
        looked &+= 1
        return character
    }

    /// Apart from the walk, because few terms hold a space.
    @inline(never)
    private func nextBehindSpace(_ start: Int, _ end: Int) -> Character? {
        var (offset, spaces, looked) = (start, 0, 0)
        defer { count(looked) }
        while offset < end {
            looked += 1
            let character = character(at: offset)
            if character.info.code != 0 { return spaces > 0 && character.scalar < 0x80 ? nil : character }
            if !character.info.isIgnorable {
                guard character.info.isSpace, spaces == 0, character.scalar != 0x09, bytes[offset - 1] >= 0x80 else {
                    return nil
                }
                spaces += 1
            }
            offset = character.next
        }
        return nil
    }

    /// The term of one of `kinds` that the character at `offset` is by itself.
    @inline(__always)
    func single(_ kinds: UInt32, at offset: Int, _ character: Character) -> Match? {
        count(1)
        let trie = lexicon.pointee.forward
        guard character.info.code != 0, let place = trie.first(by: character.info.code) else { return nil }
        let known = trie.known(place)
        guard known.kinds & kinds != 0 else { return nil }
        let match = Match(end: character.next, kinds: known.kinds, slot: trie.slot(of: place.index))
        note(kinds, offset, character.next, match)
        return match
    }

    /// The longest term of `Lexicon.nameKinds` that begins at `start` with the character `initial`.
    func longestName(at start: Int, _ initial: Character) -> Match? {
        let trie = lexicon.pointee.forward
        guard initial.info.code != 0, var place = trie.first(by: initial.info.code) else { return nil }
        var (foundEnd, found) = (initial.next, place)
        var offset = initial.next
        while place.node.leadsToNames, offset < end {
            let character = character(at: offset)
            let code = character.info.code
            guard code != 0, let next = trie.step(from: place, by: code) else {
                // Zero-width characters and spaces inside a name are rare.
                guard code == 0, character.info.isBlank else { break }
                return longestTerm(Lexicon.nameKinds, at: start)
            }
            place = next
            offset = character.next
            if place.node.endsName { (foundEnd, found) = (offset, place) }
        }
        guard found.node.endsName else { return nil }
        let match = Match(end: foundEnd, kinds: trie.known(found).kinds, slot: trie.slot(of: found.index))
        note(Lexicon.nameKinds, start, foundEnd, match)
        return match
    }

    /// The longest term of one of `kinds` that ends at `offset`, zero-width characters inside it seen through.
    func longestContext(_ kinds: UInt32 = Lexicon.contextKinds, endingAt offset: Int) -> Match? {
        let trie = lexicon.pointee.backward
        var looked = 0
        defer { count(looked) }
        // Most characters end no term of the kinds that are asked for.
        guard let last = letter(before: offset, &looked), lexicon.pointee.ends(last.code, kinds),
            var place = trie.first(by: last.code)
        else { return nil }
        var start = last.start
        var (foundStart, foundKinds, foundAt): (Int, UInt32, UInt32) = (start, 0, 0)
        while true {
            let known = trie.known(place)
            if known.kinds & kinds != 0 { (foundStart, foundKinds, foundAt) = (start, known.kinds, place.index) }
            guard known.below & kinds != 0, let letter = letter(before: start, &looked),
                let next = trie.step(from: place, by: letter.code)
            else { break }
            (place, start) = (next, letter.start)
        }
        guard foundKinds != 0 else { return nil }
        let match = Match(end: foundStart, kinds: foundKinds, slot: trie.slot(of: foundAt))
        note(kinds, foundStart, offset, match)
        return match
    }

    /// The letter that ends at `offset`, zero-width characters behind it seen through, and where it begins; `nil` for a
    /// character without one.
    @inline(__always)
    private func letter(before offset: Int, _ looked: inout Int) -> (code: UInt32, start: Int)? {
        guard offset > 0 else { return nil }
        looked &+= 1
        let start = before(offset)
        let info = character(at: start).info
        if info.code != 0 { return (info.code, start) }
        return info.isIgnorable ? letterBehindIgnorable(start) : nil
    }

    /// Apart from the walk, because zero-width characters are rare.
    @inline(never)
    private func letterBehindIgnorable(_ offset: Int) -> (code: UInt32, start: Int)? {
        var offset = offset
        while offset > 0 {
            count(1)
            offset = before(offset)
            let info = character(at: offset).info
            if info.code != 0 { return (info.code, offset) }
            guard info.isIgnorable else { return nil }
        }
        return nil
    }

    /// Calls `body` with every term of `kind` that begins at `offset`, zero-width characters inside it seen through:
    /// its index, where it ends, and whether none of the kind is longer.
    func forEachTerm(of kind: Lexicon.Kind, at offset: Int, _ body: (Int, Int, Bool) -> Void) {
        var offset = offset
        var found: Match?
        func tell(_ match: Match?, isLongest: Bool) {
            guard let match else { return }
            forEachTerm(kind, of: match) { body($0, match.end, isLongest) }
        }
        let trie = kind == .listTerm ? lexicon.pointee.listed : lexicon.pointee.forward
        let kinds = kind == .listTerm ? Lexicon.listedKinds : kind.bit
        guard var place = trie.root else { return }
        while offset < end {
            count(1)
            let character = character(at: offset)
            if character.info.code != 0 {
                guard let next = trie.step(from: place, by: character.info.code) else { break }
                place = next
                let known = trie.known(place)
                if known.kinds & kinds != 0 {
                    tell(found, isLongest: false)
                    found = Match(end: character.next, kinds: known.kinds, slot: trie.slot(of: place.index))
                }
                if known.below & kinds == 0 { break }
            } else if !character.info.isIgnorable || place.index == DoubleArray.root {
                break
            }
            offset = character.next
        }
        tell(found, isLongest: true)
    }

    /// The longest term of `kind` that begins at `offset`: its index among the terms of that kind, and where it ends.
    @inline(__always)
    func longestTerm(_ kind: Lexicon.Kind, at offset: Int) -> (index: Int, end: Int)? {
        let first = characterOrEnd(at: offset)
        guard let match = longestTerm(kind.bit, at: offset, first, end: end), let index = term(kind, of: match) else {
            return nil
        }
        return (index, match.end)
    }

    /// The index of the match's term of `kind` among the terms of that kind.
    func term(_ kind: Lexicon.Kind, of match: Match) -> Int? {
        guard match.kinds & kind.bit != 0 || kind == .listTerm else { return nil }
        var term: Int?
        lexicon.pointee.forEachPosting(at: match.slot) { posting in
            guard posting.isOf(kind) else { return true }
            term = posting.index
            return false
        }
        return term
    }

    /// Whether the bytes from `offset` on are those of `text`.
    func begins(_ offset: Int, with text: [UInt8]) -> Bool {
        guard offset + text.count <= end else { return false }
        for index in text.indices where bytes[offset + index] != text[index] { return false }
        return true
    }

    /// Whether the characters before `offset` are those of `text`.
    func ends(_ offset: Int, with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard offset >= count else { return false }
        return text.withUTF8Buffer { buffer in
            for index in 0..<count where bytes[offset - count + index] != buffer[index] { return false }
            return true
        }
    }

    /// Calls `body` with every term behind the surface of a match.
    @inline(__always)
    func forEachTerm(at slot: UInt32, _ body: (Lexicon.Kind, Int) -> Void) {
        lexicon.pointee.forEachPosting(at: slot) { posting in
            if let kind = posting.kind { body(kind, posting.index) }
            return true
        }
    }

    /// Calls `body` with the index of every term of `kind` that the match's surface is.
    @inline(__always)
    func forEachTerm(_ kind: Lexicon.Kind, of match: Match, _ body: (Int) -> Void) {
        lexicon.pointee.forEachPosting(at: match.slot) { posting in
            if posting.isOf(kind) { body(posting.index) }
            return true
        }
    }
}

extension Span<UInt8> {
    /// The text of a piece of valid UTF-8.
    func text(_ start: Int, _ end: Int) -> String {
        String(copying: UTF8Span(unchecked: extracting(start..<end)))
    }

    /// Whether two spans hold the same bytes.
    @inline(__always)
    func isSame(_ a: TextSpan, _ b: TextSpan) -> Bool {
        guard a.count == b.count else { return false }
        var (left, right) = (a.start, b.start)
        while left < a.end {
            guard self[left] == self[right] else { return false }
            (left, right) = (left &+ 1, right &+ 1)
        }
        return true
    }
}
