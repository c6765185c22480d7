import ICUKit
import Testing

@Suite struct ICUVersionTests {
    @Test func isRecentEnough() throws {
        let icu = ICUVersion.icu.split(separator: ".").compactMap { Int($0) }
        let unicode = ICUVersion.unicode.split(separator: ".").compactMap { Int($0) }
        try #require(icu.count == 2 && unicode.count == 2)
        #expect(icu[0] >= 67)
        #expect(unicode[0] >= 13)
    }
}
