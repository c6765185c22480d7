/// A whole number from 1 to 99: what years, months, days and hours are counted with.
struct SmallNumber {
    let value: Int
    let end: Int

    /// `nil` for any other number, and for one that is inexact or that digits make one by one.
    @inline(__always)
    init?(_ phrase: NumberPhrase) {
        let numeral = phrase.numeral
        guard phrase.shape == .plain, !numeral.isMore, !numeral.isTooLong,
            !numeral.isDigitless || numeral.value == ExactNumber(10), numeral.upper == nil, !numeral.isDecimal,
            numeral.form != .positional, let value = numeral.value.integer, value > 0, value < 100
        else { return nil }
        self.value = value
        end = numeral.end
    }
}
