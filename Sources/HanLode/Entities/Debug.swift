import Foundation
extension EntityGrammar {
    func debugTokens() {
        guard ProcessInfo.processInfo.environment["HT"] != nil else { return }
        var line = ""
        for t in tokens {
            var b: [UInt8] = []
            for i in t.start..<t.end { b.append(reader.bytes[i]) }
            var r = ""
            for (n, o) in [("s", NameRoles.stop), ("v", .verb), ("g", .generic), ("D", .division), ("H", .head), ("N", .name), ("L", .level), ("0", .none), ("a", .award), (",", .coordinate), ("l", .launch), ("b", .building), ("T", .titleBefore), ("t", .titleBehind), ("S", .surname), ("G", .given), ("E", .listEnd), ("y", .say)] where t.has(o) { r += n }
            line += String(decoding: b, as: UTF8.self) + "/\(t.kind)".prefix(2) + r + " "
        }
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}
