import Foundation
import Testing

@testable import HanLode

@Suite struct SloganTests {
    @Test func aSetHasItsPartsAndItsMembersFromTheLexicon() throws {
        let slogan = try #require(try Miner().slogans(in: "全镇党员增强“四个意识”").first)
        #expect(slogan.kind == .set)
        #expect(slogan.counts == [4])
        #expect(slogan.classifier == "个")
        #expect(slogan.head == "意识")
        #expect(slogan.canonical == "四个意识")
        #expect(slogan.members == ["政治意识", "大局意识", "核心意识", "看齐意识"])
        #expect(slogan.membership == .lexicon)
        #expect(slogan.memberSpans == nil)
        #expect(slogan.cardinalityHolds == true)
        #expect(slogan.isQuoted)
        #expect(slogan.type == .tifa)
    }

    @Test func aSetThatNobodyUnfoldsSaysSo() throws {
        let slogan = try #require(try Miner().slogans(in: "实施“三个十”工程").first)
        #expect(slogan.counts == [3])
        #expect(slogan.membership == .unknown)
        #expect(slogan.members == nil)
        #expect(slogan.cardinalityHolds == nil)
        #expect(slogan.type == .campaign)
    }

    @Test func formsOfOneSloganHaveOneName() throws {
        let found = try Miner().slogans(in: "推进“三治融合”，深化“三治结合”，完善“三治合一”")
        #expect(Set(found.map(\.canonical)) == ["三治融合"])
        let members = try Miner().slogans(in: "推行“双随机一公开”").first?.members
        #expect(members == (try Miner().slogans(in: "推行“双随机、一公开”").first?.members))
        #expect(members?.count == 3)
    }

    @Test func membersThatAreTooFewAreADiagnostic() throws {
        let found = try Miner().extract("落实“四个前移”：服务前移、监督前移、救援前移。")
        let set = try #require(found.slogans.first)
        #expect(set.members == ["服务前移", "监督前移", "救援前移"])
        #expect(set.cardinalityHolds == false)
        #expect(found.diagnostics.map(\.code) == [.cardinality])
        #expect(found.diagnostics.first?.span == set.span)
    }

    @Test func whatOneMentionUnfoldsHoldsForAll() throws {
        let text = "深化“三项攻坚”。后来又把“三项攻坚”写进规划。“三项攻坚”，即修路、引水、通电。"
        let found = try Miner().slogans(in: text)
        #expect(found.map(\.members) == Array(repeating: ["修路", "引水", "通电"], count: 3))
    }

    @Test func membersThatHoldForOnePlaceAreTakenThereAlone() throws {
        let text = "建设“四个中心”"
        let miner = try Miner()
        #expect(miner.slogans(in: text, context: .init(region: "北京市")).first?.members?.count == 4)
        #expect(miner.slogans(in: text, context: .init(region: "青岚市")).first?.membership == .unknown)
    }

    @Test func headingsAreMembers() throws {
        let text = """
            在全区大会上的报告

            各位代表：
            一、过去五年
            五年来，工作取得成效。
            二、今后五年
            今后要聚力实现“三个新跨越”。
            （一）产业能级实现新跨越。建成园区，引来企业，做强链条，带动就业，效益稳步提高。
            （二）城乡面貌实现新跨越。改造老街，修通环路，扩建公园，治理河道，环境明显改善。
            （三）民生福祉实现新跨越。新建学校，扩建医院，增加岗位，完善养老，群众更加满意。
            三、加强自身建设
            依法行政。
            """
        let set = try #require(try Miner().slogans(in: text).first { $0.text == "三个新跨越" })
        #expect(set.members == ["产业能级实现新跨越", "城乡面貌实现新跨越", "民生福祉实现新跨越"])
    }

