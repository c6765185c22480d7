import Foundation
import Testing

@testable import HanLode

/// Corpora/specs/outlines: whole documents, each with its tree beside it.
@Suite struct OutlineSpecTests {
    static let names = Repository.files(in: "Corpora/specs/outlines", suffix: ".txt")

    @Test func thereAreDocuments() {
        #expect(Self.names.count >= 6)
    }

    @Test(arguments: names)
    func theTreeIsAsExpected(path: String) throws {
        let expected = try ExpectedOutline(path: path)
        let extraction = try Miner().extract(Repository.text(path))
        let lines = extraction.sections.map { "\($0.level)\t\($0.number ?? "-")\t\($0.role.rawValue)\t\($0.title)" }
        #expect(lines.joined(separator: "\n") == expected.sections.joined(separator: "\n"))
    }

    @Test(arguments: names)
    func theDocumentSaysWhatItIs(path: String) throws {
        let expected = try ExpectedOutline(path: path)
        let extraction = try Miner().extract(Repository.text(path))
        let document = extraction.document
        let known = [
            "title": document.title, "kind": document.kind.rawValue, "date": document.date,
            "region": document.region?.name, "speaker": document.speaker, "issuer": document.issuer,
            "quantities": String(extraction.quantities.count),
        ]
        for (name, value) in expected.facts { #expect((known[name] ?? nil) ?? "-" == value, "\(name)") }
    }

    @Test(arguments: names)
    func sectionsLieInsideEachOther(path: String) throws {
        let text = try Repository.text(path)
        let sections = try Miner().extract(text).sections
        var open: [Section] = []
        for section in sections {
            #expect(section.span.range(in: text) != nil && section.span.start < section.span.end)
            while let last = open.last, last.level >= section.level {
                #expect(last.span.end <= section.span.start, "\(last.title) ends inside \(section.title)")
                open.removeLast()
            }
            #expect(section.level == open.count + 1)
            if let parent = open.last {
                #expect(section.span.end <= parent.span.end, "\(section.title) ends behind \(parent.title)")
            }
            open.append(section)
        }
    }
}

/// The `.tsv` beside a document.
private struct ExpectedOutline {
    var facts: [(name: String, value: String)] = []
    var sections: [String] = []

    init(path: String) throws {
        for line in try Repository.text(path.replacing(".txt", with: ".tsv")).split(separator: "\n") {
            if line.hasPrefix("# ") { continue }
            guard line.hasPrefix("#") else {
                sections.append(String(line))
                continue
            }
            let cells = line.dropFirst().split(separator: "\t")
            try #require(cells.count == 2)
            facts.append((String(cells[0]), String(cells[1])))
        }
    }
}
