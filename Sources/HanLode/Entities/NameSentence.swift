/// What a sentence holds that names are found by, and where it ends.
struct NameSentence: BitwiseCopyable {
    let start: Int
    var end: Int
    /// A name goes on behind the window that the sentence was read from.
    var isOpen = false
    /// The roles of all its tokens.
    var roles: NameRoles = []
    /// 《
    var hasBookTitle = false
    /// “
    var hasQuotation = false

    init(start: Int) { (self.start, end) = (start, start) }

    func has(_ role: NameRoles) -> Bool { !roles.isDisjoint(with: role) }
}
