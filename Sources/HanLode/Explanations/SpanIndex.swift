/// Elements by where they stand, so that those at one place are found without a look at the others.
struct SpanIndex<Element> {
    /// In the order of the text, the longer first, and then as they were given.
    let elements: [Element]
    private let spans: [TextSpan]
    private let longest: Int

    init(_ elements: [Element], span: (Element) -> TextSpan) {
        let sorted = elements.enumerated().map { (offset: $0, element: $1, span: span($1)) }
            .sorted { $0.span != $1.span ? $0.span < $1.span : $0.offset < $1.offset }
        self.elements = sorted.map(\.element)
        spans = sorted.map(\.span)
        longest = spans.map(\.count).max() ?? 0
    }

    /// Those that share a character with `span`, or, where they may touch it, end where it begins or begin where it
    /// ends.
    func around(_ span: TextSpan, touching: Bool = false) -> [Element] {
        var (low, high) = (0, spans.count)
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].start < span.start - longest { low = middle + 1 } else { high = middle }
        }
        var found: [Element] = []
        while low < spans.count, spans[low].start < span.end || touching && spans[low].start == span.end {
            if spans[low].end > span.start || touching && spans[low].end == span.start { found.append(elements[low]) }
            low += 1
        }
        return found
    }
}
