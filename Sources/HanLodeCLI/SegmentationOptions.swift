import ArgumentParser
import HanLode

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a token may be.
enum Granularity: String, ExpressibleByArgument, CaseIterable, Encodable {
    case words, mentions
}

/// What cuts.
enum EngineChoice: String, ExpressibleByArgument, CaseIterable {
    case dictionary
    case breakIterator = "break-iterator"

    var engine: Segmenter.Engine { self == .dictionary ? .dictionary : .breakIterator }
}

/// How texts are cut into words.
struct SegmentationOptions: ParsableArguments {
    @Option(help: "What stays whole.")
    var granularity: Granularity = .words

    @Option(
        help: ArgumentHelp(
            "Add words, one a line: word, and if wanted frequency and tag, as jieba has them; several times.",
            discussion: "Lines that are not understood are reported and left out.",
            valueName: "file"))
    var userDictionary: [String] = []

    @Option(help: "Where words come from: ICU's dictionary, or its break iterator, which needs no dictionary.")
    var engine: EngineChoice = .dictionary

    /// What cuts documents as the options say; says on standard error when the dictionary is missing.
    func cutter(packs: PackOptions, context: Miner.Context) throws -> Cutter {
        var dictionaries: [UserDictionary] = []
        for path in userDictionary {
            let dictionary = try UserDictionary(contentsOf: URL(filePath: path))
            for diagnostic in dictionary.diagnostics { Terminal.complain("hanlode: \(diagnostic)") }
            dictionaries.append(dictionary)
        }
        let segmenter =
            packs.pack.isEmpty
            ? try Segmenter(dictionaries: dictionaries, engine: engine.engine)
            : Segmenter(packs: try packs.packs(), dictionaries: dictionaries, engine: engine.engine)
        if engine == .dictionary, segmenter.engine == .breakIterator {
            Terminal.complain("hanlode: ICU's dictionary cannot be read; its break iterator is used instead")
        }
        let miner = granularity == .mentions ? try packs.miner() : nil
        return Cutter(segmenter: segmenter, miner: miner, context: context)
    }
}

/// A segmenter and, where mentions are to stay whole, what finds them.
struct Cutter: ~Copyable {
    var segmenter: Segmenter
    let miner: Miner?
    let context: Miner.Context

    mutating func cut(_ document: Document, into tokens: inout [Token]) throws(HanLodeError) {
        try segmenter.cut(document.text, keeping: mentions(in: document), into: &tokens)
    }

    mutating func forEachBatch(of document: Document, _ body: (ArraySlice<Token>) -> Void) throws(HanLodeError) {
        try segmenter.forEachBatch(of: document.text, keeping: mentions(in: document), body)
    }

    private func mentions(in document: Document) -> [Mention] {
        miner?.extract(document, context: context).mentions ?? []
    }
}
