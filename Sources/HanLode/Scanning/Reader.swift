/// One text as one lexicon sees it: characters with what is known of them, and terms by anchored look-up.
///
/// Offsets are UTF-8. The bytes must be valid UTF-8, as a `String`'s are; a reader never decodes past the end.
struct Reader: ~Escapable {
    let bytes: Span<UInt8>
    private let tables: UnsafePointer<LookUpTables>

    /// Where the work is counted; one place for all copies of the reader.
    private let counter: UnsafeMutablePointer<WorkCounter.Work>?

    /// - Parameter counter: must outlive the reader and its copies.
    @_lifetime(copy bytes, borrow lexicon)
    init(_ bytes: Span<UInt8>, lexicon: borrowing Lexicon, counter: UnsafeMutablePointer<WorkCounter.Work>? = nil) {
        self.bytes = bytes
        self.counter = counter
        tables = UnsafePointer(lexicon.storage.lookUp)
    }

    /// Another text as the same lexicon sees it.
    @_lifetime(copy bytes, copy other)
    init(_ bytes: Span<UInt8>, like other: borrowing Reader) {
        self.bytes = bytes
        counter = other.counter
        tables = other.tables
    }

    private var forward: Span<DoubleArray.Node> {
        @_lifetime(copy self) get { span(tables.pointee.forward) }
    }

    private var backward: Span<DoubleArray.Node> {
        @_lifetime(copy self) get { span(tables.pointee.backward) }
    }

    private var listed: Span<DoubleArray.Node> {
        @_lifetime(copy self) get { span(tables.pointee.listed) }
    }

    private var postings: Span<Lexicon.Posting> {
        @_lifetime(copy self) get { span(tables.pointee.postings) }
    }

    /// A table lives as long as the lexicon that the reader depends on.
    @_lifetime(copy self)
    @inline(__always)
    private func span<Element: BitwiseCopyable>(_ elements: UnsafeBufferPointer<Element>) -> Span<Element> {
        _overrideLifetime(Span(_unsafeElements: elements), copying: self)
    }

    var end: Int { bytes.count }

    /// Counts characters that were looked at: what a test holds against the text's length.
    @inline(__always)
    func count(_ characters: Int) { counter?.pointee.steps &+= characters }

    /// Whether what is found on the way is noted.
    @inline(__always)
    private var isRecording: Bool { counter?.pointee.record != nil }

    /// Notes a look-up that has found something.
    @inline(__always)
    func note(_ kinds: UInt32, _ start: Int, _ end: Int, _ match: Match) {
        if isRecording {
            counter?.pointee.record?.lookUps.append(
                .init(kinds: kinds, start: start, end: end, posting: match.firstPosting))
        }
    }

    /// Notes that a number makes no quantity.
    @inline(__always)
    func dismiss(_ start: Int, _ end: Int, _ reason: WorkRecord.Dismissal.Reason) {
        if isRecording {
            counter?.pointee.record?.dismissals.append(.init(span: TextSpan(start: start, end: end), reason: reason))
        }
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
        let first = UInt32(bytes[offset])
        let left = bytes.count - offset
        var scalar = first
        var length = 1
        if first < 0x80 {
        } else if first >= 0xE0, first < 0xF0, left >= 3 {
            scalar = (first & 0x0F) << 12 | continuation(offset + 1) << 6 | continuation(offset + 2)
            length = 3
        } else if first >= 0xC0, first < 0xE0, left >= 2 {
            scalar = (first & 0x1F) << 6 | continuation(offset + 1)
            length = 2
        } else if first >= 0xF0, left >= 4 {
            scalar = (first & 0x07) << 18 | continuation(offset + 1) << 12
            scalar |= continuation(offset + 2) << 6 | continuation(offset + 3)
            scalar = min(scalar, 0x10_FFFF)
            length = 4
        }
        return Character(info: info(scalar), scalar: scalar, next: offset &+ length)
    }

    /// The bits that a byte behind the first adds to a scalar; the caller has seen that it lies before the end.
    @inline(__always)
    private func continuation(_ offset: Int) -> UInt32 { UInt32(bytes[unchecked: offset] & 0x3F) }

    /// What is known of a scalar up to U+10FFFF. A sound storage has a page for each of them, and an entry for each
    /// character of a page, so that nothing is to be checked.
    @inline(__always)
    private func info(_ scalar: UInt32) -> CharacterInfo {
        let pages = tables.pointee.pages.baseAddress.unsafelyUnwrapped
        let entries = tables.pointee.entries.baseAddress.unsafelyUnwrapped
        let page = Int(pages[Int(truncatingIfNeeded: scalar >> 8)])
        return CharacterInfo(bits: entries[page << 8 | Int(truncatingIfNeeded: scalar & 0xFF)])
    }

