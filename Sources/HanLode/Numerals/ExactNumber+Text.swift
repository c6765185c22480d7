extension ExactNumber: LosslessStringConvertible {
    /// Plain digits without an exponent (`3150000000`, `-0.35`), or `2/3` for a fraction.
    public var description: String {
        if denominator != 1 { return "\(coefficient)/\(denominator)" }
        // Most amounts fit a machine word, whose digits are found several times faster.
        let digits = UInt64(exactly: coefficient.magnitude).map { String($0) } ?? String(coefficient.magnitude)
        if exponent == 0, coefficient >= 0 { return digits }
        let sign = coefficient < 0 ? "-" : ""
        if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
        let places = -exponent
        if digits.utf8.count > places {
            return sign + digits.dropLast(places) + "." + digits.suffix(places)
        }
        return sign + "0." + String(repeating: "0", count: places - digits.utf8.count) + digits
    }

    /// Reads `-12.5` or `2000/3`: ASCII digits, at most one point, at most one slash.
    ///
    /// - Returns: `nil` for anything else, for a zero denominator, and where the digits do not fit.
    public init?(_ description: String) {
        let parts = description.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let numerator = Self.decimal(first) else { return nil }
        guard parts.count == 2 else {
            self = numerator
            return
        }
        guard let denominator = Self.decimal(parts[1]), denominator.coefficient > 0,
            numerator.isInteger, denominator.isInteger
        else { return nil }
        let up = Self.power(numerator), down = Self.power(denominator)
        guard let up, let down else { return nil }
        self.init(up, over: down)
    }

    private static func power(_ number: ExactNumber) -> Int128? {
        Int128(number.description)
    }

    private static func decimal(_ text: Substring) -> ExactNumber? {
        var coefficient: Int128 = 0
        var exponent = 0
        var seenPoint = false
        var digits = 0
        var negative = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0:
                negative = true
            case UInt8(ascii: ".") where !seenPoint && digits > 0:
                seenPoint = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let (up, overflow) = coefficient.multipliedReportingOverflow(by: 10)
                let (sum, overflowSum) = up.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
                guard !overflow, !overflowSum else { return nil }
                coefficient = sum
                digits += 1
                if seenPoint { exponent -= 1 }
            default:
                return nil
            }
        }
        guard digits > 0 else { return nil }
        return ExactNumber(coefficient: negative ? -coefficient : coefficient, exponent: exponent)
    }
}

extension ExactNumber: Codable {
    /// Encodes the description: a string, never a floating-point number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// Decodes what `encode(to:)` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let number = ExactNumber(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no exact number")
        }
        self = number
    }
}
