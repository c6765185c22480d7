import ICUKit
import Testing

@Suite struct WordBreakerTests {
    private let sentence = Array("云岭县2021年新建公路128.5公里,GDP增长6.3%。".utf8)

    private func boundaries(of utf8: [UInt8]) throws -> [Int32] {
        var breaker = try WordBreaker()
        var result: [Int32] = []
        try breaker.boundaries(of: utf8.span, into: &result)
        return result
    }

    @Test func cutsNumbersLettersAndPunctuation() throws {
        let marked = marked(sentence, at: try boundaries(of: sentence))
        #expect(marked.contains("÷2021÷年"), "\(marked)")
        #expect(marked.contains("÷公路÷128.5÷公里÷,÷GDP÷增长÷6.3÷%÷。"), "\(marked)")
    }

    @Test func segmentsTellTheirKind() throws {
        var breaker = try WordBreaker()
        var segments: [TextSegment] = []
        try breaker.segments(of: sentence.span, into: &segments)
        func kinds(_ text: String) -> Set<TextSegment.Kind> {
            Set(segments.filter { sentence[$0.range].elementsEqual(text.utf8) }.map(\.kind))
        }
        #expect(kinds("128.5") == [.number])
        #expect(kinds("GDP") == [.letter])
        #expect(kinds("公里") == [.ideographic])
        #expect(kinds(",") == [.none])
        #expect(segments.first?.start == 0)
        #expect(segments.last?.end == Int32(sentence.count))
        #expect(zip(segments, segments.dropFirst()).allSatisfy { $0.end == $1.start })
    }

    @Test func anEmptyTextHasOneBoundary() throws {
        #expect(try boundaries(of: []) == [0])
        var breaker = try WordBreaker()
        var segments = [TextSegment]()
        try breaker.segments(of: Span(), into: &segments)
        #expect(segments.isEmpty)
    }

    @Test func boundariesDoNotDependOnTheBreakersPast() throws {
        var breaker = try WordBreaker()
        var first: [Int32] = []
        var second: [Int32] = [7]
        try breaker.boundaries(of: sentence.span, into: &first)
        let bytes = illFormed
        try breaker.boundaries(of: bytes.span, into: &second)
        try breaker.boundaries(of: sentence.span, into: &second)
        #expect(first == second)
    }

    /// More boundaries than ICUKit fetches at a time.
    @Test func longTextsAreCutToTheEnd() throws {
        let one = try boundaries(of: Array("修路。\n".utf8))
        let many = try boundaries(of: Array(String(repeating: "修路。\n", count: 1000).utf8))
        #expect(many.count == (one.count - 1) * 1000 + 1)
        #expect(many.last == 10_000)
    }

    @Test func illFormedBytesKeepOffsetsExact() throws {
        let result = try boundaries(of: illFormed)
        #expect(result.first == 0)
        #expect(result.last == Int32(illFormed.count))
        #expect(zip(result, result.dropFirst()).allSatisfy { $0 < $1 })
        #expect(result.contains(8) && result.contains(17), "the ends of 云岭县")
    }

    /// Both paths, over UTF-16 and over UTF-8, must agree whatever the bytes.
    @Test func queriesAgreeWithThePass() throws {
        var generator = SeededGenerator(seed: 1)
        let pieces = [sentence, illFormed, Array("😀 𠀀、".utf8), [0xE4], [0xF0, 0x9F], Array("a1 ".utf8)]
        var breaker = try WordBreaker()
        for _ in 0..<100 {
            let text = (0..<4).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
            var pass: [Int32] = []
            try breaker.boundaries(of: text.span, into: &pass)
            let (asked, forward, backward) = try breaker.withText(text.span) { boundaries in
                var forward = [0]
                while let next = boundaries.following(forward[forward.count - 1]) { forward.append(next) }
                var backward = [text.count]
                while let next = boundaries.preceding(backward[backward.count - 1]) { backward.append(next) }
                return ((0...text.count).filter { boundaries.isBoundary(at: $0) }, forward, backward)
            }
            #expect(asked == pass.map(Int.init))
            #expect(forward == pass.map(Int.init))
            #expect(backward.reversed() == pass.map(Int.init))
        }
    }

    @Test func queriesOutsideTheTextAreAnswered() throws {
        var breaker = try WordBreaker()
        let count = sentence.count
        try breaker.withText(sentence.span) { boundaries in
            let offsets = [.min, -1, 0, count, count + 1, .max]
            let isBoundary = offsets.map { boundaries.isBoundary(at: $0) }
            let preceding = offsets.map { boundaries.preceding($0) }
            let following = offsets.map { boundaries.following($0) }
            let segments = offsets.map { boundaries.segment(containing: $0)?.start }
            #expect(isBoundary == [false, false, true, true, false, false])
            #expect(preceding[..<3] == [nil, nil, nil] && preceding[4...] == [count, count])
            #expect(following[..<2] == [0, 0] && following[3...] == [nil, nil, nil])
            #expect(segments == [nil, nil, 0, nil, nil, nil])
        }
    }

    @Test func theSegmentAroundAnOffset() throws {
        var breaker = try WordBreaker()
        let number = try #require(sentence.firstRange(of: Array("128.5".utf8)))
        let segment = try breaker.withText(sentence.span) { $0.segment(containing: number.lowerBound + 3) }
        #expect(segment?.range == number)
        #expect(segment?.kind == .number)
    }

    @Test func anEmptyTextAnswersQueries() throws {
        var breaker = try WordBreaker()
        try breaker.withText(Span()) { boundaries in
            let isBoundary = boundaries.isBoundary(at: 0)
            let neighbours = [boundaries.preceding(0), boundaries.following(0)]
            #expect(isBoundary)
            #expect(neighbours == [nil, nil])
        }
    }

    @Test func anErrorInsideTheTextComesOut() throws {
        var breaker = try WordBreaker()
        do throws(ICUError) {
            try breaker.withText(sentence.span) { _ throws(ICUError) in _ = try Decoder(charset: "GBX") }
            Issue.record("no error")
        } catch {
            #expect(error.name == "U_FILE_ACCESS_ERROR")
        }
    }

    @Test func tooLongATextIsRefused() throws {
        var breaker = try WordBreaker()
        var result: [Int32] = []
        withOversizedText { text in
            do throws(ICUError) {
                try breaker.boundaries(of: text, into: &result)
                Issue.record("no error")
            } catch {
                #expect(error.name == "U_INDEX_OUTOFBOUNDS_ERROR")
            }
            let answer = try? breaker.withText(text) { _ in true }
            #expect(answer == nil)
        }
    }

    @Test func aNameThatIsNoLocaleIsRefused() {
        #expect(throws: ICUError.self) { _ = try WordBreaker(locale: String(repeating: "z", count: 10_000)) }
    }

    @Test func tasksCutWithClonesOfTheirOwn() async throws {
        let prototype = try WordBreaker()
        let expected = try boundaries(of: sentence)
        let text = sentence
        var first = try prototype.clone()
        var second = try prototype.clone()
        async let left = {
            var result: [Int32] = []
            for _ in 0..<300 { try first.boundaries(of: text.span, into: &result) }
            return result
        }()
        async let right = {
            var result: [Int32] = []
            for _ in 0..<300 { try second.boundaries(of: text.span, into: &result) }
            return result
        }()
        #expect(try await left == expected)
        #expect(try await right == expected)
    }
}
