import Testing

@testable import HanLode

/// The table of indicators.
@Suite struct IndicatorTests {
    private static let lexicon = Lexicon(packs: [.builtIn])

    private static func indicator(_ text: String) -> IndicatorTerm? {
        let lexicon = lexicon
        let reader = Reader(text.utf8.span, lexicon: lexicon)
        guard let match = reader.longestTerm(Lexicon.Kind.indicator.bit, at: 0), match.end == text.utf8.count,
            let term = reader.term(.indicator, of: match)
        else { return nil }
        return lexicon.terms.indicators[term]
    }

    @Test func thereAreEnough() {
        #expect(Set(Self.lexicon.terms.indicators.map(\.canonical)).count >= 420)
    }

    @Test func everyCanonicalNameIsItsOwn() {
        let rows = Pack.builtIn.rows.filter { $0.table == .indicators }
        let canonical = Dictionary(rows.map { ($0.cells[0], $0.cells[1]) }, uniquingKeysWith: { first, _ in first })
        for name in Set(rows.map { $0.cells[1] }) { #expect(canonical[name] == name, "\(name)") }
    }

    @Test(arguments: ["GDP", "地区生产总值", "国内生产总值", "生产总值", "國內生產總值", "ＧＤＰ"])
    func aliasesAreOne(name: String) {
        #expect(Self.indicator(name)?.canonical == "地区生产总值")
        #expect(Self.indicator(name)?.unitHint == "亿元")
    }

    @Test func theScannerDoesNotStopAtThem() {
        #expect(Lexicon.streamKinds & Lexicon.Kind.indicator.bit == 0)
    }
}
