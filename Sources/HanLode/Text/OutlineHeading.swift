/// A heading found, before it has its place in the outline.
struct OutlineHeading: Hashable, Sendable {
    var marker: OutlineMarker
    /// Which paragraph it begins, or stands in.
    var paragraph: Int
    /// The words alone, without the last stop.
    var title: TextSpan
    /// Where the item before it in its paragraph ends; 0 for one that begins its paragraph.
    var boundary = 0

    /// The heading of a paragraph, or the item inside it.
    init(
        _ reader: Reader, _ marker: OutlineMarker, of paragraph: OutlineParagraph, at index: Int, boundary: Int = 0,
        limit: Int? = nil
    ) {
        self.marker = marker
        self.paragraph = index
        self.boundary = boundary
        let end = Self.cut(reader, from: marker.titleStart, to: limit ?? paragraph.end, isInner: boundary > 0)
        title = TextSpan(start: min(marker.titleStart, end), end: end)
    }

    /// Before the first stop, or the end of a line without one; a longer sentence is cut at its first comma.
    private static func cut(_ reader: Reader, from start: Int, to end: Int, isInner: Bool) -> Int {
        var offset = start
        var pause: Int?
        for _ in 0..<(isInner ? 40 : 64) {
            guard offset < end else { return trimmed(reader, start, end) }
            // No Han letter is a sign.
            if reader.bytes[offset] >= 0xE4, reader.bytes[offset] <= 0xE9 {
                offset += 3
                continue
            }
            let character = reader.character(at: offset)
            switch character.scalar {
            case 0x3002, 0xFF1B, 0x3B: return offset
            case 0xFF0C, 0x2C, 0xFF1A, 0x3A, 0xFF01: pause = pause ?? offset
            default: break
            }
            offset = character.next
        }
        return pause ?? offset
    }

    private static func trimmed(_ reader: Reader, _ start: Int, _ end: Int) -> Int {
        guard start < end else { return end }
        let last = reader.before(end)
        switch reader.character(at: last).scalar {
        case 0xFF1A, 0x3A, 0xFF01, 0xFF0C: return last
        default: return end
        }
    }
}
