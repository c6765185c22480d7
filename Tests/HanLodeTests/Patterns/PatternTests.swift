import Testing

@testable import HanLode

/// What lists, sequences and regular expressions of a pack find.
@Suite struct PatternTests {
    static let companies = """
        @terms\tsurface\tname\tattributes
        云岚机床集团\tcompany\tsector=装备制造; listed=yes
        星河药业\tcompany\tsector=医药

        """

    static func miner(_ text: String) throws -> Miner {
        let pack = Pack(name: "mine.tsv", text: text)
        try #require(pack.diagnostics == [])
        return Miner(packs: [.builtIn, pack])
    }

    static func sequence(_ definition: String, priority: Int = 0) -> String {
        "@patterns\tname\tkind\tdefinition\tpriority\nfound\tsequence\t\(definition)\t\(priority)"
    }

    /// The texts that a sequence finds.
    private func texts(_ definition: String, in text: String, also pack: String = "") throws -> [String] {
        try Self.miner(pack + Self.sequence(definition)).extract(text).matches
            .filter { $0.name == "found" }.map(\.text)
    }

    @Test func termsHaveAttributesAndPlaces() throws {
        let text = "云岚机床集团和星河药业扩产。"
        let found = try Self.miner(Self.companies).extract(text).matches
        #expect(found.map(\.text) == ["云岚机床集团", "星河药业"])
        #expect(found.map(\.attributes) == [["sector": "装备制造", "listed": "yes"], ["sector": "医药"]])
        #expect(found.map(\.rule) == [.term, .term])
        #expect(found.compactMap { $0.range(in: text).map { String(text[$0]) } } == found.map(\.text))
    }

    @Test func ofTermsThatBeginTogetherTheLongestIsFound() throws {
        let pack = "@terms\tsurface\tname\n云岚\tplace\n云岚机床\tcompany\n机床\tproduct"
        let found = try Self.miner(pack).extract("云岚机床出口增长。").matches
        #expect(found.map(\.text) == ["云岚机床", "机床"])
    }

    @Test func aTermMayBeInSeveralLists() throws {
        let pack = "@terms\tsurface\tname\n星河药业\tcompany\n星河药业\tsupplier"
        #expect(try Self.miner(pack).extract("走访星河药业。").matches.map(\.name) == ["company", "supplier"])
    }

    @Test func termsAreFoundThroughZeroWidthCharactersAndFullWidthForms() throws {
        let pack = "@terms\tsurface\tname\nK9芯\tproduct"
        #expect(try Self.miner(pack).extract("量产Ｋ\u{200B}９芯。").matches.map(\.text) == ["Ｋ\u{200B}９芯"])
    }

    @Test func aQuantityOfADimensionIsFollowedByAWord() throws {
        let definition = "area:quantity[dimension=area] ..4 use:\"工业用地\"|\"用地\""
        let text = "出让300亩优质工业用地，整理5000公里用地边界，另有20公顷集中连片用地。"
        let found = try Self.miner(Self.sequence(definition)).extract(text)
        #expect(found.matches.map(\.text) == ["300亩优质工业用地", "20公顷集中连片用地"])
        let match = try #require(found.matches.first)
        #expect(match["use"]?.text == "工业用地")
        let mention = try #require(match["area"]?.mention)
        #expect(mention.list == .quantities)
        #expect(found.quantities[mention.index].text == "300亩")
    }

    @Test func aGapIsNoLongerThanTold() throws {
        #expect(try texts("quantity ..2 \"用地\"", in: "300亩好用地。").count == 1)
        #expect(try texts("quantity ..2 \"用地\"", in: "300亩连成片用地。").isEmpty)
    }

    @Test(arguments: ["300亩。用地", "300亩\n用地", "300亩！用地"])
    func aGapStaysInItsSentence(text: String) throws {
        #expect(try texts("quantity ..8 \"用地\"", in: text).isEmpty)
    }

    @Test func theNearestBehindAGapIsTaken() throws {
        #expect(try texts("\"建成\" ..20 \"厂\"", in: "建成一厂二厂三厂。") == ["建成一厂"])
    }

    @Test func whatIsBehindAGapMayDecideBetweenSeveralPlaces() throws {
        #expect(try texts("\"建成\" ..20 \"厂\" \"区\"", in: "建成一厂二厂区。") == ["建成一厂二厂区"])
    }

    @Test func anOptionalElementIsTakenWhereItIs() throws {
        let text = "同云岚机床集团正式签约，同星河药业签约。"
        let found = try texts("match[name=company] \"正式\"? \"签约\"", in: text, also: Self.companies)
        #expect(found == ["云岚机床集团正式签约", "星河药业签约"])
    }

    @Test func matchesAreElements() throws {
        let text = "云岚机床集团与星河药业在会上签约。星河药业与云岚机床集团签约。"
        let found = try texts(
            "match[sector=装备制造] \"与\" match[name=company] ..6 \"签约\"", in: text, also: Self.companies)
        #expect(found == ["云岚机床集团与星河药业在会上签约"])
    }

