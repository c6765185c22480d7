import Foundation
import HanLode
import Testing

/// The annotated reports of Corpora/reports.
@Suite struct GoldTests {
    @Test(arguments: GoldReport.names)
    func annotationsCutTheirTextFromTheReport(name: String) throws {
        let report = try GoldReport(name: name)
        let map = OffsetMap(report.text)
        for layer in [report.q, report.s, report.e, report.m] {
            for mention in layer {
                let start = map.utf8Offset(of: mention.start, in: .scalar)
                let end = map.utf8Offset(of: mention.end, in: .scalar)
                let range = try #require(TextSpan(start: start, end: end).range(in: report.text))
                #expect(report.text[range] == mention.t)
            }
        }
    }

    @Test(arguments: GoldReport.names)
    func annotatedTextIsTheReport(name: String) throws {
        #expect(try GoldReport(name: name).text == Repository.text("Corpora/reports/\(name).txt"))
    }

    @Test(arguments: GoldReport.names)
    func quantitiesAgreeWithTheAnnotations(name: String) throws {
        let comparison = try GoldComparison(GoldReport(name: name))
        #expect(comparison.gold > 0)
        #expect(comparison.f1 >= 0.99, "F1 \(comparison.f1)\n\(comparison.report)")
    }

    @Test(arguments: GoldReport.names)
    func modifiersAgreeWithTheAnnotations(name: String) throws {
        let comparison = try GoldComparison(GoldReport(name: name))
        #expect(comparison.modifierAccuracy >= 0.99, "\(comparison.modifierAccuracy)\n\(comparison.report)")
    }

    @Test(arguments: GoldReport.names)
    func dimensionsAgreeWithTheAnnotations(name: String) throws {
        let comparison = try GoldComparison(GoldReport(name: name))
        #expect(comparison.dimensionAccuracy >= 0.99, "\(comparison.dimensionAccuracy)\n\(comparison.report)")
    }

    /// Two readers agree on four fifths of names and their types; the sample is small.
    @Test func entitiesAgreeWithTheAnnotations() throws {
        let miner = try Miner()
        var (gold, found, right) = (0, 0, 0)
        var differences: [String] = []
        for name in GoldReport.names {
            let report = try GoldReport(name: name)
            let extraction = miner.extract(report.text).converted(to: .scalar, with: OffsetMap(report.text))
            let spans = Dictionary(
                extraction.entities.map { ($0.span, $0.type.rawValue) }, uniquingKeysWith: { first, _ in first })
            gold += report.e.count
            found += spans.count
            for mention in report.e {
                if spans[TextSpan(start: mention.start, end: mention.end)] == mention.type {
                    right += 1
                } else {
                    differences.append("\(mention.t) \(mention.type ?? "")")
                }
            }
        }
        let f1 = 2 * Double(right) / Double(gold + found)
        #expect(f1 >= 0.85, "F1 \(f1): \(differences.joined(separator: ", "))")
    }

    @Test func thereAreReports() {
        #expect(GoldReport.names.count >= 3)
    }
}
