import ICUKit
import Testing

@Suite struct TransliteratorTests {
    @Test func traditionalToSimplifiedAndBack() throws {
        var simplify = try Transliterator("Hant-Hans")
        let simplified = try simplify.transliterate("雲嶺縣經濟總量增長，修橋鋪路。")
        #expect(simplified == "云岭县经济总量增长，修桥铺路。")
        var back = try Transliterator("Hant-Hans", direction: .reverse)
        let traditional = try back.transliterate("经济")
        #expect(traditional == "經濟")
        #expect(simplify.id == "Hant-Hans")
    }

    @Test func compoundIDs() throws {
        var transliterator = try Transliterator("Han-Latin; Latin-ASCII")
        let text = try transliterator.transliterate("公路")
        #expect(text == "gong lu")
    }

    @Test func charactersWithoutARuleStay() throws {
        var transliterator = try Transliterator("Hant-Hans")
        let empty = try transliterator.transliterate("")
        let mixed = try transliterator.transliterate("a\0😀\u{FFFD}")
        #expect(empty.isEmpty)
        #expect(mixed == "a\0😀\u{FFFD}")
    }

    @Test(arguments: ["", "Klingon-Hans", "::", String(repeating: "x", count: 10_000)])
    func unknownIDsAreRefused(id: String) {
        let error = #expect(throws: ICUError.self) { _ = try Transliterator(id) }
        #expect(error?.name == "U_INVALID_ID")
    }

    @Test func tasksHaveClonesOfTheirOwn() async throws {
        let prototype = try Transliterator("Hant-Hans")
        var first = try prototype.clone()
        var second = try prototype.clone()
        async let left = {
            var result = ""
            for _ in 0..<300 { result = try first.transliterate("雲嶺縣") }
            return result
        }()
        async let right = {
            var result = ""
            for _ in 0..<300 { result = try second.transliterate("經濟") }
            return result
        }()
        #expect(try await left == "云岭县")
        #expect(try await right == "经济")
    }
}
