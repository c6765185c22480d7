/// Texts of rows of one table, kept from one result to the next: a text tells of the same few rows again and again, and to
/// make a text of a row's bytes takes ten times as long as to look one up.
struct RowTexts {
    private struct Entry {
        var row = -1
        var text: String?
    }

    /// By the last bits of a row's number: of two with the same bits the one asked for last.
    private var entries: [Entry] = Array(repeating: Entry(), count: Self.count)

    private static let count = 128

    /// The text of a row, which `make` makes where it is not at hand.
    @inline(__always)
    mutating func text(of row: Int, _ make: () -> String?) -> String? {
        let place = row & (Self.count - 1)
        if entries[place].row != row { entries[place] = Entry(row: row, text: make()) }
        return entries[place].text
    }
}
