internal import ICUShims

/// Decodes a stream of bytes in a named charset to UTF-8, chunk by chunk.
///
/// Where the chunks are cut makes no difference to the text. A malformed or unmapped sequence becomes U+FFFD, and its
/// offset is kept, exactly for all charsets but BOCU-1 and LMBCS, where ICU can be some bytes off. A byte order mark is
/// decoded like any other character, to U+FEFF, except by charsets whose name leaves the byte order open (`UTF-16`).
///
/// `Sendable`: whatever uses the handle is `mutating` and so has it to itself.
public struct Decoder: ~Copyable, @unchecked Sendable {
    private let handle: OpaquePointer

    /// ICU's canonical name of the charset: `windows-936-2000` for GBK.
    public let charset: String
    /// How many malformed sequences stand as U+FFFD so far.
    public private(set) var malformedCount = 0
    /// Where the first malformed sequences begin: byte offsets in the input, counted from its first byte, ascending.
    public private(set) var malformedOffsets: [Int] = []
    /// How many offsets are kept at most.
    public let malformedOffsetLimit: Int

    /// A decoder for the charset that ICU knows under `charset`: `GB18030`, `GBK`, `Big5`, `UTF-16LE`, `UTF-8`, ….
    ///
    /// Throws `U_FILE_ACCESS_ERROR` if ICU knows no such charset, `U_ILLEGAL_ARGUMENT_ERROR` if `charset` cannot be a
    /// name.
    public init(charset: String, malformedOffsetLimit: Int = 1000) throws(ICUError) {
        let name = try checked(name: charset, "open the decoder “\(charset)”")
        var handle: OpaquePointer?
        let status = hl_decoder_open(name, &handle)
        let opened = try checked(handle, status, "open the decoder “\(charset)”")
        self.handle = opened
        self.charset = String(cString: hl_decoder_name(opened))
        self.malformedOffsetLimit = max(malformedOffsetLimit, 0)
    }

    deinit {
        hl_decoder_close(handle)
    }

    /// Decodes the next bytes of the input and appends to `utf8` what they complete.
    ///
    /// The start of a character at the chunk's end waits for the next chunk. Throws only if ICU fails for another
    /// reason than the bytes.
    public mutating func decode(_ chunk: Span<UInt8>, into utf8: inout [UInt8]) throws(ICUError) {
        _ = try run(chunk, isEnd: false, into: &utf8)
    }

    /// Ends the input. Bytes that wait for the rest of their character become U+FFFD and count as malformed.
    ///
    /// Returns whether there were such bytes. The counts stay; call `reset()` before the next input. Throws like
    /// ``decode(_:into:)``.
    @discardableResult
    public mutating func finish(into utf8: inout [UInt8]) throws(ICUError) -> Bool {
        try run(Span(), isEnd: true, into: &utf8)
    }

    /// Forgets all input and its malformed sequences.
    public mutating func reset() {
        hl_decoder_reset(handle)
        malformedCount = 0
        malformedOffsets.removeAll(keepingCapacity: true)
    }

    /// Whether the input was truncated.
    private mutating func run(_ chunk: Span<UInt8>, isEnd: Bool, into utf8: inout [UInt8]) throws(ICUError) -> Bool {
        let handle = handle
        var isTruncated = false
        var malformed: [Int] = []
        var count = 0
        let room = malformedOffsetLimit - malformedOffsets.count
        try chunk.withUnsafeBufferPointer { bytes throws(ICUError) in
            var source = bytes.baseAddress
            let limit = source.map { $0 + bytes.count }
            try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16_384) { target throws(ICUError) in
                var event = HL_DECODER_MORE
                while event != HL_DECODER_DONE {
                    var written: Int32 = 0
                    var offset: Int64 = 0
                    let status = hl_decoder_step(
                        handle, &source, limit, isEnd, target.baseAddress, Int32(target.count), &written, &event,
                        &offset)
                    utf8.append(contentsOf: UnsafeBufferPointer(rebasing: target[..<Int(written)]))
                    try check(status, "decode bytes")
                    guard event == HL_DECODER_MALFORMED || event == HL_DECODER_TRUNCATED else { continue }
                    if event == HL_DECODER_TRUNCATED { isTruncated = true }
                    if malformed.count < room { malformed.append(Int(offset)) }
                    count += 1
                }
            }
        }
        malformedOffsets += malformed
        malformedCount += count
        return isTruncated
    }
}
