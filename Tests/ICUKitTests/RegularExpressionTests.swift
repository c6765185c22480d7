import ICUKit
import Testing

@Suite struct RegularExpressionTests {
    private let text = Array("修路12公里,架桥3座,投资4500万元。".utf8)

    private func string(_ range: Range<Int>?) -> String? {
        range.map { String(decoding: text[$0], as: UTF8.self) }
    }

    @Test func matchesAndGroups() throws {
        var regex = try RegularExpression("(\\p{Han}+?)([0-9]+)(?<unit>公里|座|万元)(吨)?")
        let matches = try regex.matches(in: text.span)
        #expect(matches.map { string($0.range) } == ["修路12公里", "架桥3座", "投资4500万元"])
        let names = ["unit", "nothing", "", "unit\0"].map { regex.captureIndex(named: $0) }
        #expect(names == [3, nil, nil, nil])
        #expect(matches.map { string($0[3]) } == ["公里", "座", "万元"])
        #expect(matches.map { string($0[2]) } == ["12", "3", "4500"])
        #expect(matches.allSatisfy { $0[4] == nil && $0.captures.count == 4 })
        #expect(matches.first?[5] == nil && matches.first?[-1] == nil)
        #expect(matches.count == 3 && regex.captureCount == 4)
    }

    @Test func firstAndWholeMatch() throws {
        var regex = try RegularExpression("[0-9]+")
        let first = try regex.firstMatch(in: text.span)
        let two = try regex.matches(in: text.span, first: 2)
        let none = try regex.matches(in: text.span, first: 0)
        let part = try regex.wholeMatch(in: text.span)
        let whole = try regex.wholeMatch(in: "4500".utf8.span)
        #expect(string(first?.range) == "12")
        #expect(two.count == 2 && none.isEmpty)
        #expect(part == nil)
        #expect(whole?.range == 0..<4)
    }

    @Test func emptyMatchesMoveOn() throws {
        var regex = try RegularExpression("x*")
        let matches = try regex.matches(in: "路桥".utf8.span)
        let empty = try regex.matches(in: Span())
        #expect(matches.map(\.range) == [0..<0, 3..<3, 6..<6])
        #expect(empty.map(\.range) == [0..<0])
    }

    @Test func options() throws {
        func count(_ pattern: String, _ options: RegularExpression.Options, in text: String) throws -> Int {
            var regex = try RegularExpression(pattern, options: options)
            return try regex.matches(in: text.utf8.span).count
        }
        #expect(try count("gdp", .caseInsensitive, in: "GDP gdp") == 2)
        #expect(try count("g d p # 生产总值", .comments, in: "gdp") == 1)
        #expect(try count("^路$", .multiline, in: "路\n路") == 2)
        #expect(try count("路.桥", .dotMatchesLineEnds, in: "路\n桥") == 1)
        #expect(try count("路.桥", [], in: "路\n桥") == 0)
        #expect(try count("路.桥", .unixLines, in: "路\r桥") == 1)
        #expect(try count("1.5(", .literal, in: "1.5(") == 1)
        #expect(try count("\\b3.5\\b", .unicodeWordBoundaries, in: "3.5") == 1)
    }

    @Test func illFormedBytesKeepOffsetsExact() throws {
        var regex = try RegularExpression("云岭县")
        let bytes = illFormed
        let match = try regex.firstMatch(in: bytes.span)
        #expect(match?.range == 8..<17)
        var any = try RegularExpression("(?s).")
        let matches = try any.matches(in: bytes.span)
        #expect(matches.first?.range.lowerBound == 0)
        #expect(matches.last?.range.upperBound == illFormed.count)
        #expect(zip(matches, matches.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound })
    }

    @Test func theTimeLimitStopsACatastrophe() throws {
        var regex = try RegularExpression("(a+)+$", limits: .init(time: 50))
        let bait = Array((String(repeating: "a", count: 64) + "b").utf8)
        do throws(ICUError) {
            _ = try regex.matches(in: bait.span)
            Issue.record("no error")
        } catch {
            #expect(error.name == "U_REGEX_TIME_OUT")
        }
        let after = try regex.firstMatch(in: "aaa".utf8.span)
        #expect(after?.range == 0..<3, "the expression is still good")
    }

    @Test func clonesKeepTheLimits() throws {
        let regex = try RegularExpression("(a+)+$", limits: .init(time: 50))
        var clone = try regex.clone()
        let bait = Array((String(repeating: "a", count: 64) + "b").utf8)
        do throws(ICUError) {
            _ = try clone.firstMatch(in: bait.span)
            Issue.record("no error")
        } catch {
            #expect(error.name == "U_REGEX_TIME_OUT")
        }
    }

    @Test func theStackLimitStopsDeepBacktracking() throws {
        var regex = try RegularExpression("(路|桥)*$", limits: .init(stack: 10_000))
        let long = Array((String(repeating: "路桥", count: 10_000) + "。").utf8)
        do throws(ICUError) {
            _ = try regex.matches(in: long.span)
            Issue.record("no error")
        } catch {
            #expect(error.name == "U_REGEX_STACK_OVERFLOW")
        }
    }

    @Test func patternErrorsTellThePlace() throws {
        let error = try #require(throws: ICUError.self) { _ = try RegularExpression("公路\n(桥", options: .comments) }
        #expect(error.name == "U_REGEX_MISMATCHED_PAREN")
        #expect(error.position?.line == 2)
        #expect(error.position?.offset == 2)
        #expect(error.description.hasSuffix("U_REGEX_MISMATCHED_PAREN (66310) at line 2, offset 2"))
    }

    static let badPatterns = [
        "", "(", "[", "*", "a{2,1}", "\\", "(?<n>a)(?<n>b)", "\\p{Nothing}", String(repeating: "(", count: 10_000),
    ]

    @Test(arguments: badPatterns) func badPatternsAreRefused(pattern: String) {
        #expect(throws: ICUError.self) { _ = try RegularExpression(pattern) }
    }

    @Test func badLimitsAreRefused() {
        #expect(throws: ICUError.self) { _ = try RegularExpression("a", limits: .init(time: -1)) }
        #expect(throws: ICUError.self) { _ = try RegularExpression("a", limits: .init(stack: -1)) }
    }

    @Test func tooLongATextIsRefused() throws {
        var regex = try RegularExpression("a")
        withOversizedText { text in
            let matches = try? regex.matches(in: text)
            #expect(matches == nil)
        }
    }

    @Test func tasksMatchWithClonesOfTheirOwn() async throws {
        let prototype = try RegularExpression("[0-9]+")
        let text = text
        var first = try prototype.clone()
        var second = try prototype.clone()
        async let left = {
            var count = 0
            for _ in 0..<300 { count += try first.matches(in: text.span).count }
            return count
        }()
        async let right = {
            var count = 0
            for _ in 0..<300 { count += try second.matches(in: text.span).count }
            return count
        }()
        #expect(try await left == 900)
        #expect(try await right == 900)
    }
}
