/// A trie over character codes as a double array: one step is one addition and one comparison.
///
/// From node `s` the code `c` leads to `base(s) + c` if that node's `check` is `s`. Layout after J. Aoe, “An Efficient
/// Digital Search Algorithm by Using a Double-Array Structure”, IEEE Transactions on Software Engineering 15 (1989).
struct DoubleArray: Hashable, Sendable {
    struct Node: Hashable, Sendable {
        var base: UInt32 = 0
        var check: UInt32 = .max
        /// The first posting of the term that ends here; `.max` where none does.
        var postings: UInt32 = .max
        /// Bits of the kinds of term that end here.
        var kinds: UInt32 = 0
    }

    static let root: UInt32 = 0
    private(set) var nodes: [Node]
}

extension DoubleArray {
    struct Key: Sendable {
        let codes: [UInt32]
        let postings: UInt32
        let kinds: UInt32

        var reversed: Key { Key(codes: codes.reversed(), postings: postings, kinds: kinds) }
    }

    /// Builds the array from keys that are all different and not empty.
    ///
    /// First fit over a list of free places. A node with many children may meet many places that are taken; after
    /// `patience` of them it goes to the end, so that the work stays linear in the keys.
    init(keys: [Key]) {
        var builder = Builder(keys: keys.sorted { $0.codes.lexicographicallyPrecedes($1.codes) })
        builder.run()
        nodes = builder.finished
    }

    init?(checked nodes: [Node]) {
        guard !nodes.isEmpty else { return nil }
        self.nodes = nodes
    }

    private struct Builder {
        let keys: [Key]
        var nodes: [Node] = [Node(check: 0)]
        /// Doubly linked list of the free places; index 0 is its head.
        var nextFree: [Int] = [0]
        var previousFree: [Int] = [0]
        var last = 0
        /// Where the search for room for many children goes on.
        var front = 1

        private static let patience = 512

        init(keys: [Key]) { self.keys = keys }

        struct Job {
            let node: Int
            let range: Range<Int>
            let depth: Int
        }

        mutating func run() {
            // Level by level: nodes with many children, most of which are near the root, find the array still empty, and
            // the chains below them fill the holes.
            var jobs = [Job(node: 0, range: keys.indices, depth: 0)]
            var children: [(code: UInt32, range: Range<Int>)] = []
            var next = 0
            while next < jobs.count {
                let job = jobs[next]
                next += 1
                children.removeAll(keepingCapacity: true)
                var start = job.range.lowerBound
                while start < job.range.upperBound {
                    let codes = keys[start].codes
                    guard codes.count > job.depth else {
                        nodes[job.node].postings = keys[start].postings
                        nodes[job.node].kinds = keys[start].kinds
                        start += 1
                        continue
                    }
                    var end = start + 1
                    while end < job.range.upperBound, keys[end].codes[job.depth] == codes[job.depth] { end += 1 }
                    children.append((codes[job.depth], start..<end))
                    start = end
                }
                guard !children.isEmpty else { continue }
                let base = place(children.map(\.code))
                nodes[job.node].base = UInt32(base)
                for child in children {
                    let index = base + Int(child.code)
                    take(index)
                    nodes[index].check = UInt32(job.node)
                    jobs.append(Job(node: index, range: child.range, depth: job.depth + 1))
                }
            }
        }

        /// A base from which all `codes` lead to free places.
        private mutating func place(_ codes: [UInt32]) -> Int {
            codes.count == 1 ? placeSingle(Int(codes[0])) : placeMany(codes)
        }

        /// Fills the holes that nodes with many children leave.
        private mutating func placeSingle(_ code: Int) -> Int {
            var free = nextFree[0]
            for _ in 0..<Self.patience where free != 0 && free <= code { free = nextFree[free] }
            if free > code { return free - code }
            let base = max(nodes.count - code, 1)
            grow(to: base + code)
            return base
        }

        /// Looks on from where the last such node found room: what lies before is too full to be worth another try.
        private mutating func placeMany(_ codes: [UInt32]) -> Int {
            let first = Int(codes[0])
            let last = Int(codes[codes.count - 1])
            var index = max(front, first + 1)
            var tries = 0
            while index < nodes.count, tries < Self.patience {
                if nodes[index].check == .max {
                    let base = index - first
                    if codes.allSatisfy({ isFree(base + Int($0)) }) {
                        front = index
                        grow(to: base + last)
                        return base
                    }
                    tries += 1
                }
                index += 1
            }
            // Where the search has given up, the next one begins.
            front = index
            let base = max(index - first, 1)
            return placeAtEnd(base, last: last, codes)
        }

        private mutating func placeAtEnd(_ base: Int, last: Int, _ codes: [UInt32]) -> Int {
            let base = codes.allSatisfy { isFree(base + Int($0)) } ? base : max(nodes.count - Int(codes[0]), 1)
            grow(to: base + last)
            return base
        }

        private func isFree(_ index: Int) -> Bool {
            index >= nodes.count || nodes[index].check == .max
        }

        private mutating func grow(to index: Int) {
            while nodes.count <= index {
                nodes.append(Node())
                nextFree.append(0)
                previousFree.append(last)
                nextFree[last] = nodes.count - 1
                last = nodes.count - 1
            }
        }

        private mutating func take(_ index: Int) {
            let previous = previousFree[index]
            let next = nextFree[index]
            nextFree[previous] = next
            if next == 0 { last = previous } else { previousFree[next] = previous }
        }

        var finished: [Node] {
            let used = nodes.lastIndex { $0.check != .max } ?? 0
            return Array(nodes[...used])
        }
    }
}
