import Foundation
import HanLode
import Testing

@Suite struct TimeSpecTests {
    @Test("Every time of the text is found as the spec says, and nothing else", arguments: SpecFile.all("times"))
    func spec(file: SpecFile) throws {
        let miner = try Miner()
        for line in try file.lines() {
            let (text, spans) = line.marks
            let found = miner.times(in: text, context: .init(date: line.date))
            if found.map(\.span) != spans || found.map(\.specEntry) != line.entries {
                let got = found.map(\.specEntry).joined(separator: " ; ")
                Issue.record(
                    """
                    \(line.path):\(line.number)
                    expected \(escaped(line.input))  \(line.expected)
                    got      \(marked(text, found.map(\.span)))  \(got)
                    """, sourceLocation: line.location)
            }
        }
    }

    @Test(arguments: SpecFile.all("times"))
    func everyBracketHasAnEntry(file: SpecFile) throws {
        for line in try file.lines() {
            #expect(line.marks.spans.count == line.entries.count, "\(line.path):\(line.number)")
        }
    }

    @Test(arguments: SpecFile.all("times"))
    func noQuantityOverlapsATime(file: SpecFile) throws {
        let miner = try Miner()
        for line in try file.lines() {
            let found = miner.extract(line.marks.text, context: .init(date: line.date))
            for time in found.times {
                #expect(
                    !found.quantities.contains { $0.span.overlaps(time.span) },
                    "\(line.path):\(line.number) \(time.text)")
            }
        }
    }

    @Test(arguments: SpecFile.all("times").filter { $0.path.contains("/not-") })
    func filesOfCounterexamplesHoldNothingElse(file: SpecFile) throws {
        for line in try file.lines() { #expect(line.expected == "-", "\(line.path):\(line.number)") }
    }

    @Test func thereAreEnoughExamples() throws {
        #expect(try SpecFile.all("times").flatMap { try $0.lines() }.count >= 220)
    }

    @Test func everyRuleHasAnExample() throws {
        let miner = try Miner()
        var seen: Set<TimeRule> = []
        for line in try SpecFile.all("times").flatMap({ try $0.lines() }) {
            seen.formUnion(miner.times(in: line.marks.text, context: .init(date: line.date)).map(\.rule))
        }
        let missing = Set(TimeRule.allCases).subtracting(seen)
        #expect(missing.isEmpty, "no spec shows \(missing.map(\.rawValue).sorted())")
    }

    @Test func timesSurviveEncoding() throws {
        let text = "2021年完成投资5亿元，五年来每年增长7%"
        let found = try Miner().extract(text, context: .init(date: "2022-02-18"))
        #expect(found.times.map(\.value) == ["2021", "2017/2021", "P1Y"])
        #expect(
            found.times.map { String(text[$0.range(in: text) ?? text.startIndex..<text.startIndex]) }
                == found.times.map(\.text))
        let data = try JSONEncoder().encode(found)
        #expect(try JSONDecoder().decode(Extraction.self, from: data) == found)
    }
}
