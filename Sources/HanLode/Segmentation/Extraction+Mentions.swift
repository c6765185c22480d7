extension Extraction {
    /// The spans of everything found, for a segmentation that keeps them whole. In UTF-8 offsets, as the library gives them.
    public var mentions: [Mention] {
        quantities.map { Mention(span: $0.span, kind: .quantity) } + times.map { Mention(span: $0.span, kind: .time) }
            + slogans.map { Mention(span: $0.span, kind: .slogan) }
            + entities.map { Mention(span: $0.span, kind: .entity) }
    }
}
