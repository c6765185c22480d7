import ICUKit

/// The text with ÷ at every boundary, so that a failure can be read.
func marked(_ utf8: [UInt8], at boundaries: [Int32]) -> String {
    zip(boundaries, boundaries.dropFirst())
        .map { String(decoding: utf8[Int($0)..<Int($1)], as: UTF8.self) }
        .joined(separator: "÷")
}

/// Numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Calls `body` with a text that claims to be longer than ICU can count; nothing may read it.
func withOversizedText(_ body: (Span<UInt8>) throws -> Void) rethrows {
    let bytes: [UInt8] = [0x61]
    try bytes.withUnsafeBufferPointer { buffer in
        let oversized = UnsafeBufferPointer(start: buffer.baseAddress, count: Int(Int32.max) + 1)
        try body(oversized.span)
    }
}

/// Bytes that are no UTF-8 at several places: a lone trail, an overlong form, a surrogate, a cut character, a zero.
let illFormed: [UInt8] =
    [0x80, 0x61, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0x00] + Array("云岭县".utf8) + [0xF5, 0xFF, 0xE4, 0xBA]
