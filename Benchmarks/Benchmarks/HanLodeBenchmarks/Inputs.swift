import Foundation
import HanLode

/// The texts that everything is measured over.
enum Inputs {
    /// `Benchmarks/Benchmarks/HanLodeBenchmarks/Inputs.swift` is four steps below the repository.
    private static let corpora = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Corpora")

    /// The sample reports.
    static let samples = texts(in: corpora.appending(path: "reports"))

    /// The reports of the folder that `HANLODE_BENCH_FOLDER` names.
    static let folder: [Document] = {
        guard let path = ProcessInfo.processInfo.environment["HANLODE_BENCH_FOLDER"], !path.isEmpty else { return [] }
        return texts(in: URL(filePath: path))
    }()

    /// The numerals of the specs, one a line, over and over.
    static let numerals: [Document] = {
        let files = ["arabic", "han", "mixed", "decimal", "financial", "traditional"]
        let lines = files.flatMap { name -> [String] in
            let url = corpora.appending(path: "specs/numerals/\(name).tsv")
            let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
            return text.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.contains("\\") }
                .compactMap { $0.split(separator: "\t").first.map(String.init) }
        }
        let block = lines.joined(separator: "元。\n")
        return block.isEmpty ? [] : [Document(text: String(repeating: block + "元。\n", count: 50))]
    }()

    /// All .txt files below a folder, decoded, in the order of their paths; those that are no text are left out.
    private static func texts(in folder: URL) -> [Document] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let paths = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "txt" }
            .sorted { $0.path < $1.path }
        return paths.compactMap { url in
            guard let data = try? Data(contentsOf: url) else { return nil }
            return try? Document(bytes: [UInt8](data))
        }
    }
}
