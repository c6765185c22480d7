/// The rows of a compiled table as words, for what is asked at every word of a text: no object is held.
struct TableView: BitwiseCopyable {
    let words: UnsafeBufferPointer<UInt32>
    let width: Int

    /// A column of a row; 0 beyond the end, where the trie of a damaged image may lead.
    @inline(__always)
    func word(_ row: Int, _ column: Int) -> UInt32 {
        let (start, isOver) = row.multipliedReportingOverflow(by: width)
        let index = start &+ column
        return !isOver && index >= 0 && index < words.count ? words[index] : 0
    }

    /// A column of keywords; the first of them where the word is none.
    @inline(__always)
    func choice<Value: CaseIterable>(_ row: Int, _ column: Int) -> Value where Value.AllCases == [Value] {
        let cases = Value.allCases
        let index = Int(word(row, column))
        return cases[index < cases.count ? index : 0]
    }

    /// A column of keywords that may hold one beyond those of `Value`: `nil` for that.
    @inline(__always)
    func knownChoice<Value: CaseIterable>(_ row: Int, _ column: Int) -> Value? where Value.AllCases == [Value] {
        let cases = Value.allCases
        let index = Int(word(row, column))
        return index < cases.count ? cases[index] : nil
    }
}
