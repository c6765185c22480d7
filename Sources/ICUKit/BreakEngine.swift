internal import ICUShims

/// The handle below `WordBreaker` and `SentenceBreaker`.
///
/// `Sendable`: whatever changes the handle is `mutating` and so has it to itself; `clone()` only reads, which ICU allows
/// several threads to do at the same time (ICU User Guide, "Thread-safe const APIs").
struct BreakEngine: ~Copyable, @unchecked Sendable {
    private let handle: OpaquePointer

    private init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    deinit {
        hl_breaker_close(handle)
    }

    static func words(locale: String) throws(ICUError) -> BreakEngine {
        let locale = try checked(name: locale, "open the word breaker “\(locale)”")
        var handle: OpaquePointer?
        let status = hl_breaker_open_words(locale, &handle)
        return BreakEngine(try checked(handle, status, "open the word breaker “\(locale)”"))
    }

    static func sentences(locale: String) throws(ICUError) -> BreakEngine {
        let locale = try checked(name: locale, "open the sentence breaker “\(locale)”")
        var handle: OpaquePointer?
        let status = hl_breaker_open_sentences(locale, &handle)
        return BreakEngine(try checked(handle, status, "open the sentence breaker “\(locale)”"))
    }

    func clone() throws(ICUError) -> BreakEngine {
        var clone: OpaquePointer?
        let status = hl_breaker_clone(handle, &clone)
        return BreakEngine(try checked(clone, status, "clone a breaker"))
    }

    /// Calls `body` with every boundary after the one at zero, and with its rule status.
    mutating func forEachBoundary(of utf8: Span<UInt8>, _ body: (Int32, Int32) -> Void) throws(ICUError) {
        let handle = handle
        try utf8.withUnsafeBufferPointer { text throws(ICUError) in
            defer { hl_breaker_clear_text(handle) }
            try check(hl_breaker_begin(handle, text.baseAddress, Int64(text.count)), "break a text")
            // Enough to make the calls cheap, little enough for the stack.
            let capacity = 256
            try withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * capacity) { buffer throws(ICUError) in
                guard let boundaries = buffer.baseAddress else { return }
                let statuses = boundaries + capacity
                var written: Int32 = 0
                repeat {
                    let status = hl_breaker_next(handle, boundaries, statuses, Int32(capacity), &written)
                    try check(status, "break a text")
                    for index in 0..<Int(written) { body(boundaries[index], statuses[index]) }
                } while written > 0
            }
        }
    }

    /// Calls `body` with a view that answers single queries on the text.
    mutating func withText<Result: ~Copyable>(
        _ utf8: Span<UInt8>, _ body: (borrowing TextBoundaries) throws(ICUError) -> Result
    ) throws(ICUError) -> Result {
        let handle = handle
        return try utf8.withUnsafeBufferPointer { text throws(ICUError) in
            defer { hl_breaker_clear_text(handle) }
            try check(hl_breaker_set_text(handle, text.baseAddress, Int64(text.count)), "set a breaker's text")
            return try body(TextBoundaries(handle: handle, count: text.count))
        }
    }
}
