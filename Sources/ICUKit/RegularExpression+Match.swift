internal import ICUShims

extension RegularExpression {
    /// Where a pattern has matched.
    public struct Match: Hashable, Sendable {
        /// The whole match, in UTF-8 offsets.
        public let range: Range<Int>
        /// The capture groups from group 1 on, in UTF-8 offsets; nil for a group that took no part.
        public let captures: [Range<Int>?]

        /// A group by its number, 0 for the whole match; nil if it took no part or does not exist.
        public subscript(group: Int) -> Range<Int>? {
            if group == 0 { return range }
            return captures.indices.contains(group - 1) ? captures[group - 1] : nil
        }

        /// Reads the last match of an expression.
        init(of handle: OpaquePointer, captureCount: Int) throws(ICUError) {
            range = try Self.group(0, of: handle) ?? 0..<0
            var captures: [Range<Int>?] = []
            captures.reserveCapacity(captureCount)
            for group in 0..<captureCount { captures.append(try Self.group(group + 1, of: handle)) }
            self.captures = captures
        }

        private static func group(_ group: Int, of handle: OpaquePointer) throws(ICUError) -> Range<Int>? {
            var start: Int64 = -1
            var end: Int64 = -1
            try check(hl_regex_group(handle, Int32(clamping: group), &start, &end), "read a capture group")
            return start < 0 || end < start ? nil : Int(start)..<Int(end)
        }
    }
}
