import HanLode
import Testing

@Suite struct NumeralSpecTests {
    @Test("The whole input is the numeral that the spec says, or none", arguments: SpecFile.all("numerals"))
    func spec(file: SpecFile) throws {
        let miner = try Miner()
        for line in try file.lines() {
            let found = miner.quantities(in: line.input)
            let whole = found.filter { $0.span == TextSpan(start: 0, end: line.input.utf8.count) }
            let isRight: Bool
            if line.expected == "-" {
                isRight = whole.allSatisfy { $0.unit != nil }
            } else {
                isRight =
                    found.count == 1 && whole.count == 1 && whole[0].unit == nil
                    && whole[0].amountText == line.expected
            }
            if !isRight {
                let got = found.map(\.specEntry).joined(separator: " ; ")
                Issue.record(
                    "\(line.path):\(line.number): expected \(line.expected), got \(marked(line.input, found.map(\.span))) \(got)",
                    sourceLocation: line.location)
            }
        }
    }
}
