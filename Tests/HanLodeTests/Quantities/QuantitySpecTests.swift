import HanLode
import Testing

@Suite struct QuantitySpecTests {
    @Test(
        "Every quantity of the text is found as the spec says, and nothing else", arguments: SpecFile.all("quantities"))
    func spec(file: SpecFile) throws {
        let miner = try Miner()
        try file.check { text, _ in
            miner.quantities(in: text).map { (span: $0.span, entry: $0.specEntry) }
        }
    }

    @Test func thereAreEnoughExamples() throws {
        let lines = try (SpecFile.all("numerals") + SpecFile.all("quantities")).flatMap { try $0.lines() }
        #expect(lines.count >= 600)
    }

    @Test func everyRuleHasAnExample() throws {
        let miner = try Miner()
        let missing = try SpecFile.rulesWithoutExample(in: SpecFile.all("quantities") + SpecFile.all("numerals")) {
            text, _ in
            miner.quantities(in: text).map(\.rule)
        }
        #expect(missing.isEmpty, "no spec shows \(missing)")
    }
}
