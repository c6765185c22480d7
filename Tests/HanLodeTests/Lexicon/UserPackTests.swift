import Testing

@testable import HanLode

/// What a pack of the user's own changes.
@Suite struct UserPackTests {
    private func miner(_ text: String) throws -> Miner {
        let pack = Pack(name: "mine.tsv", text: text)
        try #require(pack.diagnostics.isEmpty)
        return Miner(packs: [.builtIn, pack])
    }

    private static let bolt = "@units\tsurface\tid\tdimension\tfactor\tcode\n云尺\tcloud-foot\tlength\t1/3\tm"

    @Test func aUnitIsAdded() throws {
        let found = try miner(Self.bolt).quantities(in: "织成土布6万云尺。")
        #expect(found.map(\.specEntry) == ["60000 云尺 length"])
        #expect(found.first?.normalized == .init(value: ExactNumber(20_000), unit: "m"))
    }

    @Test func aUnitIsReplaced() throws {
        let text = "@units\tsurface\tid\tdimension\tfactor\tcode\n石\told-stone\tvolume\t0.1\tm3"
        let found = try miner(text).quantities(in: "收稻谷30石。")
        #expect(found.map(\.dimension) == [.volume])
        #expect(found.first?.normalized?.value == ExactNumber(3))
    }

    @Test func aClassifierIsAdded() throws {
        let found = try miner("@classifiers\tsurface\tid\n畹\twan").quantities(in: "新辟花田40畹。")
        #expect(found.map(\.specEntry) == ["40 畹 count"])
    }

    @Test func aModifierIsAdded() throws {
        let found = try miner("@modifiers\tsurface\tposition\tmodifier\n堪堪\tbefore\tnearly").quantities(in: "总产堪堪30万吨。")
        #expect(found.map(\.specEntry) == ["300000 吨 mass nearly"])
    }

    @Test func aWordHidesItsNumber() throws {
        let text = "走访八百户村。"
        #expect(try Miner().quantities(in: text).map(\.text) == ["八百户"])
        #expect(try miner("@words\tsurface\n八百户村").quantities(in: text).isEmpty)
    }

    @Test func thelaterOfTwoPacksStands() throws {
        let first = Pack(name: "a.tsv", text: Self.bolt)
        let second = Pack(name: "b.tsv", text: Self.bolt.replacing("1/3", with: "2"))
        let found = Miner(packs: [.builtIn, first, second]).quantities(in: "织布6云尺")
        #expect(found.first?.normalized?.value == ExactNumber(12))
    }

    /// A table that the first pack has no rows of, too: the second pack's are then the ones that a third replaces.
    @Test func theLastOfManyPacksStandsInEveryTable() {
        let row = "@words\tsurface\n云尺布\n@terms\tsurface\tname\tattributes\n青岚纺织\tmill\t"
        let packs = (1...3).map { Pack(name: "\($0).tsv", text: row + "rank=\($0)") }
        let matches = Miner(packs: packs).extract("青岚纺织投产").matches
        #expect(matches.map(\.attributes) == [["rank": "3"]])
    }

    @Test func minersDoNotInfluenceEachOther() throws {
        let text = "织成土布6万云尺，运粮30吨。"
        let plain = try Miner()
        let before = plain.extract(text)
        let extended = try miner(Self.bolt)
        let found = extended.quantities(in: text)
        #expect(found.count == 2)
        #expect(plain.extract(text) == before)
        #expect(plain.quantities(in: text).map(\.unit) == before.quantities.map(\.unit))
        #expect(!before.quantities.contains { $0.unit == "云尺" })
    }

    @Test func theVersionNamesTheAddedPack() throws {
        let plain = try Miner().versions.lexicon
        let extended = try miner(Self.bolt).versions.lexicon
        #expect(extended.hasPrefix(plain + "+"))
        #expect(plain.count == 16)
        #expect(plain == Pack.fingerprint([.builtIn]))
        #expect(try miner(Self.bolt.replacing("1/3", with: "1/4")).versions.lexicon != extended)
    }

    @Test func withoutAnyPackNothingIsFoundAndNothingTraps() {
        #expect(Miner(packs: []).quantities(in: "完成投资30亿元，增长5%。").isEmpty)
    }
}
