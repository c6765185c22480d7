import Foundation
import Testing

@testable import HanLode

@Suite struct ConcordanceTests {
    private static let text = "一、农业\n全县农业增产，农业增收。\r\n老农业大户"

    private static func slice(_ span: TextSpan) -> String { span.range(in: text).map { String(text[$0]) } ?? "" }

    @Test func everyPlaceHasItsLineAndContext() {
        let hits = Concordance(of: "农业", in: Self.text, context: 3).hits
        #expect(hits.map(\.line) == [1, 2, 2, 3])
        #expect(hits.map { Self.slice($0.span) } == ["农业", "农业", "农业", "农业"])
        #expect(hits.map { Self.slice($0.left) } == ["一、", "全县", "增产，", "老"])
        #expect(hits.map { Self.slice($0.right) } == ["", "增产，", "增收。", "大户"])
    }

    @Test func aTermInsideALongerWordIsNoWholeWord() throws {
        var segmenter = try Segmenter(dictionaries: [UserDictionary(name: "d", text: "老农业")])
        let tokens = try segmenter.tokens(in: Self.text)
        let hits = Concordance(of: "农业", in: Self.text, tokens: tokens).hits
        #expect(hits.map(\.line) == [1, 2, 2])
        #expect(Concordance(of: "农业增产", in: Self.text, tokens: tokens).hits.count == 1)
        #expect(Concordance(of: "业增", in: Self.text, tokens: tokens).hits.isEmpty)
    }

    @Test func placesDoNotOverlap() {
        #expect(Concordance(of: "哈哈", in: "哈哈哈哈哈").hits.map(\.span.start) == [0, 6])
        #expect(Concordance(of: "", in: "哈").hits.isEmpty)
        #expect(Concordance(of: "哈哈", in: "").hits.isEmpty)
        #expect(Concordance(of: "哈", in: "哈", context: 0).hits.count == 1)
    }

    @Test("Found like a naive search", arguments: 0..<50)
    func likeANaiveSearch(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(640 + seed))
        func random(_ count: Int) -> String {
            String((0..<count).map { _ in Bool.random(using: &generator) ? "甲" : "乙" })
        }
        let (text, term) = (random(60), random(Int.random(in: 1...4, using: &generator)))
        var expected: [Int] = []
        var rest = text[...]
        while let range = rest.range(of: term) {
            expected.append(text.utf8.distance(from: text.startIndex, to: range.lowerBound))
            rest = rest[range.upperBound...]
        }
        #expect(Concordance(of: term, in: text).hits.map(\.span.start) == expected)
    }
}
