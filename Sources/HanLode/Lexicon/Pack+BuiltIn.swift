internal import LexiconImage

extension Pack {
    /// The tables that HanLode brings along.
    public static let builtIn: [Pack] = (try? Lexicon.packs(inImage: builtInImage)) ?? []

    /// The bytes of `Sources/LexiconImage/lexicon.bin`.
    static var builtInImage: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: hanlode_lexicon_image(), count: hanlode_lexicon_image_size())
    }
}
