public import ArgumentParser
public import HanLode

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension OffsetUnit: ExpressibleByArgument {}
extension EntityType: ExpressibleByArgument {}

/// When and for where the reports were given.
struct ContextOptions: ParsableArguments {
    @Option(help: ArgumentHelp("When the report was given, where the text does not say so.", valueName: "YYYY-MM-DD"))
    var date: String?

    @Option(help: ArgumentHelp("For where it was given, where the text does not say so.", valueName: "name"))
    var region: String?

    func validate() throws {
        guard let date, !CalendarDate.isValid(date) else { return }
        throw ValidationError("--date \(date) is no date; it is written like 2022-02-18.")
    }

    var context: Miner.Context { Miner.Context(date: date, region: region) }
}

/// Lexicon packs of the user's own.
struct PackOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Add the terms of a lexicon pack (.tsv); may be given several times.",
            discussion: """
                Lines that are not understood are reported and left out; see hanlode lexicon check. \
                builtin:relations is a pack of HanLode's own: honours and their holders, works and how far they have \
                come, events held, investment in projects, land by its use.
                """,
            valueName: "file"))
    var pack: [String] = []

    /// A miner with the built-in tables and the packs given.
    func miner() throws -> Miner {
        pack.isEmpty ? try Miner() : Miner(packs: try packs())
    }

    /// The built-in tables and the packs given.
    func packs() throws -> [Pack] {
        var packs = [Pack.builtIn]
        for path in pack {
            let added = try Self.pack(path)
            for diagnostic in added.diagnostics { Terminal.complain("hanlode: \(diagnostic)") }
            packs.append(added)
        }
        return packs
    }

    private static let suppliedPrefix = "builtin:"

    /// A pack that HanLode brings along, or one of a file.
    private static func pack(_ path: String) throws -> Pack {
        guard path.hasPrefix(suppliedPrefix) else { return try Pack(contentsOf: URL(filePath: path)) }
        guard let pack = Pack.supplied[String(path.dropFirst(suppliedPrefix.count))] else {
            let known = Pack.supplied.keys.sorted().map { suppliedPrefix + $0 }.joined(separator: ", ")
            throw HanLodeError(.unreadable, "there is no such pack; there is \(known)", file: path)
        }
        return pack
    }
}

/// Files, folders and standard input.
struct InputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The files' encoding, where it is not to be recognised: utf-8, utf-16, gb18030, gbk, big5 …",
            valueName: "name"))
    var encoding: String?

    @Argument(
        help: ArgumentHelp(
            "Text files, folders (all .txt files in them, by name), or - for standard input.", valueName: "file"))
    var files: [String] = []

    /// Reads the documents one after the other and does `body` with each. One that cannot be read, or on which `body`
    /// throws a `HanLodeError`, is told on standard error and the others are done all the same.
    ///
    /// - Parameters:
    ///   - paths: files and folders to read instead of the arguments.
    ///   - hashed: whether the bytes' SHA-256 is wanted.
    /// - Returns: how many documents failed.
    /// - Throws: what `body` throws other than `HanLodeError`; it ends the run.
    func forEachDocument(
        of paths: [String]? = nil, hashed: Bool = true, _ body: (Document, Input) throws -> Void
    ) throws -> Int {
        var failures = 0
        for input in Input.all(paths ?? files) {
            do {
                try body(try input.document(encoding: encoding, hashed: hashed), input)
            } catch let error as HanLodeError {
                failures += 1
                Terminal.complain("hanlode: \(error)")
            }
        }
        return failures
    }
}

/// Dates of the Gregorian calendar as ISO 8601 writes them.
enum CalendarDate {
    static func isValid(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
            text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[month - 1]).contains(day)
    }
}
