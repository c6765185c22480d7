import Testing

@testable import HanLode

@Suite struct AccumulatorTests {
    @Test func digitsAppend() {
        var amount = Accumulator(0)
        for digit in [1, 0, 2, 4] { amount.append(digit, isFraction: false) }
        #expect(amount.number == ExactNumber(1024))
    }

    @Test func digitsBehindThePointGoDown() {
        var amount = Accumulator(0)
        amount.append(3, isFraction: false)
        for digit in [1, 4, 0] { amount.append(digit, isFraction: true) }
        #expect(amount.number == ExactNumber("3.14"))
    }

    @Test func scalingMovesThePoint() {
        var amount = Accumulator(15, exponent: -1)
        amount.scale(by: 8)
        #expect(amount.number == ExactNumber(150_000_000))
    }

    @Test func sumsKeepEveryDigit() {
        var amount = Accumulator(3, exponent: 12)
        amount.add(Accumulator(25, exponent: -2))
        #expect(amount.number == ExactNumber("3000000000000.25"))
    }

    @Test func addingZeroChangesNothing() {
        var amount = Accumulator(12, exponent: 3)
        amount.add(Accumulator(0, exponent: -30))
        #expect(amount.number == ExactNumber(12_000))
        var zero = Accumulator(0)
        zero.add(Accumulator(12, exponent: 3))
        #expect(zero.number == ExactNumber(12_000))
    }

    @Test func thirtyEightDigitsFit() {
        var amount = Accumulator(0)
        for _ in 0..<38 { amount.append(9, isFraction: false) }
        #expect(amount.number?.description == String(repeating: "9", count: 38))
    }

    @Test func oneDigitTooManyIsNoNumber() {
        var amount = Accumulator(0)
        for _ in 0..<40 { amount.append(9, isFraction: false) }
        #expect(amount.overflowed)
        #expect(amount.number == nil)
    }

    @Test func overflowStays() {
        var amount = Accumulator(.max)
        amount.add(Accumulator(.max))
        #expect(amount.overflowed)
        amount.add(Accumulator(1))
        amount.append(1, isFraction: false)
        #expect(amount.number == nil)
    }

    @Test func overflowIsTakenAlongInASum() {
        var large = Accumulator(.max)
        large.append(9, isFraction: false)
        var amount = Accumulator(1)
        amount.add(large)
        #expect(amount.number == nil)
    }

    @Test func farPowersOverflowInsteadOfTrapping() {
        var amount = Accumulator(1, exponent: 1000)
        amount.add(Accumulator(1, exponent: -1000))
        #expect(amount.overflowed)
        #expect(Accumulator(1, exponent: 1000).number == nil)
    }
}
