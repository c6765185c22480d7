import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The built command, beside the test bundle.
enum Hanlode {
    struct Result: Sendable {
        let status: Int32
        let output: Data
        let errors: String

        var text: String { String(decoding: output, as: UTF8.self) }
        /// The lines that are not empty. Split as bytes: to `Character`, CR LF is one letter and no line feed.
        var lines: [String] { output.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) } }

        /// Every line of the output as a JSON object.
        func objects() throws -> [[String: Any]] {
            try lines.map { line in
                try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            }
        }
    }

    static var executable: URL {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let products = bundle ?? Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
        return products.deletingLastPathComponent().appending(path: "hanlode")
    }

    /// Runs the command; one that does not end within `timeout` seconds is an error.
    static func run(
        _ arguments: String..., input: Data = Data(), in folder: URL? = nil, timeout: Double = 300
    ) async throws -> Result {
        try await run(executable, arguments, input: input, in: folder, timeout: timeout)
    }

    /// Runs the command with a list of arguments.
    static func run(_ arguments: [String], in folder: URL) async throws -> Result {
        try await run(executable, arguments, input: Data(), in: folder, timeout: 60)
    }

    /// Runs a line of shell in which `$HANLODE` is the command.
    static func shell(_ line: String, in folder: URL? = nil, timeout: Double = 300) async throws -> Result {
        try await run(URL(filePath: "/bin/sh"), ["-c", line], input: Data(), in: folder, timeout: timeout)
    }

    private static func run(
        _ executable: URL, _ arguments: [String], input: Data, in folder: URL?, timeout: Double
    ) async throws -> Result {
        let place = FileManager.default.temporaryDirectory.appending(path: "hanlode-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        // Files instead of pipes: nothing can block, however much is written.
        let (inputFile, outputFile, errorFile) = (
            place.appending(path: "in"), place.appending(path: "out"), place.appending(path: "err")
        )
        try input.write(to: inputFile)
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["HANLODE": Hanlode.executable.path, "LC_ALL": "C.UTF-8", "COLUMNS": "80"]) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        try process.run()
        let end = ContinuousClock.now + .seconds(timeout)
        while process.isRunning, ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(5)) }
        if process.isRunning {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            Issue.record("\(arguments.joined(separator: " ")) did not end within \(timeout) s")
        }
        return Result(
            status: process.terminationStatus, output: try Data(contentsOf: outputFile),
            errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
    }
}

/// A folder of files that is there while `body` runs.
func withFolder(_ files: [String: [UInt8]], _ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hanlode-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }
    try await body(folder)
}
