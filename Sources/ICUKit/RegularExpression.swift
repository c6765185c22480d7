internal import ICUShims

/// A regular expression in ICU's syntax, matched against UTF-8 text.
///
/// It backtracks, so some patterns take exponential time on some texts: set limits for a pattern that comes from
/// outside. Ill-formed bytes are read as U+FFFD.
///
/// `Sendable`: whatever changes the handle is `mutating` and so has it to itself; the rest reads the immutable pattern.
public struct RegularExpression: ~Copyable, @unchecked Sendable {
    private let handle: OpaquePointer

    /// The pattern as it was given.
    public let pattern: String
    /// How many capture groups the pattern has, group 0 (the whole match) not counted.
    public let captureCount: Int

    /// Compiles `pattern`.
    ///
    /// Throws ICU's code for what is wrong with the pattern, with its line and offset (`U_REGEX_RULE_SYNTAX`,
    /// `U_REGEX_MISMATCHED_PAREN`, …), and `U_ILLEGAL_ARGUMENT_ERROR` if the pattern is empty or a limit negative.
    public init(_ pattern: String, options: Options = [], limits: Limits = Limits()) throws(ICUError) {
        let operation = "compile the pattern “\(pattern)”"
        var handle: OpaquePointer?
        var line: Int32 = -1
        var offset: Int32 = -1
        let status = pattern.utf8.span.withUnsafeBufferPointer { utf8 in
            hl_regex_open(
                utf8.baseAddress, Int64(utf8.count), options.rawValue, Int32(clamping: limits.time),
                Int32(clamping: limits.stack), &handle, &line, &offset)
        }
        if status > 0, line > 0 {
            let position = ICUError.Position(line: Int(line), offset: Int(offset))
            throw ICUError(code: status, operation: operation, position: position)
        }
        let opened = try checked(handle, status, operation)
        self.handle = opened
        self.pattern = pattern
        self.captureCount = Int(hl_regex_group_count(opened))
    }

    private init(_ handle: OpaquePointer, pattern: String, captureCount: Int) {
        self.handle = handle
        self.pattern = pattern
        self.captureCount = captureCount
    }

    deinit {
        hl_regex_close(handle)
    }

    /// Another expression with the same compiled pattern and limits. Tasks may clone the same one at the same time.
    ///
    /// Throws only if memory is short.
    public func clone() throws(ICUError) -> RegularExpression {
        var clone: OpaquePointer?
        let status = hl_regex_clone(handle, &clone)
        let opened = try checked(clone, status, "clone a regular expression")
        return RegularExpression(opened, pattern: pattern, captureCount: captureCount)
    }

    /// The number of the capture group `(?<name>…)`, for `Match`'s subscript, or nil if the pattern has none.
    public func captureIndex(named name: String) -> Int? {
        guard !name.utf8.contains(0) else { return nil }
        var number: Int32 = -1
        let status = hl_regex_group_number(handle, name, &number)
        return status > 0 || number < 0 ? nil : Int(number)
    }

    /// All matches from left to right, none overlapping another; the first `count` of them if `count` is given.
    ///
    /// Throws `U_REGEX_TIME_OUT` or `U_REGEX_STACK_OVERFLOW` if a limit is exceeded, `U_INDEX_OUTOFBOUNDS_ERROR` if the
    /// text is longer than 2 GiB.
    public mutating func matches(in utf8: Span<UInt8>, first count: Int = .max) throws(ICUError) -> [Match] {
        var matches: [Match] = []
        let groups = captureCount
        try withText(utf8) { handle throws(ICUError) in
            var found = false
            while matches.count < count {
                try check(hl_regex_find_next(handle, &found), "find a match")
                guard found else { break }
                matches.append(try Match(of: handle, captureCount: groups))
            }
        }
        return matches
    }

    /// The first match, or nil. Throws like ``matches(in:first:)``.
    public mutating func firstMatch(in utf8: Span<UInt8>) throws(ICUError) -> Match? {
        try matches(in: utf8, first: 1).first
    }

    /// The match of the whole text, or nil if the pattern fits only a part or none of it.
    ///
    /// Throws like ``matches(in:first:)``.
    public mutating func wholeMatch(in utf8: Span<UInt8>) throws(ICUError) -> Match? {
        let groups = captureCount
        return try withText(utf8) { handle throws(ICUError) in
            var found = false
            try check(hl_regex_matches(handle, &found), "match a text")
            return found ? try Match(of: handle, captureCount: groups) : nil
        }
    }

    private mutating func withText<Result>(
        _ utf8: Span<UInt8>, _ body: (OpaquePointer) throws(ICUError) -> Result
    ) throws(ICUError) -> Result {
        let handle = handle
        return try utf8.withUnsafeBufferPointer { text throws(ICUError) in
            defer { hl_regex_clear_text(handle) }
            try check(hl_regex_set_text(handle, text.baseAddress, Int64(text.count)), "set the text to match")
            return try body(handle)
        }
    }
}
