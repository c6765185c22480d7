import ICUKit
import Testing

@Suite struct DecoderTests {
    struct Result: Hashable {
        var text: String
        var malformed: [Int]
        var isTruncated: Bool
    }

    struct Sample: Sendable, CustomTestStringConvertible {
        var charset: String
        var bytes: [UInt8]
        var text: String
        var malformed: [Int] = []
        var isTruncated = false

        var testDescription: String { "\(charset): \(text)" }
        var result: Result { Result(text: text, malformed: malformed, isTruncated: isTruncated) }
    }

    static let samples = [
        Sample(charset: "GB18030", bytes: [0xD4, 0xC6, 0xC1, 0xEB, 0xCF, 0xD8, 0x36], text: "云岭县6"),
        Sample(
            charset: "GB18030", bytes: [0x81, 0x39, 0xEE, 0x39, 0x94, 0x39, 0xFC, 0x36], text: "\u{3400}\u{1F600}"),
        Sample(
            charset: "GB18030", bytes: [0xD4, 0xC6, 0x81, 0x39, 0xEE], text: "云\u{FFFD}", malformed: [2],
            isTruncated: true),
        Sample(
            charset: "GB18030", bytes: [0x41, 0x81, 0x39, 0xEE, 0x41, 0xD4, 0xC6], text: "A\u{FFFD}9\u{9810}云",
            malformed: [1]),
        Sample(charset: "GBK", bytes: CharsetDetectorTests.gbk, text: "云岭县今年新建公路二百余公里，惠及山区群众三万多人。"),
        Sample(
            charset: "GBK", bytes: [0xD4, 0xC6, 0xC1, 0x20, 0x41, 0xC1], text: "云\u{FFFD} A\u{FFFD}",
            malformed: [2, 5], isTruncated: true),
        Sample(charset: "Big5", bytes: [0xB6, 0xB3, 0xC0, 0xAD, 0xBF, 0xA4], text: "雲嶺縣"),
        Sample(charset: "UTF-16LE", bytes: [0x91, 0x4E, 0x3D, 0xD8, 0x00, 0xDE, 0x00, 0x00], text: "云\u{1F600}\0"),
        Sample(
            charset: "UTF-16LE", bytes: [0x91, 0x4E, 0x3D, 0xD8, 0x91, 0x4E], text: "云\u{FFFD}云", malformed: [2]),
        Sample(
            charset: "UTF-16BE", bytes: [0x4E, 0x91, 0xDE, 0x00, 0x4E], text: "云\u{FFFD}\u{FFFD}", malformed: [2, 4],
            isTruncated: true),
        Sample(charset: "UTF-16BE", bytes: [0xD8, 0x3D], text: "\u{FFFD}", malformed: [0], isTruncated: true),
        Sample(charset: "UTF-16", bytes: [0xFF, 0xFE, 0x91, 0x4E], text: "云"),
        Sample(charset: "UTF-8", bytes: [0xEF, 0xBB, 0xBF] + Array("云岭县😀".utf8), text: "\u{FEFF}云岭县😀"),
        Sample(
            charset: "UTF-8", bytes: [0x41, 0xC0, 0xAF, 0xE4, 0xBA, 0x41, 0xF0, 0x9F, 0x98],
            text: "A\u{FFFD}\u{FFFD}\u{FFFD}A\u{FFFD}", malformed: [1, 2, 3, 6], isTruncated: true),
        Sample(charset: "UTF-8", bytes: [], text: ""),
    ]

    private func decode(_ chunks: [[UInt8]], charset: String) throws -> Result {
        var decoder = try Decoder(charset: charset)
        var utf8: [UInt8] = []
        for chunk in chunks { try decoder.decode(chunk.span, into: &utf8) }
        let isTruncated = try decoder.finish(into: &utf8)
        #expect(decoder.malformedCount == decoder.malformedOffsets.count)
        let text = try #require(String(validating: utf8, as: UTF8.self), "the output is UTF-8")
        return Result(text: text, malformed: decoder.malformedOffsets, isTruncated: isTruncated)
    }

    @Test(arguments: samples) func decodes(_ sample: Sample) throws {
        #expect(try decode([sample.bytes], charset: sample.charset) == sample.result)
    }

