internal import ICUShims

extension RegularExpression {
    /// How a pattern is read.
    public struct Options: OptionSet, Hashable, Sendable {
        /// The bits of the options.
        public let rawValue: UInt32

        /// The options with these bits.
        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Upper and lower case are the same.
        public static let caseInsensitive = Options(HL_REGEX_CASE_INSENSITIVE)
        /// White space and `# comments` in the pattern mean nothing.
        public static let comments = Options(HL_REGEX_COMMENTS)
        /// `^` and `$` also match at line ends.
        public static let multiline = Options(HL_REGEX_MULTILINE)
        /// `.` also matches line ends.
        public static let dotMatchesLineEnds = Options(HL_REGEX_DOT_ALL)
        /// Only U+000A ends a line.
        public static let unixLines = Options(HL_REGEX_UNIX_LINES)
        /// The pattern is a plain string.
        public static let literal = Options(HL_REGEX_LITERAL)
        /// `\b` matches at the boundaries of Unicode words (UAX #29).
        public static let unicodeWordBoundaries = Options(HL_REGEX_UNICODE_WORDS)

        private init(_ option: hl_regex_options) {
            rawValue = option.rawValue
        }
    }

    /// How much one match may cost.
    public struct Limits: Hashable, Sendable {
        /// Steps of ICU's match engine (`uregex_setTimeLimit`), not a time: a step is a fixed amount of backtracking, in
        /// the order of a millisecond, so that the same match takes as many on every machine. 0 means no limit.
        public var time: Int
        /// Bytes of memory for backtracking. 0 means no limit.
        public var stack: Int

        /// No limit of time, and ICU's own limit of memory: 8 MB.
        public init(time: Int = 0, stack: Int = 8_000_000) {
            self.time = time
            self.stack = stack
        }
    }
}
