import Testing

@testable import HanLode

/// What is told of how results came about.
@Suite struct ExplanationTests {
    private func explain(_ mention: String, in text: String, packs: [Pack] = []) throws -> [Explanation] {
        Miner(packs: [.builtIn] + packs).explain(
            Document(text: text), mention: mention, context: .init(date: "2024-01-20"))
    }

    @Test func aQuantityNamesItsRuleItsUnitAndItsCue() throws {
        let explanation = try #require(try explain("300亩", in: "新增300亩以上林地。").first)
        #expect(explanation.subject == .quantity)
        #expect(explanation.rule == "number-unit")
        #expect(explanation.lexemes.map(\.text) == ["300"])
        #expect(explanation.fields.contains(.init(name: "modifier", value: "atLeast")))
        let unit = try #require(explanation.evidence.first { $0.table == "units" && $0.text == "亩" })
        #expect(unit.position == .inside)
        #expect(unit.file == "units.tsv")
        #expect(unit.cells.contains(.init(name: "factor", value: "2000/3")))
        #expect(explanation.evidence.contains { $0.table == "modifiers" && $0.text == "以上" && $0.position == .behind })
        #expect(explanation.evidence.contains { $0.table == "cues" && $0.text == "新增" && $0.position == .before })
    }

    @Test func theLinesAreThoseOfTheTables() throws {
        var checked = 0
        let text = "三千余亩，2021年以来增长5%左右，“四个意识”，总量居全市第三位，地区生产总值812亿元。"
        let files = Repository.files(in: "Sources/HanLode/Lexicon/Tables", suffix: ".tsv")
        var lines: [String: [Substring]] = [:]
        for file in files {
            let name = String(file.split(separator: "/").last ?? "")
            lines[name] = try Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false)
        }
        for explanation in try Miner().explain(Document(text: text)) {
            for evidence in explanation.evidence {
                let line = try #require(lines[evidence.file]?[evidence.line - 1])
                for cell in evidence.cells { #expect(line.contains(cell.value), "\(evidence)") }
                checked += 1
            }
        }
        #expect(checked > 20)
    }

    @Test func aPacksLineIsNamed() throws {
        let pack = Pack(name: "mine.tsv", text: "# mine\n@classifiers\tsurface\tid\n丘\tpaddy")
        let explanation = try #require(try explain("3万丘", in: "稻鱼共生3万丘。", packs: [pack]).first)
        let evidence = try #require(explanation.evidence.first { $0.table == "classifiers" })
        #expect(evidence.file == "mine.tsv")
        #expect(evidence.line == 3)
    }

    @Test func aShorterUnitIsALoser() throws {
        let explanation = try #require(try explain("50平方米", in: "面积50平方米。").first)
        let rivals = explanation.rivals.filter { $0.reason == .longerTerm }
        #expect(rivals.contains { $0.text == "平" || $0.text == "平方" })
        #expect(rivals.allSatisfy { $0.winner == "@units 平方米" })
    }

    @Test func aNumberThatIsNoAmountIsToldOf() throws {
        let text = "要统一思想。"
        let explanation = try #require(try explain("一", in: text).first)
        #expect(explanation.subject == .none)
        #expect(explanation.rule == nil)
        #expect(explanation.lexemes.count == 1)
        #expect(explanation.rivals.contains { $0.reason == .unbelieved && $0.candidate == "quantity" })
    }

    @Test func aWordThatHoldsANumeralIsTheLexemeAndItsLine() throws {
        let explanation = try #require(try explain("一般", in: "情况一般。").first)
        #expect(explanation.subject == .none)
        #expect(explanation.lexemes.map(\.kind) == ["word"])
        #expect(explanation.evidence.contains { $0.table == "words" && $0.text == "一般" })
    }

    @Test func aSetThatCountsTakesItsNumber() throws {
        let explanation = try #require(try explain("三大攻坚行动", in: "开展三大攻坚行动。").first)
        #expect(explanation.subject == .slogan)
        #expect(explanation.evidence.contains { $0.table == "slogan-heads" })
    }

