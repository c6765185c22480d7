extension Quantity {
    /// The value of a match, with its texts cut from `bytes`; what `units` holds is kept from one quantity to the next.
    init(_ match: QuantityMatch, bytes: Span<UInt8>, terms: Terms, units: inout UnitRows) {
        let isRange = match.upper != nil
        var (unit, code): (String?, String?)
        if let reading = match.unit {
            unit = reading.implied?.rawValue ?? units.text(of: reading, bytes)
            code = Self.code(reading, terms, &units)
        }
        self.init(
            span: TextSpan(start: match.start, end: match.end), text: bytes.text(match.start, match.end),
            value: isRange ? nil : match.value, lower: isRange ? match.value : nil, upper: match.upper,
            unit: unit, unitCode: code, dimension: match.dimension, modifier: match.modifier,
            normalized: Self.normalized(match, terms, &units), rule: match.rule)
    }

    private static func code(_ reading: UnitReading, _ terms: Terms, _ units: inout UnitRows) -> String? {
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
            guard let above = units.code(of: term, terms), let below = units.code(of: per, terms) else { return nil }
            return "\(above)/\(below)"
        case .time: return nil
        case nil: return units.code(of: term, terms)
        }
    }

    /// The amount in the base unit.
    @inline(__always)
    private static func normalized(_ match: QuantityMatch, _ terms: Terms, _ units: inout UnitRows) -> Normalized? {
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
        guard reading.per == nil, let base = units.base(of: term, terms) else { return nil }
        return normalized(match, base) { units.converted($0, from: term, terms) }
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
    fileprivate static func surface(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String {
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

/// What the table says of units, and how they are written, kept while quantities are made: a text tells of the same few
/// units again and again, and to read a row and to make texts takes ten times as long as to look them up.
struct UnitRows {
    private struct Row {
        var term = -1
        var code: String?
        /// The base unit, where the unit has a factor.
        var base: String?
        var factor = ExactNumber.one
        var offset = ExactNumber.zero
        var isBase = true
        /// The power of ten that the factor is, where it is one and nothing is added.
        var power: Int?
    }

    /// A unit as it stands somewhere, and as a result has it.
    private struct Surface {
        var span = TextSpan(start: 0, end: 0)
        var text = ""
    }

    /// Both by the last bits of a unit's index: of two with the same bits the one asked for last.
    private var rows: [Row] = Array(repeating: Row(), count: Self.count)
    private var surfaces: [Surface] = Array(repeating: Surface(), count: Self.count)

    private static let count = 32

    init() {}

    /// Forgets what stands in the last text.
    mutating func beginText() {
        for place in surfaces.indices { surfaces[place].span = TextSpan(start: 0, end: 0) }
    }

    /// UCUM or ISO 4217.
    @inline(__always)
    fileprivate mutating func code(of term: Int, _ terms: Terms) -> String? {
        terms.units.isClassifier(term) ? nil : rows[place(of: term, terms)].code
    }

    /// What an amount is normalized to.
    @inline(__always)
    fileprivate mutating func base(of term: Int, _ terms: Terms) -> String? {
        terms.units.isClassifier(term) ? Dimension.count.baseUnit : rows[place(of: term, terms)].base
    }

    /// An amount in the base unit.
    @inline(__always)
    fileprivate mutating func converted(_ number: ExactNumber, from term: Int, _ terms: Terms) -> ExactNumber? {
        if terms.units.isClassifier(term) { return number }
        let place = place(of: term, terms)
        if rows[place].isBase { return number }
        if let power = rows[place].power, number.isShort { return number.scaled(by: power) }
        let product = rows[place].factor.isOne ? number : number.multiplied(by: rows[place].factor)
        return rows[place].offset.coefficient == 0 ? product : product?.plus(rows[place].offset)
    }

    @inline(__always)
    private mutating func place(of term: Int, _ terms: Terms) -> Int {
        let place = term & (Self.count - 1)
        if rows[place].term != term { rows[place] = Self.row(term, terms.units[term]) }
        return place
    }

    @inline(never)
    private static func row(_ term: Int, _ unit: Unit) -> Row {
        let (code, factor, offset) = (unit.code, unit.factor, unit.offset)
        return Row(
            term: term, code: code, base: unit.dimension == .currency ? code : unit.dimension.baseUnit, factor: factor,
            offset: offset, isBase: factor.isOne && offset.coefficient == 0,
            power: offset.coefficient == 0 ? factor.powerOfTen : nil)
    }

    /// The characters of a unit as a result has them.
    @inline(__always)
    fileprivate mutating func text(of reading: UnitReading, _ bytes: Span<UInt8>) -> String {
        let place = (reading.term ?? 0) & (Self.count - 1)
        let span = TextSpan(start: reading.start, end: reading.end)
        if !bytes.isSame(surfaces[place].span, span) {
            surfaces[place] = Surface(span: span, text: Quantity.surface(bytes, span.start, span.end))
        }
        return surfaces[place].text
    }
}
