import Testing

@testable import HanLode

@Suite struct OffsetMapTests {
    static let texts = [
        "", "a", "亩", "𠮷", "abc", "全县完成12.5亿元", "𠮷野家3家，𪚥1尊", "👩‍👩‍👧‍👦2户👍🏽", "e\u{301}q\u{308}3%", "a\r\n一\u{200B}二",
        String(repeating: "亩", count: 100), String(repeating: "x", count: 64), String(repeating: "x", count: 128),
        String(repeating: "a𠮷", count: 60), String(repeating: "👩‍👧é亿1", count: 40),
        String(repeating: "x", count: 63) + "𠮷",
        String(repeating: "x", count: 62) + "亩" + String(repeating: "y", count: 62),
    ]

    /// The reference: String's own views.
    private static func distances(_ text: String) -> [(utf8: Int, scalar: Int, utf16: Int)] {
        let borders = Array(text.unicodeScalars.indices) + [text.endIndex]
        return borders.map { index in
            (
                text.utf8.distance(from: text.startIndex, to: index),
                text.unicodeScalars.distance(from: text.startIndex, to: index),
                text.utf16.distance(from: text.startIndex, to: index)
            )
        }
    }

    @Test(arguments: texts)
    func scalarBordersAgreeWithStringBothWays(text: String) {
        let map = OffsetMap(text)
        for place in Self.distances(text) {
            #expect(map.offset(ofUTF8: place.utf8, in: .utf8) == place.utf8)
            #expect(map.offset(ofUTF8: place.utf8, in: .scalar) == place.scalar)
            #expect(map.offset(ofUTF8: place.utf8, in: .utf16) == place.utf16)
            #expect(map.utf8Offset(of: place.utf8, in: .utf8) == place.utf8)
            #expect(map.utf8Offset(of: place.scalar, in: .scalar) == place.utf8)
            #expect(map.utf8Offset(of: place.utf16, in: .utf16) == place.utf8)
        }
    }

    @Test(arguments: texts)
    func anOffsetInsideAScalarIsTheScalarsStart(text: String) {
        let map = OffsetMap(text)
        let places = Self.distances(text)
        for (place, next) in zip(places, places.dropFirst()) {
            for utf8 in place.utf8..<next.utf8 {
                #expect(map.offset(ofUTF8: utf8, in: .scalar) == place.scalar)
                #expect(map.offset(ofUTF8: utf8, in: .utf16) == place.utf16)
            }
            for utf16 in place.utf16..<next.utf16 { #expect(map.utf8Offset(of: utf16, in: .utf16) == place.utf8) }
        }
    }

    @Test(arguments: texts, OffsetUnit.allCases)
    func anOffsetOutsideTheTextIsClamped(text: String, unit: OffsetUnit) {
        let map = OffsetMap(text)
        let length = map.offset(ofUTF8: text.utf8.count, in: unit)
        for beyond in [1, 63, 64, 65, 1_000_000, Int.max - text.utf8.count] {
            #expect(map.offset(ofUTF8: text.utf8.count + beyond, in: unit) == length)
            #expect(map.utf8Offset(of: length + beyond, in: unit) == text.utf8.count)
        }
        for before in [-1, -64, Int.min] {
            #expect(map.offset(ofUTF8: before, in: unit) == 0)
            #expect(map.utf8Offset(of: before, in: unit) == 0)
        }
    }

    @Test func spansAreConverted() {
        let map = OffsetMap("𠮷村7.5亩")
        let span = TextSpan(start: 7, end: 13)
        #expect(map.convert(span, to: .utf8) == span)
        #expect(map.convert(span, to: .scalar) == TextSpan(start: 2, end: 6))
        #expect(map.convert(span, to: .utf16) == TextSpan(start: 3, end: 7))
    }
}