    @Test func aSequenceSeesThoseAbove() throws {
        let pack =
            Self.companies
            + "@patterns\tname\tkind\tdefinition\npair\tsequence\tmatch[name=company] \"与\" match[name=company]\n"
            + "signing\tsequence\tmatch[name=pair] \"签约\""
        let found = try Self.miner(pack).extract("云岚机床集团与星河药业签约。").matches
        #expect(found.first { $0.name == "signing" }?.text == "云岚机床集团与星河药业签约")
    }

    @Test func anObservationIsFoundByItsIndicator() throws {
        let text = "地区生产总值增长6.3%，工业投资增长9%。"
        let definition = "it:observation[indicator=地区生产总值|进出口总额, measure=growth]"
        let found = try Self.miner(Self.sequence(definition)).extract(text)
        #expect(found.matches.map(\.text) == ["地区生产总值增长6.3%"])
        let mention = try #require(found.matches.first?["it"]?.mention)
        #expect(mention.list == .observations)
        #expect(found.observations[mention.index].measure == .growth)
    }

    @Test func aTimeAndASloganAreElements() throws {
        let text = "“四个意识”更加牢固。2023年底前完成验收。"
        #expect(try texts("slogan[kind=set, head=意识] ..4 \"牢固\"", in: text) == ["四个意识”更加牢固"])
        #expect(try texts("time[value~2023] \"前\"", in: text) == ["2023年底前"])
    }

    @Test func entitiesAreElements() throws {
        let text = "云岚大学与石桥集团在会上签约，省教育厅与石桥镇签约。"
        let definition = "first:entity[type=ORG] \"与\" second:entity[type=ORG] ..6 \"签约\""
        let found = try Self.miner(Self.sequence(definition)).extract(text)
        #expect(found.matches.map(\.text) == ["云岚大学与石桥集团在会上签约"])
        let mention = try #require(found.matches.first?["second"]?.mention)
        #expect(mention.list == .entities)
        #expect(found.entities[mention.index].text == "石桥集团")
    }

    @Test func aTermOfATableIsAnElement() throws {
        let text = "由甲至400亩，乙、500亩。"
        #expect(try texts("@connectors[role=range] quantity[unit=亩]", in: text) == ["至400亩"])
        #expect(try texts("@connectors quantity[unit=亩]", in: text) == ["至400亩", "、500亩"])
    }

    @Test func amountsAreCompared() throws {
        let text = "投资30亿元，另投5000万元。"
        #expect(try texts("quantity[value>=1000000000, unit=元]", in: text) == ["30亿元"])
        #expect(try texts("quantity[value<=1000000000, unit!=亩]", in: text) == ["5000万元"])
    }

    @Test func aRegularExpressionHasNamedGroups() throws {
        let pack = "@patterns\tname\tkind\tdefinition\nnumber\tregex\t(?<issuer>\\p{Han}政发)〔(?<year>\\d{4})〕\\d+号"
        let found = try Self.miner(pack).extract("依据岚政发〔2023〕5号实施。").matches
        #expect(found.map(\.text) == ["岚政发〔2023〕5号"])
        #expect(found.first?["issuer"]?.text == "岚政发")
        #expect(found.first?["year"]?.text == "2023")
        #expect(found.first?.rule == .regex)
    }

    @Test func aRegularExpressionStaysInItsParagraph() throws {
        let pack = "@patterns\tname\tkind\tdefinition\nline\tregex\t^[^0-9]+$"
        #expect(try Self.miner(pack).extract("甲乙\n丙丁\r\n8\n").matches.map(\.text) == ["甲乙", "丙丁"])
    }

    @Test func aRegularExpressionThatTakesTooLongIsToldWithItsPlace() throws {
        let pack =
            "@patterns\tname\tkind\tdefinition\nslow\tregex\t(a+)+b\n" + "fast\tregex\ta(?=c)"
        let bad = String(repeating: "a", count: 60)
        let found = try Self.miner(pack).extract("好。\n\(bad)\nac\n\(bad)\n\(bad)\n\(bad)\n")
        let remarks = found.diagnostics.filter { $0.code == .patternLimit }
        #expect(remarks.count == 3, "after three paragraphs the pattern is given up")
        #expect(remarks.first?.span == TextSpan(start: 7, end: 67))
        #expect(remarks.first?.message.contains("slow") == true)
        #expect(found.matches.map(\.name) == ["fast"])
    }

    @Test func matchesAreEncodedAndDecoded() throws {
        let found = try Self.miner(Self.companies + Self.sequence("c:match[name=company] \"签约\"")).extract("星河药业签约。")
        #expect(found.matches.count == 2)
        let data = try JSONCoding.encode(found)
        #expect(try JSONCoding.decode(data) == found)
    }

    @Test func convertedOffsetsAreThoseOfTheText() throws {
        let text = "与星河药业签约300亩用地"
        let document = Document(text: text)
        let found = try Self.miner(Self.companies + Self.sequence("a:quantity \"用地\"")).extract(document)
        let scalars = found.converted(to: .scalar, with: OffsetMap(text))
        #expect(scalars.matches.map(\.span) == [TextSpan(start: 1, end: 5), TextSpan(start: 7, end: 13)])
        #expect(scalars.matches[1]["a"]?.span == TextSpan(start: 7, end: 11))
    }

    @Test func withoutPatternsThereAreNoMatches() throws {
        #expect(try Miner().extract("星河药业签约。").matches.isEmpty)
    }
}
