import HanLode
import Testing

/// The patterns that HanLode brings along, over Corpora/specs/relations.
@Suite struct RelationSpecTests {
    static let files = SpecFile.all("relations")

    @Test("Every relation of the text is found as the spec says, and nothing else", arguments: files)
    func spec(file: SpecFile) throws {
        let miner = Miner(packs: [.builtIn, .relations])
        try file.check { text, _ in
            miner.extract(text).matches.map { (span: $0.span, entry: $0.specEntry) }
        }
    }

    @Test func theReadmesExampleHolds() {
        let related = Miner(packs: [.builtIn, .relations]).extract("青岚大桥全线贯通，石桥镇获评全国“乡村治理示范镇”。")
        #expect(related.matches.map(\.name) == ["milestone", "honour"])
        #expect(related.matches.map { $0.groups.map(\.text) } == [["青岚大桥", "贯通"], ["石桥镇", "乡村治理示范镇"]])
    }

    @Test func everyPatternHasExamples() throws {
        let entries = try Self.files.flatMap { try $0.lines() }.flatMap(\.entries)
        for name in Self.names { #expect(entries.count { $0.hasPrefix(name + " ") } >= 3, "\(name)") }
    }

    @Test func thePackHasNoBadLine() {
        #expect(Pack.relations.diagnostics.isEmpty, "\(Pack.relations.diagnostics)")
        #expect(Pack.supplied["relations"] == Pack.relations)
    }

    /// A miner that is not asked for them finds no relations, and one that is finds everything else the same.
    @Test func relationsAreFoundOnlyWhereTheyAreWanted() throws {
        let (plain, miner) = (try Miner(), Miner(packs: [.builtIn, .relations]))
        for line in try Self.files.flatMap({ try $0.lines() }) {
            var found = miner.extract(line.marks.text)
            let without = plain.extract(line.marks.text)
            #expect(without.matches.isEmpty)
            found.matches = []
            found.producer = without.producer
            #expect(found == without, "\(line.path):\(line.number)")
        }
    }

    @Test func anExplanationNamesTheLineOfThePack() throws {
        let miner = Miner(packs: [.builtIn, .relations])
        let text = "引进项目36个、总投资120亿元。"
        let explanation = try #require(
            miner.explain(Document(text: text)).first { $0.subject == .match })
        let evidence = try #require(explanation.evidence.first { $0.table == "patterns" })
        #expect(evidence.file == "relations.tsv")
        let lines = try Repository.text("Sources/HanLode/Lexicon/Packs/relations.tsv")
            .split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[evidence.line - 1].hasPrefix("investment\t"))
    }

    private static let names = ["honour", "milestone", "construction", "event", "investment", "land", "land-use"]
}

extension PatternMatch {
    /// The name, and every group with its text.
    fileprivate var specEntry: String {
        ([name] + groups.map { "\($0.name)=\($0.text)" }).joined(separator: " ")
    }
}
