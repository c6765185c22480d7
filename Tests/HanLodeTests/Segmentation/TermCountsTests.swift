import Foundation
import Testing

@testable import HanLode

@Suite struct TermCountsTests {
    private static func counts(
        _ texts: [String], wordsPerTerm: Int = 1, stopWords: StopWords = StopWords()
    ) throws
        -> TermCounts
    {
        var segmenter = try Segmenter()
        var counts = TermCounts(wordsPerTerm: wordsPerTerm, stopWords: stopWords)
        for (index, text) in texts.enumerated() {
            counts.add(text, tokens: try segmenter.tokens(in: text), name: "r\(index)")
        }
        return counts
    }

    @Test func termsAreCounted() throws {
        let counts = try Self.counts(["农业增产，农业增收。\n2021年 农业", "工业增产"])
        let frequencies = counts.frequencies()
        #expect(frequencies.map(\.term) == ["农业", "增产", "增收", "工业"])
        #expect(frequencies.map(\.count) == [3, 2, 1, 1])
        #expect(frequencies.map(\.reports) == [1, 2, 1, 1])
        #expect(counts.characters == 21)
        #expect(counts.words == 8)
        #expect(abs(frequencies[0].perTenThousand - 3 * 10_000 / 21) < 1e-9)
    }

    @Test func stopWordsAreLeftOut() throws {
        let counts = try Self.counts(["农业的发展"], stopWords: try StopWords.builtIn())
        #expect(counts.frequencies().map(\.term) == ["农业", "发展"].sorted())
        #expect(counts.words == 3)
        #expect(StopWords(lines: " 甲 \n\n乙\r\n").contains("甲"))
        #expect(StopWords(lines: " 甲 \n\n乙\r\n").contains("乙"))
    }

    @Test func runsOfWordsCrossNoMark() throws {
        let stopWords = StopWords(["的"])
        let counts = try Self.counts(["农业增产，农业增产\n农业的增产"], wordsPerTerm: 2, stopWords: stopWords)
        #expect(counts.frequencies().map(\.term) == ["农业 增产"])
        #expect(counts.frequencies().map(\.count) == [2])
        let threes = try Self.counts(["农业的增产"], wordsPerTerm: 3, stopWords: stopWords)
        #expect(threes.frequencies().map(\.term) == ["农业 的 增产"])
    }

    @Test func aReportIsToldByItsOwnTerms() throws {
        let counts = try Self.counts(["农业，农业，工业", "工业，工业，工业"])
        let frequencies = counts.frequencies(inReport: 0)
        #expect(frequencies.map(\.term) == ["农业", "工业"])
        #expect(abs(frequencies[0].tfidf - 2.0 / 3 * log(2)) < 1e-12)
        #expect(frequencies[1].tfidf == 0)
    }

    /// 2 · (10 ln(10 / 5.5) + 1 ln(1 / 5.5)) with both sets of 100 words.
    @Test func theLogLikelihoodIsDunnings() {
        let value = TermCounts.logLikelihood(10, 1, (100, 100))
        #expect(abs(value - 2 * (10 * log(10 / 5.5) + log(1 / 5.5))) < 1e-9)
        #expect(TermCounts.logLikelihood(5, 5, (100, 100)) == 0)
        #expect(TermCounts.logLikelihood(0, 0, (1, 1)) == 0)
    }

    @Test func whatIsTypicalComesFirst() throws {
        let ours = try Self.counts(["农业，农业，农业，农业，工业"])
        let others = try Self.counts(["工业，工业，工业，工业，贸易"])
        let keyness = ours.keyness(against: others)
        #expect(keyness.map(\.term) == ["农业", "贸易", "工业"])
        #expect(keyness[0].logLikelihood > 0)
        #expect(keyness[2].logLikelihood < 0)
        #expect(abs(keyness[2].logRatio + 2) < 1e-12)
        #expect(keyness[0].count == 4 && keyness[0].otherCount == 0)
    }

    @Test func numbersOfTermsAreLikeADictionary() {
        var numbers = TermNumbers()
        var known: [[UInt8]: Int] = [:]
        var generator = SeededGenerator(seed: 630)
        for _ in 0..<20_000 {
            let term = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                UInt8.random(in: 0x61...0x68, using: &generator)
            }
            let number = numbers.number(of: term)
            #expect(number == known[term, default: known.count])
            known[term] = number
        }
        #expect(numbers.count == known.count)
    }
}
