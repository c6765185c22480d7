import Testing

@testable import HanLode

@Suite struct EncodingTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let text: String
        let encoding: String

        var testDescription: String { name }
    }

    static let samples = [
        Sample(
            name: "UTF-8", bytes: Array(EncodedSamples.simplified.utf8), text: EncodedSamples.simplified,
            encoding: "utf-8"),
        Sample(
            name: "UTF-8 with a mark", bytes: [0xEF, 0xBB, 0xBF] + Array(EncodedSamples.rare.utf8),
            text: EncodedSamples.rare, encoding: "utf-8"),
        Sample(name: "ASCII", bytes: Array("GDP 12.5%".utf8), text: "GDP 12.5%", encoding: "utf-8"),
        Sample(
            name: "UTF-16LE", bytes: EncodedSamples.utf16(EncodedSamples.simplified, bigEndian: false),
            text: EncodedSamples.simplified, encoding: "utf-16le"),
        Sample(
            name: "UTF-16BE", bytes: EncodedSamples.utf16(EncodedSamples.simplified, bigEndian: true),
            text: EncodedSamples.simplified, encoding: "utf-16be"),
        Sample(
            name: "UTF-16LE with a mark",
            bytes: [0xFF, 0xFE] + EncodedSamples.utf16(EncodedSamples.rare, bigEndian: false),
            text: EncodedSamples.rare, encoding: "utf-16le"),
        Sample(
            name: "UTF-16BE with a mark",
            bytes: [0xFE, 0xFF] + EncodedSamples.utf16(EncodedSamples.rare, bigEndian: true),
            text: EncodedSamples.rare, encoding: "utf-16be"),
        Sample(name: "GBK", bytes: EncodedSamples.gbk, text: EncodedSamples.simplified, encoding: "gb18030"),
        Sample(name: "GB18030", bytes: EncodedSamples.gb18030, text: EncodedSamples.rare, encoding: "gb18030"),
        Sample(name: "Big5", bytes: EncodedSamples.big5, text: EncodedSamples.traditional, encoding: "big5"),
        Sample(name: "GBK, one word", bytes: [0xD4, 0xC6, 0xC1, 0xEB], text: "云岭", encoding: "gb18030"),
    ]

    @Test(arguments: samples)
    func theEncodingIsRecognised(sample: Sample) throws {
        let document = try Document(bytes: sample.bytes)
        #expect(document.encoding == sample.encoding)
        #expect(document.text == sample.text)
        #expect(!document.diagnostics.contains { $0.code == .malformedBytes })
    }

    @Test func littleEvidenceIsTold() throws {
        let document = try Document(bytes: [0xD4, 0xC6, 0xC1, 0xEB])
        #expect(document.diagnostics.map(\.code) == [.uncertainEncoding])
    }

    @Test func fullEvidenceIsNotRemarkedUpon() throws {
        #expect(try Document(bytes: Array(EncodedSamples.simplified.utf8)).diagnostics.isEmpty)
        #expect(try Document(bytes: EncodedSamples.gbk).diagnostics.isEmpty)
        #expect(try Document(bytes: EncodedSamples.big5).diagnostics.isEmpty)
    }

    @Test(arguments: ["gbk", "GBK", "GB18030", "gb18030", "GB2312"])
    func aGivenEncodingIsUsed(name: String) throws {
        let document = try Document(bytes: EncodedSamples.gbk, encoding: name)
        #expect(document.text == EncodedSamples.simplified)
        #expect(document.encoding == name.lowercased())
        #expect(document.diagnostics.isEmpty)
    }

    @Test(arguments: ["utf-16", "UTF-16", "utf-16le", "UTF-16LE"])
    func aMarkedTextIsReadUnderTheNameOfItsFamily(name: String) throws {
        let bytes = [0xFF, 0xFE] + EncodedSamples.utf16(EncodedSamples.simplified, bigEndian: false)
        #expect(try Document(bytes: bytes, encoding: name).text == EncodedSamples.simplified)
    }

    @Test(arguments: ["utf-16", "utf-16be"])
    func aMarkedBigEndianTextIsReadUnderTheNameOfItsFamily(name: String) throws {
        let bytes = [0xFE, 0xFF] + EncodedSamples.utf16(EncodedSamples.simplified, bigEndian: true)
        #expect(try Document(bytes: bytes, encoding: name).text == EncodedSamples.simplified)
    }

    @Test(arguments: ["utf-8", "UTF-8", "utf8"])
    func aGivenUTF8DropsItsMark(name: String) throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array(EncodedSamples.simplified.utf8)
        #expect(try Document(bytes: bytes, encoding: name).text == EncodedSamples.simplified)
    }

    @Test(arguments: ["klingon", "", " ", "utf-8x", "gb\u{0}", "中文", String(repeating: "x", count: 5000)])
    func anUnknownNameIsAnError(name: String) {
        let error = #expect(throws: HanLodeError.self) { try Document(bytes: [0x61], encoding: name) }
        #expect(error?.code == .unknownEncoding)
    }

    @Test func theSourceIsKept() throws {
        #expect(try Document(bytes: [0x61], source: "reports/a.txt").source == "reports/a.txt")
    }

    @Test func theMarkIsNoPartOfTheOffsets() throws {
        let document = try Document(bytes: [0xEF, 0xBB, 0xBF] + Array("3.5万亩".utf8))
        let found = try Miner().extract(document).quantities
        #expect(found.map(\.span) == [TextSpan(start: 0, end: 9)])
    }
}
