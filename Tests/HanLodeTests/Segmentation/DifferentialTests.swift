import ICUKit
import Testing

@testable import HanLode

/// ICU's break iterator and the lattice side by side: every boundary of ICU's is kept, or it is told why not.
@Suite struct DifferentialTests {
    /// Where ICU cuts and the lattice does not, what explains it; `nil` where nothing does.
    private enum Explanation: Hashable {
        case rule(Token.Rule)
        /// Cutting there would cost as much or more.
        case outweighed
        /// The lattice keeps a mark or zero-width character with the one before it.
        case mark
    }

    private static func explain(
        _ boundary: Int, in text: String, token: Token, _ segmenter: inout Segmenter
    ) throws -> Explanation? {
        let index = text.utf8.index(text.startIndex, offsetBy: boundary)
        if let scalar = text[index...].unicodeScalars.first, CharacterClass(scalar.value) == .mark { return .mark }
        switch token.rule {
        case .dictionary, .lexicon, .user:
            func cost(_ text: Substring) throws -> Int {
                let before = segmenter.cost
                _ = try segmenter.tokens(in: String(text))
                return segmenter.cost - before
            }
            return try cost(text[...]) <= cost(text[..<index]) + cost(text[index...]) ? .outweighed : nil
        case .character, .mention: return nil
        default: return .rule(token.rule)
        }
    }

    private static func check(_ sentences: [String]) throws -> [Explanation: Int] {
        var segmenter = try Segmenter()
        var breaker = try WordBreaker(locale: "zh")
        var boundaries: [Int32] = []
        var counts: [Explanation: Int] = [:]
        for sentence in sentences {
            try breaker.boundaries(of: sentence.utf8.span, into: &boundaries)
            let tokens = try segmenter.tokens(in: sentence)
            var token = 0
            for boundary in boundaries.dropFirst().dropLast().map(Int.init) {
                while tokens[token].span.end <= boundary { token += 1 }
                guard tokens[token].span.start != boundary else { continue }
                let explanation = try explain(boundary, in: sentence, token: tokens[token], &segmenter)
                #expect(explanation != nil, "÷ at \(boundary) of \(escaped(sentence)) is not explained")
                if let explanation { counts[explanation, default: 0] += 1 }
            }
        }
        return counts
    }

    @Test("Sentences of the sample reports", .timeLimit(.minutes(20)))
    func sampleReports() throws {
        var sentences: [String] = []
        for path in Repository.files(in: "Corpora/reports", suffix: ".txt") {
            let document = Document(text: try Repository.text(path))
            sentences += document.sentences.compactMap { $0.range(in: document.text).map { String(document.text[$0]) } }
        }
        #expect(sentences.count > 100)
        let counts = try Self.check(sentences)
        #expect(counts[.outweighed, default: 0] > 0)
        #expect(counts[.rule(.date), default: 0] > 0)
    }

    @Test("A hundred thousand sentences of random words", .timeLimit(.minutes(20)), arguments: 0..<4)
    func randomSentences(seed: Int) throws {
        let dictionary = try BreakDictionary()
        var generator = SeededGenerator(seed: UInt64(700 + seed))
        var words = ["，", "、", "2021", "年", "三", "百", "个", "第", "A股", "％", "了", "在", "——"]
        for _ in 0..<400 {
            let first = UInt16.random(in: 0x4E00...0x7FFF, using: &generator)
            let units = try dictionary.words(beginningWith: first)
            var index = 0
            while index + 1 < units.count {
                let end = index + 2 + Int(units[index + 1])
                words.append(String(decoding: [first] + units[(index + 2)..<end], as: UTF16.self))
                index = end
            }
        }
        let sentences = (0..<25_000).map { _ in
            (0..<Int.random(in: 2...5, using: &generator)).map { _ in words.randomElement(using: &generator) ?? "" }
                .joined()
        }
        _ = try Self.check(sentences)
    }
}
