import HanLode
import Testing

/// The slogans of the annotated reports of Corpora/reports.
@Suite struct SloganGoldTests {
    private static func found(in report: GoldReport) throws -> [Slogan] {
        let extraction = try Miner().extract(report.text, context: .init(date: report.date, region: report.region))
        return extraction.converted(to: .scalar, with: OffsetMap(report.text)).slogans
    }

    @Test(arguments: GoldReport.names)
    func slogansAgreeWithTheAnnotations(name: String) throws {
        let report = try GoldReport(name: name)
        let found = try Self.found(in: report).map { "\($0.span.start)–\($0.span.end) \($0.kind.rawValue) \($0.text)" }
        let gold = report.s.map { "\($0.start)–\($0.end) \($0.kind ?? "") \($0.t)" }
        #expect(Set(found).subtracting(gold) == [])
        #expect(Set(gold).subtracting(found) == [])
    }

    @Test(arguments: GoldReport.names)
    func setsCountAndUnfoldAsAnnotated(name: String) throws {
        let report = try GoldReport(name: name)
        let found = Dictionary(uniqueKeysWithValues: try Self.found(in: report).map { ($0.span.start, $0) })
        for mention in report.s where mention.kind == "set" {
            let set = try #require(found[mention.start], "\(mention.t)")
            #expect(set.counts == mention.n, "\(mention.t)")
            #expect(set.isQuoted == mention.q, "\(mention.t)")
            guard let members = mention.members else { continue }
            let got = set.members ?? []
            let agree = zip(members, got).allSatisfy { $0.contains($1) || $1.contains($0) }
            #expect(got.count == members.count && agree, "\(mention.t): \(got)")
        }
    }
}
