import Foundation
import Testing

@testable import HanLode

@Suite struct PackFileTests {
    private func withFile(_ bytes: [UInt8], _ body: (URL) throws -> Void) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "hanlode-\(UUID().uuidString).tsv")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        try body(url)
    }

    @Test func aMissingFileIsUnreadable() {
        let url = URL(filePath: "/nowhere/at/all.tsv")
        let error = #expect(throws: HanLodeError.self) { try Pack(contentsOf: url) }
        #expect(error?.code == .unreadable)
        #expect(error?.file == url.path)
    }

    @Test func aFileThatIsNoUTF8IsAnError() throws {
        try withFile(Array("@words\tsurface\n".utf8) + [0xD4, 0xC6]) { url in
            let error = #expect(throws: HanLodeError.self) { try Pack(contentsOf: url) }
            #expect(error?.code == .packEncoding)
        }
    }

    @Test func aPackIsNamedAfterItsFile() throws {
        try withFile(Array("@words\tsurface\n三锭坊\n".utf8)) { url in
            let pack = try Pack(contentsOf: url)
            #expect(pack.name == url.lastPathComponent)
            #expect(pack.rows.count == 1)
        }
    }

    @Test func aFolderThatIsNotThereIsUnreadable() {
        let error = #expect(throws: HanLodeError.self) { try Pack.all(inFolder: URL(filePath: "/nowhere")) }
        #expect(error?.code == .unreadable)
    }

    @Test func theBuiltInTablesHaveNoBadLine() throws {
        let packs = try Pack.all(inFolder: Repository.root.appending(path: "Sources/HanLode/Lexicon/Tables"))
        #expect(packs.count > 8)
        let remarks = packs.flatMap(\.diagnostics)
        #expect(remarks.isEmpty, "\(remarks.map(\.description).joined(separator: "\n"))")
    }
}
