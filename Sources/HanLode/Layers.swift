/// What an extraction finds beside quantities and times, on which all else is built.
///
/// A layer leaves its mark on others: sets take numerals away from quantities, honours in quotation marks are no terms,
/// and entities tell observations where. So a caller who wants one list gets the layers that have a part in it.
@_spi(Benchmarks) public struct Layers: OptionSet, Sendable {
    /// A bit for each layer.
    public let rawValue: UInt8

    /// The layers whose bits are set.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Sets with their members, and terms.
    public static let slogans = Layers(rawValue: 1 << 0)
    /// Names.
    public static let entities = Layers(rawValue: 1 << 1)
    /// What quantities state.
    public static let observations = Layers(rawValue: 1 << 2)
    /// What the user's own lists and patterns find.
    public static let patterns = Layers(rawValue: 1 << 3)

    /// Everything.
    public static let all: Layers = [.slogans, .entities, .observations, .patterns]
}
