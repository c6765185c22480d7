import Foundation
import HanLode
import Testing

@Suite struct SloganSpecTests {
    @Test("Every slogan of the text is found as the spec says, and nothing else", arguments: SpecFile.all("slogans"))
    func spec(file: SpecFile) throws {
        let miner = try Miner()
        try file.check { text, line in
            miner.slogans(in: text).enumerated().map { index, slogan in
                (slogan.span, slogan.specEntry(like: index < line.entries.count ? line.entries[index] : "="))
            }
        }
    }

    @Test(arguments: SpecFile.all("slogans"))
    func membersStandWhereTheirSpansSay(file: SpecFile) throws {
        let miner = try Miner()
        for line in try file.lines() {
            let text = line.marks.text
            for slogan in miner.slogans(in: text) {
                #expect(slogan.range(in: text).map { String(text[$0]) } == slogan.text)
                #expect((slogan.membership == .text) == (slogan.memberSpans != nil))
                guard let spans = slogan.memberSpans else { continue }
                let cut = spans.compactMap { span in span.range(in: text).map { String(text[$0]) } }
                #expect(cut == slogan.members)
            }
        }
    }

    @Test(arguments: SpecFile.all("slogans"))
    func noQuantityOrTimeStandsInASet(file: SpecFile) throws {
        let miner = try Miner()
        for line in try file.lines() {
            let found = miner.extract(line.marks.text)
            for set in found.slogans where set.kind == .set {
                #expect(!found.quantities.contains { $0.span.overlaps(set.span) }, "\(line.path):\(line.number)")
                #expect(!found.times.contains { $0.span.overlaps(set.span) }, "\(line.path):\(line.number)")
            }
        }
    }

    @Test func thereAreEnoughExamples() throws {
        let lines = try SpecFile.all("slogans").flatMap { try $0.lines() }
        #expect(lines.count { $0.expected != "-" } >= 300)
        #expect(lines.count { $0.expected == "-" } >= 200)
    }

    @Test func everyRuleHasAnExample() throws {
        let miner = try Miner()
        let missing = try SpecFile.rulesWithoutExample(in: SpecFile.all("slogans")) { text, _ in
            miner.slogans(in: text).map(\.rule)
        }
        #expect(missing.isEmpty, "no spec shows \(missing)")
    }
}

extension Slogan {
    /// `term`, `set 3,1`, and where the expected entry names members or asks for them by `=`, `set 2 甲|乙`.
    fileprivate func specEntry(like expected: String) -> String {
        guard kind == .set else { return "term" }
        let entry = "set " + (counts ?? []).map(String.init).joined(separator: ",")
        let wantsMembers = expected == "=" || expected.split(separator: " ").count > 2
        guard wantsMembers, let members else { return entry }
        return entry + " " + members.joined(separator: "|")
    }
}
