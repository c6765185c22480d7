internal import ICUKit

/// The versions of everything that a result depends on.
public struct Producer: Hashable, Sendable, Codable {
    /// HanLode's version.
    public var hanlode: String
    /// A mark of the lexicon's content: of the built-in tables, and behind each `+` of a pack added.
    public var lexicon: String
    /// The version of ICU.
    public var icu: String
    /// The version of Unicode that ICU knows.
    public var unicode: String

    init(lexicon: String) {
        hanlode = hanLodeVersion
        self.lexicon = lexicon
        icu = ICUVersion.icu
        unicode = ICUVersion.unicode
    }

    /// The versions of this library with its built-in lexicon.
    public static var current: Producer {
        Producer(lexicon: (try? Lexicon(borrowing: Pack.builtInImage).version) ?? "none")
    }
}

/// The version of the library and of the command.
let hanLodeVersion = "0.1.0"
