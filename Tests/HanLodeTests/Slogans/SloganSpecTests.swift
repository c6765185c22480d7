import Foundation
import HanLode
import Testing

@Suite struct SloganSpecTests {
    @Test("Every slogan of the text is found as the spec says, and nothing else", arguments: SpecFile.all("slogans"))
    func spec(file: SpecFile) throws {
        let miner = try Miner()
        for line in try file.lines() {
            let (text, spans) = line.marks
            let found = miner.slogans(in: text)
            let entries = zip(found, line.entries).map { $0.specEntry(like: $1) }
            if found.map(\.span) != spans || entries != line.entries {
                let got = found.map { $0.specEntry(like: "=") }.joined(separator: " ; ")
                Issue.record(
                    """
                    \(line.path):\(line.number)
                    expected \(escaped(line.input))  \(line.expected)
                    got      \(marked(text, found.map(\.span)))  \(got)
                    """, sourceLocation: line.location)
            }
        }
    }

    @Test(arguments: SpecFile.all("slogans"))
    func everyBracketHasAnEntry(file: SpecFile) throws {
        for line in try file.lines() {
            #expect(line.marks.spans.count == line.entries.count, "\(line.path):\(line.number)")
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

    @Test(arguments: SpecFile.all("slogans").filter { $0.path.contains("/not-") })
    func filesOfCounterexamplesHoldNothingElse(file: SpecFile) throws {
        for line in try file.lines() { #expect(line.expected == "-", "\(line.path):\(line.number)") }
    }

    @Test func thereAreEnoughExamples() throws {
        let lines = try SpecFile.all("slogans").flatMap { try $0.lines() }
        #expect(lines.count { $0.expected != "-" } >= 300)
        #expect(lines.count { $0.expected == "-" } >= 200)
    }

    @Test func everyRuleHasAnExample() throws {
        let miner = try Miner()
        var seen: Set<SloganRule> = []
        for line in try SpecFile.all("slogans").flatMap({ try $0.lines() }) {
            seen.formUnion(miner.slogans(in: line.marks.text).map(\.rule))
        }
        let missing = Set(SloganRule.allCases).subtracting(seen)
        #expect(missing.isEmpty, "no spec shows \(missing.map(\.rawValue).sorted())")
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
