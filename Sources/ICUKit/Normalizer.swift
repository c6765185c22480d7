internal import ICUShims

/// Brings text into a Unicode normalisation form (UAX #15) and tells what was changed where.
///
/// ICU's normalisers are immutable: one value serves all tasks.
public struct Normalizer: Hashable, Sendable {
    /// The form that text is brought into.
    public let form: Form

    /// A normalisation form.
    public enum Form: String, Hashable, Sendable, Codable, CaseIterable {
        /// Canonical composition.
        case nfc = "NFC"
        /// Canonical decomposition.
        case nfd = "NFD"
        /// Compatibility composition: also turns full-width characters into plain ones.
        case nfkc = "NFKC"
        /// Compatibility decomposition.
        case nfkd = "NFKD"

        fileprivate var shim: hl_form {
            switch self {
            case .nfc: HL_NFC
            case .nfd: HL_NFD
            case .nfkc: HL_NFKC
            case .nfkd: HL_NFKD
            }
        }
    }

    /// A normaliser to `form`.
    public init(_ form: Form = .nfc) {
        self.form = form
    }

    /// The normalised text with its edits and the offset map between both texts.
    ///
    /// Ill-formed bytes are kept as they are. Throws `U_INDEX_OUTOFBOUNDS_ERROR` if the text is longer than 2 GiB, or
    /// grows beyond it.
    public func normalize(_ utf8: Span<UInt8>) throws(ICUError) -> NormalizedText {
        let form = form.shim
        return try utf8.withUnsafeBufferPointer { text throws(ICUError) in
            var result = hl_bytes()
            var edits = hl_edits()
            defer { hl_free(edits.data) }
            let status = hl_normalize(form, text.baseAddress, Int64(text.count), &result, &edits)
            try check(status, "normalise a text")
            return NormalizedText(
                utf8: Array(taking: result),
                edits: UnsafeBufferPointer(start: edits.data, count: Int(edits.count)).map(NormalizedText.Edit.init))
        }
    }

    /// The normalised string. Throws like ``normalize(_:)-(Span<UInt8>)``.
    public func normalize(_ string: String) throws(ICUError) -> String {
        let form = form.shim
        return try string.utf8.span.withUnsafeBufferPointer { text throws(ICUError) in
            var result = hl_bytes()
            let status = hl_normalize(form, text.baseAddress, Int64(text.count), &result, nil)
            try check(status, "normalise a string")
            return String(taking: result)
        }
    }

    /// Whether normalising would change nothing. Reads the text once and writes nothing.
    ///
    /// Throws `U_INDEX_OUTOFBOUNDS_ERROR` if the text is longer than 2 GiB.
    public func isNormalized(_ utf8: Span<UInt8>) throws(ICUError) -> Bool {
        let form = form.shim
        return try utf8.withUnsafeBufferPointer { text throws(ICUError) in
            var result = false
            let status = hl_is_normalized(form, text.baseAddress, Int64(text.count), &result)
            try check(status, "check a text's normalisation")
            return result
        }
    }
}
