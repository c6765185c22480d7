/// What is made of rows of one table, kept from one result to the next: a text tells of the same few rows again and again,
/// and to make a text of a row's bytes takes ten times as long as to look one up.
struct RowValues<Value> {
    private struct Entry {
        var row = -1
        var value: Value?
    }

    /// By the last bits of a row's number: of two with the same bits the one asked for last.
    private var entries: [Entry]

    private static var count: Int { 128 }

    init() { entries = Array(repeating: Entry(), count: Self.count) }

    /// The value of a row, which `make` makes where it is not at hand; `nil` where there is none.
    @inline(__always)
    mutating func value(of row: Int, _ make: () -> Value?) -> Value? {
        let place = row & (Self.count - 1)
        if entries[place].row != row { entries[place] = Entry(row: row, value: make()) }
        return entries[place].value
    }
}
