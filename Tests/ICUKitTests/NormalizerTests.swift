import ICUKit
import Testing

@Suite struct NormalizerTests {
    @Test func theFourForms() throws {
        let text = "Ａ①é㎡"
        #expect(try Normalizer(.nfc).normalize(text).unicodeScalars.elementsEqual("Ａ①é㎡".unicodeScalars))
        #expect(try Normalizer(.nfd).normalize(text).unicodeScalars.elementsEqual("Ａ①e\u{301}㎡".unicodeScalars))
        #expect(try Normalizer(.nfkc).normalize(text).unicodeScalars.elementsEqual("A1ém2".unicodeScalars))
        #expect(try Normalizer(.nfkd).normalize(text).unicodeScalars.elementsEqual("A1e\u{301}m2".unicodeScalars))
    }

    @Test func editsAndOffsets() throws {
        // Offsets: 增长 0, １ 6, ２ 9, ． 12, ５ 15, ％ 18, 。 21, end 24.
        let source = Array("增长１２．５％。".utf8)
        let result = try Normalizer(.nfkc).normalize(source.span)
        #expect(String(decoding: result.utf8, as: UTF8.self) == "增长12.5%。")
        #expect(result.edits.map(\.source) == [6..<9, 9..<12, 12..<15, 15..<18, 18..<21])
        #expect(result.edits.map(\.normalized) == [6..<7, 7..<8, 8..<9, 9..<10, 10..<11])
        #expect(result.sourceRange(of: 6..<11) == 6..<21)
        #expect(result.normalizedRange(of: 6..<21) == 6..<11)
        #expect(result.sourceOffset(of: 9) == 15)
        #expect(result.normalizedOffset(of: 15) == 9)
        #expect(result.sourceOffset(of: 11) == 21)
        #expect(result.sourceOffset(of: 14) == 24)
    }

    @Test func offsetsInsideAnEdit() throws {
        let source = Array("占地９㎡多".utf8)
        let result = try Normalizer(.nfkc).normalize(source.span)
        #expect(String(decoding: result.utf8, as: UTF8.self) == "占地9m2多")
        #expect(result.sourceOffset(of: 8) == 9, "the 2 of m2 is in ㎡")
        #expect(result.sourceRange(of: 8..<9) == 9..<12)
        #expect(result.normalizedOffset(of: 10) == 7)
        #expect(result.normalizedRange(of: 10..<11) == 7..<9)
        #expect(result.sourceRange(of: 8..<8).isEmpty)
    }

    /// An offset map by definition: the edits applied to the source give the result.
    @Test(arguments: Normalizer.Form.allCases) func editsRebuildTheResult(form: Normalizer.Form) throws {
        var generator = SeededGenerator(seed: 4)
        let pieces = ["云岭", "Ｇ", "①", "e\u{301}", "\u{301}\u{323}", "㎡", "각", "ｶﾞ", "ﬁ", "5", "\u{212B}", "豈"]
        for _ in 0..<200 {
            let source = (0..<8).flatMap { _ in Array((pieces.randomElement(using: &generator) ?? "").utf8) }
            let result = try Normalizer(form).normalize(source.span)
            var rebuilt: [UInt8] = []
            var end = 0
            for edit in result.edits {
                rebuilt += source[end..<edit.source.lowerBound]
                #expect(rebuilt.count == edit.normalized.lowerBound)
                rebuilt += result.utf8[edit.normalized]
                end = edit.source.upperBound
            }
            rebuilt += source[end...]
            #expect(rebuilt == result.utf8)
            for offset in 0..<result.utf8.count where result.utf8[offset] & 0xC0 != 0x80 {
                let back = result.normalizedOffset(of: result.sourceOffset(of: offset))
                #expect(back <= offset)
            }
            #expect(result.sourceRange(of: 0..<result.utf8.count) == 0..<source.count)
            let resultIsNormalized = try Normalizer(form).isNormalized(result.utf8.span)
            let sourceIsNormalized = try Normalizer(form).isNormalized(source.span)
            #expect(resultIsNormalized)
            #expect(sourceIsNormalized == (source == result.utf8))
        }
    }

    @Test func unchangedTextHasNoEdits() throws {
        let text = Array("云岭县生产总值".utf8)
        let result = try Normalizer().normalize(text.span)
        let isNormalized = try Normalizer().isNormalized(text.span)
        #expect(isNormalized)
        #expect(result.utf8 == text)
        #expect(result.edits.isEmpty)
        #expect(result.sourceOffset(of: 9) == 9)
    }

    @Test(arguments: Normalizer.Form.allCases) func illFormedBytesAreKept(form: Normalizer.Form) throws {
        let bytes = illFormed
        let result = try Normalizer(form).normalize(bytes.span)
        #expect(result.utf8 == illFormed)
        _ = try Normalizer(form).isNormalized(bytes.span)
    }

    @Test(arguments: Normalizer.Form.allCases) func emptyText(form: Normalizer.Form) throws {
        let result = try Normalizer(form).normalize(Span())
        #expect(result.utf8.isEmpty && result.edits.isEmpty)
        #expect(result.sourceRange(of: 0..<0) == 0..<0)
        let isNormalized = try Normalizer(form).isNormalized(Span())
        #expect(isNormalized)
        #expect(try Normalizer(form).normalize("").isEmpty)
    }

    @Test func tooLongATextIsRefused() throws {
        withOversizedText { text in
            let normalized = try? Normalizer().normalize(text)
            let isNormalized = try? Normalizer().isNormalized(text)
            #expect(normalized == nil && isNormalized == nil)
        }
    }

    @Test func tasksShareOne() async throws {
        let normalizer = Normalizer(.nfkc)
        async let left = normalizer.normalize("１２．５％")
        async let right = normalizer.normalize("㎡")
        #expect(try await left == "12.5%")
        #expect(try await right == "m2")
    }
}
