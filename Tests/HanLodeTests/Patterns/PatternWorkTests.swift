import Testing

@testable import HanLode

/// Patterns keep the work linear in the text, and find the same whatever the text.
@Suite(.serialized) struct PatternWorkTests {
    private static let pack = Pack(name: "mine") {
        TermList("company", ["星河药业", "星星星星星星星星", "甲", "甲甲甲甲"])
        SequencePattern("near") {
            "甲"
            PatternElement.gap(upTo: 30)
            PatternElement.text("乙", "甲丙").optional
            "丙"
            PatternElement.gap(upTo: 30)
            "丁"
        }
        SequencePattern("amounts") {
            PatternElement.quantity()
            PatternElement.gap(upTo: 20)
            PatternElement.quantity(dimension: .area)
            PatternElement.gap(upTo: 20)
            PatternElement.match("company")
            "丁"
        }
        SequencePattern("list", priority: 1) {
            PatternElement.term(of: "connectors", ["role": "list"])
            PatternElement.quantity()
        }
        RegularExpressionPattern("letters", "[a-z]+(?<digits>[0-9]+)号", priority: -1)
    }

    private static let pieces = [
        "甲", "甲丙", "3亩", "3亩、", "甲。", "星", "星河药业", "a", "a1", "丙甲乙", "元3亩甲", "\n", "\u{200B}甲",
    ]

    @Test("Steps for each byte stay flat", .timeLimit(.minutes(20)), arguments: pieces)
    func stepsAreFlat(piece: String) throws {
        try #require(Self.pack.diagnostics == [])
        let miner = Miner(packs: [.builtIn, Self.pack])
        func steps(_ characters: Int) -> Double {
            let text = String(repeating: piece, count: max(characters / piece.unicodeScalars.count, 1))
            var workspace = Workspace()
            _ = miner.extract(Document(text: text), workspace: &workspace)
            return Double(workspace.steps) / Double(text.utf8.count)
        }
        let few = steps(1_000)
        let many = steps(4_000)
        #expect(many < few * 1.3)
        #expect(many <= 400)
    }

    @Test("Random texts", .timeLimit(.minutes(20)))
    func randomTextsAreSound() throws {
        let miner = Miner(packs: [.builtIn, Self.pack])
        let pieces = Self.pieces + ["丁", "乙", "“四个意识”", "去年", "5%", "b7号", "、", "用地", "\r\n", "👨‍👩‍👧", "\0"]
        var generator = SeededGenerator(seed: 62)
        var found = 0
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0...20, using: &generator))
                .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let extraction = miner.extract(text)
            found += extraction.matches.count
            #expect(brokenInvariant(extraction, of: text) == nil, "\(escaped(text))")
        }
        #expect(found > 1_000)
    }
}
