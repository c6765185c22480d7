extension Quantity {
    /// The value of a match, with its texts cut from `bytes`.
    init(_ match: QuantityMatch, bytes: Span<UInt8>, terms: Terms) {
        span = TextSpan(start: match.start, end: match.end)
        text = bytes.text(match.start, match.end)
        if let upper = match.upper {
            lower = match.value
            self.upper = upper
        } else {
            value = match.value
        }
        dimension = match.dimension
        modifier = match.modifier
        rule = match.rule
        guard let reading = match.unit else {
            if match.dimension == .fraction || match.dimension == .count { normalize(.one, .zero, "1") }
            return
        }
        unit = reading.implied?.rawValue ?? Self.surface(bytes, reading.start, reading.end)
        let factors = Self.factors(reading, terms: terms)
        unitCode = factors.code
        if let base = factors.base { normalize(factors.factor, factors.offset, base) }
    }

    private struct Factors {
        var factor = ExactNumber.one
        var offset = ExactNumber.zero
        var code: String?
        var base: String?
    }

    private static func factors(_ reading: UnitReading, terms: Terms) -> Factors {
        switch reading.implied {
        case .percent: return Factors(factor: hundredth, code: "%", base: "1")
        case .perMille: return Factors(factor: thousandth, code: "[ppth]", base: "1")
        case .perMyriad: return Factors(factor: myriadth, code: "[pptm]", base: "1")
        case .times: return Factors(base: "1")
        case .place: return Factors()
        case nil: break
        }
        guard let term = reading.term else { return Factors() }
        if reading.isThing { return Factors(base: "1") }
        let unit = terms.units[term]
        switch reading.per {
        case .unit(let per):
            guard let above = unit.code, let below = terms.units[Int(per)].code else { return Factors() }
            return Factors(code: "\(above)/\(below)")
        case .time:
            return Factors()
        case nil:
            let base = unit.dimension == .currency ? unit.code : unit.dimension.baseUnit
            return Factors(factor: unit.factor, offset: unit.offset, code: unit.code, base: base)
        }
    }

    private static let hundredth = ExactNumber(coefficient: 1, exponent: -2) ?? .one
    private static let thousandth = ExactNumber(coefficient: 1, exponent: -3) ?? .one
    private static let myriadth = ExactNumber(coefficient: 1, exponent: -4) ?? .one

    private mutating func normalize(_ factor: ExactNumber, _ offset: ExactNumber, _ base: String) {
        guard dimension != .rank else { return }
        func convert(_ number: ExactNumber) -> ExactNumber? {
            if factor == .one, offset == .zero { return number }
            guard let product = number.multiplied(by: factor) else { return nil }
            return offset == .zero ? product : product.plus(offset)
        }
        if let value {
            guard let converted = convert(value) else { return }
            normalized = Normalized(value: converted, unit: base)
        } else if let lower, let upper, let low = convert(lower), let high = convert(upper) {
            normalized = Normalized(lower: low, upper: high, unit: base)
        }
    }

    /// The unit's characters without what was seen through, full-width signs as ASCII: ％ is %.
    private static func surface(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String {
        let raw = bytes.text(start, end)
        let isClean = raw.unicodeScalars.allSatisfy {
            $0.value > 0x3000 && $0.value < 0xFE00 || $0.value < 0x7F && $0.value > 0x20
        }
        if isClean { return raw }
        var cleaned = String.UnicodeScalarView()
        for scalar in raw.unicodeScalars {
            if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint { continue }
            let isFullWidth =
                scalar.value > 0xFF00 && scalar.value < 0xFF5F && scalar.value != 0xFF08 && scalar.value != 0xFF09
            cleaned.append(isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return String(cleaned)
    }
}
