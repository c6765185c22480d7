internal import ICUShims

/// What `Normalizer` makes of a text: the new text, the pieces that differ, and the offset map between both.
///
/// All offsets are UTF-8 offsets. Looking one up takes a binary search over the edits.
public struct NormalizedText: Hashable, Sendable {
    /// The normalised text.
    public let utf8: [UInt8]
    /// The pieces that differ, ascending, as small as ICU can tell them; between them both texts are equal.
    public let edits: [Edit]

    /// A piece of the source that differs in the normalised text.
    public struct Edit: Hashable, Sendable {
        private let sourceStart: Int32
        private let sourceCount: Int32
        private let start: Int32
        private let count: Int32

        /// Where it is in the source.
        public var source: Range<Int> { Int(sourceStart)..<Int(sourceStart) + Int(sourceCount) }
        /// Where it is in the normalised text.
        public var normalized: Range<Int> { Int(start)..<Int(start) + Int(count) }

        init(_ edit: hl_edit) {
            sourceStart = edit.source_start
            sourceCount = edit.source_count
            start = edit.start
            count = edit.count
        }
    }

    /// The place in the source of an offset in the normalised text.
    ///
    /// An offset inside an edit maps to the edit's start, one beyond the text as if the text went on unchanged.
    public func sourceOffset(of offset: Int) -> Int {
        map(offset, from: \.normalized, to: \.source).lowerBound
    }

    /// The place in the normalised text of an offset in the source. Maps like ``sourceOffset(of:)``.
    public func normalizedOffset(of offset: Int) -> Int {
        map(offset, from: \.source, to: \.normalized).lowerBound
    }

    /// The source of a range of the normalised text: all of every edit that the range touches.
    public func sourceRange(of range: Range<Int>) -> Range<Int> {
        convert(range, from: \.normalized, to: \.source)
    }

    /// What a range of the source has become: all of every edit that the range touches.
    public func normalizedRange(of range: Range<Int>) -> Range<Int> {
        convert(range, from: \.source, to: \.normalized)
    }

    private func convert(
        _ range: Range<Int>, from: (Edit) -> Range<Int>, to: (Edit) -> Range<Int>
    ) -> Range<Int> {
        let start = map(range.lowerBound, from: from, to: to).lowerBound
        guard !range.isEmpty else { return start..<start }
        return start..<max(start, map(range.upperBound, from: from, to: to).upperBound)
    }

    /// One offset, or the whole of an edit for an offset inside it.
    private func map(_ offset: Int, from: (Edit) -> Range<Int>, to: (Edit) -> Range<Int>) -> Range<Int> {
        var low = 0
        var high = edits.count
        while low < high {
            let middle = (low + high) / 2
            if from(edits[middle]).lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return offset..<offset }
        let before = from(edits[low - 1])
        let after = to(edits[low - 1])
        if offset == before.lowerBound, !before.isEmpty { return after.lowerBound..<after.lowerBound }
        if offset < before.upperBound { return after }
        let shifted = offset - before.upperBound + after.upperBound
        return shifted..<shifted
    }
}
