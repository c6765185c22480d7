internal import LexiconImage

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Pack {
    /// The tables that HanLode brings along, as one pack.
    public static let builtIn = Pack(name: builtInName, merging: (try? Lexicon(borrowing: builtInImage).packs) ?? [])

    static let builtInName = "built-in"

    /// The packs of a folder: every .tsv file in it, by name.
    ///
    /// - Throws: `HanLodeError` with `.unreadable` where the folder or a file cannot be read, `.packEncoding` where a
    ///   file is not UTF-8.
    public static func all(inFolder url: URL) throws(HanLodeError) -> [Pack] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: url.path)
        } catch {
            throw HanLodeError(.unreadable, "the folder cannot be read", file: url.path)
        }
        var packs: [Pack] = []
        for name in names.sorted() where name.hasSuffix(".tsv") {
            packs.append(try Pack(contentsOf: url.appending(path: name)))
        }
        return packs
    }

    /// The compiled form of packs, as the library carries it.
    ///
    /// - Throws: `HanLodeError` with `.duplicateTerm` where two of the packs have the same term in a table.
    public static func image(of packs: [Pack]) throws(HanLodeError) -> [UInt8] {
        try Lexicon.image(of: packs)
    }

    /// The bytes of `Sources/LexiconImage/lexicon.bin`.
    static var builtInImage: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: hanlode_lexicon_image(), count: hanlode_lexicon_image_size())
    }
}
