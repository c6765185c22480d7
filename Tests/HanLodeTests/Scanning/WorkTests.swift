import Testing

@testable import HanLode

/// The work is linear in the text, whatever the text: no repetition makes it look at a character again and again.
@Suite(.serialized) struct WorkTests {
    static let pieces = [
        "万亿", "“", "7", "1,", "一二三", "一三五七九", "十百千", "1、", "1—", "百分之", "三分之", "第", ". ", " ", "\u{200B}",
        "元/", "2 ", "1又", "3亩", "三千元", "1\u{200B}", "1 万", "1至", "几", "两", "多", "1.", "一点", "零", "1元1角", "前三", "约1",
        "1/2/", "8:", "居第", "-", "1\n", "亿元以上", "翻两番", "三成", "１，", "𠮷3户", "3（户）", "一又二分之一", "每", "从1",
        "1,111", "个百分点", "一千零", "（1）", "1元/吨", "二〇", "个个", "1米半", "5G", "三四", "百", "由3", "1.2.", "到", "千瓦",
        "2021年", "2021年至", "1—1月", "8天", "年", "去年", "今年至", "五年来", "第一季度", "1月1", "20:30", "2021-06-", "今年初", "十四五",
        "世纪", "“五个振兴”", "“一核两带”", "“4433”", "三大行动", "“甲、乙“", "“”", "三线七站", "”", "\"", "‘", "“三通”：甲、乙，", "一是甲",
        "、甲“三个年”", "“1+N”是", "四个意识", "甲和", "：“五好”",
        "世纪", "增长5%，", "A、B分别增长3%、5%，", "占比", "由3亿元增至5亿元", "比上年", "（", "A、3个", "的3个", "建成学校3所、", "城乡3、5万元",
        "总量居全市第3位，", "高于全国3个百分点", "3个农业园、", "实现产值", "3倍的",
        "2.1∶1", "比3：", "2^9", "1e9", "是五", "十块三毛", "花三块", "超98%、", "“1个", "营收过十亿乃至", "3届、", "1, ",
        "岚镇", "甲岚、乙等项目", "《", "《》", "获评“示范”", "“河”", "省委", "湖", "济南", "济南市历城区", "王海波、", "克·", "岚岚工程、", "第三届", "中美",
        "沪深", "镇镇村", "公司、公司等企业", "推进岚江工程建设、",
    ]

    private static func steps(_ piece: String, characters: Int) throws -> Double {
        let miner = try Miner()
        let text = String(repeating: piece, count: max(characters / piece.unicodeScalars.count, 1))
        var workspace = Workspace()
        miner.analyze(text.utf8.span, outline: Outline(), &workspace)
        return Double(workspace.steps) / Double(text.utf8.count)
    }

    @Test("Steps for each byte stay flat", .timeLimit(.minutes(20)), arguments: pieces)
    func stepsAreFlat(piece: String) throws {
        let few = try Self.steps(piece, characters: 4_000)
        let many = try Self.steps(piece, characters: 16_000)
        #expect(many < few * 1.3)
        #expect(many <= 40)
    }

    @Test(
        "A quarter of a million characters", .timeLimit(.minutes(20)),
        arguments: ["万亿", "7", "1、", "一三五七九", "\u{200B}", "1,"])
    func aQuarterOfAMillionCharactersIsFlat(piece: String) throws {
        let few = try Self.steps(piece, characters: 60_000)
        let many = try Self.steps(piece, characters: 240_000)
        #expect(many < few * 1.3)
        #expect(many <= 40)
    }

    @Test("Digits in a row that a place ends", .timeLimit(.minutes(20)), arguments: ["千", "万", "点", "个", ""])
    func aRunOfHanDigitsIsFlat(end: String) throws {
        func steps(_ count: Int) throws -> Double {
            let text = String(repeating: "一三五七九", count: count / 5) + end
            var workspace = Workspace()
            try Miner().analyze(text.utf8.span, outline: Outline(), &workspace)
            return Double(workspace.steps) / Double(text.utf8.count)
        }
        let few = try steps(5_000)
        #expect(try steps(20_000) < few * 1.3)
    }

    @Test("What is found in them is sound", arguments: pieces)
    func resultsAreSound(piece: String) throws {
        let text = String(repeating: piece, count: 2_000)
        #expect(brokenInvariant(try Miner().extract(text), of: text) == nil)
    }
}
