internal import ICUShims

/// Compares and sorts strings as readers of a language expect: Chinese by pinyin or by strokes.
///
/// `Sendable`: nothing changes it once it is open, and ICU's const functions may run at the same time (ICU User Guide,
/// "Thread-safe const APIs"). One serves all tasks.
public struct Collator: ~Copyable, @unchecked Sendable {
    private let handle: OpaquePointer

    /// How one string stands to another.
    public enum Order: Int, Hashable, Sendable {
        /// The first comes first.
        case ascending = -1
        /// The collation makes no difference between them.
        case same = 0
        /// The first comes last.
        case descending = 1
    }

    /// The order that `locale` names: `zh@collation=pinyin`, `zh@collation=stroke`. More keywords set more attributes:
    /// `zh@collation=pinyin;colnumeric=yes` puts 第9 before 第10.
    ///
    /// Without keywords it is the language's usual order, or the root locale's if ICU does not know the language. Throws
    /// `U_MISSING_RESOURCE_ERROR` if the language has no collation of the given name, `U_ILLEGAL_ARGUMENT_ERROR` if
    /// `locale` is no locale's name or a keyword's value is unknown.
    public init(locale: String = "zh@collation=pinyin") throws(ICUError) {
        let name = try checked(name: locale, "open the collator “\(locale)”")
        var handle: OpaquePointer?
        let status = hl_collator_open(name, &handle)
        self.handle = try checked(handle, status, "open the collator “\(locale)”")
    }

    deinit {
        hl_collator_close(handle)
    }

    /// How `left` stands to `right`.
    ///
    /// Throws `U_INDEX_OUTOFBOUNDS_ERROR` if one of them is longer than 2 GiB.
    public func compare(_ left: String, _ right: String) throws(ICUError) -> Order {
        let handle = handle
        return try left.utf8.span.withUnsafeBufferPointer { left throws(ICUError) in
            try right.utf8.span.withUnsafeBufferPointer { right throws(ICUError) in
                var order: Int32 = 0
                let status = hl_collator_compare(
                    handle, left.baseAddress, Int64(left.count), right.baseAddress, Int64(right.count), &order)
                try check(status, "compare strings")
                return order < 0 ? .ascending : order > 0 ? .descending : .same
            }
        }
    }

    /// Bytes whose order, compared one by one as `lexicographicallyPrecedes` does, is the order of the strings.
    ///
    /// Keys can be stored, but only to be compared with keys of the same locale and version of ICU. Throws
    /// `U_INDEX_OUTOFBOUNDS_ERROR` if the string is longer than 2 GiB.
    public func sortKey(for string: String) throws(ICUError) -> [UInt8] {
        let handle = handle
        return try string.utf8.span.withUnsafeBufferPointer { text throws(ICUError) in
            var key = hl_bytes()
            let status = hl_collator_sort_key(handle, text.baseAddress, Int64(text.count), &key)
            try check(status, "make a sort key")
            return Array(taking: key)
        }
    }

    /// The strings in order; those that the collation does not tell apart stay in the order they came in.
    ///
    /// Throws like ``sortKey(for:)``.
    public func sorted(_ strings: [String]) throws(ICUError) -> [String] {
        var keyed: [(key: [UInt8], index: Int)] = []
        keyed.reserveCapacity(strings.count)
        for index in strings.indices { keyed.append((try sortKey(for: strings[index]), index)) }
        keyed.sort { $0.key == $1.key ? $0.index < $1.index : $0.key.lexicographicallyPrecedes($1.key) }
        return keyed.map { strings[$0.index] }
    }
}