    /// The kinds of the terms that begin with a character: most look-ups are answered by them alone.
    @inline(__always)
    func initialKinds(_ info: CharacterInfo) -> UInt32 {
        Self.kinds(tables.pointee.initials, info)
    }

    /// The same of terms that end with it, of those that are looked up from their end.
    @inline(__always)
    private func finalKinds(_ info: CharacterInfo) -> UInt32 {
        Self.kinds(tables.pointee.finals, info)
    }

    @inline(__always)
    private static func kinds(_ table: UnsafeBufferPointer<UInt32>, _ info: CharacterInfo) -> UInt32 {
        let code = Int(truncatingIfNeeded: info.code)
        return code < table.count ? table[code] : 0
    }

    /// The first character from `offset` on that may begin a lexeme, or the end.
    func nextLexemeStart(_ offset: Int, steps: inout Int) -> Int {
        var offset = offset
        var passed = 0
        while offset < bytes.count {
            let character = character(at: offset)
            if character.info.startsLexeme { break }
            passed &+= 1
            offset = character.next
        }
        steps += passed
        return offset
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

    /// The characters of a span as they stand.
    @inline(__always)
    func text(_ span: TextSpan) -> String { bytes.text(span.start, span.end) }

    /// Where the character before `offset` begins; 0 at the start.
    func before(_ offset: Int) -> Int {
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
            guard character.info.isIgnorable || character.info.isSpace else { break }
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
            guard info.isIgnorable || info.isSpace else { break }
            offset = previous
        }
        return offset
    }

    /// Before the zero-width characters and spaces that end at `offset`; at most `limit` of them.
    func skippingSpaceBackward(_ offset: Int, limit: Int = 3) -> Int {
        var offset = offset
        for _ in 0..<limit {
            guard offset > 0 else { break }
            let previous = before(offset)
            let info = character(at: previous).info
            guard info.isIgnorable || info.isSpace, bytes[previous] != 0x0A else { break }
            offset = previous
        }
        return offset
    }
}

extension Reader {
    /// A term found: where it ends (looked up backward: where it begins), and the first of its postings.
    struct Match {
        let end: Int
        let kinds: UInt32
        let firstPosting: Int
    }

    /// The longest term of one of `kinds` that begins at `offset`, zero-width characters inside it seen through.
    ///
    /// Between two Han characters a term may also hold a single space or line break: 百分 点. It ends at `limit` or before.
    @inline(__always)
    func longestTerm(_ kinds: UInt32, at offset: Int, limit: Int = .max) -> Match? {
        guard offset < end, initialKinds(character(at: offset).info) & kinds != 0 else {
            count(1)
            return nil
        }
        return walk(kinds, from: offset, limit: limit)
    }

    private func walk(_ kinds: UInt32, from offset: Int, limit: Int) -> Match? {
        let end = min(end, limit)
        var node = DoubleArray.root
        let start = offset
        var offset = offset
        var found: Match?
        var spaces = 0
        var looked = 0
        defer { count(looked) }
        while offset < end {
            looked += 1
            let character = character(at: offset)
            let info = character.info
            if info.code == 0 {
                if info.isIgnorable, node != DoubleArray.root {
                    offset = character.next
                    continue
                }
                if info.isSpace, spaces == 0, node != DoubleArray.root, character.scalar != 0x09,
                    bytes[offset - 1] >= 0x80
                {
                    spaces += 1
                    offset = character.next
                    continue
                }
                break
            }
            if spaces > 0, character.scalar < 0x80 { break }
            spaces = 0
            guard let next = Self.step(forward, from: node, by: info.code) else { break }
            node = next
            offset = character.next
            let reached = forward[Int(next)]
            if reached.kinds & kinds != 0 {
                found = Match(end: offset, kinds: reached.kinds, firstPosting: Int(reached.postings))
            }
        }
        if let found { note(kinds, start, found.end, found) }
        return found
    }

    /// The longest term of one of `kinds` that begins at `offset`, and the kinds of term that its first character is
    /// alone. The one walk is what most of the work on names is.
    func longestName(_ kinds: UInt32, at offset: Int) -> (match: Match, first: UInt32)? {
        var node = DoubleArray.root
        var offset = offset
        var found: Match?
        var first: UInt32 = 0
        let start = offset
        var depth = 0
        while offset < end {
            let character = character(at: offset)
            let code = character.info.code
            if code == 0 {
                // Zero-width characters and spaces inside a name are rare.
                guard depth > 0, character.info.isIgnorable || character.info.isSpace else { break }
                return longestTerm(kinds, at: start).map { ($0, first) }
            }
            guard let next = Self.step(forward, from: node, by: code) else { break }
            node = next
            offset = character.next
            depth += 1
            let reached = forward[Int(next)]
            if reached.kinds & kinds != 0 {
                found = Match(end: offset, kinds: reached.kinds, firstPosting: Int(reached.postings))
                if depth == 1 { first = reached.kinds }
            }
        }
        if let found { note(kinds, start, found.end, found) }
        return found.map { ($0, first) }
    }

