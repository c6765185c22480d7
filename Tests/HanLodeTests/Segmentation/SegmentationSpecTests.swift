import Testing

@testable import HanLode

@Suite struct SegmentationSpecTests {
    @Test("Every text is cut as the spec says", arguments: SpecFile.all("segmentation"))
    func spec(file: SpecFile) throws {
        var segmenter = try Segmenter()
        for line in try file.lines() {
            let words = try segmenter.words(in: line.input).joined(separator: " ")
            if words != line.expected {
                Issue.record(
                    """
                    \(line.path):\(line.number)
                    expected \(line.expected)
                    got      \(words)
                    """, sourceLocation: line.location)
            }
        }
    }

    @Test func thereAreSpecs() {
        #expect(SpecFile.all("segmentation").count >= 10)
    }
}

extension Segmenter {
    /// The texts of the tokens that are not white space.
    mutating func words(in text: String, keeping mentions: [Mention] = []) throws -> [String] {
        let bytes = Array(text.utf8)
        return try tokens(in: text, keeping: mentions).filter { !$0.isSpace }
            .map { String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self) }
    }
}
