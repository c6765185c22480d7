import ICUKit
import Testing

@Suite struct ICUErrorTests {
    @Test func saysWhatFailedAndWhy() throws {
        let error = try #require(throws: ICUError.self) { _ = try Decoder(charset: "GBX") }
        #expect(error.code == 4)
        #expect(error.name == "U_FILE_ACCESS_ERROR")
        #expect(error.description == "cannot open the decoder “GBX”: U_FILE_ACCESS_ERROR (4)")
        #expect(error.position == nil)
    }

    @Test func namesWithAZeroAreNotCutShort() {
        #expect(throws: ICUError.self) { _ = try Decoder(charset: "GBK\0BIG5") }
        #expect(throws: ICUError.self) { _ = try WordBreaker(locale: "zh\0") }
        #expect(throws: ICUError.self) { _ = try SentenceBreaker(locale: "zh\0") }
        #expect(throws: ICUError.self) { _ = try Transliterator("Hant-Hans\0") }
        #expect(throws: ICUError.self) { _ = try Collator(locale: "zh\0") }
    }
}
