internal import LexiconImage

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Pack {
    /// The tables that HanLode brings along, as one pack.
    public static let builtIn: Pack = {
        let lexicon = try? Lexicon(borrowing: builtInImage)
        return Pack(name: builtInName, rows: lexicon?.packs.flatMap(\.rows) ?? [], mark: lexicon?.version)
    }()

    static let builtInName = "built-in"

    /// HanLode's own patterns of what reports say of the things they name: an honour and its holder, a work and how far it
    /// has come, an event that was held, projects and their investment, land by its use.
    ///
    /// No part of `builtIn`, so that only who wants them pays for them: `Miner(packs: [.builtIn, .relations])`. What they
    /// find is in `Extraction.matches`, as with patterns of one's own. The file is
    /// `Sources/HanLode/Lexicon/Packs/relations.tsv`.
    public static let relations = Pack(
        name: "relations.tsv",
        text: String(
            decoding: UnsafeBufferPointer(start: hanlode_relations_pack(), count: hanlode_relations_pack_size()),
            as: UTF8.self))

    /// The packs of patterns that HanLode brings along, by name.
    public static let supplied = ["relations": relations]

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
