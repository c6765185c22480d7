import Foundation
import Testing

@testable import HanLode

@Suite struct LexiconImageTests {
    private static func code(ofReading bytes: some Sequence<UInt8>) -> DiagnosticCode? {
        do {
            _ = try Array(bytes).withUnsafeBytes { try Lexicon(borrowing: $0) }
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
        #expect(Self.code(ofReading: Array("HNL4".utf8) + Array(repeating: 0xFF, count: 64)) == .badImage)
    }

    /// Where a section begins.
    private static func start(of section: LexiconStorage.Section, in image: [UInt8]) -> Int {
        let offset = 4 * (LexiconStorage.headerWords + 2 * section.rawValue)
        return image[offset..<(offset + 4)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    @Test func aStepThatLeadsOutOfItsArrayIsAnError() {
        let image = Array(Pack.builtInImage)
        for section in [LexiconStorage.Section.initialNodes, .forward, .backward, .listed] {
            // The highest bits of a node are those of its base.
            var altered = image
            altered[Self.start(of: section, in: image) + 7] = 0xFF
            #expect(Self.code(ofReading: altered) == .badImage, "\(section)")
        }
        var altered = image
        // The letter of a character is in its lowest bits.
        let entries = Self.start(of: .entries, in: image)
        altered.replaceSubrange(entries..<(entries + 3), with: [0xFF, 0xFF, 0x0F])
        #expect(Self.code(ofReading: altered) == .badImage)
    }

    /// With few bytes altered most look-ups still lead somewhere; with many none does. The header and the arrays, which are
    /// checked, are spared in every second round, so that what lies behind them is read.
    @Test(.timeLimit(.minutes(20)))
    func anAlteredImageIsAnErrorOrALexiconAndNoTrap() async {
        await #expect(processExitsWith: .success) {
            let image = Array(Pack.builtInImage)
            var generator = SeededGenerator(seed: 31)
            let text = """
                河东区政府工作报告
                （2024年1月15日）
                一、过去五年的工作
                2023年末全年完成投资3000多亿元，增长5%—6%，居全省第三位；新建三四十亩，翻一番，一半以上，20℃，上半年GDP 3亿元。
                """
            for round in 0..<80 {
                var altered = image
                let spared = round.isMultiple(of: 2) ? LexiconImageTests.start(of: .kinds, in: image) : 0
                for _ in 0..<[40, 4_000, 400_000][round % 3] {
                    altered[Int.random(in: spared..<altered.count, using: &generator)] = UInt8.random(
                        in: 0...255, using: &generator)
                }
                altered.withUnsafeBytes { bytes in
                    guard let lexicon = try? Lexicon(borrowing: bytes) else { return }
                    _ = Miner(lexicon: lexicon).extract(text)
                    if round % 40 == 0 { _ = Miner(packs: lexicon.packs).extract(text) }
                }
            }
        }
    }

    @Test func aSectionThatLeadsOutOfTheImageIsAnError() {
        let image = Array(Pack.builtInImage)
        for section in 0..<LexiconStorage.sectionCount {
            for field in 0..<2 {
                var altered = image
                let offset = 4 * (LexiconStorage.headerWords + 2 * section + field)
                altered.replaceSubrange(offset..<(offset + 4), with: [0xFC, 0xFF, 0xFF, 0xFF])
                #expect(Self.code(ofReading: altered) == .badImage, "section \(section)")
            }
        }
    }
}
