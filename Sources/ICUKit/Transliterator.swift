internal import ICUShims

/// Rewrites text by one of ICU's transforms: `Hant-Hans` turns Traditional characters into Simplified ones.
///
/// `Sendable`: whatever changes the handle is `mutating` and so has it to itself; `clone()` only reads.
public struct Transliterator: ~Copyable, @unchecked Sendable {
    private let handle: OpaquePointer

    /// ICU's ID of the transform.
    public let id: String

    /// The way in which a transform is used.
    public enum Direction: Hashable, Sendable {
        /// As the ID says.
        case forward
        /// As the ID says, but from target to source.
        case reverse
    }

    /// The transform with the given ID, simple (`Hant-Hans`) or compound (`Han-Latin; Latin-ASCII`).
    ///
    /// Throws `U_INVALID_ID` if ICU knows no such transform or, for `.reverse`, none back.
    public init(_ id: String, direction: Direction = .forward) throws(ICUError) {
        let name = try checked(name: id, "open the transliterator “\(id)”")
        var handle: OpaquePointer?
        let status = hl_transliterator_open(name, direction == .reverse, &handle)
        self.handle = try checked(handle, status, "open the transliterator “\(id)”")
        self.id = id
    }

    private init(_ handle: OpaquePointer, id: String) {
        self.handle = handle
        self.id = id
    }

    deinit {
        hl_transliterator_close(handle)
    }

    /// Another transliterator with the same transform. Tasks may clone the same one at the same time.
    ///
    /// Throws only if memory is short.
    public func clone() throws(ICUError) -> Transliterator {
        var clone: OpaquePointer?
        let status = hl_transliterator_clone(handle, &clone)
        return Transliterator(try checked(clone, status, "clone a transliterator"), id: id)
    }

    /// The rewritten text.
    ///
    /// ICU rewrites in place: where a transform changes lengths, as `Han-Latin` does, the time grows with the square of
    /// the length, so give it paragraphs instead of books. Throws `U_INDEX_OUTOFBOUNDS_ERROR` if the text is longer
    /// than 2 GiB, `U_MEMORY_ALLOCATION_ERROR` if memory is short.
    public mutating func transliterate(_ text: String) throws(ICUError) -> String {
        let handle = handle
        return try text.utf8.span.withUnsafeBufferPointer { utf8 throws(ICUError) in
            var result = hl_bytes()
            let status = hl_transliterate(handle, utf8.baseAddress, Int64(utf8.count), &result)
            try check(status, "transliterate a text")
            return String(taking: result)
        }
    }
}
