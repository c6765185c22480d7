extension Observation {
    /// The value of a match, with its texts cut from `bytes`.
    init(
        _ match: ObservationMatch, of quantity: QuantityMatch, region: DocumentInfo.Region?, reader: Reader,
        terms: Terms, texts: inout ObservationTexts
    ) {
        self.init(
            quantity: Int(match.quantity), indicator: texts.text(of: match.indicator, reader, terms),
            measure: match.measure, direction: match.isDecrease ? .decrease : nil,
            basis: match.basis.map { texts.text(of: $0) },
            period: match.period.map { texts.text(of: $0) }, status: match.isTarget ? .target : .actual,
            stringency: match.isTarget
                ? Stringency(quantity.modifier, isRange: quantity.upper != nil, isStriving: match.isStriving) : nil,
            area: Self.area(of: match, region, reader), section: match.section.map(Int.init), sentence: match.sentence,
            indicatorSpan: match.indicator.head.count > 0 ? match.indicator.head : match.indicator.tail,
            rule: match.rule)
    }

    private static func area(
        of match: ObservationMatch, _ region: DocumentInfo.Region?, _ reader: Reader
    ) -> Area? {
        if match.measure != .rank, let place = match.place {
            return Area(
                name: OutlineText.clean(reader, place.span.start, place.span.end),
                code: place.code == 0 ? nil : String(place.code), source: .text)
        }
        if match.measure != .rank, let scope = match.scope, scope.value.isNamed(in: region?.name) {
            return Area(name: OutlineText.clean(reader, scope.span.start, scope.span.end), code: nil, source: .text)
        }
        return region.map { Area(name: $0.name, code: $0.code, source: .document) }
    }
}

/// Writes the indicators, periods and bases of observations, which are often the same as those of the one before.
struct ObservationTexts {
    /// Of no observation: nothing, and no text for it.
    private var indicator = (reading: IndicatorReading(TextSpan(start: 0, end: 0)), text: "")
    private var period: (period: Period, text: String)?
    private var basis: (basis: BasisReading, text: String)?

    init() {}

    /// As the output has it.
    mutating func text(of reading: IndicatorReading, _ reader: Reader, _ terms: Terms) -> String {
        if indicator.reading != reading { indicator = (reading, reading.text(reader, terms)) }
        return indicator.text
    }

    /// As the output has it.
    mutating func text(of period: Period) -> String {
        if let last = self.period, last.period == period { return last.text }
        let text = period.text
        self.period = (period, text)
        return text
    }

    /// As the output has it.
    mutating func text(of basis: BasisReading) -> String {
        if let last = self.basis, last.basis == basis { return last.text }
        let text = basis.text
        self.basis = (basis, text)
        return text
    }
}

extension StatementTerm.Value {
    /// Whether a scope is another region than the report's own: 全市 in a district's report, 全省 in a city's. Where the
    /// region is not known, a province and what is larger.
    fileprivate func isNamed(in region: String?) -> Bool {
        let level: Int
        switch self {
        case .world: level = 0
        case .national: level = 1
        case .province: level = 2
        case .city: level = 3
        case .county: level = 4
        default: return false
        }
        guard let last = region?.last else { return level <= 2 }
        switch last {
        case "国": return level < 1
        case "省": return level < 2
        case "市", "州", "盟": return level < 3
        case "区": return level < (region?.hasSuffix("自治区") == true ? 2 : 4)
        case "县", "旗": return level < 4
        default: return level <= 2
        }
    }
}

extension Observation.Stringency {
    /// What a modifier says of an aim.
    init(_ modifier: Modifier?, isRange: Bool, isStriving: Bool) {
        if isStriving {
            self = .striveFor
            return
        }
        switch modifier {
        case .approximate, .nearly: self = .around
        case .moreThan, .atLeast: self = .atLeast
        case .lessThan, .atMost: self = .atMost
        case nil: self = isRange ? .range : .point
        }
    }
}

extension IndicatorReading {
    /// The name as one text, without the spaces and line breaks that the text sets between its characters.
    func text(_ reader: Reader, _ terms: Terms) -> String {
        var text = OutlineText.clean(reader, head.start, head.end)
        if let part { text += terms.coordinates[Int(part.term)].part(Int(part.index)) }
        for span in [middle, tail] {
            if let span { text += OutlineText.clean(reader, span.start, span.end) }
        }
        return text
    }
}

extension BasisReading {
    /// As the output has it.
    var text: String {
        switch self {
        case .stated(let value): value.rawValue
        case .lastYear: "比上年"
        case .year(let year): "比\(year)年"
        }
    }
}
