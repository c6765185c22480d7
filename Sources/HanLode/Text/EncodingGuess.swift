internal import ICUKit

/// Which encoding bytes are in.
struct EncodingGuess: Hashable, Sendable {
    /// Lower case, a name that ICU knows.
    let name: String
    /// Bytes of the byte order mark.
    var markLength = 0
    /// The evidence is thin: a few characters, or nothing but a best guess.
    var isUncertain = false

    /// Guesses, or takes what is given.
    ///
    /// - Throws: `HanLodeError` with `.binary` where the bytes are no text in any encoding that reports come in.
    init(_ bytes: [UInt8], given: String?) throws(HanLodeError) {
        if let given {
            let family = Self.squeezed(given)
            if let mark = Self.mark(bytes), Self.squeezed(mark.name).hasPrefix(family), !family.isEmpty {
                name = mark.name
                markLength = mark.length
            } else {
                name = family == "utf8" ? "utf-8" : given.lowercased()
            }
            return
        }
        if let mark = Self.mark(bytes) {
            name = mark.name
            markLength = mark.length
            return
        }
        let sample = bytes.prefix(Self.sampleSize)
        let census = UTF8Census(bytes)
        if census.errors == 0 {
            guard Self.controls(sample) * 3 <= sample.count else { throw Self.binary }
            name = "utf-8"
            return
        }
        if let utf16 = Self.unmarkedUTF16(sample) {
            name = utf16
            return
        }
        guard !sample.contains(0), Self.controls(sample) * 100 <= sample.count else { throw Self.binary }
        // A wrong byte now and then is damage; another encoding is wrong nearly everywhere.
        if census.errors * 4 <= census.characters {
            name = "utf-8"
            return
        }
        let best = try Self.chinese(sample)
        name = best.name
        isUncertain = best.confidence < 30 || bytes.count < 24
    }

    /// UTF-8, utf8 and UTF_8 are one name.
    private static func squeezed(_ name: String) -> String {
        name.lowercased().filter { $0 != "-" && $0 != "_" }
    }

    private static let sampleSize = 1 << 16

    private static var binary: HanLodeError {
        HanLodeError(.binary, "no text in UTF-8, UTF-16, GB18030 or Big5")
    }

    private static func mark(_ bytes: [UInt8]) -> (name: String, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("utf-32le", 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("utf-32be", 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
        if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return ("gb18030", 4) }
        return nil
    }

    /// Control characters that no text has.
    private static func controls(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.count { $0 < 0x20 && !(0x08...0x0D).contains($0) && $0 != 0x1A && $0 != 0x1B || $0 == 0x7F }
    }

    /// UTF-16 without a mark, where nearly all units of one byte order are what Chinese texts consist of.
    private static func unmarkedUTF16(_ bytes: ArraySlice<UInt8>) -> String? {
        let units = bytes.count / 2
        guard units >= 2, bytes.count % 2 == 0 else { return nil }
        var little = 0
        var big = 0
        for index in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            if isChineseUnit(second << 8 | first) { little += 1 }
            if isChineseUnit(first << 8 | second) { big += 1 }
        }
        guard max(little, big) * 20 >= units * 19, little != big else { return nil }
        return little > big ? "utf-16le" : "utf-16be"
    }

    private static func isChineseUnit(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x2010...0x203F, 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFF65: true
        default: false
        }
    }

    /// GB18030 or Big5, by ICU's statistics.
    private static func chinese(_ sample: ArraySlice<UInt8>) throws(HanLodeError) -> (name: String, confidence: Int) {
        let candidates: [CharsetDetector.Candidate]
        do {
            var detector = try CharsetDetector()
            candidates = try detector.candidates(for: sample.span)
        } catch {
            throw HanLodeError(icu: error)
        }
        let known = candidates.first { $0.name == "GB18030" || $0.name == "Big5" }
        let gb18030 = malformed(sample, as: "GB18030")
        let big5 = malformed(sample, as: "Big5")
        // A handful of characters is too little for statistics: what decodes without a fault is then the better guess.
        if let known, (known.name == "Big5" ? big5 : gb18030) * 50 <= sample.count {
            return (known.name.lowercased(), known.confidence)
        }
        guard min(gb18030, big5) * 50 <= sample.count else { throw binary }
        return (big5 < gb18030 ? "big5" : "gb18030", 10)
    }

    private static func malformed(_ sample: ArraySlice<UInt8>, as name: String) -> Int {
        guard var decoder = try? Decoder(charset: name, malformedOffsetLimit: 0) else { return .max / 100 }
        var utf8: [UInt8] = []
        // The sample may end inside a character, so that it is not finished.
        guard (try? decoder.decode(sample.span, into: &utf8)) != nil else { return .max / 100 }
        return decoder.malformedCount
    }
}

/// How far bytes are UTF-8: multi-byte characters that are, and bytes that cannot be.
private struct UTF8Census {
    private(set) var characters = 0
    private(set) var errors = 0

    init(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            let length = Self.length(bytes, at: index)
            if length == 0, Self.isCut(bytes, at: index) { return }
            if length == 0 { errors += 1 } else if length > 1 { characters += 1 }
            index += max(length, 1)
        }
    }

    /// Whether the file ends inside the character that begins at `index`: cut, but UTF-8.
    private static func isCut(_ bytes: [UInt8], at index: Int) -> Bool {
        let expected = bytes[index] >= 0xF0 ? 4 : bytes[index] >= 0xE0 ? 3 : 2
        let rest = bytes[(index + 1)...]
        return bytes[index] >= 0xC2 && bytes[index] <= 0xF4 && rest.count < expected - 1
            && rest.allSatisfy { $0 & 0xC0 == 0x80 }
    }

    /// The length of the well-formed sequence at `index` (Unicode 15, table 3-7); 0 where there is none.
    private static func length(_ bytes: [UInt8], at index: Int) -> Int {
        let first = bytes[index]
        func isContinuation(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + offset < bytes.count && range.contains(bytes[index + offset])
        }
        switch first {
        case 0..<0x80: return 1
        case 0xC2...0xDF: return isContinuation(1) ? 2 : 0
        case 0xE0...0xEF:
            let second: ClosedRange<UInt8> = first == 0xE0 ? 0xA0...0xBF : first == 0xED ? 0x80...0x9F : 0x80...0xBF
            return isContinuation(1, second) && isContinuation(2) ? 3 : 0
        case 0xF0...0xF4:
            let second: ClosedRange<UInt8> = first == 0xF0 ? 0x90...0xBF : first == 0xF4 ? 0x80...0x8F : 0x80...0xBF
            return isContinuation(1, second) && isContinuation(2) && isContinuation(3) ? 4 : 0
        default: return 0
        }
    }
}
