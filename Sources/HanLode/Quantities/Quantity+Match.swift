extension Quantity {
    /// The value of a match, with its texts cut from `bytes`.
    init(_ match: QuantityMatch, bytes: Span<UInt8>, terms: Terms) {
        let isRange = match.upper != nil
        let code = match.unit.flatMap { Self.code($0, terms) }
        self.init(
            span: TextSpan(start: match.start, end: match.end), text: bytes.text(match.start, match.end),
            value: isRange ? nil : match.value, lower: isRange ? match.value : nil, upper: match.upper,
            unit: match.unit.map { $0.implied?.rawValue ?? Self.surface(bytes, $0.start, $0.end) }, unitCode: code,
            dimension: match.dimension, modifier: match.modifier, normalized: Self.normalized(match, code, terms),
            rule: match.rule)
    }

    private static func code(_ reading: UnitReading, _ terms: Terms) -> String? {
        switch reading.implied {
        case .percent: return "%"
        case .perMille: return "[ppth]"
        case .perMyriad: return "[pptm]"
        case .times, .place: return nil
        case nil: break
        }
        guard let term = reading.term, !reading.isThing else { return nil }
        switch reading.per {
        case .unit(let per):
            guard let above = terms.units[term].code, let below = terms.units[per].code else { return nil }
            return "\(above)/\(below)"
        case .time: return nil
        case nil: return terms.units[term].code
        }
    }

    /// The amount in the base unit; `code` is the unit's own.
    private static func normalized(_ match: QuantityMatch, _ code: String?, _ terms: Terms) -> Normalized? {
        guard match.dimension != .rank else { return nil }
        guard let reading = match.unit else {
            return match.dimension == .fraction || match.dimension == .count ? normalized(match, "1") { $0 } : nil
        }
        switch reading.implied {
        case .percent: return normalized(match, "1") { $0.scaled(by: -2) }
        case .perMille: return normalized(match, "1") { $0.scaled(by: -3) }
        case .perMyriad: return normalized(match, "1") { $0.scaled(by: -4) }
        case .times: return normalized(match, "1") { $0 }
        case .place: return nil
        case nil: break
        }
        guard let term = reading.term else { return nil }
        if reading.isThing { return normalized(match, "1") { $0 } }
        let unit = terms.units[term]
        let dimension = unit.dimension
        guard reading.per == nil, let base = dimension == .currency ? code : dimension.baseUnit else { return nil }
        let (factor, offset) = (unit.factor, unit.offset)
        return normalized(match, base) { number in
            let product = factor.isOne ? number : number.multiplied(by: factor)
            return offset.coefficient == 0 ? product : product?.plus(offset)
        }
    }

    @inline(__always)
    private static func normalized(
        _ match: QuantityMatch, _ base: String, _ convert: (ExactNumber) -> ExactNumber?
    ) -> Normalized? {
        guard let value = convert(match.value) else { return nil }
        guard let upper = match.upper else { return Normalized(value: value, unit: base) }
        return convert(upper).map { Normalized(lower: value, upper: $0, unit: base) }
    }

    /// The unit's characters without what was seen through, full-width signs as ASCII: ％ is %.
    private static func surface(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String {
        if isClean(bytes, start, end) { return bytes.text(start, end) }
        // ％ is the most frequent of those that are not.
        if end - start == 3, bytes[start] == 0xEF, bytes[start + 1] == 0xBC, bytes[start + 2] == 0x85 { return "%" }
        var cleaned = String.UnicodeScalarView()
        for scalar in bytes.text(start, end).unicodeScalars {
            let isParenthesis = scalar.value == 0xFF08 || scalar.value == 0xFF09
            if scalar.value > 0xFF00, scalar.value < 0xFF5F, !isParenthesis {
                cleaned.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            } else if !scalar.properties.isWhitespace, !scalar.properties.isDefaultIgnorableCodePoint {
                cleaned.append(scalar)
            }
        }
        return String(cleaned)
    }

    /// Whether nothing but visible ASCII and Han characters stand there: three bytes each, from E4 to E9 the first.
    private static func isClean(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var offset = start
        while offset < end {
            switch bytes[offset] {
            case 0x21...0x7E: offset += 1
            case 0xE4...0xE9: offset += 3
            default: return false
            }
        }
        return true
    }
}