    @Test(arguments: samples) func chunksMakeNoDifference(_ sample: Sample) throws {
        let bytes = sample.bytes
        for split in 0...bytes.count {
            let chunks = [Array(bytes[..<split]), Array(bytes[split...])]
            #expect(try decode(chunks, charset: sample.charset) == sample.result, "split at \(split)")
        }
        #expect(try decode(bytes.map { [$0] }, charset: sample.charset) == sample.result)
    }

    static let charsets = [
        "GB18030", "GBK", "Big5", "EUC-CN", "HZ", "ISO-2022-CN", "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32BE",
    ]

    @Test(arguments: charsets) func anyBytesInAnyChunks(charset: String) throws {
        var generator = SeededGenerator(seed: 2)
        // Bytes that begin, continue and break sequences of these charsets.
        let alphabet: [UInt8] = [
            0x00, 0x1B, 0x24, 0x30, 0x39, 0x41, 0x7E, 0x81, 0x84, 0x90, 0xD8, 0xDC, 0xE4, 0xFE, 0xFF,
        ]
        for _ in 0..<60 {
            let bytes = (0..<24).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            let whole = try decode([bytes], charset: charset)
            #expect(whole.malformed.allSatisfy { bytes.indices.contains($0) }, "\(bytes)")
            #expect(whole.malformed == whole.malformed.sorted(), "\(bytes)")
            for split in 1..<bytes.count {
                let chunks = [Array(bytes[..<split]), Array(bytes[split...])]
                let split = try decode(chunks, charset: charset)
                #expect(split == whole, "\(bytes)")
            }
            let single = try decode(bytes.map { [$0] }, charset: charset)
            #expect(single == whole, "\(bytes)")
        }
    }

    @Test func agreesWithSwiftOnUTF8() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let bytes = (0..<16).map { _ in UInt8.random(in: 0x70...0xFF, using: &generator) }
            #expect(try decode([bytes], charset: "UTF-8").text == String(decoding: bytes, as: UTF8.self), "\(bytes)")
        }
    }

    /// More than the converter takes in one step.
    @Test func longInputIsDecodedToTheEnd() throws {
        let bytes = Array(repeatElement(CharsetDetectorTests.gbk, count: 50_000).joined())
        let result = try decode([bytes + [0xC1]], charset: "GBK")
        #expect(result.text.utf8.count == bytes.count / 2 * 3 + 3)
        #expect(result.malformed == [bytes.count])
    }

    @Test func theListOfOffsetsIsCapped() throws {
        var decoder = try Decoder(charset: "UTF-8", malformedOffsetLimit: 3)
        var utf8: [UInt8] = []
        let chunk: [UInt8] = [0x41, 0xFF, 0xFF]
        for _ in 0..<4 { try decoder.decode(chunk.span, into: &utf8) }
        try decoder.finish(into: &utf8)
        #expect(decoder.malformedCount == 8)
        #expect(decoder.malformedOffsets == [1, 2, 4])
    }

    @Test func resetBeginsAnotherInput() throws {
        var decoder = try Decoder(charset: "GBK")
        var utf8: [UInt8] = []
        let first: [UInt8] = [0xC1, 0x20, 0xD4]
        let second: [UInt8] = [0xC1, 0xEB, 0xC1, 0x20]
        try decoder.decode(first.span, into: &utf8)
        decoder.reset()
        utf8 = []
        try decoder.decode(second.span, into: &utf8)
        let isTruncated = try decoder.finish(into: &utf8)
        #expect(!isTruncated)
        #expect(String(decoding: utf8, as: UTF8.self) == "岭\u{FFFD} ")
        #expect(decoder.malformedOffsets == [2])
    }

    @Test func charsetIsTheCanonicalName() throws {
        let gb18030 = try Decoder(charset: "gb18030")
        let utf16 = try Decoder(charset: "utf16le")
        #expect(gb18030.charset == "gb18030")
        #expect(utf16.charset == "UTF-16LE")
    }

    @Test(arguments: ["", "no-such-charset", "../GBK", "\\GBK", String(repeating: "x", count: 5000)])
    func unknownCharsetsAreRefused(charset: String) {
        #expect(throws: ICUError.self) { _ = try Decoder(charset: charset) }
    }
}