    @Test func anObservationNamesTheWordsOfItsClause() throws {
        let text = "工业投资下降3%，地区生产总值同比增长6.3%。"
        let explanation = try #require(
            try Miner().explain(Document(text: text)).first { $0.text == "地区生产总值同比增长6.3%" })
        #expect(explanation.subject == .observation)
        #expect(explanation.rule == "subject")
        #expect(explanation.fields.contains(.init(name: "basis", value: "同比")))
        #expect(explanation.evidence.contains { $0.table == "indicators" && $0.text == "地区生产总值" })
        #expect(explanation.evidence.contains { $0.table == "statements" && $0.text == "增长" })
        #expect(!explanation.evidence.contains { $0.text == "下降" }, "another clause")
    }

    @Test func amatchNamesItsPatternAndWhatItTook() throws {
        let pack = Pack(
            name: "mine.tsv",
            text: "@patterns\tname\tkind\tdefinition\tpriority\nland\tregex\t(?<n>\\d+)亩田\t2\nfield\tregex\t亩田地\t1")
        let explanation = try #require(try explain("300亩田", in: "新增300亩田地。", packs: [pack]).first)
        #expect(explanation.subject == .match)
        #expect(explanation.fields.contains(.init(name: "n", value: "300")))
        #expect(explanation.evidence.map(\.table) == ["patterns"])
        #expect(explanation.evidence.map(\.line) == [2])
        let displaced = try #require(explanation.rivals.first { $0.reason == .displaced })
        #expect(displaced.candidate == "quantity number-unit")
        #expect(displaced.winner == "match land 300亩田")
        let outranked = try #require(explanation.rivals.first { $0.reason == .outranked })
        #expect(outranked.candidate == "match field")
    }

    @Test func everyResultIsExplainedAndNothingElseChanges() throws {
        for name in GoldReport.names {
            let document = Document(text: try Repository.text("Corpora/reports/\(name).txt"))
            let miner = try Miner()
            let found = miner.extract(document)
            let explanations = miner.explain(document)
            let count =
                found.quantities.count + found.times.count + found.observations.count + found.slogans.count
                + found.entities.count + found.matches.count
            #expect(explanations.count == count)
            #expect(explanations.allSatisfy { $0.rule != nil && $0.text.isEmpty == false })
            let withoutEvidence = explanations.filter { $0.subject == .quantity && $0.evidence.isEmpty }
            #expect(withoutEvidence.isEmpty, "\(withoutEvidence.map(\.text))")
        }
    }

    @Test func aPlaceOutsideEveryResultHasOneExplanation() throws {
        let text = "新增300亩林地。"
        let document = Document(text: text)
        let explanations = try Miner().explain(document, in: TextSpan(start: 0, end: 3))
        #expect(explanations.map(\.subject) == [.none])
        #expect(explanations.first?.text == "新")
    }

    @Test func randomTextsAreExplained() throws {
        let miner = try Miner()
        let pieces = ["三", "万", "亩", "“四个意识”", "去年", "增长5%", "，", "。", "一般", "第3位", "\n", "👨‍👩‍👧", "x", "至", "1."]
        var generator = SeededGenerator(seed: 63)
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 0...12, using: &generator))
                .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let document = Document(text: text)
            let map = OffsetMap(text)
            for explanation in miner.explain(document) {
                #expect(explanation.span.range(in: text).map { String(text[$0]) } == explanation.text)
                for evidence in explanation.evidence {
                    #expect(evidence.span.range(in: text).map { String(text[$0]) } == evidence.text)
                }
                for rival in explanation.rivals {
                    #expect(rival.span.range(in: text).map { String(text[$0]) } == rival.text)
                }
                _ = explanation.converted(to: .utf16, with: map)
            }
        }
    }
}
