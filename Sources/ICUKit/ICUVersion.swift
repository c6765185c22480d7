internal import ICUShims

/// The ICU that the program runs with, which may be newer than the one it was built with.
public enum ICUVersion {
    /// ICU's own version: `72.1`.
    public static var icu: String { text(hl_icu_version) }

    /// The version of the Unicode standard that it implements: `15.0`.
    public static var unicode: String { text(hl_unicode_version) }

    private static func text(_ read: (UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>) -> Void) -> String {
        var major: Int32 = 0
        var minor: Int32 = 0
        read(&major, &minor)
        return "\(major).\(minor)"
    }
}
