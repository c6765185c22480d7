import Testing

@testable import HanLode

/// What the grammars decided against, and why: an example for each reason.
@Suite struct DismissalTests {
    struct Example: CustomTestStringConvertible, Sendable {
        let text: String
        /// The text of the candidate that lost, and what it would have been.
        let rival: String
        let candidate: String
        let reason: Explanation.Rival.Reason
        var winner: String?

        var testDescription: String { "\(candidate) \(rival) in \(text)" }
    }

    static let examples: [Example] = [
        .init(
            text: "翻开《岚江大学学报》。", rival: "岚江大学", candidate: "entity head", reason: .firmName,
            winner: "entity book-title 岚江大学学报"),
        .init(
            text: "岚江大学附属医院揭牌。", rival: "岚江大学", candidate: "entity head", reason: .longerName,
            winner: "entity head 岚江大学附属医院"),
        .init(
            text: "学习毛泽东思想。", rival: "毛泽东思想", candidate: "entity name", reason: .knownForNone),
        .init(
            text: "打造“活力济南”品牌。", rival: "济南", candidate: "entity division", reason: .quotedPlace),
        .init(text: "推进产业园建设。", rival: "产业园", candidate: "entity head", reason: .unnamed),
        .init(text: "在平原走访。", rival: "平原", candidate: "entity division", reason: .unnamed),
        .init(text: "看见李明走过。", rival: "李明", candidate: "entity person", reason: .unnamed),
        .init(
            text: "获评“绿色先锋”项目奖。", rival: "绿色先锋", candidate: "entity award", reason: .unnamed),
        .init(
            text: "坚定“四个意识”。", rival: "四个意识", candidate: "slogan classified", reason: .earlierRule,
            winner: "slogan lexicon 四个意识"),
        .init(
            text: "打造“三湾五岭”。", rival: "三湾五岭", candidate: "slogan quotation", reason: .earlierRule,
            winner: "slogan coordinate 三湾五岭"),
        .init(text: "当好“压舱石”。", rival: "压舱石", candidate: "slogan lexicon", reason: .knownForNone),
        .init(
            text: "获评“绿色先锋”称号。", rival: "绿色先锋", candidate: "slogan quotation", reason: .awarded),
        .init(
            text: "获评“绿色先锋”、“蓝色先锋”称号。", rival: "蓝色先锋", candidate: "slogan quotation",
            reason: .awarded),
        .init(
            text: "所谓“快车经济”不可取。", rival: "快车经济", candidate: "slogan quotation", reason: .distanced),
        .init(
            text: "喊响“坚持四个自信不动摇”。", rival: "四个自信", candidate: "slogan lexicon", reason: .taken,
            winner: "slogan quotation 坚持四个自信不动摇"),
        .init(
            text: "写着“今天来了；明天再来”。", rival: "今天来了；明天再来", candidate: "slogan quotation",
            reason: .noTerm),
        .init(text: "这叫“3个”。", rival: "3个", candidate: "slogan quotation", reason: .noTerm),
        .init(text: "这叫“3个”。", rival: "3个", candidate: "slogan set", reason: .uncounted),
        .init(text: "一水一山相映。", rival: "一水一山", candidate: "slogan coordinate", reason: .uncounted),
        .init(
            text: "打好“十四五”开局。", rival: "十四五", candidate: "slogan quotation", reason: .overlap,
            winner: "time plan-period 十四五"),
    ]

    @Test(arguments: examples) func aGrammarSaysWhatItDecidedAgainst(_ example: Example) throws {
        let document = Document(text: example.text)
        let rivals = try Miner().explain(document, mention: example.rival).flatMap(\.rivals)
        let rival = try #require(
            rivals.first {
                $0.text == example.rival && $0.candidate == example.candidate && $0.reason == example.reason
            }, "\(rivals)")
        #expect(rival.winner == example.winner)
    }

    @Test func everyReasonOfSlogansAndNamesHasAnExample() {
        let reasons = Set(Self.examples.map(\.reason))
        let told: [Explanation.Rival.Reason] = [
            .firmName, .longerName, .earlierRule, .knownForNone, .quotedPlace, .unnamed, .awarded, .distanced, .taken,
            .noTerm, .uncounted,
        ]
        #expect(told.allSatisfy(reasons.contains))
    }

    /// 历城 before a character in no table is dismissed by the table of divisions, and stands as the report's own region.
    @Test func whatStandsHasNotLost() throws {
        let document = Document(text: "“四个意识”不断增强，历城岚湾开园。")
        let (miner, context) = (try Miner(), Miner.Context(region: "济南市历城区"))
        var workspace = Workspace()
        let record = WorkRecord()
        workspace.counter.cell.pointee.record = record
        let found = miner.extract(document, context: context, workspace: &workspace)
        let name = try #require(found.entities.first { $0.text == "历城" })
        #expect(record.dismissals.contains { $0.candidate.span == name.span && $0.reason == .unnamed })
        for explanation in miner.explain(document, context: context) {
            let own = "\(explanation.subject) \(explanation.rule ?? "")"
            #expect(!explanation.rivals.contains { $0.span == explanation.span && $0.candidate == own })
        }
    }

    @Test func observationsAndMatchesAreSparedWhatGrammarsDecide() throws {
        let text = "岚江大学附属医院投资3亿元。"
        let explanations = try Miner().explain(Document(text: text))
        let observation = try #require(explanations.first { $0.subject == .observation })
        #expect(!observation.rivals.contains { $0.reason == .longerName })
    }

    /// A grammar that is not asked to explain itself notes nothing, and finds the same.
    @Test func recordingChangesNoResult() throws {
        let miner = try Miner()
        for example in Self.examples {
            let document = Document(text: example.text)
            var workspace = Workspace()
            let silent = miner.extract(document, workspace: &workspace)
            workspace.counter.cell.pointee.record = WorkRecord()
            #expect(miner.extract(document, workspace: &workspace) == silent)
        }
    }
}
