internal import ICUShims

/// The dictionary by which ICU cuts Chinese and Japanese: some 300,000 words, each with a cost.
///
/// A cost is a negative logarithm of the word's frequency in ICU's corpus, scaled to about 30 for the most frequent word
/// and 255 at most; the break iterator takes the cheapest row of words. The words are in the form of NFKC.
///
/// Opening one maps ICU's data and reads nothing. Any number of tasks may ask the same dictionary at the same time.
public struct BreakDictionary: ~Copyable, @unchecked Sendable {
    private let handle: OpaquePointer

    /// The dictionary in ICU's data.
    ///
    /// Throws `U_FILE_ACCESS_ERROR` or another code where ICU was built without it, and `U_INVALID_FORMAT_ERROR` where it
    /// has a form that is not known here; `WordBreaker` may still work then.
    public init() throws(ICUError) {
        let operation = "open the dictionary of words"
        var handle: OpaquePointer?
        let status = hl_dictionary_open(&handle)
        self.handle = try checked(handle, status, operation)
    }

    deinit {
        hl_dictionary_close(handle)
    }

    /// The cost of a word; `nil` if it is not in the dictionary.
    public func cost(of word: some Sequence<UInt16>) -> Int? {
        let cost = Array(word).withUnsafeBufferPointer { units in
            hl_dictionary_cost(handle, units.baseAddress, Int32(clamping: units.count))
        }
        return cost < 0 ? nil : Int(cost)
    }

    /// The words that begin with `first`, in ascending order, one behind the other: for each its cost, the number of its
    /// units behind the first, and these units. Flat, because a program may want all 300,000 at once.
    ///
    /// Throws only if memory is short.
    public func words(beginningWith first: UInt16) throws(ICUError) -> [UInt16] {
        var words = hl_units()
        try check(hl_dictionary_words(handle, first, &words), "read the dictionary of words")
        defer { hl_free(words.data) }
        return Array(UnsafeBufferPointer(start: words.data, count: Int(words.count)))
    }
}
