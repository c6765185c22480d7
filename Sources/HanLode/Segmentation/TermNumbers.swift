/// Numbers for terms: each different run of bytes has one, from 0 in the order in which they come.
///
/// The bytes lie in one array, so that counting makes no string for a word that is known.
struct TermNumbers: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = [0]
    /// Numbers plus one by hash, 0 for an empty place; never more than half full.
    private var places: [UInt32] = Array(repeating: 0, count: 1024)

    var count: Int { ends.count - 1 }

    /// The term with a number.
    subscript(number: Int) -> String {
        String(decoding: bytes[Int(ends[number])..<Int(ends[number + 1])], as: UTF8.self)
    }

    /// The term's number; a new one where it is not known.
    mutating func number(of term: [UInt8]) -> Int {
        var place = Self.hash(term) & (places.count - 1)
        while places[place] != 0 {
            let number = Int(places[place]) - 1
            if bytes[Int(ends[number])..<Int(ends[number + 1])].elementsEqual(term) { return number }
            place = (place + 1) & (places.count - 1)
        }
        bytes.append(contentsOf: term)
        ends.append(UInt32(bytes.count))
        places[place] = UInt32(count)
        if 2 * count > places.count { grow() }
        return count - 1
    }

    private mutating func grow() {
        places = Array(repeating: 0, count: 2 * places.count)
        for number in 0..<count {
            var place = Self.hash(bytes[Int(ends[number])..<Int(ends[number + 1])]) & (places.count - 1)
            while places[place] != 0 { place = (place + 1) & (places.count - 1) }
            places[place] = UInt32(number + 1)
        }
    }

    /// FNV-1a, 64 bits, its halves folded.
    private static func hash(_ term: some Sequence<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
    }
}
