import Testing

@testable import HanLode

/// What a definition may say, and what is told where it says something else.
@Suite struct PatternDefinitionTests {
    /// Kind, definition, the character at which the complaint is, and a word of it.
    private static let bad: [(kind: String, definition: String, place: Int, word: String)] = [
        ("sequence", "quantity[dimension=aera] \"亩\"", 20, "aera"),
        ("sequence", "quantity[dimensions=area]", 10, "dimensions"),
        ("sequence", "..3 \"亩\"", 1, "begins"),
        ("sequence", "\"亩\" ..3", 8, "ends"),
        ("sequence", "\"亩\" ..3 ..4 \"田\"", 9, "follows"),
        ("sequence", "\"亩\" ..0 \"田\"", 7, "1 to 200"),
        ("sequence", "\"亩\" ..201 \"田\"", 7, "1 to 200"),
        ("sequence", "\"a\" ..100 \"b\" ..150 \"c\"", 15, "together"),
        ("sequence", "\"亩", 1, "closed"),
        ("sequence", "\"\"", 1, "empty"),
        ("sequence", "\"\\n\"", 3, "\\"),
        ("sequence", "\"亩\"?", 1, "optional"),
        ("sequence", "\"a\" x:..3 \"b\"", 5, "group"),
        ("sequence", "x:\"a\" x:\"b\"", 7, "two groups"),
        ("sequence", "entty", 1, "entty"),
        ("sequence", "@cues \"a\"", 1, "@cues"),
        ("sequence", "@nothing", 1, "@nothing"),
        ("sequence", "@units[area=x]", 8, "area"),
        ("sequence", "quantity[value>=many]", 17, "number"),
        ("sequence", "quantity[unit]", 14, "="),
        ("sequence", "quantity[unit=]", 15, "value"),
        ("sequence", "quantity[unit=亩", 16, "]"),
        ("sequence", "quantity\"亩\"", 9, "space"),
        ("sequence", "?", 1, "expected"),
        ("regex", "(abc", 5, "PAREN"),
        ("regex", "[z-a]", 5, "RANGE"),
    ]

    @Test(arguments: bad.indices)
    func aBadDefinitionIsACodedErrorWithItsPlace(index: Int) throws {
        let bad = Self.bad[index]
        let pack = Pack(
            name: "mine.tsv", text: "# mine\n@patterns\tname\tkind\tdefinition\nx\t\(bad.kind)\t\(bad.definition)")
        let diagnostic = try #require(pack.diagnostics.first)
        #expect(pack.diagnostics.count == 1)
        #expect(diagnostic.code == .badPattern)
        #expect((diagnostic.line, diagnostic.column) == (3, 3))
        #expect(diagnostic.message.contains("at character \(bad.place) "), "\(diagnostic)")
        #expect(diagnostic.message.contains(bad.word), "\(diagnostic)")
        #expect(pack.rows.isEmpty)
    }

    @Test(arguments: ["a", "a=", "=b", "a=b; a=c", ";"])
    func badAttributesAreToldOf(cell: String) throws {
        let pack = Pack(name: "mine.tsv", text: "@terms\tsurface\tname\tattributes\n星河\tx\t\(cell)")
        #expect(pack.diagnostics.map(\.code) == [.badValue])
        #expect(pack.diagnostics.first?.column == 3)
    }

    @Test(arguments: ["10", "-10", "1.5", "high"])
    func badPrioritiesAreToldOf(cell: String) throws {
        let pack = Pack(name: "mine.tsv", text: "@terms\tsurface\tname\tpriority\n星河\tx\t\(cell)")
        #expect(pack.diagnostics.map(\.code) == [.badValue])
    }

    @Test func theColumnIsThatOfTheFile() throws {
        let pack = Pack(name: "mine.tsv", text: "@patterns\tdefinition\tname\tkind\n(\tx\tregex")
        #expect(pack.diagnostics.map(\.column) == [1])
    }

    @Test func ofTwoPatternsWithOneNameInAPackTheFirstStands() throws {
        let pack = Pack(name: "mine.tsv", text: "@patterns\tname\tkind\tdefinition\nx\tregex\ta\nx\tregex\tb")
        #expect(pack.diagnostics.map(\.code) == [.duplicateTerm])
        #expect(pack.rows.map { $0.cells[2] } == ["a"])
    }

    @Test func randomDefinitionsNeverTrap() throws {
        let pieces = [
            "\"", "亩", "|", "[", "]", "quantity", "match", "@units", "=", "~", ">=", "!=", ",", "..", "9", " ", "?",
            ":", "x",
            "\\", "dimension", "area", "\u{200B}", "👨‍👩‍👧",
        ]
        var generator = SeededGenerator(seed: 61)
        var good = 0
        for _ in 0..<20_000 {
            let definition = (0..<Int.random(in: 1...9, using: &generator))
                .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            if (try? SequenceDefinition(definition)) != nil { good += 1 }
        }
        #expect(good > 0)
    }

    @Test func aPackDeclaredInSwiftIsTheSameAsAFile() throws {
        let file = Pack(
            name: "mine",
            text: """
                @terms\tsurface\tname\tattributes\tpriority
                云岚机床集团\tcompany\tlisted=yes; sector=装备制造\t0
                星河药业\tcompany\tsector=医药\t0
                @patterns\tname\tkind\tdefinition\tpriority
                land\tsequence\tarea:quantity[dimension="area"] ..8 "工业用地"|"用地"? match[name="company"]\t1
                number\tregex\t(?<year>\\d{4})号\t-2
                """)
        let declared = Pack(name: "mine") {
            TermList("company", ["云岚机床集团": ["sector": "装备制造", "listed": "yes"], "星河药业": ["sector": "医药"]])
            SequencePattern("land", priority: 1) {
                PatternElement.quantity(dimension: .area).named("area")
                PatternElement.gap(upTo: 8)
                PatternElement.text("工业用地", "用地").optional
                PatternElement.match("company")
            }
            RegularExpressionPattern("number", #"(?<year>\d{4})号"#, priority: -2)
        }
        #expect(file.diagnostics == [])
        #expect(declared.diagnostics == [])
        #expect(declared.rows.map(\.cells) == file.rows.map(\.cells))
        #expect(declared.rows.map(\.table) == file.rows.map(\.table))
    }

    @Test func whatIsDeclaredBadlyInSwiftIsToldOf() throws {
        let pack = Pack(name: "mine") {
            TermList("1", ["甲"])
            RegularExpressionPattern("x", "(")
            SequencePattern("y") {
                PatternElement.gap(upTo: 3)
                "甲"
            }
        }
        #expect(pack.diagnostics.map(\.code) == [.badValue, .badPattern, .badPattern])
        #expect(pack.diagnostics.map(\.line) == [1, 2, 3])
    }

    @Test func whatATextHoldsIsQuoted() throws {
        let pack = Pack(name: "mine") {
            SequencePattern("x") { #"a"b\c"# }
        }
        #expect(pack.diagnostics == [])
        #expect(Miner(packs: [.builtIn, pack]).extract(#"甲a"b\c乙"#).matches.map(\.text) == [#"a"b\c"#])
    }
}
