/// Where a lexicon's characters and tries lie in its image: what a reader asks for at every character, found once.
///
/// It has one address for as long as the lexicon's storage lives, so that a reader holds a pointer and is small.
struct LexiconView: BitwiseCopyable {
    /// Stage one of the table of characters: for each page of 256 code points where it lies in stage two.
    let pages: UnsafeBufferPointer<UInt16>
    /// Stage two of the table of characters: the bits of a `CharacterInfo`.
    let entries: UnsafeBufferPointer<UInt32>
    /// By a character's letter the node of `forward` behind it, which has the letter for its label even where no term begins
    /// with it. There are as many as letters (`LexiconStorage.isSound`).
    let initialNodes: UnsafeBufferPointer<DoubleArray.Node>
    /// Terms by their characters, for what begins at a place.
    let forward: TrieView
    /// Terms by their characters from the last to the first, for what ends at a place.
    let backward: TrieView
    /// Terms of the user's lists, and what sequences begin with, by their characters.
    let listed: TrieView
    /// By a character's letter the kinds of the terms that begin with it.
    let initials: UnsafeBufferPointer<UInt32>
    /// By a character's letter the kinds of the terms that end with it.
    let finals: UnsafeBufferPointer<UInt32>
    /// For each node of the three its posting, or where several begin.
    let slots: UnsafeBufferPointer<Lexicon.Posting>
    /// What the terms' surfaces stand for.
    let postings: UnsafeBufferPointer<Lexicon.Posting>
    /// What the terms' rows say.
    let rows: LexiconRows

    /// Pages and entries are known to hold every scalar (`LexiconStorage.isSound`).
    @inline(__always)
    func info(_ scalar: UInt32) -> CharacterInfo { CharacterInfo(bits: entries[entry(scalar)]) }

    /// The node of `forward` behind a first character.
    @inline(__always)
    func initialNode(_ scalar: UInt32) -> DoubleArray.Node { initialNodes[Int(info(scalar).code)] }

    /// What is known of a scalar from U+4000 to U+9FFF.
    @inline(__always)
    func info(ofHan scalar: UInt32) -> CharacterInfo {
        CharacterInfo(bits: entries[CharacterTable.entry(ofHan: scalar)])
    }

    /// The node of `forward` behind a scalar from U+4000 to U+9FFF.
    @inline(__always)
    func initialNode(ofHan scalar: UInt32) -> DoubleArray.Node {
        initialNodes[Int(info(ofHan: scalar).code)]
    }

    @inline(__always)
    private func entry(_ scalar: UInt32) -> Int { Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF) }

    /// Calls `body` with every posting of the surface that ends at a node, as long as it says so.
    @inline(__always)
    func forEachPosting(at slot: UInt32, _ body: (Lexicon.Posting) -> Bool) {
        guard Int(slot) < slots.count else { return }
        let only = slots[Int(slot)]
        guard only.isReference else {
            _ = body(only)
            return
        }
        var index = only.index
        while index < postings.count {
            guard body(postings[index]), !postings[index].isLast else { return }
            index += 1
        }
    }

    /// Whether a term of one of `kinds` begins with the character of a letter.
    @inline(__always)
    func begins(_ letter: UInt32, _ kinds: UInt32) -> Bool { beginning(letter) & kinds != 0 }

    /// The kinds of the terms that begin with the character of a letter.
    @inline(__always)
    func beginning(_ letter: UInt32) -> UInt32 {
        Int(letter) < initials.count ? initials[Int(letter)] : 0
    }

    /// Whether a term of one of `kinds` ends with the character of a letter.
    @inline(__always)
    func ends(_ letter: UInt32, _ kinds: UInt32) -> Bool {
        Int(letter) < finals.count && finals[Int(letter)] & kinds != 0
    }
}

