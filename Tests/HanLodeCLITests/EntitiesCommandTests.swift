import Foundation
import Testing

@Suite struct EntitiesCommandTests {
    private static let text = Array(
        "江岚省省长顾承远到青岚市调研。\n青岚市与湖南保靖结对，青岚市获评“食品安全区”。\n".utf8)

    @Test func theTableCountsEachNameOnce() async throws {
        try await withFolder(["a.txt": Self.text]) { folder in
            let result = try await Hanlode.run("entities", "--format", "table", "a.txt", in: folder)
            #expect(result.status == 0)
            try expectSnapshot(result.text, "entities.table.txt")
        }
    }

    @Test func theSpreadsheetHasARowForEachNameOfAllFiles() async throws {
        try await withFolder(["a.txt": Self.text, "b.txt": Array("青岚市召开会议。".utf8)]) { folder in
            let result = try await Hanlode.run("entities", "--format", "csv", "a.txt", "b.txt", in: folder)
            let rows = result.text.split(separator: "\r\n")
            #expect(rows.first == "NAME,TYPE,CODE,COUNT,FIRST_SOURCE,FIRST_START,FIRST_MENTION")
            #expect(rows.dropFirst().first?.hasPrefix("青岚市,GPE,,4,a.txt,9,") == true)
            #expect(rows.contains { $0.hasPrefix("保靖县,GPE,433125,1,") })
        }
    }

    @Test func aTypeLeavesOutTheOthers() async throws {
        try await withFolder(["a.txt": Self.text]) { folder in
            let result = try await Hanlode.run("entities", "--format", "json", "--type", "PER", "a.txt", in: folder)
            let entities = try #require(try result.objects().first?["entities"] as? [[String: Any]])
            #expect(entities.map { $0["text"] as? String } == ["顾承远"])
            #expect(entities.map { $0["start"] as? Int } == [5])
        }
    }

    @Test func aFileThatCannotBeReadIsToldAndTheRestDone() async throws {
        try await withFolder(["a.txt": Self.text]) { folder in
            let result = try await Hanlode.run("entities", "--format", "csv", "none.txt", "a.txt", in: folder)
            #expect(result.status == 1)
            #expect(result.errors.contains("none.txt"))
            #expect(result.text.contains("顾承远"))
        }
    }
}
