import Foundation
import HanLode
import Testing

@Suite struct EntitySpecTests {
    @Test("Every name of the text is found as the spec says, and nothing else", arguments: SpecFile.all("entities"))
    func spec(file: SpecFile) throws {
        let miner = try Miner()
        try file.check { text, _ in
            miner.entities(in: text).map { (span: $0.span, entry: $0.type.rawValue) }
        }
    }

    @Test(
        "Enough examples of each type, and enough counterexamples",
        arguments: [
            ("persons", EntityType.person), ("places", .geopolitical), ("areas", .location),
            ("organisations", .organization), ("facilities", .facility), ("projects", .project),
            ("documents", .document), ("events", .event), ("honours", .honour),
        ])
    func thereAreEnoughExamples(name: String, type: EntityType) throws {
        let lines = try SpecFile.all("entities").flatMap { try $0.lines() }
        #expect(lines.flatMap(\.entries).count { $0 == type.rawValue } >= 40)
        #expect(lines.count { $0.path.hasSuffix("/not-\(name).tsv") } >= 20)
    }

    @Test func everyRuleHasAnExample() throws {
        let miner = try Miner()
        let missing = try SpecFile.rulesWithoutExample(in: SpecFile.all("entities")) { text, _ in
            miner.entities(in: text).map(\.rule)
        }
        #expect(missing.isEmpty, "no spec shows \(missing)")
    }

    @Test func entitiesSurviveEncoding() throws {
        let text = "帮助湖南保靖落实项目，省委书记顾承远出席岚江文化节。"
        let found = try Miner().extract(text)
        #expect(found.entities.map(\.text) == ["湖南保靖", "顾承远", "岚江文化节"])
        #expect(found.entities.first?.code == "433125")
        #expect(found.entities.first?.canonical == "保靖县")
        #expect(
            found.entities.map { String(text[$0.range(in: text) ?? text.startIndex..<text.startIndex]) }
                == found.entities.map(\.text))
        let data = try JSONEncoder().encode(found)
        #expect(try JSONDecoder().decode(Extraction.self, from: data) == found)
    }
}
