internal import ICUShims

/// Guesses the charset of bytes from their statistics.
///
/// `Sendable`: whatever uses the handle is `mutating` and so has it to itself.
public struct CharsetDetector: ~Copyable, @unchecked Sendable {
    private let handle: OpaquePointer

    /// A charset that the bytes may be in.
    public struct Candidate: Hashable, Sendable {
        /// ICU's name: `GB18030`. `Decoder` understands it, except for right-to-left EBCDIC (`IBM420_ltr`).
        public let name: String
        /// How well the bytes fit, from 0 to 100. Not a probability.
        public let confidence: Int
        /// The language as an ISO code where the charset's statistics tell one, or an empty string.
        public let language: String
    }

    /// Throws only if memory is short.
    public init() throws(ICUError) {
        var handle: OpaquePointer?
        let status = hl_detector_open(&handle)
        self.handle = try checked(handle, status, "open the charset detector")
    }

    deinit {
        hl_detector_close(handle)
    }

    /// The charsets that `sample` may be in, best first; none if the sample is empty or nothing fits.
    ///
    /// 4 to 64 KB of a file are enough. The bytes may be cut anywhere. Throws `U_INDEX_OUTOFBOUNDS_ERROR` if there are
    /// more than 2 GiB.
    public mutating func candidates(for sample: Span<UInt8>) throws(ICUError) -> [Candidate] {
        guard !sample.isEmpty else { return [] }
        let handle = handle
        return try sample.withUnsafeBufferPointer { bytes throws(ICUError) in
            var count: Int32 = 0
            try check(hl_detector_detect(handle, bytes.baseAddress, Int64(bytes.count), &count), "detect a charset")
            var candidates: [Candidate] = []
            for index in 0..<count { candidates.append(try Self.candidate(at: index, of: handle)) }
            return candidates
        }
    }

    private static func candidate(at index: Int32, of handle: OpaquePointer) throws(ICUError) -> Candidate {
        var name: UnsafePointer<CChar>?
        var language: UnsafePointer<CChar>?
        var confidence: Int32 = 0
        try check(hl_detector_candidate(handle, index, &name, &language, &confidence), "read a charset candidate")
        return Candidate(
            name: name.map { String(cString: $0) } ?? "",
            confidence: Int(confidence),
            language: language.map { String(cString: $0) } ?? "")
    }
}
