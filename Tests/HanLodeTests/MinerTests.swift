import HanLode
import Testing

@Suite struct MinerTests {
    @Test func tasksThatShareAMinerFindTheSame() async throws {
        let miner = try Miner()
        let texts = try GoldReport.names.map { try Repository.text("Corpora/reports/\($0).txt") }
        let expected = texts.map { miner.extract($0) }
        await withTaskGroup(of: [Extraction].self) { group in
            for _ in 0..<8 {
                group.addTask { texts.map { miner.extract($0) } }
            }
            for await found in group { #expect(found == expected) }
        }
    }

    @Test func twoMinersFindTheSame() throws {
        let text = try Repository.text("Corpora/reports/jianglan-2022-party-congress.txt")
        #expect(try Miner().extract(text) == Miner().extract(text))
    }

    /// A workspace keeps what the last document was told with; the rows of another lexicon have the same numbers.
    @Test func aWorkspaceServesMinersOfDifferentPacks() throws {
        func miner(code: String, members: String) -> Miner {
            Miner(packs: [
                Pack(
                    name: "\(code).tsv",
                    text: """
                        @units\tsurface\tid\tdimension\tfactor\tcode
                        丘\t\(code)\tarea\t5\t\(code)
                        @slogans\tsurface\tkind\tmembers
                        三清\tset\t\(members)
                        @divisions\tsurface\tcode\tform\tname
                        澄州\t990100\tshort\t澄州\(code)市
                        """), .builtIn,
            ])
        }
        let miners = [miner(code: "qa", members: "甲一|乙一|丙一"), miner(code: "qb", members: "甲二|乙二|丙二")]
        let text = "2021年，澄州新增12丘，做到三清。2021年新增30丘，做到三清。"
        var workspace = Workspace()
        for miner in miners + miners {
            let kept = miner.extract(Document(text: text), workspace: &workspace)
            #expect(kept == miner.extract(text))
        }
        let found = miners.map { $0.extract(text) }
        #expect(found.map { $0.quantities.compactMap(\.unitCode) } == [["qa", "qa"], ["qb", "qb"]])
        #expect(found.map { $0.slogans.first?.members?.first } == ["甲一", "甲二"])
    }

    @Test(arguments: GoldReport.names)
    func oneListAloneIsTheListOfTheWhole(name: String) throws {
        let miner = try Miner()
        let text = try Repository.text("Corpora/reports/\(name).txt")
        let whole = miner.extract(text)
        #expect(miner.quantities(in: text) == whole.quantities)
        #expect(miner.times(in: text) == whole.times)
        #expect(miner.slogans(in: text) == whole.slogans)
        #expect(miner.entities(in: text) == whole.entities)
    }

    @Test func aSubstringIsATextOfItsOwn() throws {
        let text = "上年减少。今年增产3.5万吨。"
        let miner = try Miner()
        let part = text.dropFirst(5)
        #expect(miner.quantities(in: part) == miner.quantities(in: String(part)))
        #expect(miner.quantities(in: part).map(\.span.start) == [12])
    }

    @Test func aRangeInTheTextIsTheQuantity() throws {
        let text = "今年👨‍👩‍👧增产3.5万吨。"
        let quantity = try #require(try Miner().quantities(in: text).first)
        #expect(text[try #require(quantity.range(in: text))] == "3.5万吨")
    }

    @Test(arguments: ["", " ", "\n", "。", "没有数字的一句话。"])
    func aTextWithoutAmountsHasNone(text: String) throws {
        #expect(try Miner().extract(text).quantities.isEmpty)
        #expect(try Miner().extract(text).diagnostics.isEmpty)
    }

    @Test func aNumeralThatIsTooLongIsToldAndTheNextIsFound() throws {
        let text = "共" + String(repeating: "9", count: 45) + "元，另有3亩。"
        let extraction = try Miner().extract(text)
        #expect(extraction.quantities.map(\.text) == ["3亩"])
        #expect(extraction.diagnostics.map(\.code) == [.numeralTooLong])
        #expect(extraction.diagnostics.first?.span == TextSpan(start: 3, end: 48))
    }

    @Test func thirtyEightDigitsAreExact() throws {
        let digits = String(repeating: "12345678", count: 4) + "123457"
        #expect(try Miner().quantities(in: "共\(digits)元").first?.value?.description == digits)
    }

    @Test func theVersionsAreTold() throws {
        let versions = try Miner().versions
        #expect(versions == .current)
        #expect(versions.icu.first?.isNumber == true)
        #expect(versions.unicode.contains("."))
    }
}
