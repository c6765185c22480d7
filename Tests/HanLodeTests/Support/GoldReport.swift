import Foundation
import HanLode

/// A report with its annotations; see Corpora/README.md.
struct GoldReport: Decodable {
    struct Mention: Decodable {
        let t: String
        let start: Int
        let end: Int
        let v: String?
        let u: String?
        let d: String?
        let mod: String?
        let type: String?
        let kind: String?
        let n: [Int]?
        let members: [String]?
        let q: Bool?
    }

    let text: String
    let date: String
    let region: String
    let q: [Mention]
    let s: [Mention]
    let e: [Mention]
    let m: [Mention]

    static let names = Repository.files(in: "Corpora/reports", suffix: ".gold.json").map {
        URL(filePath: $0).lastPathComponent.replacing(".gold.json", with: "")
    }

    init(name: String) throws {
        let data = try Repository.data("Corpora/reports/\(name).gold.json")
        self = try JSONDecoder().decode(GoldReport.self, from: data)
    }
}

/// What extraction finds in a report, held against its annotations.
struct GoldComparison {
    private(set) var gold = 0
    private(set) var found = 0
    private(set) var right = 0
    private(set) var paired = 0
    private(set) var rightModifiers = 0
    private(set) var rightDimensions = 0
    private(set) var differences: [String] = []

    init(_ report: GoldReport) throws {
        let extraction = try Miner().extract(report.text).converted(to: .scalar, with: OffsetMap(report.text))
        let scalars = Array(report.text.unicodeScalars)
        gold = report.q.count
        found = extraction.quantities.count
        var bySpan: [TextSpan: Quantity] = [:]
        for quantity in extraction.quantities { bySpan[quantity.span] = quantity }
        func tell(_ what: String, _ span: TextSpan) {
            func cut(_ range: Range<Int>) -> String {
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars[range.clamped(to: scalars.indices)])
                return String(view)
            }
            let context =
                cut(max(span.start - 12, 0)..<span.start) + "⟦" + cut(span.start..<span.end) + "⟧"
                + cut(span.end..<(span.end + 12))
            differences.append("\(what): \(escaped(context))")
        }
        for mention in report.q {
            let span = TextSpan(start: mention.start, end: mention.end)
            guard let quantity = bySpan.removeValue(forKey: span) else {
                tell("missed \(mention.v ?? "") \(mention.u ?? "")", span)
                continue
            }
            paired += 1
            if quantity.amountText == mention.v, quantity.unit ?? "" == mention.u ?? "" {
                right += 1
            } else {
                tell("\(quantity.specEntry) instead of \(mention.v ?? "") \(mention.u ?? "")", span)
            }
            if quantity.modifier?.rawValue == mention.mod {
                rightModifiers += 1
            } else {
                tell("\(quantity.modifier?.rawValue ?? "no modifier") instead of \(mention.mod ?? "none")", span)
            }
            if quantity.dimension.rawValue == mention.d {
                rightDimensions += 1
            } else {
                tell("\(quantity.dimension.rawValue) instead of \(mention.d ?? "none")", span)
            }
        }
        for (span, quantity) in bySpan.sorted(by: { $0.key < $1.key }) { tell("spurious \(quantity.specEntry)", span) }
    }

    var f1: Double { 2 * Double(right) / Double(gold + found) }
    var modifierAccuracy: Double { Double(rightModifiers) / Double(paired) }
    var dimensionAccuracy: Double { Double(rightDimensions) / Double(paired) }
    var report: String { differences.joined(separator: "\n") }
}
