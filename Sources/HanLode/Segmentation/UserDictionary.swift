#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Words of the user's in the format of jieba's dictionaries: one a line, `word frequency tag`, separated by spaces or
/// tabs, the frequency and the tag optional. A line that begins with `#` and has no frequency is a comment.
///
/// A word without a frequency stays whole wherever it occurs, unless a longer one covers it. A frequency is weighed
/// against ICU's words as one of 60 million, the size of jieba's own dictionary. A line that is not understood becomes a
/// diagnostic with its number, and the rest is loaded. Loading is linear in the file.
public struct UserDictionary: Sendable {
    struct Entry: Sendable {
        let surface: Substring
        let cost: UInt32
        let tag: String?
    }

    /// The file's name, or the one it was given.
    public let name: String
    /// The lines that were not understood, in order.
    public private(set) var diagnostics: [Pack.Diagnostic] = []
    private(set) var entries: [Entry] = []

    /// The number of words.
    public var count: Int { entries.count }

    /// Reads a dictionary from its text.
    public init(name: String, text: String) {
        self.name = name
        var text = text
        text.makeContiguousUTF8()
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        entries.reserveCapacity(lines.count)
        for (index, line) in lines.enumerated() {
            let line = index == 0 && line.starts(with: "\u{FEFF}".utf8) ? line.dropFirst(3) : line
            let cells = line.split(maxSplits: 4) { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            guard let surface = cells.first else { continue }
            let isComment =
                surface.first == UInt8(ascii: "#")
                && !(cells.count > 1 && cells[1].first.map(Self.beginsNumber) == true)
            if isComment { continue }
            read(Substring(surface), cells.dropFirst().map { Substring($0) }, line: index + 1)
        }
    }

    private mutating func read(_ surface: Substring, _ cells: [Substring], line: Int) {
        var cells = cells[...]
        var cost = SegmentationCosts.userWord
        if let cell = cells.first, let first = cell.utf8.first, Self.beginsNumber(first) {
            guard let frequency = UInt32(cell) else {
                return report(.badValue, "the frequency is \(cell): a whole number expected", line, 2)
            }
            cost = SegmentationCosts.cost(ofFrequency: frequency)
            cells = cells.dropFirst()
        }
        let tag = cells.popFirst().map(String.init)
        guard cells.isEmpty else {
            return report(.tooManyCells, "a line is a word, its frequency and its tag", line, 3)
        }
        guard surface.unicodeScalars.count <= WordList.longestWord else {
            return report(.badValue, "a word has at most \(WordList.longestWord) characters", line, 1)
        }
        entries.append(Entry(surface: surface, cost: cost, tag: tag))
    }

    private static func beginsNumber(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    }

    private mutating func report(_ code: DiagnosticCode, _ message: String, _ line: Int, _ column: Int) {
        diagnostics.append(Pack.Diagnostic(code: code, message: message, file: name, line: line, column: column))
    }

    /// Reads a dictionary file.
    ///
    /// - Throws: `HanLodeError` with `.unreadable` where the file cannot be read, `.packEncoding` where it is not UTF-8.
    public init(contentsOf url: URL) throws(HanLodeError) {
        self.init(name: url.lastPathComponent, text: try Pack.text(of: url, which: "a dictionary"))
    }
}
