/// The rows of a lexicon's tables where they lie, with the texts and numbers that their words stand for.
///
/// A view that holds on to nothing, because rows are read millions of times and counting references is more work than
/// reading: it may be used as long as the storage is there, which every lexicon and its terms keep. It is one pointer,
/// because it is part of every record, and of all that reads them.
struct LexiconRows: @unchecked Sendable {  // Nothing changes where it looks.
    /// Where a table's rows begin, in words, how many they are, and how many words each has.
    struct Table {
        let start: Int
        let count: Int
        let width: Int
    }

    /// Where everything lies.
    struct Layout {
        let bytes: UnsafeRawBufferPointer
        /// The same, word by word.
        let words: UnsafeBufferPointer<UInt32>
        let tables: UnsafePointer<Table>
        let textStarts: UnsafeBufferPointer<UInt32>
        let textBytes: UnsafeBufferPointer<UInt8>
        let numbers: (offset: Int, count: Int)
    }

    private let layout: UnsafePointer<Layout>

    init(_ layout: UnsafePointer<Layout>) { self.layout = layout }

    /// Where the rows of a table lie.
    @inline(__always)
    subscript(table: TableKind) -> Table { layout.pointee.tables[Int(table.rawValue)] }

    /// The word at an index; 0 behind the end.
    @inline(__always)
    func word(_ index: Int) -> UInt32 {
        let words = layout.pointee.words
        // As a number without a sign, an index before the beginning is one behind the end.
        return UInt(bitPattern: index) < UInt(bitPattern: words.count) ? words[index] : 0
    }

    /// A text by its number; empty where there is none.
    func text(_ index: UInt32) -> String { String(decoding: textBytes(index), as: UTF8.self) }

    /// The bytes of a text.
    func textBytes(_ index: UInt32) -> UnsafeBufferPointer<UInt8> {
        let (textStarts, textBytes) = (layout.pointee.textStarts, layout.pointee.textBytes)
        guard Int(index) + 1 < textStarts.count else { return .init(start: nil, count: 0) }
        let (start, end) = (Int(textStarts[Int(index)]), Int(textStarts[Int(index) + 1]))
        guard start < end, end <= textBytes.count else { return .init(start: nil, count: 0) }
        return UnsafeBufferPointer(rebasing: textBytes[start..<end])
    }

    /// A number by its number, from 1; `nil` where there is none.
    func number(_ index: UInt32) -> ExactNumber? {
        let numbers = layout.pointee.numbers
        guard index > 0, Int(index) <= numbers.count else { return nil }
        let bytes = layout.pointee.bytes
        let start = numbers.offset + 4 * LexiconStorage.numberWords * Int(index - 1)
        guard start + 36 <= bytes.count else { return nil }
        func half(_ offset: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self) }
        // The lower half first.
        let coefficient = Int128(Int64(bitPattern: half(8))) << 64 | Int128(half(0))
        let denominator = Int128(Int64(bitPattern: half(24))) << 64 | Int128(half(16))
        let exponent = Int(bytes.loadUnaligned(fromByteOffset: start + 32, as: Int32.self))
        guard denominator != 1 else { return ExactNumber(coefficient: coefficient, exponent: exponent) }
        return ExactNumber(coefficient, over: denominator)
    }

    /// What a number was written as; empty where there is none.
    func numberText(_ index: UInt32) -> String {
        let numbers = layout.pointee.numbers
        guard index > 0, Int(index) <= numbers.count else { return "" }
        return text(word(numbers.offset / 4 + LexiconStorage.numberWords * Int(index - 1) + 9))
    }
}
