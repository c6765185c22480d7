/// The bytes of a compiled lexicon, used where they lie: the library's static memory, or a copy of its own.
///
/// Nothing is decoded ahead of use, so that a start costs the same however many rows the tables have. The layout is in
/// 32-bit words, little-endian as every platform of Swift's is: a magic number, the number of sections, an offset and a
/// count for each, then the sections, each where eight bytes can be read as one. That they lie within the bytes is
/// checked at once; what they hold is checked where it is read, and whatever leads nowhere is read as nothing, so that no
/// bytes make a trap.
final class LexiconStorage: @unchecked Sendable {  // Nothing changes after `init`.
    static let magic: UInt32 = 0x424C_4E48  // "HNLB"

    private let bytes: UnsafeRawBufferPointer
    private let isOwned: Bool
    /// Where the rows of each table lie, in the order of the tables.
    private let tables: UnsafeMutablePointer<LexiconRows.Table>
    private let rowLayout: UnsafeMutablePointer<LexiconRows.Layout>
    private let viewed: UnsafeMutablePointer<LexiconView>

    /// What readers look at; it stays there as long as the storage lives.
    var view: UnsafePointer<LexiconView> { UnsafePointer(viewed) }

    /// The tables' rows, to be read as long as the storage lives.
    var rows: LexiconRows { viewed.pointee.rows }

    /// Uses `image` where it lies; it must stay there unchanged.
    ///
    /// - Throws: `HanLodeError` with `.badImage` where the bytes are not an image of this version.
    init(borrowing image: UnsafeRawBufferPointer) throws(HanLodeError) {
        bytes = image
        isOwned = false
        viewed = .allocate(capacity: 1)
        rowLayout = .allocate(capacity: 1)
        tables = .allocate(capacity: TableKind.allCases.count)
        guard isSound else {
            throw HanLodeError(.badImage, "the compiled lexicon is damaged or of another version")
        }
        findTables()
        findView()
    }

    /// Copies what the compiler made.
    init(copying image: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: image.count, alignment: 16)
        copy.copyBytes(from: image)
        bytes = UnsafeRawBufferPointer(copy)
        isOwned = true
        viewed = .allocate(capacity: 1)
        rowLayout = .allocate(capacity: 1)
        tables = .allocate(capacity: TableKind.allCases.count)
        findTables()
        findView()
    }

    private func findTables() {
        for table in TableKind.allCases {
            let (offset, count) = extent(Section.allCases.count + Int(table.rawValue))
            tables[Int(table.rawValue)] = .init(start: offset / 4, count: count, width: table.schema.columns.count)
        }
    }

    deinit {
        tables.deallocate()
        rowLayout.deallocate()
        viewed.deallocate()
        if isOwned { bytes.deallocate() }
    }
}

extension LexiconStorage {
    /// What an image holds beside the tables' rows, whose sections come behind these.
    enum Section: Int, CaseIterable {
        /// UTF-8
        case version
        /// `UInt16`: stage one of the characters' table
        case pages
        /// `UInt32`: stage two
        case entries
        /// `DoubleArray.Node`: by letter the forward node behind the character
        case initialNodes
        /// `DoubleArray.Node`
        case forward, backward
        /// `DoubleArray.Node`: the terms of the user's lists, and what sequences begin with
        case listed
        /// `NodeKinds` and `NameRoles`: by class what the nodes of the three tell; as many as a power of two
        case kinds, roles
        /// `Lexicon.Posting`: for each node of the three its posting, or where several begin
        case slots
        /// `UInt32`: by letter the kinds of the terms that begin or end with it
        case initials, finals
        /// `Lexicon.Posting`
        case postings
        /// `UInt32`: where each text begins among `textBytes`, and where the last one ends
        case textStarts
        /// UTF-8
        case textBytes
        /// Numbers of `numberWords` words
        case numbers
        /// For each row in the packs' order its table, line and file
        case origins
    }

    /// Coefficient, denominator (128 bits each), exponent, and the text it was written as.
    static let numberWords = 10
    /// Table, line, and the file's name as a text.
    static let originWords = 3
    static let headerWords = 2
    /// In bytes.
    static var headerLength: Int { 4 * (headerWords + 2 * sectionCount) }
    static let sectionCount = Section.allCases.count + TableKind.allCases.count

