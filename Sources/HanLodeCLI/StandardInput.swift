#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Standard input as bytes.
enum StandardInput {
    private static let chunkSize = 1 << 16

    /// Everything up to its end.
    static func readAll() -> [UInt8] {
        if Terminal.isInputATerminal {
            Terminal.complain("hanlode: reading the text from the terminal; end it with Ctrl-D")
        }
        var bytes: [UInt8] = []
        while let chunk = next() { bytes.append(contentsOf: chunk) }
        return bytes
    }

    /// The bytes that are there now; `nil` at the end.
    static func next() -> [UInt8]? {
        while true {
            var count = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, initialized in
                count = read(STDIN_FILENO, buffer.baseAddress, chunkSize)
                initialized = max(count, 0)
            }
            if count < 0, errno == EINTR { continue }
            return count > 0 ? chunk : nil
        }
    }
}

/// Standard input line by line, without the line feeds.
struct LineReader {
    /// A line longer than this is cut into an error instead of into memory.
    static let longestLine = 1 << 28

    enum Line {
        case text([UInt8])
        case tooLong
    }

    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    mutating func next() -> Line? {
        var searched = position
        var isSkipping = false
        while true {
            if let feed = buffer[searched...].firstIndex(of: 0x0A) {
                let line = Array(buffer[position..<feed])
                position = feed + 1
                return isSkipping ? .tooLong : .text(line)
            }
            if isAtEnd {
                let line = Array(buffer[position...])
                position = buffer.count
                return isSkipping ? .tooLong : line.isEmpty ? nil : .text(line)
            }
            buffer.removeSubrange(..<position)
            position = 0
            if buffer.count > Self.longestLine {
                buffer.removeAll()
                isSkipping = true
            }
            searched = buffer.count
            guard let chunk = StandardInput.next() else {
                isAtEnd = true
                continue
            }
            buffer.append(contentsOf: chunk)
        }
    }
}
