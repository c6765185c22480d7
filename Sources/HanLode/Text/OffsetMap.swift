/// Exact mapping between UTF-8, scalar and UTF-16 offsets of one text.
///
/// Counts are kept for every 64th byte and the rest is counted on the spot, so a map costs an eighth of the text and a
/// look-up a few dozen steps. An offset inside a scalar's encoding counts as the scalar's start; an offset outside the
/// text is clamped to it.
public struct OffsetMap: Sendable {
    private static let blockSize = 64

    private struct Counts {
        var scalars: UInt32
        var utf16: UInt32
    }

    private let bytes: [UInt8]
    private let blocks: [Counts]

    /// Maps the offsets of `text`.
    public init(_ text: String) {
        self.init(utf8: Array(text.utf8))
    }

    init(utf8 bytes: [UInt8]) {
        var blocks: [Counts] = []
        blocks.reserveCapacity(bytes.count / Self.blockSize + 1)
        var counts = Counts(scalars: 0, utf16: 0)
        for index in bytes.indices {
            if index % Self.blockSize == 0 { blocks.append(counts) }
            counts.scalars += Self.scalars(bytes[index])
            counts.utf16 += Self.utf16(bytes[index])
        }
        if bytes.count % Self.blockSize == 0 { blocks.append(counts) }
        self.bytes = bytes
        self.blocks = blocks
    }

    /// The offset of the UTF-8 offset `utf8`, counted in `unit`.
    public func offset(ofUTF8 utf8: Int, in unit: OffsetUnit) -> Int {
        let utf8 = min(max(utf8, 0), bytes.count)
        guard unit != .utf8 else { return utf8 }
        let block = utf8 / Self.blockSize
        var scalars = Int(blocks[block].scalars)
        var utf16 = Int(blocks[block].utf16)
        for index in (block * Self.blockSize)..<utf8 {
            scalars += Int(Self.scalars(bytes[index]))
            utf16 += Int(Self.utf16(bytes[index]))
        }
        // A scalar is counted at its first byte; one that is cut by the offset is taken back.
        if utf8 < bytes.count, Self.scalars(bytes[utf8]) == 0 {
            var lead = utf8
            while Self.scalars(bytes[lead]) == 0, lead > 0 { lead -= 1 }
            scalars -= 1
            utf16 -= Int(Self.utf16(bytes[lead]))
        }
        return unit == .scalar ? scalars : utf16
    }

    /// The UTF-8 offset of the scalar that begins at, or contains, `offset` counted in `unit`.
    public func utf8Offset(of offset: Int, in unit: OffsetUnit) -> Int {
        guard offset > 0 else { return 0 }
        if unit == .utf8 { return min(offset, bytes.count) }
        func count(_ counts: Counts) -> Int { Int(unit == .scalar ? counts.scalars : counts.utf16) }
        var low = 0
        var high = blocks.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if count(blocks[middle]) <= offset { low = middle } else { high = middle }
        }
        var seen = count(blocks[low])
        var index = low * Self.blockSize
        while index < bytes.count {
            let step = Int(unit == .scalar ? Self.scalars(bytes[index]) : Self.utf16(bytes[index]))
            if step > 0, seen + step > offset { return index }
            seen += step
            index += 1
        }
        return bytes.count
    }

    /// `span`, given in UTF-8 offsets, counted in `unit`.
    public func convert(_ span: TextSpan, to unit: OffsetUnit) -> TextSpan {
        TextSpan(start: offset(ofUTF8: span.start, in: unit), end: offset(ofUTF8: span.end, in: unit))
    }

    private static func scalars(_ byte: UInt8) -> UInt32 { byte & 0xC0 == 0x80 ? 0 : 1 }
    private static func utf16(_ byte: UInt8) -> UInt32 { byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1 }
}
