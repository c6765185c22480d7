@testable import HanLode
import Testing

/// Names that a text itself introduces: （以下简称“…”）.
@Suite struct IntroducedNameTests {
    private static let text = """
        江岚云湖新材料集团有限公司（以下简称“云湖集团”）投产。
        云湖集团去年产值增长，《江岚省湿地保护条例》（以下简称《条例》）施行。
        贯彻《条例》，支持云湖集团上市。
        """

    @Test func aSecondNameStandsForTheFullOneFromThereOn() throws {
        let entities = try Miner().entities(in: Self.text)
        let introduced = entities.filter { $0.rule == .introduced }
        #expect(introduced.map(\.text) == ["云湖集团", "云湖集团", "条例", "条例", "云湖集团"])
        #expect(
            introduced.map(\.canonical) == [
                "江岚云湖新材料集团有限公司", "江岚云湖新材料集团有限公司", "江岚省湿地保护条例", "江岚省湿地保护条例", "江岚云湖新材料集团有限公司",
            ])
    }

    @Test func aFullNameOfTheTablesStaysTheCanonicalOne() throws {
        let entities = try Miner().entities(in: "教育部（以下简称“部”）和全国人大常委会（以下简称“人大常委会”）。")
        let known = entities.filter { $0.rule == .introduced }
        #expect(known.map(\.text) == ["人大常委会"])
        #expect(known.first?.canonical == "全国人民代表大会常务委员会")
    }

    @Test func nothingIsKnownOfTheDocumentBefore() throws {
        let miner = try Miner()
        var workspace = Workspace()
        let first = miner.extract(Document(text: Self.text), workspace: &workspace)
        let second = miner.extract(Document(text: "“岚农信”和《条例》"), workspace: &workspace)
        #expect(first.entities.contains { $0.canonical == "江岚省湿地保护条例" })
        #expect(second.entities.allSatisfy { $0.rule != .introduced && $0.canonical == nil })
    }

    @Test func asManyAsALimitAllowsAreKnown() throws {
        let count = IntroducedName.limit + 6
        // A name of its own for each, all with the same initial, of characters that are in no other word.
        let characters = Array("鲀鲂鲃鲄鲉鲊鲌鲏鲒鲓鲕鲖鲗鲘鲙鲚")
        let names = (0..<count).map { "岚\(characters[$0 / 16])\(characters[$0 % 16])" }
        let text = names.map { "\($0)江集团有限公司（以下简称“\($0)”）增资。" }.joined()
        let entities = try Miner().entities(in: text + names.map { "“\($0)”" }.joined(separator: "，"))
        #expect(entities.count { $0.rule == .introduced } == 2 * IntroducedName.limit)
    }

    @Test func theWorkStaysInProportion() throws {
        let miner = try Miner()
        func steps(_ times: Int) throws -> Double {
            let text = String(repeating: "岚江集团有限公司（以下简称“岚江”），岚江岚江岚江（简称“", count: times)
            var workspace = Workspace()
            _ = miner.extract(Document(text: text), workspace: &workspace)
            return Double(workspace.steps) / Double(text.unicodeScalars.count)
        }
        #expect(try steps(2_000) < 2 * steps(200))
    }
}
