/// Tables of terms, compiled: what the scanner and the grammars read.
///
/// Immutable and shared by all tasks. Built from packs, or read from the image that travels inside the library.
struct Lexicon: Sendable {
    /// What a term is; each is a bit of a node's `kinds`.
    enum Kind: UInt8, CaseIterable, Sendable {
        case unit, timeUnit, modifierBefore, modifierAfter, connector, cue, suffix, amount
        /// Holds a numeral character and is no number: 一般.
        case word
        /// Begins like a unit and is none: 个人 behind 3.
        case follower
        /// 去年, 近年来, 每月: a time by itself; in the stream.
        case time
        /// 过去, 今后, 每 before the number of a time.
        case timeLead
        /// 以来, 末, 度 behind a time.
        case timeTail
        /// What headings and the lines around a report say: asked for at the start of a line, or inside a heading.
        case heading, residue, documentKind, dateline
        /// A name of an indicator.
        case indicator
        /// A slogan that is looked up inside quotation marks; a set that is in the stream.
        case slogan, plainSet
        /// 工程, 战略: what slogans name; the words around and inside slogans; “ and ”, which are in the stream.
        case sloganHead, sloganCue, quotationMark
        /// What a word does in a statistical statement; asked for in the sentences that hold quantities.
        case statement
        /// A word that names several things at once: 城乡.
        case coordinate
        /// An administrative division, and what else names of persons, places and bodies are found by.
        case division, name, nameHead, nameCue
        /// A word of everyday by what it does beside a name, so that the trie tells it at once.
        case nameStop, nameVerb, nameGeneric
        /// A term of a user's list, or a text that a sequence begins with. It has a trie of its own, so that a user's
        /// hundred thousand names are in nobody's way, and no bit.
        case listTerm

        /// How many there are.
        static let count = UInt8(Kind.listTerm.rawValue + 1)

        @inline(__always)
        var bit: UInt32 { 1 << UInt32(rawValue) }
    }

    /// One term behind a surface: its kind and its index among the terms of that kind. In a slot, where the surface has
    /// several, it refers to the first of them instead: most have one, which is then known without a second look.
    struct Posting: Hashable, Sendable, BitwiseCopyable {
        private var bits: UInt32

        private static let reference: UInt32 = 0x7F
        /// Behind a node where no term ends.
        static let none = Posting(bits: 0x7E << 1 | 1)

        init(_ kind: Kind, index: Int) {
            bits = UInt32(index) << 8 | UInt32(kind.rawValue) << 1
        }

        init(referringTo index: Int) { bits = UInt32(index) << 8 | Self.reference << 1 }

        private init(bits: UInt32) { self.bits = bits }

        @inline(__always)
        var isReference: Bool { bits >> 1 & 0x7F == Self.reference }

        @inline(__always)
        var kind: Kind? {
            let raw = UInt8(truncatingIfNeeded: bits >> 1 & 0x7F)
            // The raw values are those from 0 on.
            return raw < Kind.count ? unsafeBitCast(raw, to: Kind.self) : nil
        }
        @inline(__always)
        var index: Int { Int(bits >> 8) }

        @inline(__always)
        func isOf(_ kind: Kind) -> Bool { bits >> 1 & 0x7F == UInt32(kind.rawValue) }
        var isLast: Bool {
            get { bits & 1 != 0 }
            set { bits = newValue ? bits | 1 : bits & ~1 }
        }
    }

    /// Kinds that the scanner puts into the stream; the others are asked for where a grammar needs them.
    static let streamKinds: UInt32 =
        Kind.word.bit | Kind.amount.bit | Kind.time.bit | Kind.plainSet.bit | Kind.quotationMark.bit
    /// Kinds that are looked up from their end, in the text before a number.
    static let contextKinds: UInt32 = Kind.word.bit | Kind.modifierBefore.bit | Kind.cue.bit

    /// All kinds that are looked up from their end.
    static let backwardKinds: UInt32 = contextKinds | Kind.timeLead.bit | Kind.sloganHead.bit | Kind.sloganCue.bit

    static let nameWordKinds: UInt32 = Kind.nameStop.bit | Kind.nameVerb.bit | Kind.nameGeneric.bit

    /// Kinds that names are found by; `NameTokenizer` cuts a sentence into them.
    static let nameKinds: UInt32 =
        Kind.division.bit | Kind.name.bit | Kind.nameHead.bit | Kind.nameCue.bit | nameWordKinds

    /// What the nodes of the users' trie have for their kinds: there is one alone.
    static let listedKinds: UInt32 = 1

    let terms: Terms
    let storage: LexiconStorage

    /// Compiles packs. Of two terms with the same surface in one table, the later pack's stands.
    init(packs: [Pack]) {
        var compiler = LexiconCompiler()
        for pack in packs { compiler.add(pack) }
        self.init(LexiconStorage(copying: compiler.compile(version: Pack.version(of: packs))))
    }

    init(_ storage: LexiconStorage) {
        self.storage = storage
        terms = Terms(storage)
    }

    /// A mark of the content of the tables.
    var version: String { storage.version }

    /// The packs that it was compiled from, those terms that were replaced left out.
    var packs: [Pack] { storage.packs }

    /// The rows of a table, cell by cell as they stood in the packs.
    func rows(of table: TableKind) -> some Sequence<[String]> {
        let rows = storage.rows
        let columns = table.schema.columns
        return (0..<rows[table].count).lazy.map { [storage] row in
            withExtendedLifetime(storage) { Record(rows, row, of: table).cells(columns) }
        }
    }

    /// What readers look at. The storage lives as long as any copy of the lexicon, and its bytes never move.
    var view: UnsafePointer<LexiconView> { storage.view }
}

extension Pack {
    /// A short mark of packs' content, the same wherever and whenever it is computed: sixteen hexadecimal digits for
    /// each pack, joined by `+`.
    static func version(of packs: [Pack]) -> String {
        packs.map { $0.knownMark ?? fingerprint([$0]) }.joined(separator: "+")
    }

    /// FNV-1a, 64 bits.
    static func fingerprint(_ packs: some Sequence<Pack>) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ part: String) {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01b3
        }
        for pack in packs {
            for row in pack.rows {
                mix(row.table.schema.name)
                for cell in row.cells { mix(cell) }
            }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
