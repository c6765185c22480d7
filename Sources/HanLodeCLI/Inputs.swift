import HanLode

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One text to be read.
enum Input: Hashable, Sendable {
    case standardInput
    case file(String)

    /// The path, or nothing for standard input.
    var path: String? {
        if case .file(let path) = self { path } else { nil }
    }

    /// Standard input or the files named, folders replaced by the text files in them.
    ///
    /// A folder's files come in the order of their paths, hidden ones and links to folders left out, so that a run over
    /// the same files is the same run everywhere.
    static func all(_ arguments: [String]) -> [Input] {
        if arguments.isEmpty { return [.standardInput] }
        return arguments.flatMap { argument -> [Input] in
            if argument == "-" { return [.standardInput] }
            var isFolder = false
            guard FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder), isFolder else {
                return [.file(argument)]
            }
            let files = textFiles(in: argument)
            // A folder without texts is reported like a file that is none.
            return files.isEmpty ? [.file(argument)] : files
        }
    }

    private static func textFiles(in folder: String) -> [Input] {
        var files: [Input] = []
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            var isFolder = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
            if isFolder {
                let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
                if !isLink { files += textFiles(in: path) }
            } else if name.lowercased().hasSuffix(".txt") {
                files.append(.file(path))
            }
        }
        return files
    }

    /// Reads and decodes the text.
    ///
    /// - Parameter hashed: whether the bytes' SHA-256 is wanted.
    /// - Throws: `HanLodeError` with a code for what cannot be read or is no text.
    func document(encoding: String?, hashed: Bool = true) throws(HanLodeError) -> Document {
        let bytes = try self.bytes()
        do {
            var document = try Document(bytes: bytes, encoding: encoding, source: path)
            if hashed { document.sha256 = SHA256.hex(bytes) }
            return document
        } catch {
            throw HanLodeError(error.code, error.message, file: path ?? "-", offset: error.offset)
        }
    }

    private func bytes() throws(HanLodeError) -> [UInt8] {
        switch self {
        case .standardInput:
            return StandardInput.readAll()
        case .file(let path):
            var isFolder = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw HanLodeError(.unreadable, "there is no such file", file: path)
            }
            if isFolder { throw HanLodeError(.notAFile, "a folder without .txt files", file: path) }
            do {
                return [UInt8](try Data(contentsOf: URL(filePath: path)))
            } catch {
                throw HanLodeError(.unreadable, "cannot be read", file: path)
            }
        }
    }
}
