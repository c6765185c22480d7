import Testing

@testable import HanLode

/// Exact arithmetic against a rational reference model.
@Suite struct ExactArithmeticTests {
    /// Small decimals and fractions of either sign, zero among them, in pairs.
    private static func pairs(_ count: Int, seed: UInt64) throws -> [(ExactNumber, ExactNumber)] {
        var generator = SeededGenerator(seed: seed)
        func number() throws -> ExactNumber {
            let coefficient = Int128(Int.random(in: -9999...9999, using: &generator))
            return try #require(
                Bool.random(using: &generator)
                    ? ExactNumber(coefficient: coefficient, exponent: Int.random(in: -5...4, using: &generator))
                    : ExactNumber(coefficient, over: Int128(Int.random(in: 1...999, using: &generator))))
        }
        return try (0..<count).map { _ in (try number(), try number()) }
    }

    @Test func sumsAgree() throws {
        for (a, b) in try Self.pairs(3000, seed: 2) {
            let sum = try #require(a.plus(b), "\(a) + \(b)")
            #expect(Rational(sum) == Rational(a) + Rational(b), "\(a) + \(b)")
        }
    }

    @Test func productsAgree() throws {
        for (a, b) in try Self.pairs(3000, seed: 3) {
            let product = try #require(a.multiplied(by: b), "\(a) × \(b)")
            #expect(Rational(product) == Rational(a) * Rational(b), "\(a) × \(b)")
        }
    }

    @Test func quotientsAgree() throws {
        for (a, b) in try Self.pairs(3000, seed: 4) where b.coefficient != 0 {
            let quotient = try #require(a.divided(by: b), "\(a) ÷ \(b)")
            #expect(Rational(quotient) == Rational(a) / Rational(b), "\(a) ÷ \(b)")
        }
    }

    @Test func aProductIsADecimalWhereverItIsOne() throws {
        for (a, b) in try Self.pairs(2000, seed: 5) {
            let product = try #require(a.multiplied(by: b))
            var rest = Rational(product).denominator
            while rest % 2 == 0 { rest /= 2 }
            while rest % 5 == 0 { rest /= 5 }
            #expect(product.isFraction == (rest != 1), "\(a) × \(b) = \(product)")
        }
    }

    @Test func comparisonAgrees() throws {
        for (a, b) in try Self.pairs(5000, seed: 6) {
            #expect((a < b) == (Rational(a) < Rational(b)), "\(a) < \(b)")
            #expect((b < a) == (Rational(b) < Rational(a)), "\(b) < \(a)")
        }
    }

    @Test func scalingAgrees() throws {
        var generator = SeededGenerator(seed: 7)
        for (a, _) in try Self.pairs(2000, seed: 7) {
            let power = Int.random(in: -8...8, using: &generator)
            let scaled = try #require(a.scaled(by: power))
            let factor = (0..<abs(power)).reduce(Int128(1)) { product, _ in product * 10 }
            #expect(
                Rational(scaled) == Rational(a) * (power < 0 ? Rational(1, factor) : Rational(factor)),
                "\(a) by \(power)")
        }
    }

    @Test func divisionByZeroIsNone() {
        #expect(ExactNumber.one.divided(by: .zero) == nil)
    }

    @Test func overflowIsNoneAndNoTrap() throws {
        let large = try #require(ExactNumber("170141183460469231731687303715884105727"))
        let other = try #require(ExactNumber("170141183460469231731687303715884105721"))
        #expect(large.adding(other) == nil)
        #expect(large.plus(other) == nil)
        #expect(large.multiplied(by: other) == nil)
        #expect(large.scaled(by: 65) == nil)
        let fraction = try #require(ExactNumber(1, over: other.coefficient))
        #expect(fraction.multiplied(by: ExactNumber(1, over: large.coefficient) ?? .one) == nil)
        #expect(large.plus(fraction) == nil)
        #expect(fraction.scaled(by: 40) == nil)
    }

    @Test func sumsOfFarPowersAreNoneWhereTheyDoNotFit() throws {
        let high = try #require(ExactNumber(coefficient: 1, exponent: 60))
        let low = try #require(ExactNumber(coefficient: 1, exponent: -60))
        #expect(high.adding(low) == nil)
        #expect(low < high)
        #expect(!(high < low))
    }

    @Test func orderIsTotalOverLargeAndSmallNumbers() throws {
        let ascending = try [
            "-170141183460469231731687303715884105727", "-10000000000000000000000000000000000000", "-1.5", "-1/3", "0",
            "1/170141183460469231731687303715884105727", "0.00000000000000000000000000000000001", "1/3", "0.4", "2/4",
            "2/3", "1", "1.5", "100000000000000000000", "99999999999999999999999999999999999999",
            "170141183460469231731687303715884105727",
        ].map { try #require(ExactNumber($0)) }
        for (i, a) in ascending.enumerated() {
            for (j, b) in ascending.enumerated() { #expect((a < b) == (i < j), "\(a) < \(b)") }
        }
    }

    @Test func negationTurnsTheSign() throws {
        #expect(try #require(ExactNumber("0.5")).negated == ExactNumber("-0.5"))
        #expect(ExactNumber.zero.negated == .zero)
        #expect(try #require(ExactNumber("2/3")).negated == ExactNumber("-2/3"))
    }

    @Test func theSmallestCoefficientIsNone() {
        // It has no negative, which signs and comparisons need.
        #expect(ExactNumber(coefficient: .min, exponent: 0) == nil)
        #expect(ExactNumber(.min, over: 3) == nil)
        #expect(ExactNumber(coefficient: .min + 1, exponent: 0)?.negated.coefficient == .max)
    }

    @Test func comparingWithTheSmallestNumberIsNoTrap() async {
        await #expect(processExitsWith: .success) {
            let smallest = try #require(ExactNumber(coefficient: .min + 1, exponent: 0))
            #expect(smallest < .zero)
            #expect(!(.zero < smallest))
        }
    }

    @Test func aProductAtTheEdgeIsNoTrap() async {
        await #expect(processExitsWith: .success) {
            let large = try #require(ExactNumber(-(1 << 64), over: 3))
            let power = try #require(ExactNumber(coefficient: 1 << 63, exponent: 0))
            guard let product = large.multiplied(by: power) else { return }
            #expect(product < .zero)
            #expect(product.negated.negated == product)
            _ = ExactNumber.one.divided(by: product)
        }
    }

    @Test func extremeExponentsAreNoneAndNoTrap() async {
        await #expect(processExitsWith: .success) {
            #expect(ExactNumber(coefficient: 1, exponent: .max) == nil)
            #expect(ExactNumber(coefficient: 10, exponent: .max) == nil)
            #expect(ExactNumber(coefficient: 1, exponent: .min) == nil)
        }
    }
}
