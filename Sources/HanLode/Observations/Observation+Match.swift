extension Observation {
    /// The value of a match, with its texts cut from `bytes`.
    init(
        _ match: ObservationMatch, of quantity: QuantityMatch, region: DocumentInfo.Region?, reader: Reader, terms: Terms
    ) {
        self.quantity = Int(match.quantity)
        indicator = match.indicator.text(reader, terms)
        indicatorSpan = match.indicator.head.count > 0 ? match.indicator.head : match.indicator.tail
        measure = match.measure
        direction = match.isDecrease ? .decrease : nil
        basis = match.basis?.text(terms)
        period = match.period?.text
        status = match.isTarget ? .target : .actual
        if match.isTarget { stringency = Stringency(quantity.modifier, isRange: quantity.upper != nil, isStriving: match.isStriving) }
        if let scope = match.scope, let name = Self.area(terms.statements[Int(scope)].value) {
            area = Area(name: name, code: nil, source: .text)
        } else if let region {
            area = Area(name: region.name, code: region.code, source: .document)
        }
        section = match.section.map(Int.init)
        sentence = match.sentence
        rule = match.rule
    }

    /// What a scope's value names; `nil` for the report's own region.
    private static func area(_ value: String) -> String? {
        switch value {
        case "national": "全国"
        case "world": "全球"
        default: nil
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
    func text(_ terms: Terms) -> String {
        switch self {
        case .term(let index): terms.statements[index].value
        case .lastYear: "比上年"
        case .year(let year): "比\(year)年"
        }
    }
}
