import HanLode
import Testing

/// Names are found sentence by sentence, many sentences at a time.
@Suite struct NameSentenceTests {
    private static var miner: Miner {
        let pack = Pack(name: "mine.tsv", text: "@names\tsurface\ttype\n奔跑吧！岚江\tEVENT\n你好！世界杯赛\tEVENT")
        return Miner(packs: [.builtIn, pack])
    }

    @Test func aNameMayHoldWhatEndsASentence() {
        let entities = Self.miner.entities(in: "他们举办了奔跑吧！岚江，随后去了山东省。湖南省也办了。")
        #expect(entities.map(\.text) == ["奔跑吧！岚江", "山东省", "湖南省"])
    }

    /// Behind such a name stand more words than before it: there must be room for all of them.
    @Test(arguments: [1, 40, 400, 4_000])
    func whatStandsBehindSuchANameIsRead(_ count: Int) {
        let text = "奔跑吧！岚江" + String(repeating: "岚鲀", count: count) + "，山东省。你好！世界杯赛。"
        let entities = Self.miner.entities(in: text)
        #expect(entities.first?.text == "奔跑吧！岚江")
        #expect(entities.suffix(2).map(\.text) == ["山东省", "你好！世界杯赛"])
    }

    /// Each line is a sentence, whatever else stands in the same window.
    @Test func linesAreSentencesOfTheirOwn() throws {
        let miner = try Miner()
        let lines = (0..<300).map { $0.isMultiple(of: 3) ? "" : "山东省教育厅第\($0)次会议" }
        let whole = miner.entities(in: lines.joined(separator: "\n"))
        #expect(whole.map(\.text) == lines.flatMap { miner.entities(in: $0).map(\.text) })
        #expect(whole.count >= 200)
    }
}
