import Foundation
import Testing

@Suite struct ExplainCommandTests {
    private static let report = Array("新增300亩工业用地。情况一般。".utf8)
    private static let pack = Array(
        "@patterns\tname\tkind\tdefinition\nland\tsequence\tarea:quantity \"工业用地\"\n".utf8)

    @Test func aMentionIsExplained() async throws {
        try await withFolder(["report.txt": Self.report]) { folder in
            let result = try await Hanlode.run("explain", "report.txt", "--mention", "300亩", in: folder)
            #expect(result.status == 0)
            #expect(
                String(decoding: result.output, as: UTF8.self).hasPrefix("300亩  quantity, rule number-unit  [2, 6)\n"))
            #expect(String(decoding: result.output, as: UTF8.self).contains("亩  inside  @units  units.tsv:"))
        }
    }

    @Test func aPlaceIsExplainedAsJSON() async throws {
        try await withFolder(["report.txt": Self.report, "mine.tsv": Self.pack]) { folder in
            let result = try await Hanlode.run(
                "explain", "report.txt", "--at", "3", "--format", "json", "--pack", "mine.tsv", in: folder)
            let objects = try result.objects()
            #expect(objects.map { $0["subject"] as? String } == ["observation", "match", "quantity"])
            let evidence = try #require((objects[1]["evidence"] as? [[String: Any]])?.first)
            #expect(evidence["file"] as? String == "mine.tsv")
            #expect(evidence["line"] as? Int == 2)
        }
    }

    @Test func nothingIsExplainedToo() async throws {
        try await withFolder(["report.txt": Self.report]) { folder in
            let result = try await Hanlode.run("explain", "report.txt", "--mention", "一般", in: folder)
            #expect(result.status == 0)
            #expect(String(decoding: result.output, as: UTF8.self).hasPrefix("一般  nothing  [13, 15)\n"))
        }
    }

    @Test func whatDoesNotOccurIsAnError() async throws {
        try await withFolder(["report.txt": Self.report]) { folder in
            let missing = try await Hanlode.run("explain", "report.txt", "--mention", "万吨", in: folder)
            #expect(missing.status == 1)
            #expect(missing.errors.contains("万吨"))
            #expect(try await Hanlode.run("explain", "report.txt", "--at", "99", in: folder).status == 1)
            #expect(try await Hanlode.run("explain", "none.txt", in: folder).status == 1)
            #expect(
                try await Hanlode.run("explain", "report.txt", "--at", "1", "--mention", "亩", in: folder).status == 2)
        }
    }
}
