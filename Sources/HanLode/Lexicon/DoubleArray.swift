/// A trie over character codes as a double array: one step is one addition and one comparison.
///
/// From node `s` the code `c` leads to `base(s) + c` if that node's `check` is `s`. Layout after J. Aoe, “An Efficient
/// Digital Search Algorithm by Using a Double-Array Structure”, IEEE Transactions on Software Engineering 15 (1989).
struct DoubleArray: Hashable, Sendable {
    struct Node: Hashable, Sendable, BitwiseCopyable {
        var base: UInt32 = 0
        var check: UInt32 = .max
        /// Bits of the kinds of term that end here.
        var kinds: UInt32 = 0
        /// Bits of the kinds of term that go on from here: no walk for others need take another step.
        var below: UInt32 = 0
    }

    static let root: UInt32 = 0

    private(set) var nodes: [Node]
    /// For each node the first posting of the term that ends there; `.max` where none does. Apart from the nodes, because
    /// it is asked for once in a walk.
    private(set) var postings: [UInt32]
}

extension DoubleArray {
    /// What an array is built from: keys one behind the other, and for each what its last node holds.
    struct Keys: Sendable {
        private(set) var codes: [UInt32] = []
        /// Where each key begins, and where the last one ends.
        private(set) var ends: [Int] = [0]
        private(set) var postings: [UInt32] = []
        private(set) var kinds: [UInt32] = []

        var count: Int { postings.count }

        mutating func append(_ key: some Collection<UInt32>, postings: UInt32, kinds: UInt32) {
            codes += key
            ends.append(codes.count)
            self.postings.append(postings)
            self.kinds.append(kinds)
        }

        var sorted: Keys {
            var sorted = Keys()
            for index in Self.order(codes, ends: ends) {
                sorted.append(codes[ends[index]..<ends[index + 1]], postings: postings[index], kinds: kinds[index])
            }
            return sorted
        }

        /// The keys between `ends` in lexicographic order, equal ones in the order given.
        static func order(_ codes: [UInt32], ends: [Int]) -> [Int] {
            // Most keys differ in their first three codes of at most 20 bits.
            var heads: [(head: UInt64, index: Int)] = []
            heads.reserveCapacity(ends.count)
            for index in ends.indices.dropLast() {
                var head: UInt64 = 0
                for place in 0..<3 {
                    let offset = ends[index] + place
                    head = head << 20 | (offset < ends[index + 1] ? UInt64(codes[offset]) : 0)
                }
                heads.append((head, index))
            }
            heads.sort { a, b in
                if a.head != b.head { return a.head < b.head }
                let left = codes[ends[a.index]..<ends[a.index + 1]].dropFirst(3)
                let right = codes[ends[b.index]..<ends[b.index + 1]].dropFirst(3)
                if left == right { return a.index < b.index }
                return left.lexicographicallyPrecedes(right)
            }
            return heads.map(\.index)
        }
    }

    /// Builds the array from keys that are all different and not empty.
    ///
    /// First fit over a list of free places. A node with many children may meet many places that are taken; after
    /// `patience` of them it goes to the end, so that the work stays linear in the keys.
    init(keys: Keys) {
        var builder = Builder(keys: keys.sorted)
        builder.run()
        (nodes, postings) = builder.finished
    }

    private struct Builder {
        let keys: Keys
        var nodes: [Node] = [Node(check: 0)]
        var postings: [UInt32] = [.max]
        /// Doubly linked list of the free places that any code may lead to; index 0 is its head.
        var nextFree: [Int32] = [0]
        var previousFree: [Int32] = [0]
        var last: Int32 = 0
        /// The greatest code; the places up to it are open to nodes with many children alone.
        let reserved: Int
        /// Where the search for room for many children goes on.
        var front = 1

        private static let patience = 512

        init(keys: Keys) {
            self.keys = keys
            reserved = Int(keys.codes.max() ?? 0)
        }

        struct Job {
            let node: Int32
            let depth: Int32
            let range: Range<Int32>
        }

        mutating func run() {
            // Level by level: nodes with many children, most of which are near the root, find the array still empty, and
            // the chains below them fill the holes.
            var jobs = [Job(node: 0, depth: 0, range: 0..<Int32(keys.count))]
            var children: [UInt32] = []
            var starts: [Int32] = []
            var next = 0
            while next < jobs.count {
                let job = jobs[next]
                next += 1
                children.removeAll(keepingCapacity: true)
                starts.removeAll(keepingCapacity: true)
                for key in job.range {
                    let offset = keys.ends[Int(key)] + Int(job.depth)
                    guard offset < keys.ends[Int(key) + 1] else {
                        postings[Int(job.node)] = keys.postings[Int(key)]
                        nodes[Int(job.node)].kinds = keys.kinds[Int(key)]
                        continue
                    }
                    guard children.last != keys.codes[offset] else { continue }
                    children.append(keys.codes[offset])
                    starts.append(key)
                }
                guard !children.isEmpty else { continue }
                starts.append(job.range.upperBound)
                for key in starts[0]..<job.range.upperBound { nodes[Int(job.node)].below |= keys.kinds[Int(key)] }
                let base = place(children)
                nodes[Int(job.node)].base = UInt32(base)
                for (position, code) in children.enumerated() {
                    let index = base + Int(code)
                    take(index)
                    nodes[index].check = UInt32(job.node)
                    jobs.append(
                        Job(node: Int32(index), depth: job.depth + 1, range: starts[position]..<starts[position + 1]))
                }
            }
        }

        /// A base from which all `codes` lead to free places.
        private mutating func place(_ codes: [UInt32]) -> Int {
            codes.count == 1 ? placeSingle(Int(codes[0])) : placeMany(codes)
        }

        /// Fills the holes that nodes with many children leave.
        private mutating func placeSingle(_ code: Int) -> Int {
            if nextFree[0] != 0 { return Int(nextFree[0]) - code }
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
                let new = Int32(nodes.count)
                nodes.append(Node())
                postings.append(.max)
                nextFree.append(0)
                previousFree.append(last)
                guard new > reserved else { continue }
                nextFree[Int(last)] = new
                last = new
            }
        }

        private mutating func take(_ index: Int) {
            guard index > reserved else { return }
            let previous = previousFree[index]
            let next = nextFree[index]
            nextFree[Int(previous)] = next
            if next == 0 { last = previous } else { previousFree[Int(next)] = previous }
        }

        var finished: (nodes: [Node], postings: [UInt32]) {
            let used = nodes.lastIndex { $0.check != .max } ?? 0
            return (Array(nodes[...used]), Array(postings[...used]))
        }
    }
}
