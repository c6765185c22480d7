import Foundation
import HanLode

/// What a line of Corpora/specs/observations says of one quantity; see Corpora/specs/README.md.
struct ExpectedObservation {
    let indicators: [String]
    let measures: [String]
    var isDecrease = false
    var bases = [""]
    var periods = ["-"]
    var isTarget = false
    /// Empty where any will do.
    var stringencies: [String] = []
    var area: String?

    init?(_ entry: String) {
        var fields = entry.split(separator: " ").map(String.init)[...]
        guard let indicator = fields.popFirst(), let measure = fields.popFirst() else { return nil }
        indicators = Self.alternatives(indicator)
        measures = Self.alternatives(measure)
        if fields.first == "decrease" {
            isDecrease = true
            fields.removeFirst()
        }
        if let basis = fields.first, basis.hasPrefix("basis=") {
            bases = Self.alternatives(String(basis.dropFirst(6)))
            fields.removeFirst()
        }
        guard let period = fields.popFirst() else { return nil }
        periods = Self.alternatives(period)
        for field in fields {
            if field.hasPrefix("target") {
                isTarget = true
                let stringency = field.dropFirst(7)
                stringencies = stringency.isEmpty ? [] : Self.alternatives(String(stringency))
            } else if field.hasPrefix("@") {
                area = String(field.dropFirst())
            } else {
                return nil
            }
        }
    }

    private static func alternatives(_ text: String) -> [String] {
        text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }

    /// What of an observation is not as expected.
    func complaints(about found: Observation) -> [String] {
        var complaints: [String] = []
        if !indicators.contains(where: { Self.isSame(found.indicator, $0) }) {
            complaints.append("indicator \(found.indicator)")
        }
        if !measures.contains(found.measure.rawValue) { complaints.append("measure \(found.measure.rawValue)") }
        if (found.direction == .decrease) != isDecrease {
            complaints.append("direction \(found.direction?.rawValue ?? "-")")
        }
        if !bases.contains(found.basis ?? "") { complaints.append("basis \(found.basis ?? "-")") }
        if !periods.contains(found.period ?? "-") { complaints.append("period \(found.period ?? "-")") }
        if (found.status == .target) != isTarget { complaints.append("status \(found.status.rawValue)") }
        if isTarget, !stringencies.isEmpty, !stringencies.contains(found.stringency?.rawValue ?? "") {
            complaints.append("stringency \(found.stringency?.rawValue ?? "-")")
        }
        let named = found.area?.source == .text ? found.area?.name : nil
        if named != area { complaints.append("area \(named ?? "-")") }
        return complaints
    }

    /// Whether two names are one: the same characters, or the one in the other at three fifths of its length or more.
    static func isSame(_ found: String, _ expected: String) -> Bool {
        let (a, b) = (letters(found), letters(expected))
        guard !a.isEmpty, !b.isEmpty else { return false }
        if a == b { return true }
        return (a.contains(b) || b.contains(a)) && min(a.count, b.count) * 5 >= max(a.count, b.count) * 3
    }

    private static func letters(_ text: String) -> String {
        String(text.filter { !"的“”\"、,，《》 \n\u{3000}".contains($0) })
    }
}