    @Test func notesUnfoldAndCountWithoutQuotationMarks() throws {
        let filler = String(repeating: "　　全县上下团结一心，各项事业稳步向前，群众生活不断改善。\n", count: 12)
        let text = """
            政府工作报告
            ——2024年1月5日在青岚县第三次人民代表大会上
            县长　林知远

            各位代表：
            一、去年工作
            \(filler)　　探索“五仓联建”机制［1］，建好三塘一渠［2］。
            二、今年任务
            \(filler)
            名词解释
            1.“五仓联建”：粮仓、种仓、肥仓、农机仓、冷链仓。
            2.三塘一渠：北塘、南塘、西塘，引澄渠。
            """
        let found = try Miner().slogans(in: text)
        let storage = try #require(found.first { $0.text == "五仓联建" })
        #expect(storage.members == ["粮仓", "种仓", "肥仓", "农机仓", "冷链仓"])
        #expect(storage.membership == .text)
        let ponds = found.filter { $0.text == "三塘一渠" }
        #expect(ponds.count == 2)
        #expect(ponds.first?.members == ["北塘", "南塘", "西塘", "引澄渠"])
    }

    @Test func aUsersPackAddsSlogans() throws {
        let pack = Pack(
            name: "mine",
            text: "@slogans\tsurface\tkind\tmembers\ttype\n五个青岚\tset\t书香青岚|健康青岚|平安青岚|数字青岚|美丽青岚\ttifa\n")
        #expect(pack.diagnostics.isEmpty)
        let slogan = try #require(Miner(packs: [.builtIn, pack]).slogans(in: "建设五个青岚").first)
        #expect(slogan.members?.count == 5)
        #expect(slogan.type == .tifa)
    }

    @Test func slogansSurviveEncoding() throws {
        let found = try Miner().extract("做好老街更新、新城提质“两项任务”，用好“放管服”")
        let data = try JSONEncoder().encode(found)
        #expect(try JSONDecoder().decode(Extraction.self, from: data) == found)
    }

    @Test func spansAreConvertedWithTheirMembers() throws {
        let text = "做好老街更新、新城提质“两项任务”"
        let found = try Miner().extract(text).converted(to: .scalar, with: OffsetMap(text))
        #expect(found.slogans.first?.span == TextSpan(start: 12, end: 16))
        #expect(found.slogans.first?.memberSpans == [TextSpan(start: 2, end: 6), TextSpan(start: 7, end: 11)])
    }
}

@Suite struct SloganFrequencyTests {
    @Test func mentionsUnderOneNameAreCountedTogether() throws {
        let text = "增强“四个意识”，坚定“四个自信”。四个意识入心。深化“三治融合”与“三治结合”。"
        let frequencies = try Miner().extract(text).sloganFrequencies
        #expect(frequencies.map(\.canonical) == ["四个意识", "三治融合", "四个自信"])
        #expect(frequencies.map(\.count) == [2, 2, 1])
        #expect(frequencies.map(\.quotedPercent) == [50, 100, 100])
        #expect(frequencies[1].forms == ["三治融合", "三治结合"])
        #expect(frequencies[0].hundredthsPerTenThousand(of: 50) == 40_000)
    }

    @Test func whatStandsInALongerSloganIsNotCountedAgain() throws {
        let found = try Miner().extract("坚持“和平统一、一国两制”方针").sloganFrequencies
        #expect(found.map(\.canonical) == ["和平统一、一国两制"])
    }

    @Test func candidatesAreSetsThatNoTableKnowsInThePackFormat() throws {
        let miner = try Miner()
        var candidates = SloganCandidates()
        candidates.add(miner.extract("实施“三个十”工程，增强“四个意识”").sloganFrequencies)
        candidates.add(miner.extract("“三个十”工程，即十园、十路、十校。用好“强县富民”。“两升”一次").sloganFrequencies)
        let text = candidates.pack(minimum: 2)
        #expect(
            text == """
                @slogans\tsurface\tkind\tcounts\tmembers\ttype
                # 2 mentions in 2 documents
                三个十\tset\t3\t十园|十路|十校\tcampaign

                """)
        let pack = Pack(name: "candidates", text: text)
        #expect(pack.diagnostics.isEmpty)
        #expect(Miner(packs: [.builtIn, pack]).slogans(in: "三个十收官").first?.members == ["十园", "十路", "十校"])
    }
}
