import Foundation
import HanLode
import Testing

@Suite struct TimeSpecTests {
    @Test("Every time of the text is found as the spec says, and nothing else", arguments: SpecFile.all("times"))
    func spec(file: SpecFile) throws {
        let miner = try Miner()
        try file.check { text, line in
            miner.times(in: text, context: .init(date: line.date)).map { (span: $0.span, entry: $0.specEntry) }
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

    @Test func thereAreEnoughExamples() throws {
        #expect(try SpecFile.all("times").flatMap { try $0.lines() }.count >= 220)
    }

    @Test func everyRuleHasAnExample() throws {
        let miner = try Miner()
        let missing = try SpecFile.rulesWithoutExample(in: SpecFile.all("times")) { text, line in
            miner.times(in: text, context: .init(date: line.date)).map(\.rule)
        }
        #expect(missing.isEmpty, "no spec shows \(missing)")
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
