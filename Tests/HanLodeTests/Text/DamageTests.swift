import Testing

@testable import HanLode

@Suite struct DamageTests {
    private static let opening = "全县粮食总产量达到三十二万吨，"
    private static let rest = "比上年增长百分之五点六，创历史新高，农民收入继续稳步增加，村村通上了宽阔的公路，家家用上了洁净的自来水。"
    private static let before = Array(opening.utf8)
    private static let after = Array(rest.utf8)

    @Test(arguments: [[0xFF], [0xC0], [0x80], [0xE5, 0x85], [0xF0, 0x9F, 0x98]] as [[UInt8]])
    func damagedUTF8KeepsTheRest(damage: [UInt8]) throws {
        let document = try Document(bytes: Self.before + damage + Self.after)
        #expect(document.encoding == "utf-8")
        #expect(document.text == Self.opening + "\u{FFFD}" + Self.rest)
    }

    @Test func damageIsToldWithItsOffsetInTheFile() throws {
        let document = try Document(bytes: Self.before + [0xFF] + Self.after)
        let diagnostic = try #require(document.diagnostics.first)
        #expect(document.diagnostics.count == 1)
        #expect(diagnostic.code == .malformedBytes)
        #expect(diagnostic.message.contains("offset \(Self.before.count) "))
        #expect(diagnostic.span == TextSpan(start: Self.before.count, end: Self.before.count + 3))
    }

    @Test func theOffsetCountsTheMark() throws {
        let document = try Document(bytes: [0xEF, 0xBB, 0xBF] + Self.before + [0xFF] + Self.after)
        let diagnostic = try #require(document.diagnostics.first)
        #expect(diagnostic.message.contains("offset \(Self.before.count + 3) "))
        #expect(diagnostic.span?.start == Self.before.count)
    }

    @Test func aReplacementCharacterOfTheTextIsNoDamage() throws {
        let document = try Document(bytes: Array("原稿缺字\u{FFFD}。".utf8) + Self.before + [0xFF] + Self.after)
        #expect(document.diagnostics.count == 1)
        #expect(document.diagnostics.first?.span?.start == 18 + Self.before.count)
    }

    @Test func manyDamagedPlacesAreCounted() throws {
        let piece = Self.before + Self.after + [0xFF]
        let document = try Document(bytes: (0..<30).flatMap { _ in piece })
        #expect(document.diagnostics.allSatisfy { $0.code == .malformedBytes })
        #expect(document.diagnostics.count == 21)
        #expect(document.diagnostics.last?.message.contains("10 places more") == true)
        #expect(document.diagnostics.last?.span == nil)
    }

    @Test func quantitiesBesideDamageAreFound() throws {
        let document = try Document(bytes: Self.before + [0xFF] + Self.after)
        let extraction = try Miner().extract(document)
        #expect(extraction.quantities.map(\.text) == ["三十二万吨", "百分之五点六"])
        #expect(extraction.diagnostics.map(\.code) == [.malformedBytes])
    }

    @Test func aCutLastCharacterIsDamage() throws {
        let document = try Document(bytes: Self.before + Self.after + [0xE4, 0xBA])
        #expect(document.text == Self.opening + Self.rest + "\u{FFFD}")
        #expect(document.diagnostics.map(\.code) == [.malformedBytes])
    }

    @Test(arguments: [12, 20, 30, 40])
    func aShortTextCutInItsLastCharacterIsStillUTF8(characters: Int) throws {
        let text = String((Self.opening + Self.rest).prefix(characters))
        let document = try Document(bytes: Array(text.utf8) + [0xE4, 0xBA])
        #expect(document.encoding == "utf-8")
        #expect(document.text == text + "\u{FFFD}")
    }

    @Test(arguments: [true, false])
    func aLoneSurrogateIsDamage(bigEndian: Bool) throws {
        let mark: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
        let surrogate: [UInt8] = bigEndian ? [0xD8, 0x42] : [0x42, 0xD8]
        let bytes =
            mark + EncodedSamples.utf16("产值", bigEndian: bigEndian) + surrogate
            + EncodedSamples.utf16("3亿元", bigEndian: bigEndian)
        let document = try Document(bytes: bytes)
        #expect(document.text == "产值\u{FFFD}3亿元")
        #expect(document.diagnostics.map(\.code) == [.malformedBytes])
        #expect(document.diagnostics.first?.message.contains("offset 6 ") == true)
    }

    @Test func anOddByteEndsUTF16AsDamage() throws {
        let document = try Document(bytes: [0xFF, 0xFE] + EncodedSamples.utf16("产值3亿元", bigEndian: false) + [0x4E])
        #expect(document.text == "产值3亿元\u{FFFD}")
        #expect(document.diagnostics.map(\.code) == [.malformedBytes])
    }

    @Test func aWrongEncodingGivenIsToldAndNoTrap() throws {
        let document = try Document(bytes: EncodedSamples.gbk, encoding: "utf-8")
        #expect(document.text.unicodeScalars.contains("\u{FFFD}"))
        #expect(document.diagnostics.contains { $0.code == .malformedBytes })
    }

    @Test(arguments: [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
    func noCharactersAreAnEmptyDocument(bytes: [UInt8]) throws {
        let document = try Document(bytes: bytes)
        #expect(document.text.isEmpty)
        #expect(document.diagnostics.map(\.code) == [.empty])
    }

    static let binaries: [[UInt8]] = [
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0],
        Array(repeating: 0, count: 512),
        [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        [0x50, 0x4B, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0, 0xDF, 0xA4],
    ]

    @Test(arguments: binaries)
    func whatIsNoTextIsAnError(bytes: [UInt8]) {
        let error = #expect(throws: HanLodeError.self) { try Document(bytes: bytes) }
        #expect(error?.code == .binary)
    }

    @Test func randomBytesAreAnError() {
        var generator = SeededGenerator(seed: 11)
        let bytes = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let error = #expect(throws: HanLodeError.self) { try Document(bytes: bytes) }
        #expect(error?.code == .binary)
    }

    @Test func aStrayZeroInATextIsKept() throws {
        let text = EncodedSamples.simplified + "\0" + EncodedSamples.simplified
        #expect(try Document(bytes: Array(text.utf8)).text == text)
    }
}
