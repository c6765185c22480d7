/// The mentions that sequences may ask for, by where they begin.
struct PatternMentions: Sendable {
    /// One mention.
    struct Entry: Hashable, Sendable {
        let span: TextSpan
        let kind: MentionKind
        let index: Int

        /// Where a group points to; nowhere for a match, whose index is settled last.
        var reference: PatternMatch.Mention? {
            switch kind {
            case .quantity: .init(list: .quantities, index: index)
            case .time: .init(list: .times, index: index)
            case .observation: .init(list: .observations, index: index)
            case .slogan: .init(list: .slogans, index: index)
            case .entity: .init(list: .entities, index: index)
            case .match: nil
            }
        }
    }

    private let extraction: Extraction
    private var candidates: [PatternCandidate]
    private var lists: [MentionKind: [Entry]] = [:]

    init(_ extraction: Extraction, candidates: [PatternCandidate]) {
        self.extraction = extraction
        self.candidates = candidates
        lists[.quantity] = Self.entries(.quantity, extraction.quantities.map(\.span))
        lists[.time] = Self.entries(.time, extraction.times.map(\.span))
        lists[.observation] = Self.entries(
            .observation, extraction.observations.map { $0.extent(in: extraction) })
        lists[.slogan] = Self.entries(.slogan, extraction.slogans.map(\.span))
        lists[.entity] = Self.entries(.entity, extraction.entities.map(\.span))
        lists[.match] = Self.entries(.match, candidates.map(\.span))
    }

    /// What sequences above have found, for those below.
    mutating func add(_ found: [PatternCandidate]) {
        guard !found.isEmpty else { return }
        candidates += found
        lists[.match] = Self.entries(.match, candidates.map(\.span))
    }

    private static func entries(_ kind: MentionKind, _ spans: [TextSpan]) -> [Entry] {
        spans.enumerated().map { Entry(span: $1, kind: kind, index: $0) }
            .sorted { $0.span != $1.span ? $0.span < $1.span : $0.index < $1.index }
    }

    func entries(_ kind: MentionKind) -> [Entry] { lists[kind] ?? [] }

    /// Those that begin at `offset`, the longest first.
    func entries(_ kind: MentionKind, at offset: Int) -> ArraySlice<Entry> {
        let entries = lists[kind] ?? []
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].span.start < offset { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < entries.count, entries[end].span.start == offset { end += 1 }
        return entries[low..<end]
    }

    func holds(_ conditions: [SequenceDefinition.Condition], of entry: Entry) -> Bool {
        conditions.allSatisfy { $0.holds(for: value(of: $0.field, entry)) }
    }

    func value(of field: String, _ entry: Entry) -> String? {
        switch entry.kind {
        case .quantity: extraction.quantities[entry.index].value(of: field)
        case .time: extraction.times[entry.index].value(of: field)
        case .observation: extraction.observations[entry.index].value(of: field, in: extraction)
        case .slogan: extraction.slogans[entry.index].value(of: field)
        case .entity: extraction.entities[entry.index].value(of: field)
        case .match: candidates[entry.index].match.value(of: field)
        }
    }
}

extension Observation {
    /// From the name of the indicator to the amount, where the one stands before the other in a sentence; otherwise the
    /// amount.
    func extent(in extraction: Extraction) -> TextSpan {
        let amount = extraction.quantities[quantity].span
        guard let name = indicatorSpan, name.start >= sentence.start, name.end <= sentence.end else { return amount }
        return TextSpan(start: min(name.start, amount.start), end: max(name.end, amount.end))
    }

    fileprivate func value(of field: String, in extraction: Extraction) -> String? {
        switch field {
        case "text": extraction.quantities[quantity].text
        case "indicator": indicator
        case "measure": measure.rawValue
        case "direction": direction?.rawValue
        case "basis": basis
        case "period": period
        case "status": status.rawValue
        case "stringency": stringency?.rawValue
        case "area": area?.name
        case "rule": rule.rawValue
        default: nil
        }
    }
}

extension Quantity {
    fileprivate func value(of field: String) -> String? {
        switch field {
        case "text": text
        case "dimension": dimension.rawValue
        case "unit": unit
        case "modifier": modifier?.rawValue
        case "value": value?.description
        case "rule": rule.rawValue
        default: nil
        }
    }
}

extension TimeExpression {
    fileprivate func value(of field: String) -> String? {
        switch field {
        case "text": text
        case "type": type.rawValue
        case "value": value
        case "rule": rule.rawValue
        default: nil
        }
    }
}

extension Slogan {
    fileprivate func value(of field: String) -> String? {
        switch field {
        case "text": text
        case "kind": kind.rawValue
        case "canonical": canonical
        case "head": head
        case "type": type.rawValue
        case "membership": membership?.rawValue
        case "rule": rule.rawValue
        default: nil
        }
    }
}

extension Entity {
    fileprivate func value(of field: String) -> String? {
        switch field {
        case "text": text
        case "type": type.rawValue
        case "canonical": canonical
        case "code": code
        case "rule": rule.rawValue
        default: nil
        }
    }
}

extension PatternMatch {
    /// An attribute may have the name of a field; the field is meant.
    fileprivate func value(of field: String) -> String? {
        switch field {
        case "text": text
        case "name": name
        case "rule": rule.rawValue
        default: attributes[field]
        }
    }
}

extension Terms {
    /// Whether the row of a term fulfils the conditions; the row's number is that of its kind.
    func holds(_ conditions: [SequenceDefinition.Condition], row: Int, of table: TableKind) -> Bool {
        guard let cells = cells(row, of: table) else { return false }
        return conditions.allSatisfy { condition in
            let column = table.schema.columns.firstIndex { $0.name == condition.field }
            return condition.holds(for: column.map { cells[$0] })
        }
    }
}

extension SequenceDefinition.Condition {
    /// A field without a value fulfils `!=` alone.
    func holds(for value: String?) -> Bool {
        guard let value, !value.isEmpty else { return comparison == .unequal }
        switch comparison {
        case .equal: return values.contains { ByteText($0) == ByteText(value) }
        case .unequal: return !values.contains { ByteText($0) == ByteText(value) }
        case .contains: return values.contains { value.contains($0) }
        case .atLeast: return compare(value) { $0 >= $1 }
        case .atMost: return compare(value) { $0 <= $1 }
        }
    }

    private func compare(_ text: String, _ isRight: (ExactNumber, ExactNumber) -> Bool) -> Bool {
        guard let number = ExactNumber(text) else { return false }
        return values.contains { bound in ExactNumber(bound).map { isRight(number, $0) } ?? false }
    }
}
