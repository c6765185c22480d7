internal import ICUKit

extension Document {
    /// Decodes the bytes of a file.
    ///
    /// Without `encoding`, a byte order mark decides; then valid UTF-8 is UTF-8; then UTF-16 without a mark, UTF-8 with
    /// damaged places, GB18030 (which includes GBK and GB 2312) and Big5 are told apart by what the bytes look like. What
    /// was decided is in `encoding`; a mark is no part of the text. Bytes that the encoding does not allow stand as
    /// U+FFFD, each place with a diagnostic that gives its offset in the file.
    ///
    /// - Parameters:
    ///   - encoding: ICU's or IANA's name of the encoding, where it is known.
    ///   - source: where the bytes come from; kept in the document.
    /// - Throws: `HanLodeError` with `.binary` for what is no text, `.unknownEncoding` for a name that ICU does not know,
    ///   `.tooLong` for more than 2 GiB.
    public init(bytes: [UInt8], encoding: String? = nil, source: String? = nil) throws(HanLodeError) {
        guard bytes.count < Int(Int32.max) else {
            throw HanLodeError(.tooLong, "a text of more than 2 GiB")
        }
        let guess = try EncodingGuess(bytes, given: encoding)
        if guess.name == "utf-8", let text = String(validating: bytes[guess.markLength...], as: UTF8.self) {
            self.init(text: text, source: source)
        } else {
            let decoded = try Self.decode(bytes[guess.markLength...], as: guess.name, markLength: guess.markLength)
            self.init(text: decoded.text, source: source)
            diagnostics = decoded.diagnostics
        }
        self.encoding = guess.name
        if guess.isUncertain {
            diagnostics.append(
                Diagnostic(.uncertainEncoding, "read as \(guess.name) on little evidence; --encoding says otherwise"))
        }
        if text.isEmpty { diagnostics.append(Diagnostic(.empty, "the document is empty")) }
    }

    private static func decoder(_ name: String) throws(HanLodeError) -> Decoder {
        do {
            return try Decoder(charset: name, malformedOffsetLimit: reported)
        } catch {
            throw HanLodeError(.unknownEncoding, "no encoding is known as \(name)")
        }
    }

    private static func decode(
        _ bytes: ArraySlice<UInt8>, as name: String, markLength: Int
    ) throws(HanLodeError) -> (text: String, diagnostics: [Diagnostic]) {
        var decoder = try decoder(name)
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count * 3 / 2)
        do {
            try decoder.decode(bytes.span, into: &utf8)
            try decoder.finish(into: &utf8)
        } catch {
            throw HanLodeError(icu: error)
        }
        let offsets = decoder.malformedOffsets
        var diagnostics: [Diagnostic] = []
        for (offset, start) in zip(offsets, try places(of: offsets, in: bytes, as: name)) {
            diagnostics.append(
                Diagnostic(
                    .malformedBytes, "the bytes at offset \(offset + markLength) of the file are no \(name)",
                    span: TextSpan(start: start, end: start + 3)))
        }
        let rest = decoder.malformedCount - offsets.count
        if rest > 0 { diagnostics.append(Diagnostic(.malformedBytes, "and \(rest) places more that are no \(name)")) }
        return (String(decoding: utf8, as: UTF8.self), diagnostics)
    }

    /// So many malformed places are told one by one; the others are counted.
    private static let reported = 20

    /// Where in the decoded text the U+FFFD of each malformed place stands: behind what comes before it, decoded anew.
    private static func places(
        of offsets: [Int], in bytes: ArraySlice<UInt8>, as name: String
    ) throws(HanLodeError) -> [Int] {
        guard !offsets.isEmpty else { return [] }
        var decoder = try decoder(name)
        var utf8: [UInt8] = []
        var places: [Int] = []
        var start = bytes.startIndex
        for offset in offsets {
            let end = min(bytes.startIndex + offset, bytes.endIndex)
            do {
                try decoder.decode(bytes[start..<max(start, end)].span, into: &utf8)
            } catch {
                throw HanLodeError(icu: error)
            }
            places.append(utf8.count)
            start = max(start, end)
        }
        return places
    }
}
