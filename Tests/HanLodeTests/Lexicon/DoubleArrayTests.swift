import Testing

@testable import HanLode

/// The double array against a dictionary.
@Suite struct DoubleArrayTests {
    /// An array with the classes of its nodes.
    private struct Built: Equatable {
        let array: DoubleArray
        let classes: [NodeClass]

        func node(_ codes: some Sequence<UInt32>) -> Int? {
            var node = Int(DoubleArray.root)
            for code in codes {
                let next = Int(array.nodes[node].base) + Int(code)
                guard next < array.nodes.count, array.nodes[next].label == code else { return nil }
                node = next
            }
            return node
        }

        func known(_ node: Int) -> NodeKinds { classes[array.nodes[node].kind].kinds }
    }

    private func find(_ codes: [UInt32], in built: Built) -> (kinds: UInt32, postings: UInt32)? {
        guard let node = built.node(codes), built.array.postings[node] != .max else { return nil }
        return (built.known(node).kinds, built.array.postings[node])
    }

    private func randomKeys(
        _ count: Int, alphabet: UInt32, length: ClosedRange<Int>, seed: UInt64
    ) -> [[UInt32]: UInt32] {
        var generator = SeededGenerator(seed: seed)
        var keys: [[UInt32]: UInt32] = [:]
        while keys.count < count {
            // Small codes are frequent, as the alphabet of a lexicon has it.
            let codes = (0..<Int.random(in: length, using: &generator)).map { _ in
                let ceiling = UInt32.random(in: 1...alphabet, using: &generator)
                return UInt32.random(in: 1...ceiling, using: &generator)
            }
            keys[codes] = UInt32(keys.count)
        }
        return keys
    }

    private func build(_ entries: some Sequence<(key: [UInt32], value: UInt32)>) -> Built {
        var keys = DoubleArray.Keys()
        for entry in entries { keys.append(entry.key, postings: entry.value, kinds: entry.value & 0xFF | 1) }
        var classes = NodeClasses()
        let array = DoubleArray(
            keys: keys, letters: Int(keys.codes.max() ?? 0), classes: &classes)
        return Built(array: array, classes: classes.all)
    }

    @Test(arguments: [(1, 1), (50, 3), (500, 5), (3000, 60), (3000, 4000)] as [(Int, UInt32)])
    func everyKeyIsFoundWithItsPosting(count: Int, alphabet: UInt32) {
        let keys = randomKeys(count, alphabet: alphabet, length: 1...12, seed: UInt64(count))
        let array = build(keys)
        for (codes, posting) in keys {
            let node = find(codes, in: array)
            #expect(node?.postings == posting)
            #expect(node?.kinds == posting & 0xFF | 1)
        }
    }

    @Test(arguments: [(500, 5), (3000, 60)] as [(Int, UInt32)])
    func whatIsNoKeyIsNotFound(count: Int, alphabet: UInt32) {
        let keys = randomKeys(count, alphabet: alphabet, length: 1...6, seed: 21)
        let array = build(keys)
        let probes = randomKeys(count, alphabet: alphabet + 2, length: 1...7, seed: 22)
        for codes in probes.keys where keys[codes] == nil { #expect(find(codes, in: array) == nil) }
    }

    /// What stops a walk: the kinds of all keys that begin with what leads to the node, and are longer.
    @Test func aNodeKnowsTheKindsThatGoOnFromIt() {
        let keys = randomKeys(600, alphabet: 6, length: 1...6, seed: 26)
        let array = build(keys)
        var expected: [ArraySlice<UInt32>: UInt32] = [:]
        for (codes, posting) in keys {
            for length in 0..<codes.count { expected[codes[..<length], default: 0] |= posting & 0xFF | 1 }
        }
        for codes in Set(expected.keys).union(keys.keys.map { $0[...] }) {
            let node = array.node(codes)
            #expect(node.map { array.known($0).below } == expected[codes] ?? 0)
        }
    }

    @Test func theOrderOfTheKeysMakesNoDifference() {
        let keys = randomKeys(400, alphabet: 30, length: 1...5, seed: 23)
        var generator = SeededGenerator(seed: 24)
        #expect(build(keys) == build(keys.shuffled(using: &generator)))
    }

    @Test func withoutKeysThereIsTheRootAlone() {
        #expect(build([:]).array.nodes.count == 1)
        #expect(find([1], in: build([:])) == nil)
    }

    @Test(.timeLimit(.minutes(20)))
    func aHundredThousandKeysAreFound() {
        let keys = randomKeys(100_000, alphabet: 5000, length: 2...5, seed: 25)
        let array = build(keys)
        let missing = keys.count { find($0.key, in: array)?.postings != $0.value }
        #expect(missing == 0)
    }

    /// Linear memory: the places stay below a small multiple of the trie's nodes, however many keys there are.
    @Test(.timeLimit(.minutes(20)), arguments: [5_000, 25_000, 100_000])
    func theArrayIsNoMoreThanAFewTimesTheTrie(count: Int) {
        let keys = randomKeys(count, alphabet: 5000, length: 2...5, seed: 25)
        var prefixes: Set<ArraySlice<UInt32>> = []
        for codes in keys.keys {
            for length in 0...codes.count { prefixes.insert(codes[..<length]) }
        }
        let nodes = build(keys).array.nodes.count
        #expect(nodes < 4 * prefixes.count, "\(nodes) places for \(prefixes.count) nodes")
    }

    /// More classes than a node can tell apart, with roles that differ: the last number is that of them all.
    @Test func classesRunOutWithoutATrap() {
        var classes = NodeClasses()
        for kinds: UInt32 in 0..<70_000 {
            let number = classes.number(
                NodeClass(kinds: NodeKinds(kinds: kinds, below: 1), roles: kinds % 2 == 0 ? .head : .division))
            #expect(Int(number) < classes.all.count)
        }
        #expect(classes.all.count == 65_536)
        #expect(classes.filledUp.count == 65_536)
        #expect(classes.all.last == NodeClass(kinds: NodeKinds(kinds: .max, below: .max)))
    }
}
