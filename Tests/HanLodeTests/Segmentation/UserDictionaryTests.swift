import Foundation
import Testing

@testable import HanLode

@Suite struct UserDictionaryTests {
    @Test func linesHaveFrequencyAndTagOrNot() {
        let dictionary = UserDictionary(name: "d", text: "\u{FEFF}云锦带\r\n青岚谷 120\n河东湾 30 ns\n石坪台 nz\n\n# 注\n")
        #expect(dictionary.count == 4)
        #expect(dictionary.diagnostics.isEmpty)
        #expect(dictionary.entries.map(\.tag) == [nil, nil, "ns", "nz"])
    }

    @Test func badLinesAreToldAndTheRestIsLoaded() {
        let long = String(repeating: "长", count: 65)
        let dictionary = UserDictionary(
            name: "d.txt", text: "云锦带 3\n青岚谷 -5\n河东湾 3 ns x\n石坪台 99999999999\n\(long)\n望江亭 1.5\n末一个\n")
        #expect(dictionary.entries.map(\.surface) == ["云锦带", "末一个"])
        #expect(dictionary.diagnostics.map(\.line) == [2, 3, 4, 5, 6])
        #expect(dictionary.diagnostics.map(\.code) == [.badValue, .tooManyCells, .badValue, .badValue, .badValue])
        #expect(dictionary.diagnostics[0].description.hasPrefix("d.txt:2:2: HL0307: "))
    }

    @Test func aWordWithoutFrequencyStaysWhole() throws {
        var plain = try Segmenter()
        var segmenter = try Segmenter(dictionaries: [UserDictionary(name: "d", text: "新区建设\n大数据局\nA股\n云锦带")])
        for word in ["新区建设", "大数据局", "A股", "云锦带"] {
            let text = "加快" + word + "工作"
            let words = try plain.words(in: text)
            #expect(!words.contains(word))
            let tokens = try segmenter.tokens(in: text)
            #expect(tokens.count == 3)
            #expect(tokens[1].rule == .user)
        }
    }

    @Test func aFrequencyIsWeighed() throws {
        var rare = try Segmenter(dictionaries: [UserDictionary(name: "d", text: "经济发展 1")])
        var frequent = try Segmenter(dictionaries: [UserDictionary(name: "d", text: "经济发展 500000")])
        let whole = try frequent.words(in: "经济发展")
        #expect(whole == ["经济发展"])
        #expect(SegmentationCosts.cost(ofFrequency: 1) > SegmentationCosts.cost(ofFrequency: 500_000))
        let parts = try rare.words(in: "经济发展")
        #expect(parts == ["经济", "发展"])
    }

    @Test func theLaterWordStands() throws {
        let first = UserDictionary(name: "a", text: "云锦带 5 x")
        let second = UserDictionary(name: "b", text: "云锦带 5 y")
        var segmenter = try Segmenter(dictionaries: [first, second])
        let tokens = try segmenter.tokens(in: "云锦带")
        let tag = segmenter.tag(of: tokens[0])
        #expect(tag == "y")
    }

    @Test func aPackHasWordsToo() throws {
        let pack = Pack(
            name: "mine",
            text: "@segments\tsurface\tfrequency\ttag\n云锦带\t\tnz\n青岚谷\t20\n坏\tx\n@exceptions\tsurface\n新的\n")
        #expect(pack.diagnostics.map(\.line) == [4])
        var segmenter = Segmenter(packs: [.builtIn, pack])
        let tokens = try segmenter.tokens(in: "云锦带新的")
        #expect(tokens.map(\.rule) == [.user, .dictionary])
        let tag = segmenter.tag(of: tokens[0])
        #expect(tag == "nz")
    }

    @Test("A word added changes no sentence it does not occur in", .timeLimit(.minutes(20)))
    func aWordChangesOnlyItsSentences() throws {
        var sentences: [String] = []
        for path in Repository.files(in: "Corpora/reports", suffix: ".txt") {
            let document = Document(text: try Repository.text(path))
            sentences += document.sentences.compactMap { $0.range(in: document.text).map { String(document.text[$0]) } }
        }
        var plain = try Segmenter()
        let before = try sentences.map { try plain.words(in: $0) }
        var generator = SeededGenerator(seed: 610)
        var changed = 0
        for _ in 0..<40 {
            // Pieces of the sentences themselves, two to five characters: most cross the edges of words.
            let words = (0..<5).compactMap { _ -> String? in
                let characters = Array(sentences.randomElement(using: &generator) ?? "")
                guard characters.count > 6 else { return nil }
                let start = Int.random(in: 0..<(characters.count - 5), using: &generator)
                let word = String(characters[start..<(start + Int.random(in: 1...5, using: &generator))])
                return word.contains(where: \.isWhitespace) ? nil : word
            }
            let dictionary = UserDictionary(name: "d", text: words.joined(separator: "\n"))
            var segmenter = try Segmenter(dictionaries: [dictionary])
            for (sentence, old) in zip(sentences, before) {
                let new = try segmenter.words(in: sentence)
                if new != old {
                    changed += 1
                    #expect(words.contains { sentence.contains($0) }, "\(words) changed \(sentence)")
                }
            }
        }
        #expect(changed > 50)
    }

    @Test("Loading is linear", .timeLimit(.minutes(20)))
    func loadingIsLinear() throws {
        func seconds(_ lines: Int) throws -> Double {
            var generator = SeededGenerator(seed: 611)
            var text = ""
            for _ in 0..<lines {
                for _ in 0..<Int.random(in: 2...5, using: &generator) {
                    text.unicodeScalars.append(
                        Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FA5, using: &generator)) ?? "一")
                }
                text += " 3 n\n"
            }
            let clock = ContinuousClock()
            var best = Double.infinity
            for _ in 0..<2 {
                let elapsed = try clock.measure {
                    var segmenter = try Segmenter(dictionaries: [UserDictionary(name: "d", text: text)])
                    _ = try segmenter.tokens(in: "一")
                }
                best = min(best, elapsed / .seconds(1))
            }
            return best
        }
        // Far from quadratic, which would be sixty-four times as long, and with room for a busy machine.
        #expect(try seconds(80_000) < 30 * max(try seconds(10_000), 0.01))
    }
}
