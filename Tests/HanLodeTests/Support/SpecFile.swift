import Foundation
import Testing

@testable import HanLode

/// A file of Corpora/specs: one example a line.
struct SpecFile: Sendable, CustomTestStringConvertible {
    let path: String

    var testDescription: String { path }

    static func all(_ folder: String) -> [SpecFile] {
        Repository.files(in: "Corpora/specs/" + folder, suffix: ".tsv").map(SpecFile.init(path:))
    }

    /// A line that is neither empty nor a comment.
    struct Line: Sendable {
        let path: String
        let number: Int
        let input: String
        let expected: String
        /// The report's date, where an `@date` line above sets one.
        let date: String?
        /// The role of the section that it stands in, where an `@role` line above says one.
        let role: String?
        /// The report's own region, where an `@region` line above names one.
        let region: String?

        /// The line in the spec file, so that a failure leads there.
        var location: SourceLocation {
            let url = Repository.root.appending(path: path)
            return SourceLocation(fileID: path, filePath: url.path, line: number, column: 1)
        }
    }

    /// The lines; one without two columns is an error.
    func lines() throws -> [Line] {
        var settings: [Substring: String] = [:]
        return try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .filter { !$1.isEmpty && !$1.hasPrefix("#") }
            .compactMap { index, line in
                if line.hasPrefix("@") {
                    let words = line.split(separator: " ", maxSplits: 1)
                    try #require(words.count == 2, "\(path):\(index + 1): a directive and its value expected")
                    settings[words[0]] = words[1] == "-" ? nil : String(words[1])
                    return nil
                }
                let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                try #require(cells.count == 2, "\(path):\(index + 1): two columns expected")
                return Line(
                    path: path, number: index + 1, input: Self.unescaped(cells[0]), expected: String(cells[1]),
                    date: settings["@date"], role: settings["@role"], region: settings["@region"])
            }
    }

    /// Resolves `\n`, `\t` and `\u{HEX}`.
    static func unescaped(_ text: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        var rest = Substring(text).unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let kind = rest.popFirst() else {
                result.append(scalar)
                continue
            }
            switch kind {
            case "n": result.append("\n")
            case "t": result.append("\t")
            case "u":
                let digits = rest.dropFirst().prefix { $0 != "}" }
                rest = rest.dropFirst(digits.count + 2)
                if let value = UInt32(String(digits), radix: 16), let hidden = Unicode.Scalar(value) {
                    result.append(hidden)
                }
            default: result.append(contentsOf: [scalar, kind])
            }
        }
        return String(result)
    }
}

extension SpecFile.Line {
    /// The text without its brackets, and the spans that they mark.
    var marks: (text: String, spans: [TextSpan]) {
        var text: [UInt8] = []
        var spans: [TextSpan] = []
        var start = 0
        for scalar in input.unicodeScalars {
            switch scalar {
            case "⟦": start = text.count
            case "⟧": spans.append(TextSpan(start: start, end: text.count))
            default: text.append(contentsOf: String(scalar).utf8)
            }
        }
        return (String(decoding: text, as: UTF8.self), spans)
    }

    var entries: [String] {
        expected == "-" ? [] : expected.components(separatedBy: " ; ")
    }
}

extension SpecFile {
    /// The files of the folders whose lines mark in their text what must be found.
    static let marked = ["quantities", "times", "slogans", "entities", "observations", "relations"].flatMap(all)

    /// Records an issue for each line in which `find` finds something else than is marked, or elsewhere.
    ///
    /// - Parameter find: what stands in a text, as spans and as the entries that the line should have for them.
    func check(_ find: (_ text: String, _ line: Line) throws -> [(span: TextSpan, entry: String)]) throws {
        for line in try lines() {
            let (text, spans) = line.marks
            let found = try find(text, line)
            guard found.map(\.span) != spans || found.map(\.entry) != line.entries else { continue }
            Issue.record(
                """
                \(line.path):\(line.number)
                expected \(escaped(line.input))  \(line.expected)
                got      \(HanLodeTests.marked(text, found.map(\.span)))  \(found.map(\.entry).joined(separator: " ; "))
                """, sourceLocation: line.location)
        }
    }

    /// The names of the rules that no line of `files` shows.
    static func rulesWithoutExample<Rule>(
        in files: [SpecFile], _ find: (_ text: String, _ line: Line) throws -> [Rule]
    ) throws -> [String] where Rule: Hashable & CaseIterable & RawRepresentable, Rule.RawValue == String {
        let seen = try Set(files.flatMap { try $0.lines() }.flatMap { try find($0.marks.text, $0) })
        return Set(Rule.allCases).subtracting(seen).map(\.rawValue).sorted()
    }
}

/// What holds of every spec that marks what must be found.
@Suite struct SpecFileTests {
    @Test(arguments: SpecFile.marked)
    func everyBracketHasAnEntry(file: SpecFile) throws {
        for line in try file.lines() {
            #expect(line.marks.spans.count == line.entries.count, "\(line.path):\(line.number)")
        }
    }

    @Test(arguments: SpecFile.marked.filter { $0.path.contains("/not-") })
    func filesOfCounterexamplesHoldNothingElse(file: SpecFile) throws {
        for line in try file.lines() { #expect(line.expected == "-", "\(line.path):\(line.number)") }
    }
}
