import Testing

@testable import HanLode

/// Which of several matches stand, and what becomes of the mentions that they overlap.
@Suite struct PatternOverlapTests {
    private func found(_ rows: String, in text: String) throws -> Extraction {
        let pack = Pack(name: "mine.tsv", text: rows)
        try #require(pack.diagnostics == [])
        return Miner(packs: [.builtIn, pack]).extract(text)
    }

    private static let patterns = "@patterns\tname\tkind\tdefinition\tpriority\n"

    @Test func matchesOfDifferentNamesStandSideBySide() throws {
        let rows = Self.patterns + "a\tregex\t岚江水库\t\nb\tregex\t江水库区\t"
        #expect(try found(rows, in: "岚江水库区").matches.map(\.name) == ["a", "b"])
    }

    @Test func ofOneNameTheFirstStandsAndOfThoseThatBeginTogetherTheLonger() throws {
        let rows = "@terms\tsurface\tname\n岚江水\tx\n江水库区\tx\n岚江\tx\n区域\tx"
        #expect(try found(rows, in: "岚江水库区域").matches.map(\.text) == ["岚江水", "区域"])
    }

    @Test func theHigherPriorityStands() throws {
        let rows = Self.patterns + "a\tregex\t岚江水库\t1\nb\tregex\t江水库区\t2\nc\tregex\t区域\t"
        #expect(try found(rows, in: "岚江水库区域").matches.map(\.name) == ["b"])
    }

    @Test func priorityZeroLeavesTheMentions() throws {
        let rows = Self.patterns + "code\tregex\t\\d+亩田\t0"
        let extraction = try found(rows, in: "新增300亩田。")
        #expect(extraction.matches.map(\.text) == ["300亩田"])
        #expect(extraction.quantities.map(\.text) == ["300亩"])
    }

    @Test func aPriorityAboveZeroTakesTheMentionsAway() throws {
        let text = "新增2023年300亩田，还有5公顷。"
        let rows = Self.patterns + "code\tregex\t2023年\\d+亩田\t1"
        let extraction = try found(rows, in: text)
        #expect(extraction.matches.map(\.text) == ["2023年300亩田"])
        #expect(extraction.quantities.map(\.text) == ["5公顷"])
        #expect(extraction.times.isEmpty)
        #expect(extraction.observations.allSatisfy { extraction.quantities.indices.contains($0.quantity) })
    }

    @Test func aPriorityBelowZeroGivesWay() throws {
        let rows = Self.patterns + "code\tregex\t\\d+亩田\t-1\nplain\tregex\t水田\t-1"
        let extraction = try found(rows, in: "新增300亩田，水田成片。")
        #expect(extraction.matches.map(\.text) == ["水田"])
        #expect(extraction.quantities.map(\.text) == ["300亩"])
    }

    @Test func aSequenceTakesNothingFromItsParts() throws {
        let rows = Self.patterns + "land\tsequence\ta:quantity[unit=亩] ..12 \"用地\"\t1"
        let extraction = try found(rows, in: "投资8亿元，新增300亩（含5公顷）用地，收入6万元。")
        #expect(extraction.matches.map(\.text) == ["300亩（含5公顷）用地"])
        #expect(extraction.quantities.map(\.text) == ["8亿元", "300亩", "6万元"])
        #expect(extraction.matches.first?["a"]?.mention == .init(list: .quantities, index: 1))
        for observation in extraction.observations {
            #expect(extraction.quantities.indices.contains(observation.quantity))
        }
    }

    @Test func aSequenceBelowZeroGivesWayToWhatIsNoPartOfIt() throws {
        let rows = Self.patterns + "land\tsequence\tquantity[unit=亩] ..12 \"用地\"\t-1"
        #expect(try found(rows, in: "新增300亩（含5公顷）用地。").matches.isEmpty)
        #expect(try found(rows, in: "新增300亩建设用地。").matches.count == 1)
    }

    @Test func aSequenceOfHigherPriorityLeavesTheTermsThatItIsMadeOf() throws {
        let rows =
            "@terms\tsurface\tname\n星河药业\tcompany\n药业在\tnoise\n"
            + Self.patterns + "signing\tsequence\tmatch[name=company] ..6 \"签约\"\t3"
        #expect(try found(rows, in: "星河药业在会上签约。").matches.map(\.name) == ["signing", "company"])
    }

    @Test func minersWithDifferentPacksDoNotTouchEachOther() async throws {
        let text = "云岚机床集团新增300亩用地，岚政发〔2023〕5号。"
        let rows = [
            "@terms\tsurface\tname\n云岚机床集团\tcompany",
            Self.patterns + "land\tsequence\tquantity \"用地\"\t",
            Self.patterns + "number\tregex\t\\p{Han}政发〔\\d+〕\\d+号\t1",
            "@words\tsurface\n300亩用地",
        ]
        let miners = rows.map { Miner(packs: [.builtIn, Pack(name: "mine.tsv", text: $0)]) } + [try Miner()]
        let alone = miners.map { $0.extract(text) }
        #expect(alone.map { $0.matches.map(\.name) } == [["company"], ["land"], ["number"], [], []])
        #expect(alone.map { $0.quantities.map(\.text) } == [["300亩"], ["300亩"], ["300亩"], [], ["300亩"]])
        await withTaskGroup(of: [Extraction].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    var workspace = Workspace()
                    return miners.map { $0.extract(Document(text: text), workspace: &workspace) }
                }
            }
            for await found in group { #expect(found == alone) }
        }
    }
}
