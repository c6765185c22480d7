import Foundation
import Testing

/// Compares `text` with the file Snapshots/`name`.
///
/// With HANLODE_RECORD=1 in the environment the file is written instead, and the test fails: what was recorded is
/// reviewed like code.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Snapshots").appending(path: name)
    let shown = withoutVersions(text)
    if ProcessInfo.processInfo.environment["HANLODE_RECORD"] == "1" {
        try Data(shown.utf8).write(to: file)
        Issue.record("recorded \(name); run again without HANLODE_RECORD", sourceLocation: sourceLocation)
        return
    }
    let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(shown == recorded, "\(name) differs:\n\(shown)", sourceLocation: sourceLocation)
}

/// The versions of HanLode, its lexicon, ICU and Unicode replaced by their names.
private func withoutVersions(_ text: String) -> String {
    text.replacing(/"(hanlode|lexicon|icu|unicode)": ?"[^"]*"/) { "\"\($0.output.1)\":\"<\($0.output.1)>\"" }
}
