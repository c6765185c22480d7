/// The SHA-256 digest of bytes (FIPS 180-4).
///
/// Sixty lines of our own, because the library that would do it builds for longer than all of HanLode.
struct SHA256 {
    private static let constants: [UInt32] = primes(64).map { fraction(cubeRootOf: $0) }

    private var state: [UInt32] = primes(8).map { fraction(squareRootOf: $0) }

    /// The digest of `bytes` in hexadecimal.
    static func hex(_ bytes: [UInt8]) -> String {
        var hash = SHA256()
        let whole = bytes.count / 64 * 64
        for start in stride(from: 0, to: whole, by: 64) { hash.absorb(bytes[start..<(start + 64)]) }
        var tail = Array(bytes[whole...])
        tail.append(0x80)
        while tail.count % 64 != 56 { tail.append(0) }
        let bits = UInt64(bytes.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) {
            tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        for start in stride(from: 0, to: tail.count, by: 64) { hash.absorb(tail[start..<(start + 64)]) }
        return hash.state.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    private mutating func absorb(_ block: ArraySlice<UInt8>) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
            var index = block.startIndex
            for position in 0..<16 {
                words[position] =
                    UInt32(block[index]) << 24 | UInt32(block[index + 1]) << 16 | UInt32(block[index + 2]) << 8
                    | UInt32(block[index + 3])
                index += 4
            }
            for position in 16..<64 {
                let a = words[position - 15]
                let b = words[position - 2]
                let first = rotate(a, 7) ^ rotate(a, 18) ^ a >> 3
                let second = rotate(b, 17) ^ rotate(b, 19) ^ b >> 10
                words[position] = words[position - 16] &+ first &+ words[position - 7] &+ second
            }
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            var (e, f, g, h) = (state[4], state[5], state[6], state[7])
            for position in 0..<64 {
                let one = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
                let first = h &+ one &+ (e & f ^ ~e & g) &+ Self.constants[position] &+ words[position]
                let zero = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
                let second = zero &+ (a & b ^ a & c ^ b & c)
                (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
            }
            for (position, word) in [a, b, c, d, e, f, g, h].enumerated() { state[position] &+= word }
        }
    }

    private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word >> count | word << (32 - count)
    }

    // The constants are the first 32 bits of the fractional parts of roots of primes; computed, they cannot be mistyped.
    private static func primes(_ count: Int) -> [UInt64] {
        var primes: [UInt64] = []
        var candidate: UInt64 = 2
        while primes.count < count {
            if !primes.contains(where: { candidate % $0 == 0 }) { primes.append(candidate) }
            candidate += 1
        }
        return primes
    }

    private static func fraction(squareRootOf prime: UInt64) -> UInt32 {
        root { UInt128($0) * UInt128($0) <= UInt128(prime) << 64 }
    }

    private static func fraction(cubeRootOf prime: UInt64) -> UInt32 {
        root { $0 < 1 << 42 && UInt128($0) * UInt128($0) * UInt128($0) <= UInt128(prime) << 96 }
    }

    /// The low 32 bits of the largest number that `fits`, by bisection.
    private static func root(_ fits: (UInt64) -> Bool) -> UInt32 {
        var low: UInt64 = 0
        var high: UInt64 = 1 << 42
        while high - low > 1 {
            let middle = (low + high) / 2
            if fits(middle) { low = middle } else { high = middle }
        }
        return UInt32(truncatingIfNeeded: low)
    }
}
