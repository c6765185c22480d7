extension Miner {
    /// Explains every result that shares a character with `span`, or why there is none.
    ///
    /// The document is worked through anew with everything recorded, so that `extract` pays nothing for it.
    ///
    /// - Parameter span: in UTF-8 offsets; `nil` for the whole document.
    /// - Returns: the results in the order of the text, those that begin together by kind; one explanation with the
    ///   subject `none` where nothing was found in the span.
    public func explain(
        _ document: Document, in span: TextSpan? = nil, context: Context = Context()
    ) -> [Explanation] {
        let explainer = explainer(of: document, context: context)
        return explainer.explanations(in: span ?? TextSpan(start: 0, end: document.text.utf8.count))
    }

    /// Explains the results whose text is `mention`; where there are none, what stands wherever it occurs.
    public func explain(
        _ document: Document, mention: String, context: Context = Context()
    ) -> [Explanation] {
        let explainer = explainer(of: document, context: context)
        let places = document.spans(of: mention)
        let exact = places.flatMap { place in explainer.results.around(place).filter { $0.span == place } }
        if !exact.isEmpty { return exact.map(explainer.explanation) }
        var explanations: [Explanation] = []
        for place in places {
            for explanation in explainer.explanations(in: place) where explanations.last != explanation {
                explanations.append(explanation)
            }
        }
        return explanations
    }

    private func explainer(of document: Document, context: Context) -> Explainer {
        var workspace = Workspace()
        let record = WorkRecord()
        workspace.counter.cell.pointee.record = record
        let extraction = extract(document, context: context, workspace: &workspace)
        return Explainer(document: document, extraction: extraction, record: record, lexicon: lexicon, workspace)
    }
}

extension Document {
    /// Where a text occurs, in UTF-8 offsets.
    fileprivate func spans(of mention: String) -> [TextSpan] {
        let (bytes, wanted) = (Array(text.utf8), Array(mention.utf8))
        guard let first = wanted.first else { return [] }
        var spans: [TextSpan] = []
        var offset = 0
        while offset + wanted.count <= bytes.count {
            if bytes[offset] == first, bytes[offset..<(offset + wanted.count)] == wanted[...] {
                spans.append(TextSpan(start: offset, end: offset + wanted.count))
            }
            offset += 1
        }
        return spans
    }
}