    /// The longest term of one of `kinds` that ends at `offset`, zero-width characters inside it seen through.
    @inline(__always)
    func longestContext(_ kinds: UInt32 = Lexicon.contextKinds, endingAt offset: Int) -> Match? {
        count(1)
        guard offset > 0 else { return nil }
        let info = character(at: before(offset)).info
        guard finalKinds(info) & kinds != 0 || info.isIgnorable else { return nil }
        return walkBackward(kinds, from: offset)
    }

    private func walkBackward(_ kinds: UInt32, from offset: Int) -> Match? {
        var node = DoubleArray.root
        let stop = offset
        var offset = offset
        var found: Match?
        var looked = 0
        defer { count(looked) }
        while offset > 0 {
            looked += 1
            let start = before(offset)
            let info = character(at: start).info
            if info.code == 0 {
                guard info.isIgnorable else { break }
            } else {
                guard let next = Self.step(backward, from: node, by: info.code) else { break }
                node = next
                let reached = backward[Int(next)]
                if reached.kinds & kinds != 0 {
                    found = Match(end: start, kinds: reached.kinds, firstPosting: Int(reached.postings))
                }
            }
            offset = start
        }
        if let found { note(kinds, found.end, stop, found) }
        return found
    }

    /// Calls `body` with every term of `kind` that begins at `offset`, zero-width characters inside it seen through:
    /// its index, where it ends, and whether none of the kind is longer.
    func forEachTerm(of kind: Lexicon.Kind, at offset: Int, _ body: (Int, Int, Bool) -> Void) {
        var node = DoubleArray.root
        var offset = offset
        var found: Match?
        func tell(_ match: Match?, isLongest: Bool) {
            guard let match else { return }
            forEachTerm(kind, of: match) { body($0, match.end, isLongest) }
        }
        let nodes = kind == .listTerm ? listed : forward
        let kinds = kind == .listTerm ? Lexicon.listedKinds : kind.bit
        while offset < end {
            count(1)
            let character = character(at: offset)
            if character.info.code != 0 {
                guard let next = Self.step(nodes, from: node, by: character.info.code) else { break }
                node = next
                let reached = nodes[Int(next)]
                if reached.kinds & kinds != 0 {
                    tell(found, isLongest: false)
                    found = Match(
                        end: character.next, kinds: reached.kinds, firstPosting: Int(reached.postings))
                }
            } else if !character.info.isIgnorable || node == DoubleArray.root {
                break
            }
            offset = character.next
        }
        tell(found, isLongest: true)
    }

    @inline(__always)
    private static func step(_ nodes: Span<DoubleArray.Node>, from node: UInt32, by code: UInt32) -> UInt32? {
        let next = nodes[Int(node)].base &+ code
        return Int(next) < nodes.count && nodes[Int(next)].check == node ? next : nil
    }

    /// The index of the match's term of `kind` among the terms of that kind.
    func term(_ kind: Lexicon.Kind, of match: Match) -> Int? {
        var index = match.firstPosting
        while index < postings.count {
            let posting = postings[index]
            if posting.isOf(kind) { return posting.index }
            if posting.isLast { break }
            index += 1
        }
        return nil
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

    /// Calls `body` with every term behind a surface, from its first posting.
    func forEachTerm(of firstPosting: Int, _ body: (Lexicon.Kind, Int) -> Void) {
        var index = firstPosting
        while index < postings.count {
            let posting = postings[index]
            if let kind = posting.kind { body(kind, posting.index) }
            if posting.isLast { break }
            index += 1
        }
    }

    /// Calls `body` with the index of every term of `kind` that the match's surface is.
    @inline(__always)
    func forEachTerm(_ kind: Lexicon.Kind, of match: Match, _ body: (Int) -> Void) {
        var index = match.firstPosting
        while index < postings.count {
            let posting = postings[index]
            if posting.isOf(kind) { body(posting.index) }
            if posting.isLast { break }
            index += 1
        }
    }
}

extension Span<UInt8> {
    /// The text of a piece of valid UTF-8.
    func text(_ start: Int, _ end: Int) -> String {
        extracting(start..<end).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
