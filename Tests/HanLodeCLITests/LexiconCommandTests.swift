import Foundation
import Testing

@Suite struct LexiconCommandTests {
    private static let good = Array("# 青岚县农具\n@classifiers\tsurface\tid\n畹\twan\n".utf8)
    private static let mixed = Array(
        "@units\tsurface\tid\tdimension\tfactor\n云尺\tcloud-foot\tlength\t1/3\n星尺\tstar-foot\tlength\tlong\n".utf8)

    @Test func aPacksTermsAreFound() async throws {
        try await withFolder(["mine.tsv": Self.good]) { folder in
            let result = try await Hanlode.run(
                "extract", "--format", "json", "--pack", "mine.tsv", input: Data("新辟花田40畹。".utf8), in: folder)
            #expect(result.status == 0)
            #expect(result.errors.isEmpty)
            let quantity = try #require((try result.objects().first?["quantities"] as? [[String: Any]])?.first)
            #expect(quantity["unit"] as? String == "畹")
        }
    }

    @Test func aBadLineOfAPackIsToldAndTheRestUsed() async throws {
        try await withFolder(["mine.tsv": Self.mixed, "more.tsv": Self.good]) { folder in
            let result = try await Hanlode.run(
                "extract", "--format", "json", "--pack", "mine.tsv", "--pack", "more.tsv",
                input: Data("织布6云尺、裁布7星尺，花田40畹。".utf8), in: folder)
            #expect(result.status == 0)
            #expect(result.errors.contains("mine.tsv:3:4: HL0307: "))
            let texts = (try result.objects().first?["quantities"] as? [[String: Any]])?.map { $0["text"] as? String }
            #expect(texts == ["6云尺", "40畹"])
        }
    }

    @Test func thePipeTakesPacksToo() async throws {
        try await withFolder(["mine.tsv": Self.good]) { folder in
            let result = try await Hanlode.run(
                "pipe", "--pack", "mine.tsv", input: Data("{\"text\": \"花田40畹\"}".utf8), in: folder)
            #expect((try result.objects().first?["quantities"] as? [[String: Any]])?.first?["unit"] as? String == "畹")
        }
    }

    @Test func thePackThatComesAlongIsAskedForByName() async throws {
        try await withFolder([:]) { folder in
            let result = try await Hanlode.run(
                "extract", "--format", "json", "--pack", "builtin:relations",
                input: Data("青岚大桥全线贯通。".utf8), in: folder)
            #expect(result.status == 0)
            let match = try #require((try result.objects().first?["matches"] as? [[String: Any]])?.first)
            #expect(match["name"] as? String == "milestone")
            let unknown = try await Hanlode.run("extract", "--pack", "builtin:none", in: folder)
            #expect(unknown.status == 2)
            #expect(unknown.errors.contains("there is builtin:relations"))
        }
    }

    @Test func checkingAGoodPackSaysNothing() async throws {
        try await withFolder(["mine.tsv": Self.good]) { folder in
            let result = try await Hanlode.run("lexicon", "check", "mine.tsv", in: folder)
            #expect(result.status == 0)
            #expect(result.output.isEmpty)
        }
    }

    @Test func checkingTellsEveryBadLine() async throws {
        try await withFolder(["mine.tsv": Self.mixed, "more.tsv": Array("畹\twan\n".utf8)]) { folder in
            let result = try await Hanlode.run("lexicon", "check", "mine.tsv", "more.tsv", "none.tsv", in: folder)
            #expect(result.status == 1)
            try #require(result.lines.count == 2)
            #expect(result.lines[0].hasPrefix("mine.tsv:3:4: HL0307: "))
            #expect(result.lines[1].hasPrefix("more.tsv:1:0: HL0301: "))
            #expect(result.errors.contains("none.tsv: HL0101: "))
        }
    }

    @Test func compilingWritesTheImage() async throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        try await withFolder([:]) { folder in
            let tables = root.appending(path: "Sources/HanLode/Lexicon/Tables").path
            let result = try await Hanlode.run("lexicon", "compile", tables, "--output", "lexicon.bin", in: folder)
            #expect(result.status == 0)
            let image = try Data(contentsOf: folder.appending(path: "lexicon.bin"))
            let carried = try Data(contentsOf: root.appending(path: "Sources/LexiconImage/lexicon.bin"))
            #expect(image == carried, "the tables have changed: run scripts/lexicon")
        }
    }

    @Test func aBadTableIsNotCompiled() async throws {
        try await withFolder(["in/mine.tsv": Self.mixed]) { folder in
            let result = try await Hanlode.run("lexicon", "compile", "in", "--output", "lexicon.bin", in: folder)
            #expect(result.status == 1)
            #expect(result.errors.contains("mine.tsv:3:4: HL0307: "))
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "lexicon.bin").path))
        }
    }

    @Test func anImageThatCannotBeWrittenIsOne() async throws {
        try await withFolder(["in/mine.tsv": Self.good]) { folder in
            let result = try await Hanlode.run(
                "lexicon", "compile", "in", "--output", "/nowhere/lexicon.bin", in: folder)
            #expect(result.status == 1)
            #expect(!result.errors.isEmpty)
        }
    }
}
