/// A second name that a text gives to what it has just named: 云湖 of 云湖新材料集团有限公司（以下简称“云湖”）.
struct IntroducedName: Hashable, Sendable {
    /// The second name in UTF-8, marks outside.
    let text: [UInt8]
    let type: EntityType
    /// The code of the division that it names; 0 where it names none.
    let code: UInt32
    /// What it stands for.
    let canonical: EntityMatch.Canonical
    /// Where else it names the same.
    let use: Use

    enum Use: Hashable, Sendable {
        /// Wherever it stands: its characters are those of the full name, and are more than a word for what it is.
        case anywhere
        /// Between quotation marks: “集团”.
        case quoted
        /// Between book-title marks: 《条例》.
        case titled
    }

    /// So many one text may introduce: every word of the text is held against each of them.
    static let limit = 64
}
