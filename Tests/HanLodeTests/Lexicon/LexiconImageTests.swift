import Foundation
import Testing

@testable import HanLode

@Suite struct LexiconImageTests {
    private static func code(ofReading bytes: some Sequence<UInt8>) -> DiagnosticCode? {
        do {
            _ = try Array(bytes).withUnsafeBytes { try Lexicon(image: $0) }
            return nil
        } catch {
            return (error as? HanLodeError)?.code
        }
    }

    @Test func theImageIsTheTablesCompiled() throws {
        let packs = try Pack.all(inFolder: Repository.root.appending(path: "Sources/HanLode/Lexicon/Tables"))
        let isCurrent = try Pack.image(of: packs).elementsEqual(Repository.data("Sources/LexiconImage/lexicon.bin"))
        #expect(isCurrent, "the tables have changed: run scripts/lexicon")
    }

    @Test func theLibraryCarriesTheImage() throws {
        #expect(Pack.builtInImage.elementsEqual(try Repository.data("Sources/LexiconImage/lexicon.bin")))
    }

    @Test func packsComeBackFromTheImage() throws {
        let packs = try Pack.all(inFolder: Repository.root.appending(path: "Sources/HanLode/Lexicon/Tables"))
        #expect(Pack.builtIn.name == "built-in")
        #expect(Pack.builtIn.rows == packs.flatMap(\.rows))
    }

    @Test func theImageAndTheCompiledPacksFindTheSame() throws {
        let text = try Repository.text("Corpora/reports/lanting-2023-communique.txt")
        #expect(try Miner().quantities(in: text) == Miner(packs: [.builtIn]).quantities(in: text))
    }

    @Test func twoPacksWithTheSameTermAreNoImage() {
        let pack = Pack(name: "a.tsv", text: "@words\tsurface\n三锭坊")
        let error = #expect(throws: HanLodeError.self) {
            try Pack.image(of: [pack, Pack(name: "b.tsv", text: "@words\tsurface\n三锭坊")])
        }
        #expect(error?.code == .duplicateTerm)
    }

    @Test func aTruncatedImageIsAnError() {
        let image = Array(Pack.builtInImage)
        let lengths =
            Array(0..<40) + stride(from: 41, to: image.count, by: image.count / 40) + [
                image.count - 4, image.count - 1,
            ]
        for length in lengths { #expect(Self.code(ofReading: image[..<length]) == .badImage, "\(length) bytes") }
    }

    @Test func anotherVersionsImageIsAnError() {
        var image = Array(Pack.builtInImage)
        image[3] += 1
        #expect(Self.code(ofReading: image) == .badImage)
    }

    @Test func otherBytesAreAnError() {
        #expect(Self.code(ofReading: Array(repeating: 0xFF, count: 4096)) == .badImage)
        #expect(Self.code(ofReading: Array(repeating: 0, count: 4096)) == .badImage)
        #expect(Self.code(ofReading: Array("HNL1".utf8) + Array(repeating: 0xFF, count: 64)) == .badImage)
    }

    @Test(.timeLimit(.minutes(2)))
    func anAlteredImageIsAnErrorOrALexiconAndNoTrap() async {
        await #expect(processExitsWith: .success) {
            let image = Array(Pack.builtInImage)
            var generator = SeededGenerator(seed: 31)
            let text = "全年完成投资3000多亿元，增长5%—6%，居全省第三位；新建三四十亩，翻一番，一半以上。"
            for _ in 0..<60 {
                var altered = image
                for _ in 0..<40 {
                    altered[Int.random(in: 0..<altered.count, using: &generator)] = UInt8.random(
                        in: 0...255, using: &generator)
                }
                guard let lexicon = try? altered.withUnsafeBytes({ try Lexicon(image: $0) }) else { continue }
                let bytes = text.utf8.span
                var reader = Reader(bytes, lexicon: lexicon)
                var lexemes: [Lexeme] = []
                Scanner.scan(&reader, into: &lexemes)
                var grammar = QuantityGrammar(reader, lexemes: lexemes.span, terms: lexicon.terms, matches: [])
                grammar.run()
                for match in grammar.matches { _ = Quantity(match, bytes: bytes, terms: lexicon.terms) }
            }
        }
    }
}
