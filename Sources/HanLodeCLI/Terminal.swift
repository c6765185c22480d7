#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The process's standard streams.
enum Terminal {
    static var isOutputATerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var isErrorATerminal: Bool { isatty(STDERR_FILENO) == 1 }
    static var isInputATerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// Makes a closed pipe an error of `write` instead of a signal that ends the process.
    static func ignoreClosedPipes() {
        signal(SIGPIPE, SIG_IGN)
    }

    /// Writes all of `bytes` to standard output; leaves the process quietly where nobody reads on (`hanlode … | head`).
    static func write(_ bytes: [UInt8]) {
        if !writeAll(bytes, to: STDOUT_FILENO) { leave(errno == EPIPE ? 0 : 1) }
    }

    static func write(_ text: String) {
        write(Array(text.utf8))
    }

    /// Writes a line to standard error.
    static func complain(_ text: String) {
        _ = writeAll(Array((text + "\n").utf8), to: STDERR_FILENO)
    }

    /// Overwrites the last progress line on standard error.
    static func progress(_ text: String) {
        _ = writeAll(Array("\r\u{1B}[K\(text)".utf8), to: STDERR_FILENO)
    }

    static func leave(_ status: Int32) -> Never {
        exit(status)
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { systemWrite(descriptor, $0 + start, bytes.count - start) } ?? 0
            }
            if written < 0 {
                if errno == EINTR { continue }
                return false
            }
            start += written
        }
        return true
    }

    /// The columns of the terminal, or 100 where there is none.
    static var width: Int {
        var size = winsize()
        guard isOutputATerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 40 else {
            return 100
        }
        return Int(size.ws_col)
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
