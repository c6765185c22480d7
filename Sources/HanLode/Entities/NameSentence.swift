/// What a sentence holds that names are found by, and where it ends.
struct NameSentence: BitwiseCopyable {
    var end: Int
    /// The roles of all its tokens.
    var roles: NameRoles = []
    /// 《
    var hasBookTitle = false
    /// “
    var hasQuotation = false

    init(end: Int) { self.end = end }

    func has(_ role: NameRoles) -> Bool { !roles.isDisjoint(with: role) }
}
