internal import ICUShims

/// A failure that ICU has reported.
public struct ICUError: Error, Hashable, Sendable {
    /// ICU's status code, a positive number.
    public let code: Int32
    /// The code's name in ICU: `U_ILLEGAL_ARGUMENT_ERROR`.
    public let name: String
    /// What was being done: `open the decoder “GBX”`.
    public let operation: String
    /// Where a pattern is wrong; only for errors in patterns.
    public let position: Position?

    /// A place in a pattern.
    public struct Position: Hashable, Sendable {
        /// The line, from 1.
        public let line: Int
        /// Characters (Unicode scalars) of that line up to the place where ICU gave up.
        public let offset: Int
    }

    init(code: Int32, operation: String, position: Position? = nil) {
        self.code = code
        self.name = String(cString: hl_status_name(code))
        self.operation = operation
        self.position = position
    }
}

extension ICUError: CustomStringConvertible {
    /// `cannot open the decoder “GBX”: U_FILE_ACCESS_ERROR (4)`, with line and offset where they are known.
    public var description: String {
        let place = position.map { " at line \($0.line), offset \($0.offset)" } ?? ""
        return "cannot \(operation): \(name) (\(code))\(place)"
    }
}

// Codes that ICUKit itself has to tell apart; their numbers never change.
extension ICUError {
    static let illegalArgument: Int32 = 1
    static let internalProgramError: Int32 = 5
}

/// Throws if `status` is a failure; ICU's warnings are negative and pass.
@inline(__always)
func check(_ status: hl_status, _ operation: @autoclosure () -> String) throws(ICUError) {
    if status > 0 { throw ICUError(code: status, operation: operation()) }
}

/// The handle that an `…_open` or `…_clone` has made along with a successful status.
func checked(
    _ handle: OpaquePointer?, _ status: hl_status, _ operation: @autoclosure () -> String
) throws(ICUError) -> OpaquePointer {
    try check(status, operation())
    guard let handle else { throw ICUError(code: ICUError.internalProgramError, operation: operation()) }
    return handle
}

/// A name on its way to C, where a zero would cut it short and make another name of it.
func checked(name: String, _ operation: @autoclosure () -> String) throws(ICUError) -> String {
    if name.utf8.contains(0) { throw ICUError(code: ICUError.illegalArgument, operation: operation()) }
    return name
}
