import Foundation
import Testing

@testable import HanLode

@Suite struct ExtractionTests {
    private static let text = "𠮷水县2023年粮食总产量近3.2万吨，增长5%—6%，居全市第三位，约占三分之二；水稻单产1200斤/亩，翻一番。"

    private func extraction() throws -> Extraction {
        try Miner().extract(Self.text, context: .init(date: "2024-01-16", region: "𠮷水县"))
    }

    @Test(arguments: OffsetUnit.allCases)
    func whatIsEncodedIsDecoded(unit: OffsetUnit) throws {
        let extraction = try extraction().converted(to: unit, with: OffsetMap(Self.text))
        let data = try JSONEncoder().encode(extraction)
        #expect(try JSONDecoder().decode(Extraction.self, from: data) == extraction)
    }

    @Test func aReportIsDecodedAsItWasEncoded() throws {
        let extraction = try Miner().extract(Repository.text("Corpora/reports/hedong-2024-work-report.txt"))
        #expect(extraction.quantities.count > 100)
        #expect(try JSONDecoder().decode(Extraction.self, from: JSONEncoder().encode(extraction)) == extraction)
    }

    @Test func diagnosticsAreDecodedAsTheyWereEncoded() throws {
        let extraction = try Miner().extract("共" + String(repeating: "7", count: 60) + "元")
        #expect(extraction.diagnostics.map(\.code) == [.numeralTooLong])
        #expect(try JSONDecoder().decode(Extraction.self, from: JSONEncoder().encode(extraction)) == extraction)
    }

    @Test func anotherVersionOfTheContractIsNotDecoded() throws {
        let data = try JSONEncoder().encode(extraction())
        let later = String(decoding: data, as: UTF8.self).replacing("\"version\":1", with: "\"version\":2")
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Extraction.self, from: Data(later.utf8)) }
    }

    private func objects(_ name: String) throws -> [[String: Any]] {
        let data = try JSONEncoder().encode(extraction())
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        return try #require(object[name] as? [[String: Any]])
    }

    @Test func aValueHasTheContractsFields() throws {
        let quantity = try #require(try objects("quantities").first)
        #expect(
            Set(quantity.keys) == [
                "start", "end", "text", "value", "unit", "unitCode", "dimension", "modifier", "normalized", "rule",
            ])
        #expect(quantity["text"] as? String == "3.2万吨")
        #expect(quantity["value"] as? String == "32000")
        #expect(quantity["unit"] as? String == "吨")
        #expect(quantity["unitCode"] as? String == "t")
        #expect(quantity["dimension"] as? String == "mass")
        #expect(quantity["rule"] as? String == "number-unit")
        #expect(quantity["normalized"] as? [String: String] == ["value": "32000000", "unit": "kg"])
    }

    @Test func aRangeHasBoundsAndNoValue() throws {
        let quantity = try #require(try objects("quantities").first { $0["text"] as? String == "5%—6%" })
        #expect(
            Set(quantity.keys) == [
                "start", "end", "text", "lower", "upper", "unit", "unitCode", "dimension", "normalized", "rule",
            ])
        #expect(quantity["lower"] as? String == "5")
        #expect(quantity["upper"] as? String == "6")
        #expect(quantity["normalized"] as? [String: String] == ["lower": "0.05", "upper": "0.06", "unit": "1"])
    }

    @Test func aRankHasNoNormalizedValue() throws {
        let quantity = try #require(try objects("quantities").first { $0["dimension"] as? String == "rank" })
        #expect(Set(quantity.keys) == ["start", "end", "text", "value", "unit", "dimension", "rule"])
    }

    @Test func aFractionHasNoUnit() throws {
        let quantity = try #require(try objects("quantities").first { $0["dimension"] as? String == "fraction" })
        #expect(quantity["value"] as? String == "2/3")
        #expect(quantity["unit"] == nil)
        #expect(quantity["modifier"] as? String == "approximate")
    }

    @Test func theDocumentSaysWhatWasGiven() throws {
        let document = try extraction().document
        #expect(document.date == "2024-01-16")
        #expect(document.region?.name == "𠮷水县")
        #expect(document.characters == Self.text.unicodeScalars.count)
        #expect(document.encoding == nil)
    }

    @Test func convertedOffsetsCutTheSameTexts() throws {
        let extraction = try extraction()
        let map = OffsetMap(Self.text)
        let scalars = Array(Self.text.unicodeScalars)
        let units = Array(Self.text.utf16)
        for quantity in extraction.converted(to: .scalar, with: map).quantities {
            #expect(Array(quantity.text.unicodeScalars) == Array(scalars[quantity.span.start..<quantity.span.end]))
        }
        for quantity in extraction.converted(to: .utf16, with: map).quantities {
            #expect(Array(quantity.text.utf16) == Array(units[quantity.span.start..<quantity.span.end]))
        }
    }

    @Test(arguments: OffsetUnit.allCases, OffsetUnit.allCases)
    func conversionsLeadBackAndAcross(first: OffsetUnit, second: OffsetUnit) throws {
        let extraction = try extraction()
        let map = OffsetMap(Self.text)
        let across = extraction.converted(to: first, with: map).converted(to: second, with: map)
        #expect(across == extraction.converted(to: second, with: map))
        #expect(across.converted(to: .utf8, with: map) == extraction)
    }
}
