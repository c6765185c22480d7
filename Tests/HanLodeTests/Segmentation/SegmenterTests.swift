import Foundation
import Testing

@testable import HanLode

@Suite struct SegmenterTests {
    private static let pieces = [
        "中", "国", "社会", "主义", "一", "三十", "〇", "万", "亿", "第", "百分之", "年", "月", "日", "多", "的", "了", "化", "率", "王",
        "克", "斯", "看看", "高高兴兴", "本", "全", "不", "更", "１", "2", "3.5", "1,000", "%", "a", "PM2.5", "é", "が", "カタカナ",
        "한국어", "ไทย", "𠮷", "👩‍👩‍👧", "🏽", "\u{301}", "\u{200B}", "\u{FEFF}", "\0", " ", "　", "\n", "\r\n", "\r", "\u{2028}",
        "。", "，",
        "——", "……", "“", "”", "·", "①", "\u{FFFD}", "\u{E000}", "\u{10FFFF}",
    ]

    private static func text(_ generator: inout SeededGenerator) -> String {
        let count = Int.random(in: 0...8, using: &generator)
        return (0..<count).map { _ in
            if Int.random(in: 0..<4, using: &generator) > 0 { return pieces.randomElement(using: &generator) ?? "" }
            return Unicode.Scalar(UInt32.random(in: 0...0x10_FFFF, using: &generator)).map { String($0) } ?? ""
        }.joined()
    }

    /// The first thing that is wrong with the tokens of a text, or `nil`.
    private static func brokenInvariant(_ tokens: [Token], of text: String) -> String? {
        let bytes = Array(text.utf8)
        var end = 0
        for token in tokens {
            if token.span.start != end || token.span.count <= 0 { return "gap or overlap at \(end)" }
            end = token.span.end
            if end > bytes.count || end < bytes.count && bytes[end] & 0xC0 == 0x80 {
                return "inside a character: \(end)"
            }
        }
        return end == bytes.count ? nil : "the tokens end at \(end)"
    }

    @Test("A hundred thousand random texts", .timeLimit(.minutes(20)), arguments: Segmenter.Engine.allCases)
    func tokensJoinToTheText(engine: Segmenter.Engine) throws {
        var segmenter = try Segmenter(engine: engine)
        let runs = segmenter.engine
        #expect(runs == engine)
        var generator = SeededGenerator(seed: 600)
        for _ in 0..<50_000 {
            let text = Self.text(&generator)
            let tokens = try segmenter.tokens(in: text)
            let broken = Self.brokenInvariant(tokens, of: text)
            #expect(broken == nil, "\(escaped(text))")
        }
    }

    @Test("Random spans stay whole", .timeLimit(.minutes(20)), arguments: Segmenter.Engine.allCases)
    func mentionsStayWhole(engine: Segmenter.Engine) throws {
        var segmenter = try Segmenter(engine: engine)
        var generator = SeededGenerator(seed: 601)
        for _ in 0..<5_000 {
            let text = Self.text(&generator)
            let length = text.utf8.count
            let mentions = (0..<3).map { _ in
                let start = Int.random(in: -1...(length + 1), using: &generator)
                return Mention(
                    span: TextSpan(start: start, end: start + Int.random(in: -1...8, using: &generator)), kind: .slogan)
            }
            let tokens = try segmenter.tokens(in: text, keeping: mentions)
            #expect(Self.brokenInvariant(tokens, of: text) == nil, "\(escaped(text))")
            for token in tokens where token.rule == .mention {
                #expect(token.kind == .slogan)
                #expect(mentions.contains { $0.span == token.span })
            }
        }
    }

    @Test func aMentionIsOneToken() throws {
        var segmenter = try Segmenter()
        let text = "安排资金3000多亿元，学习“四个意识”"
        let found = try Miner().extract(text).mentions
        let words = try segmenter.words(in: text, keeping: found)
        #expect(words == ["安排", "资金", "3000多亿元", "，", "学习", "“", "四个意识", "”"])
        let kinds = try segmenter.tokens(in: text, keeping: found).map(\.kind)
        #expect(kinds[2] == .quantity)
        #expect(kinds[6] == .slogan)
    }

    @Test func ofOverlappingMentionsTheFirstAndLongestStands() throws {
        var segmenter = try Segmenter()
        let text = "河东区工业园区"
        let spans = [(3, 9), (0, 9), (0, 3), (9, 21), (2, 5)].map { TextSpan(start: $0, end: $1) }
        let words = try segmenter.words(in: text, keeping: spans.map { Mention(span: $0, kind: .entity) })
        #expect(words == ["河东区", "工业园区"])
    }

    @Test func kindsAreTold() throws {
        var segmenter = try Segmenter()
        let tokens = try segmenter.tokens(in: "2021年第三次，IBM增长12% 。")
        let kinds: [Token.Kind] = [.time, .number, .word, .punctuation, .latin, .word, .number, .space, .punctuation]
        #expect(tokens.map(\.kind) == kinds)
        #expect(tokens.map(\.rule).prefix(2) == [.date, .ordinal])
    }

    @Test func batchesAreTheWhole() throws {
        var segmenter = try Segmenter()
        let text = String(repeating: "全县新修公路三百公里。\n", count: 3_000)
        var batched: [Token] = []
        var batches = 0
        try segmenter.forEachBatch(of: text) { tokens in
            batches += 1
            batched += tokens
        }
        #expect(batches > 3)
        let whole = try segmenter.tokens(in: text)
        #expect(batched == whole)
    }

    @Test func aCloneCutsAlike() throws {
        var segmenter = try Segmenter(dictionaries: [UserDictionary(name: "w", text: "云锦带 9 nz")])
        let text = "云锦带建设全面提速"
        let tokens = try segmenter.tokens(in: text)
        var clone = segmenter.clone()
        let cloned = try clone.tokens(in: text)
        let tag = clone.tag(of: cloned[0])
        #expect(cloned == tokens)
        #expect(tag == "nz")
    }

    @Test(
        "Work for each character stays flat",
        arguments: [
            "一", "第一", "1", "1年", "万亿", "克斯", "王", "的", "化率", "看", "看看看", "a", "—", " ", "が", "\u{200B}", "中国人民", "百分之",
        ])
    func workIsLinear(piece: String) throws {
        func steps(_ characters: Int) throws -> Double {
            var segmenter = try Segmenter()
            _ = try segmenter.tokens(in: String(repeating: piece, count: characters / piece.unicodeScalars.count))
            return Double(segmenter.steps) / Double(characters)
        }
        let few = try steps(5_000)
        let many = try steps(40_000)
        #expect(many < few * 1.3 + 0.1)
        #expect(many <= 40)
    }
}
