/// Lays a trie out as a double array.
///
/// First fit, the nodes with the most children first: they find the array still empty, and those with few fill the holes.
/// A node may meet many places that are taken; after so many of them it goes to the end. How many that is falls when all
/// nodes together have met more than they should, so that the work stays linear in the keys.
struct DoubleArrayBuilder {
    private let keys: DoubleArray.Keys
    private(set) var nodes: [DoubleArray.Node] = []
    private(set) var postings: [UInt32] = []

    /// A node of the trie, in the order of breadth: its children stand together.
    private struct Branch {
        let range: Range<Int32>
        let depth: Int32
        let label: UInt32
        var firstChild: Int32 = 0
        var children: Int32 = 0
        var base: Int32 = 0
        var known = NodeClass()
    }

    private var branches: [Branch] = []
    private var taken = Bits()
    private var usedBases = Bits()
    /// Where the search for room goes on.
    private var front = 1
    /// The greatest label: so far behind its first child a node's last may lie, where the array is still thin.
    private let widest: Int

    private var patience = 2048
    /// How many taken places all nodes together may meet before patience runs out.
    private var budget: Int { 1_200_000 + branches.count }
    private var met = 0

    /// The greatest letter of the alphabet.
    private let letters: Int

    init(keys: DoubleArray.Keys, letters: Int) {
        self.keys = keys
        self.letters = letters
        widest = Int(keys.codes.max() ?? 0)
    }

    mutating func run(_ classes: inout NodeClasses) {
        unfold()
        taken.insert(Int(DoubleArray.root))
        // No node leads on from base 0, which is that of nodes without children.
        usedBases.insert(0)
        place()
        layOut(&classes)
    }

    /// Finds the branches, level by level.
    private mutating func unfold() {
        branches = [Branch(range: 0..<Int32(keys.count), depth: 0, label: 0)]
        var next = 0
        while next < branches.count {
            let branch = branches[next]
            let firstChild = branches.count
            var start = branch.range.lowerBound
            while start < branch.range.upperBound {
                let offset = keys.ends[Int(start)] + Int(branch.depth)
                guard offset < keys.ends[Int(start) + 1] else {
                    branches[next].known.kinds.kinds = keys.kinds[Int(start)]
                    branches[next].known.roles = keys.roles[Int(start)]
                    start += 1
                    continue
                }
                let label = keys.codes[offset]
                var end = start
                while end < branch.range.upperBound, keys.codes[keys.ends[Int(end)] + Int(branch.depth)] == label {
                    branches[next].known.kinds.below |= keys.kinds[Int(end)]
                    end += 1
                }
                branches.append(Branch(range: start..<end, depth: branch.depth + 1, label: label))
                start = end
            }
            branches[next].firstChild = Int32(firstChild)
            branches[next].children = Int32(branches.count - firstChild)
            next += 1
        }
    }

    /// Finds a base for every branch that has children.
    private mutating func place() {
        var bySize: [[Int32]] = []
        for index in branches.indices where branches[index].children > 0 {
            let size = Int(branches[index].children)
            while bySize.count <= size { bySize.append([]) }
            bySize[size].append(Int32(index))
        }
        for size in bySize.indices.reversed() where !bySize[size].isEmpty {
            front = 1
            for index in bySize[size] { place(Int(index)) }
        }
    }

    private mutating func place(_ index: Int) {
        let first = Int(branches[index].firstChild)
        let children = first..<(first + Int(branches[index].children))
        let smallest = Int(branches[first].label)
        var place = max(front, smallest + 1)
        var tries = 0
        while true {
            place = taken.firstMissing(from: place)
            let base = place - smallest
            if !usedBases.contains(base),
                children.dropFirst().allSatisfy({ !taken.contains(base + Int(branches[$0].label)) })
            {
                for child in children { taken.insert(base + Int(branches[child].label)) }
                usedBases.insert(base)
                branches[index].base = Int32(base)
                if tries > 0, tries < patience { front = place }
                met += tries
                if met > budget { patience = 64 }
                return
            }
            tries += 1
            place += 1
            if tries == patience {
                // Where this search has given up, the next one of the same size begins.
                front = place
                place = max(place, taken.end - widest)
            } else if tries == 2 * patience {
                place = max(place, taken.end)
            }
        }
    }

    private mutating func layOut(_ classes: inout NodeClasses) {
        // No step from any node leads beyond the array.
        let greatestBase = branches.reduce(0) { max($0, Int($1.base)) }
        nodes = Array(repeating: .free, count: max(taken.end, greatestBase + letters + 1))
        postings = Array(repeating: .max, count: nodes.count)
        var places = Array(repeating: Int32(0), count: branches.count)
        for index in branches.indices {
            let branch = branches[index]
            let place = Int(places[index])
            nodes[place] = .init(
                base: Int(branch.base), kind: classes.number(branch.known),
                label: index == 0 ? DoubleArray.rootLabel : branch.label,
                kinds: branch.known.kinds.kinds, below: branch.known.kinds.below, roles: branch.known.roles)
            if branch.known.kinds.kinds != 0 { postings[place] = keys.postings[Int(branch.range.lowerBound)] }
            for child in Int(branch.firstChild)..<Int(branch.firstChild + branch.children) {
                places[child] = branch.base + Int32(bitPattern: branches[child].label)
            }
        }
    }
}

/// A set of small numbers, a bit for each.
private struct Bits {
    private var words: [UInt64] = []
    /// Above all numbers in it.
    private(set) var end = 0

    func contains(_ number: Int) -> Bool {
        number >> 6 < words.count && words[number >> 6] >> UInt64(number & 63) & 1 != 0
    }

    mutating func insert(_ number: Int) {
        if number >> 6 >= words.count {
            words.append(contentsOf: repeatElement(0, count: max(number >> 6 + 1, 2 * words.count) - words.count))
        }
        words[number >> 6] |= 1 << UInt64(number & 63)
        end = max(end, number + 1)
    }

    /// The first number from `start` on that is not in it.
    func firstMissing(from start: Int) -> Int {
        var word = start >> 6
        guard word < words.count else { return start }
        var missing = ~words[word] & .max << UInt64(start & 63)
        while missing == 0 {
            word += 1
            guard word < words.count else { return word << 6 }
            missing = ~words[word]
        }
        return word << 6 + missing.trailingZeroBitCount
    }
}
