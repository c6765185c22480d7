import Foundation
import HanLode
import Testing

@Suite struct ObservationSpecTests {
    /// What is known to be misread, each in a file whose lines must fail until they are mended.
    static let limits = SpecFile.all("observations").filter { $0.path.contains("/beyond-") }
    static let files = SpecFile.all("observations").filter { !$0.path.contains("/beyond-") }

    @Test("Every quantity states what the spec says, and no other states anything", arguments: files)
    func spec(file: SpecFile) throws {
        let miner = try Miner()
        for line in try file.lines() {
            let complaints = Self.complaints(about: line, miner: miner)
            if !complaints.isEmpty {
                Issue.record(
                    """
                    \(line.path):\(line.number)
                    expected \(escaped(line.input))  \(line.expected)
                    got      \(complaints.joined(separator: "; "))
                    """, sourceLocation: line.location)
            }
        }
    }

    @Test(
        "What is known to be misread still is: a line that is read right belongs into another file", arguments: limits)
    func limit(file: SpecFile) throws {
        let miner = try Miner()
        for line in try file.lines() {
            #expect(
                !Self.complaints(about: line, miner: miner).isEmpty, "\(line.path):\(line.number) is read right",
                sourceLocation: line.location)
        }
    }

    @Test func thereAreEnoughExamples() throws {
        #expect(try Self.files.flatMap { try $0.lines() }.count >= 500)
    }

    @Test func everyRuleHasAnExample() throws {
        let miner = try Miner()
        let missing = try SpecFile.rulesWithoutExample(in: Self.files) { text, line in
            miner.extract(text, context: .init(date: line.date)).observations.map(\.rule)
        }
        #expect(missing.isEmpty, "no spec shows \(missing)")
    }

    /// What is not as the line says.
    private static func complaints(about line: SpecFile.Line, miner: Miner) -> [String] {
        let (text, spans) = line.marks
        let heading = line.role.map { headings[$0, default: ""] + "\n　　" } ?? ""
        let found = miner.extract(heading + text, context: .init(date: line.date, region: line.region))
        var bySpan: [TextSpan: Observation] = [:]
        for observation in found.observations {
            let span = found.quantities[observation.quantity].span
            bySpan[TextSpan(start: span.start - heading.utf8.count, end: span.end - heading.utf8.count)] = observation
        }
        var complaints: [String] = []
        for (span, entry) in zip(spans, line.entries) {
            guard let observation = bySpan.removeValue(forKey: span) else {
                complaints.append("nothing for \(entry)")
                continue
            }
            complaints += ExpectedObservation(entry)?.complaints(about: observation) ?? []
        }
        complaints += bySpan.values.map { "\($0.indicator), of which nothing is stated" }
        return complaints
    }

    /// The headings under which a line of a role stands.
    private static let headings = [
        "review": "一、过去一年工作回顾", "target": "一、主要预期目标", "task": "一、重点工作", "other": "一、总体情况",
    ]
}
