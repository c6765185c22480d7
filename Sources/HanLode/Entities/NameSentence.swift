/// What a sentence holds that names are found by, and where it ends.
struct NameSentence: BitwiseCopyable {
    let start: Int
    var end: Int
    /// How many tokens it has.
    var count = 0
    /// How many of them a rule may begin with.
    var markedCount = 0
    /// A name goes on behind the window that the sentence was read from.
    var isOpen = false
    /// The roles of those.
    var roles: NameRoles = []
    /// 《
    var hasBookTitle = false
    /// “
    var hasQuotation = false

    init(start: Int) { (self.start, end) = (start, start) }

    func has(_ role: NameRoles) -> Bool { !roles.isDisjoint(with: role) }
}