    private static func stride(_ section: Int) -> Int {
        switch Section(rawValue: section) {
        case .version, .textBytes: 1
        case .pages: 2
        case .entries, .roles, .slots, .initials, .finals, .postings, .textStarts: 4
        case .kinds: MemoryLayout<NodeKinds>.stride
        case .initialNodes, .forward, .backward, .listed: MemoryLayout<DoubleArray.Node>.stride
        case .numbers: 4 * numberWords
        case .origins: 4 * originWords
        case nil: 4 * TableKind.allCases[section - Section.allCases.count].schema.columns.count
        }
    }

    private var isSound: Bool {
        guard bytes.count >= Self.headerLength, bytes.count < Int(Int32.max),
            UInt(bitPattern: bytes.baseAddress) % 8 == 0, word(0) == Self.magic, word(1) == UInt32(Self.sectionCount)
        else { return false }
        for section in 0..<Self.sectionCount {
            let (offset, count) = extent(section)
            guard offset % 8 == 0, offset + count * Self.stride(section) <= bytes.count else { return false }
        }
        let pages = elements(.pages, as: UInt16.self)
        guard CharacterTable.isInPlace(pages), let last = pages.max() else { return false }
        let classes = extent(Section.kinds.rawValue).count
        guard classes > 0, classes & (classes - 1) == 0, extent(Section.roles.rawValue).count == classes else {
            return false
        }
        let entries = extent(Section.entries.rawValue).count
        return entries >= (Int(last) + 1) << 8 && isClosed
    }

    /// Whether every letter has its first node, and no step from a node by a letter leads beyond its array.
    private var isClosed: Bool {
        let initials = elements(.initialNodes, as: DoubleArray.Node.self)
        var (letter, base): (UInt32, UInt32) = (0, 0)
        for bits in elements(.entries, as: UInt32.self) { letter = max(letter, CharacterInfo(bits: bits).code) }
        guard initials.count > Int(letter) else { return false }
        for node in initials { (letter, base) = (max(letter, node.label), max(base, node.base)) }
        for section in [Section.forward, .backward, .listed] {
            let nodes = elements(section, as: DoubleArray.Node.self)
            let greatest = nodes.reduce(section == .forward ? base : 0) { max($0, $1.base) }
            guard nodes.count > Int(greatest) + Int(letter) else { return false }
        }
        return true
    }

    private func findView() {
        rowLayout.initialize(
            to: .init(
                bytes: bytes, words: bytes.assumingMemoryBound(to: UInt32.self), tables: tables,
                textStarts: elements(.textStarts, as: UInt32.self),
                textBytes: elements(.textBytes, as: UInt8.self), numbers: extent(Section.numbers.rawValue)))
        viewed.initialize(
            to: LexiconView(
                pages: elements(.pages, as: UInt16.self), entries: elements(.entries, as: UInt32.self),
                initialNodes: elements(.initialNodes, as: DoubleArray.Node.self),
                forward: trieView(.forward), backward: trieView(.backward), listed: trieView(.listed),
                initials: elements(.initials, as: UInt32.self), finals: elements(.finals, as: UInt32.self),
                slots: elements(.slots, as: Lexicon.Posting.self),
                postings: elements(.postings, as: Lexicon.Posting.self),
                rows: LexiconRows(rowLayout)))
    }

    private func extent(_ section: Int) -> (offset: Int, count: Int) {
        (Int(word(Self.headerWords + 2 * section)), Int(word(Self.headerWords + 2 * section + 1)))
    }

    private func word(_ index: Int) -> UInt32 { bytes.load(fromByteOffset: 4 * index, as: UInt32.self) }

    private func trieView(_ section: Section) -> TrieView {
        let firstSlot = (Section.forward.rawValue..<section.rawValue).reduce(0) { $0 + extent($1).count }
        return TrieView(
            nodes: elements(section, as: DoubleArray.Node.self), kinds: elements(.kinds, as: NodeKinds.self),
            roles: elements(.roles, as: NameRoles.self),
            firstSlot: firstSlot)
    }

    /// The elements of a section.
    func elements<Element: BitwiseCopyable>(_ section: Section, as: Element.Type) -> UnsafeBufferPointer<Element> {
        let (offset, count) = extent(section.rawValue)
        let length = count * Self.stride(section.rawValue)
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + length)])
            .assumingMemoryBound(to: Element.self)
    }
}
