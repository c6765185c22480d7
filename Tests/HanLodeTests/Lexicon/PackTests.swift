import Foundation
import Testing

@testable import HanLode

/// The reading of packs: every bad line has its code, line and column, and the good lines around it are kept.
@Suite struct PackTests {
    private static let units = "@units\tsurface\tid\tdimension\tfactor\toffset\tcode\tuse"

    private func surfaces(_ pack: Pack) -> [String] { pack.rows.map { $0.cells[0] } }

    struct BadLine: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let code: DiagnosticCode
        let line: Int
        let column: Int
        var kept: [String] = ["锭", "垛"]

        var testDescription: String { name }
    }

    static let badLines = [
        BadLine(
            name: "a row before any header",
            text: "枚\tpiece\tcount\t1\n\(units)\n锭\tspindle\tcount\t1\n垛\tstack\tcount\t1",
            code: .rowBeforeHeader, line: 1, column: 0),
        BadLine(
            name: "an unknown table",
            text: "\(units)\n锭\tspindle\tcount\t1\n@measures\tsurface\n\(units)\n垛\tstack\tcount\t1",
            code: .unknownTable, line: 3, column: 1),
        BadLine(
            name: "an unknown column",
            text: "@units\tsurface\tid\tcolour\tdimension\tfactor\n锭\tspindle\tred\tcount\t1\n垛\tstack\tblue\tcount\t1",
            code: .unknownColumn, line: 1, column: 4),
        BadLine(
            name: "a missing column", text: "\(units)\n锭\tspindle\tcount\t1\n垛\tstack\tcount\t1\n@classifiers\tsurface",
            code: .missingColumn, line: 4, column: 0),
        BadLine(
            name: "too many cells", text: "@classifiers\tsurface\tid\n锭\tspindle\n枚\tpiece\tweak\n垛\tstack",
            code: .tooManyCells, line: 3, column: 3),
        BadLine(
            name: "an empty cell", text: "\(units)\n锭\tspindle\tcount\t1\n枚\tpiece\tcount\n垛\tstack\tcount\t1",
            code: .emptyCell, line: 3, column: 0),
        BadLine(
            name: "a bad factor", text: "\(units)\n锭\tspindle\tcount\t1\n枚\tpiece\tcount\tten\n垛\tstack\tcount\t1",
            code: .badValue, line: 3, column: 4),
        BadLine(
            name: "a bad dimension", text: "\(units)\n锭\tspindle\tcount\t1\n枚\tpiece\ttaste\t1\n垛\tstack\tcount\t1",
            code: .badValue, line: 3, column: 3),
        BadLine(
            name: "a bad id", text: "\(units)\n锭\tspindle\tcount\t1\n枚\tA piece\tcount\t1\n垛\tstack\tcount\t1",
            code: .badValue, line: 3, column: 2),
        BadLine(
            name: "a bad use",
            text: "\(units)\n锭\tspindle\tcount\t1\n枚\tpiece\tcount\t1\t\t\toften\n垛\tstack\tcount\t1",
            code: .badValue, line: 3, column: 7),
        BadLine(
            name: "a term twice", text: "\(units)\n锭\tspindle\tcount\t1\n锭\tspindle\tcount\t2\n垛\tstack\tcount\t1",
            code: .duplicateTerm, line: 3, column: 1),
    ]

    @Test(arguments: badLines)
    func aBadLineIsToldAndTheOthersKept(example: BadLine) throws {
        let pack = Pack(name: "mine.tsv", text: example.text)
        let diagnostic = try #require(pack.diagnostics.first)
        #expect(pack.diagnostics.count == 1)
        #expect(diagnostic.code == example.code)
        #expect(diagnostic.line == example.line)
        #expect(diagnostic.column == example.column)
        #expect(diagnostic.file == "mine.tsv")
        #expect(!diagnostic.message.isEmpty)
        #expect(surfaces(pack) == example.kept)
    }

    @Test func aDiagnosticPrintsItsPlace() throws {
        let pack = Pack(name: "mine.tsv", text: "锭\tspindle")
        let diagnostic = try #require(pack.diagnostics.first)
        #expect(diagnostic.description == "mine.tsv:1:0: HL0301: \(diagnostic.message)")
    }

    @Test func rowsUnderAHeaderThatWasNotUnderstoodAreTold() {
        let pack = Pack(name: "mine.tsv", text: "\(Self.units)\n锭\tspindle\tcount\t1\n@nothing\n枚\n枚")
        #expect(pack.diagnostics.map(\.code) == [.unknownTable, .rowBeforeHeader, .rowBeforeHeader])
        #expect(pack.diagnostics.map(\.line) == [3, 4, 5])
    }

    @Test func aNumeralsValueIsADigit() {
        let pack = Pack(
            name: "mine.tsv", text: "@numerals\tsurface\tclass\tvalue\n仨\than-digit\t3\n兩三\than-digit\t2\n仟\tplace\t16")
        #expect(pack.diagnostics.map(\.code) == [.badValue, .badValue])
        #expect(pack.diagnostics.map(\.column) == [1, 3])
        #expect(surfaces(pack) == ["仨"])
    }

    @Test func columnsComeInAnyOrder() throws {
        let pack = Pack(name: "mine.tsv", text: "@units\tfactor\tdimension\tsurface\tid\n2000/3\tarea\t甲亩\tmy-mu")
        #expect(pack.diagnostics.isEmpty)
        #expect(try #require(pack.rows.first).cells == ["甲亩", "my-mu", "", "area", "2000/3", "", ""])
    }

    @Test func commentsAndEmptyLinesAreNoRows() {
        let pack = Pack(name: "mine.tsv", text: "# source\n\n\(Self.units)\n  \n#锭\tx\n锭\tspindle\tcount\t1\n\t\n")
        #expect(pack.diagnostics.isEmpty)
        #expect(surfaces(pack) == ["锭"])
    }

    @Test func carriageReturnsAndAMarkAreSeenThrough() {
        let text =
            "\u{FEFF}\(Self.units)\r\n锭\tspindle\tcount\t1\r\n枚\tpiece\tcount\r\n垛\tstack\tcount\t1\t\t\tweak\r\n"
        let pack = Pack(name: "mine.tsv", text: text)
        #expect(pack.diagnostics.map(\.line) == [3])
        #expect(pack.rows.map { $0.cells[2] } == ["", "weak"])
    }

    @Test func oneFileHoldsSeveralTables() {
        let text = "@classifiers\tsurface\tid\n锭\tspindle\n@time-units\tsurface\n农时\n@words\tsurface\n三锭坊"
        let pack = Pack(name: "mine.tsv", text: text)
        #expect(pack.diagnostics.isEmpty)
        #expect(pack.rows.map(\.table) == [.classifiers, .timeUnits, .words])
        #expect(pack.rows.map(\.line) == [2, 4, 6])
    }

    @Test func oneSurfaceMayHaveSeveralRoles() {
        let text =
            "@modifiers\tsurface\tposition\tmodifier\n打底\tbefore\tatLeast\n打底\tafter\tatLeast\n@cues\tsurface\trole\n打底\tranking\n打底\tscope"
        // A modifier before and one after are two terms, and so are two roles of a cue.
        #expect(Pack(name: "mine.tsv", text: text).diagnostics.isEmpty)
        #expect(Pack(name: "mine.tsv", text: text + "\n打底\tscope").diagnostics.map(\.code) == [.duplicateTerm])
    }

    @Test func theEmptyPackIsAPack() {
        #expect(Pack(name: "empty.tsv", text: "").rows.isEmpty)
        #expect(Pack(name: "empty.tsv", text: "").diagnostics.isEmpty)
    }
}
