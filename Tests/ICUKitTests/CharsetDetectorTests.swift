import ICUKit
import Testing

@Suite struct CharsetDetectorTests {
    /// 云岭县今年新建公路二百余公里，惠及山区群众三万多人。
    static let gbk: [UInt8] = [
        0xD4, 0xC6, 0xC1, 0xEB, 0xCF, 0xD8, 0xBD, 0xF1, 0xC4, 0xEA, 0xD0, 0xC2, 0xBD, 0xA8, 0xB9, 0xAB, 0xC2, 0xB7,
        0xB6, 0xFE, 0xB0, 0xD9, 0xD3, 0xE0, 0xB9, 0xAB, 0xC0, 0xEF, 0xA3, 0xAC, 0xBB, 0xDD, 0xBC, 0xB0, 0xC9, 0xBD,
        0xC7, 0xF8, 0xC8, 0xBA, 0xD6, 0xDA, 0xC8, 0xFD, 0xCD, 0xF2, 0xB6, 0xE0, 0xC8, 0xCB, 0xA1, 0xA3,
    ]

    @Test func knowsChineseCharsets() throws {
        var detector = try CharsetDetector()
        let sample = Array(repeatElement(Self.gbk, count: 20).joined())
        let gbk = try detector.candidates(for: sample.span)
        #expect(gbk.first?.name == "GB18030")
        #expect(gbk.first?.language == "zh")
        let utf8 = try detector.candidates(for: "云岭县今年新建公路。".utf8.span)
        #expect(utf8.first?.name == "UTF-8")
    }

    @Test func candidatesAreOrderedAndUsable() throws {
        var detector = try CharsetDetector()
        let bytes = Self.gbk
        let candidates = try detector.candidates(for: bytes.span)
        #expect(!candidates.isEmpty)
        #expect(candidates.allSatisfy { (0...100).contains($0.confidence) })
        #expect(zip(candidates, candidates.dropFirst()).allSatisfy { $0.confidence >= $1.confidence })
        for candidate in candidates where !candidate.name.hasPrefix("IBM42") {
            _ = try Decoder(charset: candidate.name)
        }
    }

    @Test func badSamplesAreAnswered() throws {
        var detector = try CharsetDetector()
        let none = try detector.candidates(for: Span())
        #expect(none.isEmpty)
        for byte in UInt8.min...UInt8.max {
            let sample = [byte]
            let candidates = try detector.candidates(for: sample.span)
            #expect(candidates.allSatisfy { (0...100).contains($0.confidence) })
        }
        let bytes = illFormed
        _ = try detector.candidates(for: bytes.span)
    }

    @Test func tooLongASampleIsRefused() throws {
        var detector = try CharsetDetector()
        withOversizedText { sample in
            let candidates = try? detector.candidates(for: sample)
            #expect(candidates == nil)
        }
    }
}
