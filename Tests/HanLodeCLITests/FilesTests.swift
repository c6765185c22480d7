import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Many files, folders, and files that cannot be read.
@Suite struct FilesTests {
    private func sources(_ result: Hanlode.Result) throws -> [String?] {
        try result.objects().map { ($0["document"] as? [String: Any])?["source"] as? String }
    }

    @Test func filesComeInTheOrderGiven() async throws {
        var files: [String: [UInt8]] = [:]
        // The first is the longest, so that it is done last.
        for index in 0..<12 {
            files["r\(index).txt"] = Array(String(repeating: Reports.text, count: index == 0 ? 400 : 1).utf8)
        }
        try await withFolder(files) { folder in
            let names = (0..<12).map { "r\($0).txt" }
            let result = try await Hanlode.shell(
                "\"$HANLODE\" extract --format json \(names.joined(separator: " "))", in: folder)
            #expect(result.status == 0)
            #expect(try sources(result) == names)
        }
    }

    @Test func oneBadFileIsToldAndTheOthersAreDone() async throws {
        try await withFolder(["a.txt": Reports.utf8, "b.txt": Reports.png, "c.txt": Reports.utf8]) { folder in
            let result = try await Hanlode.run("extract", "--format", "json", "a.txt", "b.txt", "c.txt", in: folder)
            #expect(result.status == 1)
            #expect(try sources(result) == ["a.txt", "c.txt"])
            #expect(result.errors.contains("b.txt: HL0103: "))
            #expect(result.errors.contains("2 of 3 documents done, 1 failed"))
        }
    }

    @Test func aMissingFileIsTold() async throws {
        let result = try await Hanlode.run("extract", "--format", "json", "/nowhere/report.txt")
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("/nowhere/report.txt: HL0101: "))
    }

    @Test func aFolderStandsForItsTexts() async throws {
        let files = [
            "in/b.txt": Reports.utf8, "in/a.TXT": Reports.utf8, "in/sub/c.txt": Reports.utf8,
            "in/notes.md": Reports.utf8,
            "in/.hidden.txt": Reports.utf8,
        ]
        try await withFolder(files) { folder in
            let result = try await Hanlode.run("extract", "--format", "json", "in", in: folder)
            #expect(result.status == 0)
            #expect(try sources(result) == ["in/a.TXT", "in/b.txt", "in/sub/c.txt"])
        }
    }

    @Test func aFolderWithoutTextsIsTold() async throws {
        try await withFolder(["in/notes.md": Reports.utf8]) { folder in
            let result = try await Hanlode.run("extract", "--format", "json", "in", in: folder)
            #expect(result.status == 1)
            #expect(result.errors.contains("in: HL0102: "))
        }
    }

    @Test(.disabled(if: geteuid() == 0, "root reads everything"))
    func aFileWithoutPermissionIsTold() async throws {
        try await withFolder(["a.txt": Reports.utf8]) { folder in
            let path = folder.appending(path: "a.txt").path
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
            let result = try await Hanlode.run("extract", "--format", "json", "a.txt", in: folder)
            #expect(result.status == 1)
            #expect(result.errors.contains("a.txt: HL0101: "))
        }
    }

    @Test func anEmptyFileIsADocument() async throws {
        try await withFolder(["a.txt": []]) { folder in
            let result = try await Hanlode.run("extract", "--format", "json", "a.txt", in: folder)
            #expect(result.status == 0)
            let object = try #require(try result.objects().first)
            #expect((object["diagnostics"] as? [[String: Any]])?.map { $0["code"] as? String } == ["HL0106"])
        }
    }

    @Test(arguments: ["table", "csv"])
    func remarksGoToStandardErrorWhereTheFormatHasNoPlace(format: String) async throws {
        try await withFolder(["a.txt": []]) { folder in
            let result = try await Hanlode.run("extract", "--format", format, "a.txt", in: folder)
            #expect(result.status == 0)
            #expect(result.errors.contains("a.txt: HL0106: "))
        }
    }

    struct Encoded: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let encoding: String

        var testDescription: String { name }
    }

    @Test(arguments: [
        Encoded(name: "UTF-8 with a mark", bytes: [0xEF, 0xBB, 0xBF] + Reports.utf8, encoding: "utf-8"),
        Encoded(name: "UTF-16LE", bytes: [0xFF, 0xFE] + Reports.utf16(bigEndian: false), encoding: "utf-16le"),
        Encoded(name: "UTF-16BE without a mark", bytes: Reports.utf16(bigEndian: true), encoding: "utf-16be"),
        Encoded(name: "GB18030", bytes: Reports.gb18030, encoding: "gb18030"),
        Encoded(name: "Big5", bytes: Reports.big5, encoding: "big5"),
    ])
    func theEncodingIsRecognisedAndTold(file: Encoded) async throws {
        try await withFolder(["a.txt": file.bytes]) { folder in
            let object = try #require(
                try await Hanlode.run("extract", "--format", "json", "a.txt", in: folder).objects().first)
            #expect((object["document"] as? [String: Any])?["encoding"] as? String == file.encoding)
            let values = (object["quantities"] as? [[String: Any]])?.map { $0["value"] as? String }
            #expect(values == ["320000", "5.6", "80"])
        }
    }

    @Test func theTableTellsAnotherEncoding() async throws {
        try await withFolder(["a.txt": Reports.gb18030]) { folder in
            let result = try await Hanlode.run("extract", "--format", "table", "a.txt", in: folder)
            #expect(result.lines.first?.hasSuffix(", gb18030") == true)
        }
    }

    @Test func aGivenEncodingIsUsed() async throws {
        let bytes: [UInt8] = [0xD4, 0xC6, 0xC1, 0xEB, 0x33, 0xB6, 0xD6]  // 云岭3吨
        let result = try await Hanlode.run("extract", "--format", "json", "--encoding", "GBK", input: Data(bytes))
        let object = try #require(try result.objects().first)
        #expect((object["document"] as? [String: Any])?["encoding"] as? String == "gbk")
        #expect((object["quantities"] as? [[String: Any]])?.first?["text"] as? String == "3吨")
        #expect((object["diagnostics"] as? [Any])?.isEmpty == true)
    }

    @Test func anUnknownEncodingIsTold() async throws {
        let result = try await Hanlode.run(
            "extract", "--format", "json", "--encoding", "klingon", input: Data(Reports.utf8))
        #expect(result.status == 1)
        #expect(result.errors.contains("HL0104"))
    }
}
