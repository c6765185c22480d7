import Testing

@testable import HanLode

/// Titles, datelines and residue.
@Suite struct OutlineTests {
    private static func outline(_ text: String) throws -> Outline {
        try Miner().outline(of: Document(text: text))
    }

    private static func residue(_ text: String) throws -> [String] {
        let bytes = Array(text.utf8)
        return try outline(text).residue.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    }

    @Test(arguments: [
        ("（2022年1月16日在云溪市第八届人民代表大会第一次会议上）", "2022-01-16"),
        ("——2024年2月3日在云溪市第八届人民代表大会第四次会议上", "2024-02-03"),
        ("二〇二三年十二月二十一日在云溪市第八届人民代表大会第三次会议上", "2023-12-21"),
        ("（２０２１年１１月５日）", "2021-11-05"),
        ("时间：2026-02-03", "2026-02-03"),
        ("发布日期：2026/2/3 10:15", "2026-02-03"),
    ])
    func theDatelineTellsTheDate(line: String, date: String) throws {
        #expect(try Self.outline("云溪市政府工作报告\n\(line)\n各位代表：\n现在报告工作。").date == date)
    }

    @Test func theDatelineIsBelievedBeforeThePage() throws {
        let text = "时间：2024-02-20\n云溪市政府工作报告\n——2024年1月30日在云溪市第八届人民代表大会第四次会议上\n各位代表：\n请予审议。"
        #expect(try Self.outline(text).date == "2024-01-30")
    }

    @Test func theTextIsBelievedBeforeTheCaller() throws {
        let text = "云溪市政府工作报告\n（2022年1月16日）\n各位代表：\n请予审议。"
        let context = Miner.Context(date: "2020-01-01", region: "青禾县")
        let document = try Miner().extract(text, context: context).document
        #expect(document.date == "2022-01-16")
        #expect(document.region?.name == "云溪市")
        let other = try Miner().extract("各位代表：\n请予审议。", context: context).document
        #expect(other.date == "2020-01-01")
        #expect(other.region?.name == "青禾县")
    }

    @Test func noDateIsMadeUp() throws {
        #expect(try Self.outline("云溪市政府工作报告\n（2022年13月16日）\n各位代表：\n请予审议。").date == nil)
        #expect(try Self.outline("2021年3月5日，全市召开动员大会。").date == nil)
    }

    @Test(arguments: [
        ("2026年云溪市政府工作报告", "云溪市"), ("云溪省2026年政府工作报告", "云溪省"),
        ("2020年白河自治州国民经济和社会发展统计公报", "白河自治州"), ("政府工作报告", nil), ("全市政府工作报告", nil),
    ])
    func theTitleNamesTheRegion(title: String, region: String?) throws {
        #expect(try Self.outline("\(title)\n各位代表：\n请予审议。").region == region)
    }

    @Test func aTornTitleIsOne() throws {
        let text = "\u{200B}\n\n\n政府工作报\n告\n\n\n——2017年3月5日在云溪市第八届人民代表大会第一次会议上\n\n\n各位代表：\n\n现在报告工作。"
        #expect(try Self.outline(text).title == "政府工作报告")
    }

    @Test func navigationAroundTheReportIsResidue() throws {
        let body = (1...6).map { "第\($0)段讲述全市各项工作的进展和成效，内容完整。" }.joined(separator: "\n")
        let text = "首页\n>\n来源：\n云溪日报\n云溪市政府工作报告\n各位代表：\n\(body)\n责任编辑：何苗\n浏览次数：35次\n打印本页"
        #expect(try Self.residue(text) == ["首页", ">", "来源：", "云溪日报", "责任编辑：何苗\n浏览次数：35次\n打印本页"])
    }

    @Test(arguments: ["(下转第三版)", "（上接第二版）", "下转第三版"])
    func aPageJumpIsResidue(jump: String) throws {
        #expect(try Self.residue("我们要推动产业\(jump)转型升级，实现新的更大突破。") == [jump])
    }

    @Test(arguments: ["我们要上接天线、下接地气。", "各级要在下转作风上见成效。"])
    func ordinaryWordsAreNoPageJump(text: String) throws {
        #expect(try Self.residue(text) == [])
    }

    @Test func quantitiesInResidueAreLeftOut() throws {
        let body = (1...6).map { _ in "全市各项工作取得积极进展，新建公路35公里，群众满意度不断提高。" }.joined(separator: "\n")
        let text = "云溪市政府工作报告\n各位代表：\n\(body)\n责任编辑：何苗\n阅读量3562人次"
        #expect(try Miner().extract(text).quantities.map(\.text) == Array(repeating: "35公里", count: 6))
    }

    @Test(arguments: ["粮食产量3.2万吨", "3.2万吨", "来源：3.2万吨", "一、3.2万吨", "责任编辑3.2万吨"])
    func aShortTextHasNoFrontAndNoBack(text: String) throws {
        #expect(try Miner().extract(text).quantities.map(\.text) == ["3.2万吨"])
    }

    @Test func residueIsFoundBySearch() {
        var outline = Outline()
        outline.residue = [TextSpan(start: 2, end: 5), TextSpan(start: 9, end: 12)]
        #expect(outline.isResidue(TextSpan(start: 2, end: 5)))
        #expect(outline.isResidue(TextSpan(start: 10, end: 12)))
        #expect(!outline.isResidue(TextSpan(start: 4, end: 6)))
        #expect(!outline.isResidue(TextSpan(start: 6, end: 8)))
        #expect(!outline.isResidue(TextSpan(start: 12, end: 13)))
    }

    @Test(
        "Any repetition of headings is read", arguments: ["一、\n", "（一）", "一是，", "——\n", "各位代表！\n", "1.\n", "下转", "年"])
    func repetitionsAreRead(piece: String) throws {
        let text = String(repeating: piece, count: 4_000)
        let sections = try Miner().extract(text).sections
        #expect(sections.allSatisfy { $0.level <= 8 && $0.span.start <= $0.span.end })
    }
}
