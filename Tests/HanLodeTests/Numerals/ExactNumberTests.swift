import Foundation
import Testing

@testable import HanLode

@Suite struct ExactNumberTests {
    @Test(arguments: [
        ("0", "0"), ("007", "7"), ("-0", "0"), ("12.50", "12.5"), ("0.10", "0.1"), ("-0.35", "-0.35"), ("100", "100"),
        ("2000/3", "2000/3"), ("2/4", "2/4"), ("5/1", "5"), ("-1/3", "-1/3"), ("0.000001", "0.000001"),
        ("1.", "1"), ("3150000000", "3150000000"), ("100/3", "100/3"), ("3/100", "3/100"),
        ("170141183460469231731687303715884105727", "170141183460469231731687303715884105727"),
    ])
    func parsesAndPrints(text: String, printed: String) throws {
        #expect(try #require(ExactNumber(text)).description == printed)
    }

    @Test(arguments: [
        "", " ", "-", ".", ".5", "1.2.3", "1,000", "1e3", "+1", "--1", "1-", "１２", "三", "1/0", "1/", "/3", "1/-2",
        "1/2/3",
        "0.5/2", "1/0.5", "0x10", " 1", "1 ", "170141183460469231731687303715884105728",
        "1234567890123456789012345678901234567890",
    ])
    func refusesWhatIsNoNumber(text: String) {
        #expect(ExactNumber(text) == nil)
    }

    @Test func equalDecimalsAreEqualValues() throws {
        let forms = ["7", "7.0", "7.000", "007", "7/1"]
        for form in forms {
            let number = try #require(ExactNumber(form))
            #expect(number == ExactNumber(7))
            #expect(number.hashValue == ExactNumber(7).hashValue)
        }
        #expect(ExactNumber(coefficient: 7000, exponent: -3) == ExactNumber(7))
    }

    @Test func aFractionKeepsItsForm() {
        #expect(ExactNumber(2, over: 4)?.description == "2/4")
        #expect(ExactNumber(2, over: 4) != ExactNumber(1, over: 2))
    }

    @Test func aDenominatorBelowOneIsNone() {
        #expect(ExactNumber(1, over: 0) == nil)
        #expect(ExactNumber(1, over: -3) == nil)
    }

    @Test func powersOfTenBeyondTheLimitAreNone() {
        #expect(ExactNumber(coefficient: 1, exponent: 64) != nil)
        #expect(ExactNumber(coefficient: 1, exponent: 65) == nil)
        #expect(ExactNumber(coefficient: 10, exponent: 64) == nil)
        #expect(ExactNumber(coefficient: 1, exponent: -64) != nil)
        #expect(ExactNumber(coefficient: 1, exponent: -65) == nil)
        #expect(ExactNumber(coefficient: 0, exponent: 1000) == .zero)
    }

    @Test func wholeNumbersAreIntegersWhereTheyFit() {
        #expect(ExactNumber("12000000")?.integer == 12_000_000)
        #expect(ExactNumber("-3")?.integer == -3)
        #expect(ExactNumber("0.5")?.integer == nil)
        #expect(ExactNumber("4/2")?.integer == nil)
        #expect(ExactNumber("9223372036854775807")?.integer == .max)
        #expect(ExactNumber("9223372036854775808")?.integer == nil)
        #expect(ExactNumber(coefficient: 1, exponent: 60)?.integer == nil)
    }

    @Test(arguments: ["0.35", "-12", "2/3", "116600000000", "0"])
    func isCodedAsAString(text: String) throws {
        let number = try #require(ExactNumber(text))
        let data = try JSONEncoder().encode([number])
        let written = try JSONDecoder().decode([String].self, from: data)
        #expect(written == [text])
        #expect(try JSONDecoder().decode([ExactNumber].self, from: data) == [number])
    }

    @Test(arguments: ["[1]", "[1.5]", "[\"\"]", "[\"abc\"]", "[\"1/0\"]", "[null]"])
    func nothingButItsOwnTextIsDecoded(json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([ExactNumber].self, from: Data(json.utf8))
        }
    }

    @Test func everyPrintedNumberIsReadBack() throws {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let coefficient = Int128(Int64.random(in: .min ... .max, using: &generator))
            let number =
                Bool.random(using: &generator)
                ? ExactNumber(coefficient: coefficient, exponent: Int.random(in: -18...18, using: &generator))
                : ExactNumber(coefficient, over: Int128(Int32.random(in: 1...Int32.max, using: &generator)))
            let known = try #require(number)
            #expect(ExactNumber(known.description) == known)
        }
    }
}
