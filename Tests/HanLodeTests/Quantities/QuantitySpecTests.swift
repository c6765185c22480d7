import HanLode
import Testing

@Suite struct QuantitySpecTests {
    @Test(
        "Every quantity of the text is found as the spec says, and nothing else", arguments: SpecFile.all("quantities"))
    func spec(file: SpecFile) throws {
        let miner = try Miner()
        for line in try file.lines() {
            let (text, spans) = line.marks
            let found = miner.quantities(in: text)
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

    @Test(arguments: SpecFile.all("quantities"))
    func everyBracketHasAnEntry(file: SpecFile) throws {
        for line in try file.lines() {
            #expect(line.marks.spans.count == line.entries.count, "\(line.path):\(line.number)")
        }
    }

    @Test(arguments: SpecFile.all("quantities").filter { $0.path.contains("/not-") })
    func filesOfCounterexamplesHoldNothingElse(file: SpecFile) throws {
        for line in try file.lines() { #expect(line.expected == "-", "\(line.path):\(line.number)") }
    }

    @Test func thereAreEnoughExamples() throws {
        let lines = try (SpecFile.all("numerals") + SpecFile.all("quantities")).flatMap { try $0.lines() }
        #expect(lines.count >= 600)
    }

    @Test func everyRuleHasAnExample() throws {
        let miner = try Miner()
        var seen: Set<QuantityRule> = []
        for file in SpecFile.all("quantities") + SpecFile.all("numerals") {
            for line in try file.lines() { seen.formUnion(miner.quantities(in: line.marks.text).map(\.rule)) }
        }
        let missing = Set(QuantityRule.allCases).subtracting(seen)
        #expect(missing.isEmpty, "no spec shows \(missing.map(\.rawValue).sorted())")
    }
}
