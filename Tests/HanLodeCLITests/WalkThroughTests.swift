import Foundation
import Testing

/// The README's pack of ten lines does what the README says.
@Suite struct WalkThroughTests {
    /// The fenced block between `<!-- name -->` and `<!-- /name -->`.
    private static func block(_ name: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let start = try #require(readme.range(of: "<!-- \(name) -->\n```"))
        let end = try #require(readme.range(of: "```\n<!-- /\(name) -->", range: start.upperBound..<readme.endIndex))
        let fenced = readme[start.upperBound..<end.lowerBound]
        return String(fenced[fenced.index(after: try #require(fenced.firstIndex(of: "\n")))...])
    }

    private static func files() throws -> [String: [UInt8]] {
        ["mine.tsv": Array(try block("pack").utf8), "report.txt": Array(try block("pack-report").utf8)]
    }

    @Test func everyCommandPrintsWhatTheReadmeShows() async throws {
        let shown = try Self.block("pack-commands")
        var printed = ""
        var count = 0
        try await withFolder(try Self.files()) { folder in
            for line in shown.split(separator: "\n") where line.hasPrefix("$ hanlode ") {
                let result = try await Hanlode.run(
                    line.dropFirst("$ hanlode ".count).split(separator: " ").map(String.init), in: folder)
                #expect(result.status == 0, "\(line)")
                printed += line + "\n" + String(decoding: result.output, as: UTF8.self)
                count += 1
            }
        }
        #expect(count == 5)
        #expect(printed == shown)
    }

    @Test func theMatchesAreThoseOfTheReadme() async throws {
        let shown = try JSONSerialization.jsonObject(with: Data(try Self.block("pack-matches").utf8)) as? NSArray
        try await withFolder(try Self.files()) { folder in
            let result = try await Hanlode.run(
                ["extract", "--format", "json", "--pack", "mine.tsv", "report.txt"], in: folder)
            let matches = try result.objects().first?["matches"] as? NSArray
            #expect(matches == shown)
            #expect(matches?.count == 4)
        }
    }

    @Test func thePackHasTenLinesOfSixTables() throws {
        let lines = try Self.block("pack").split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.count { $0.hasPrefix("@") } == 6)
        #expect(lines.count { !$0.hasPrefix("@") } == 10)
    }
}
