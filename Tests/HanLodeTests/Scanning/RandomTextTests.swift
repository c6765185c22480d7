import Testing

@testable import HanLode

/// No text traps, and whatever is found is sound.
@Suite struct RandomTextTests {
    private static let pieces =
        ["0", "1", "2", "9", "12", "3.5", "1,000", "2024", "零", "〇", "一", "二", "三", "五", "十", "百", "千", "万", "亿", "兆"]
        + ["多", "余", "几", "数", "两", "半", "点", "分之", "百分之", "第", "前", "又", "成", "折", "翻", "番", "廿", "来", "负"]
        + ["元", "亩", "吨", "公里", "%", "‰", "个", "个百分点", "位", "家", "平方米", "元/吨", "℃", "岁", "年", "月", "日", "k", "w"]
        + ["约", "超", "近", "不足", "以上", "左右", "达到", "增长", "居", "全省", "从", "由", "至", "到", "每", "—", "-", "~", "、", "和"]
        + [
            " ", "\n", "\t", "\r\n", "　", "\u{200B}", "\u{FEFF}", "\u{2060}", "\0", "\u{301}", "\u{FFFD}", "𠮷", "👩‍👩‍👧",
            "🏽", "x", "PM", "G",
        ]
        + [
            "，", "。", "；", "“", "”", "（", "）", "(", ")", "/", "+", ":", "：", ".", ",", "．", "，", "％", "１", "２", "$",
            "￥", "±", "×", "²",
        ]

    private static func text(_ generator: inout SeededGenerator) -> String {
        let count = Int.random(in: 0...24, using: &generator)
        return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    @Test("Twenty thousand random texts", .timeLimit(.minutes(20)), arguments: 0..<10)
    func randomTextsAreSound(seed: Int) throws {
        let miner = try Miner()
        var generator = SeededGenerator(seed: UInt64(100 + seed))
        for _ in 0..<2_000 {
            let text = Self.text(&generator)
            let broken = brokenInvariant(miner.extract(text), of: text)
            #expect(broken == nil, "\(escaped(text))")
        }
    }

    @Test func aWorkspaceUsedAgainFindsTheSame() throws {
        let miner = try Miner()
        var workspace = Workspace()
        var generator = SeededGenerator(seed: 200)
        for _ in 0..<500 {
            let document = Document(text: Self.text(&generator))
            let again = miner.extract(document, workspace: &workspace)
            #expect(again == miner.extract(document))
        }
    }

    @Test func randomScalarsAreSound() throws {
        let miner = try Miner()
        var generator = SeededGenerator(seed: 201)
        for _ in 0..<500 {
            var view = String.UnicodeScalarView()
            for _ in 0..<40 {
                if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10_FFFF, using: &generator)) {
                    view.append(scalar)
                }
                view.append(contentsOf: "3亩".unicodeScalars)
            }
            let text = String(view)
            #expect(brokenInvariant(miner.extract(text), of: text) == nil, "\(escaped(text))")
        }
    }

    @Test("Random bytes are a document or a coded error", arguments: 0..<4)
    func randomBytesAreADocumentOrAnError(seed: Int) throws {
        let miner = try Miner()
        var generator = SeededGenerator(seed: UInt64(300 + seed))
        for _ in 0..<250 {
            let count = Int.random(in: 0...200, using: &generator)
            let floor: UInt8 = Bool.random(using: &generator) ? 0 : 0x20
            let bytes = (0..<count).map { _ in UInt8.random(in: floor...255, using: &generator) }
            do {
                let document = try Document(bytes: bytes)
                #expect(brokenInvariant(miner.extract(document), of: document.text) == nil)
            } catch {
                #expect(error.code == .binary)
            }
        }
    }
}
