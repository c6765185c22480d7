import Testing

@testable import HanLode

/// Every unit of the tables is found in a text, with its dimension and its value in the base unit.
@Suite struct UnitRoundTripTests {
    /// Units that any number makes a quantity with.
    static let surfaces = TablesTests.units.filter { $0.use == .any || $0.use == .concrete }

    /// The unit as a result writes it: without spaces, full-width letters as ASCII.
    private func written(_ surface: String) -> String {
        let folded = surface.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
            if scalar.properties.isWhitespace { return nil }
            let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value) && scalar != "（" && scalar != "）"
            return isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
        }
        return String(String.UnicodeScalarView(folded))
    }

    private func complaint(_ unit: Unit, number: String, value: Int, miner: Miner) -> String? {
        let text = "完成" + number + unit.surface
        let found = miner.quantities(in: text)
        guard found.count == 1, let quantity = found.first else {
            return marked(text, found.map(\.span)) + " " + found.map(\.specEntry).joined(separator: " ; ")
        }
        let isRight =
            quantity.span == TextSpan(start: 6, end: text.utf8.count) && quantity.value == ExactNumber(value)
            && quantity.unit == written(unit.surface) && quantity.dimension == unit.dimension
            && quantity.unitCode == unit.code
        guard isRight else {
            return "\(marked(text, [quantity.span])) \(quantity.specEntry) \(quantity.unitCode ?? "-")"
        }
        let base = unit.dimension == .currency ? unit.code : unit.dimension.baseUnit
        let expected = base.flatMap { _ in ExactNumber(value).multiplied(by: unit.factor)?.plus(unit.offset) }
        guard quantity.normalized?.value == expected, quantity.normalized?.unit == (expected == nil ? nil : base) else {
            return
                "\(text): \(String(describing: quantity.normalized)), expected \(String(describing: expected)) \(base ?? "-")"
        }
        return nil
    }

    @Test func everyUnitIsFoundBehindAScaledNumber() throws {
        let miner = try Miner()
        let complaints = Self.surfaces.compactMap { complaint($0, number: "12.5万", value: 125_000, miner: miner) }
        #expect(complaints.isEmpty, "\(complaints.count):\n\(complaints.joined(separator: "\n"))")
    }

    @Test func everyUnitIsFoundBehindAPlainNumber() throws {
        let miner = try Miner()
        let complaints = Self.surfaces.compactMap { complaint($0, number: "372", value: 372, miner: miner) }
        #expect(complaints.isEmpty, "\(complaints.count):\n\(complaints.joined(separator: "\n"))")
    }
}