/// A double array where it lies.
///
/// No step needs to look whether it leads beyond the nodes: the array is longer than the greatest base and the greatest
/// letter together (`LexiconStorage.isSound`).
struct TrieView: BitwiseCopyable {
    private let nodes: UnsafeBufferPointer<DoubleArray.Node>
    private let kinds: UnsafeBufferPointer<NodeKinds>
    private let roles: UnsafeBufferPointer<NameRoles>
    /// The last of the classes, of which there are as many as a power of two: a class's number masked with it lies among
    /// them (`LexiconStorage.isSound`).
    private let lastClass: Int
    /// How many nodes the arrays before it have: where its own are among the nodes of all.
    private let firstSlot: UInt32
    private let rootBase: UInt32
    /// `DoubleArray.Node.labels`
    private let labels = DoubleArray.Node.labels

    /// A node on a walk.
    struct Place: BitwiseCopyable {
        let index: UInt32
        let node: DoubleArray.Node
    }

    init(
        nodes: UnsafeBufferPointer<DoubleArray.Node>, kinds: UnsafeBufferPointer<NodeKinds>,
        roles: UnsafeBufferPointer<NameRoles>, firstSlot: Int
    ) {
        self.nodes = nodes
        self.kinds = kinds
        self.roles = roles
        lastClass = kinds.count - 1
        self.firstSlot = UInt32(truncatingIfNeeded: firstSlot)
        rootBase = nodes.first?.base ?? 0
    }

    /// Where every walk begins; `nil` in an empty array.
    @inline(__always)
    var root: Place? {
        nodes.isEmpty ? nil : Place(index: DoubleArray.root, node: nodes[Int(DoubleArray.root)])
    }

    /// Where a walk is behind its first character.
    @inline(__always)
    func first(by code: UInt32) -> Place? { step(to: rootBase &+ code, by: code) }

    /// Where `code`, which is not 0, leads to; `nil` where that is nowhere.
    @inline(__always)
    func step(from place: Place, by code: UInt32) -> Place? { step(to: place.node.base &+ code, by: code) }

    @inline(__always)
    private func step(to next: UInt32, by code: UInt32) -> Place? {
        let node = nodes[Int(next)]
        return node.label == code ? Place(index: next, node: node) : nil
    }

    /// The index of the node behind a first character, if there is one.
    @inline(__always)
    func index(by code: UInt32) -> UInt32 { rootBase &+ code }

    /// The index of the node that `code` leads to from another, if there is one.
    @inline(__always)
    func index(behind node: DoubleArray.Node, by code: UInt32) -> UInt32 { node.base &+ code }

    /// The node that `code` leads to from another; `free` where that is nowhere.
    @inline(__always)
    func node(behind node: DoubleArray.Node, by code: UInt32) -> DoubleArray.Node {
        // Nothing else lies there with that label: no two nodes have one base, and none that leads on has base 0.
        nodes[Int(node.base &+ code)].labelled(code, labels)
    }

    /// What a node tells of the terms that end there or go on from there.
    @inline(__always)
    func known(_ node: DoubleArray.Node) -> NodeKinds { kinds[node.kind & lastClass] }

    /// What the terms that end at a node may do in names or beside them.
    @inline(__always)
    func roles(_ node: DoubleArray.Node) -> NameRoles { roles[node.kind & lastClass] }

    /// The node whose posting is at `slot`.
    func node(at slot: UInt32) -> DoubleArray.Node {
        let index = Int(slot &- firstSlot)
        return index < nodes.count ? nodes[index] : .free
    }

    /// What a node tells of the terms that end there or go on from there.
    @inline(__always)
    func known(_ place: Place) -> NodeKinds { known(place.node) }

    /// What the node tells whose posting is at `slot`.
    func known(at slot: UInt32) -> NodeKinds { known(node(at: slot)) }

    /// Whether a term of one of `kinds` ends at a node, or goes on from there.
    @inline(__always)
    func leads(from place: Place, to kinds: UInt32) -> Bool {
        let known = known(place)
        return (known.kinds | known.below) & kinds != 0
    }

    /// Where a node's posting is among those of all arrays.
    @inline(__always)
    func slot(of index: UInt32) -> UInt32 { firstSlot &+ index }
}
