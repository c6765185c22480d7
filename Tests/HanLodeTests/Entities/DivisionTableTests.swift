import Testing

@testable import HanLode

/// Every row of the table of divisions.
@Suite struct DivisionTableTests {
    private static let rows = Pack.builtIn.rows.filter { $0.table == .divisions }
    private static let names = Dictionary(
        rows.filter { $0.cells[2].isEmpty || $0.cells[2] == "weak" && $0.cells[3].isEmpty }.map {
            ($0.cells[1], $0.cells[0])
        },
        uniquingKeysWith: { first, _ in first })
    /// Surfaces that the tables of names and words give another meaning first.
    private static let others = Set(
        Pack.builtIn.rows.filter { [.names, .nameHeads, .nameCues].contains($0.table) }.map { $0.cells[0] })

    private static func code(_ row: Pack.Row) -> String { row.cells[1] }

    /// The full name of the province or prefecture that a code lies in.
    private static func parent(_ code: String) -> String? {
        names[code.prefix(4) + "00"].flatMap { code.hasSuffix("00") ? nil : $0 } ?? names[code.prefix(2) + "0000"]
    }

    private static func report(_ failures: [String], of count: Int, _ what: String) {
        #expect(
            failures.isEmpty, "\(failures.count) of \(count) \(what): \(failures.prefix(20).joined(separator: " "))")
    }

    @Test func theTableIsWhole() {
        let current = Self.rows.filter { $0.cells[2].isEmpty }
        #expect(Set(current.map(Self.code)).count >= 3_100)
        #expect(Set(current.map { $0.cells[1].prefix(2) }).count == 34)
        #expect(Self.rows.count { $0.cells[2] == "former" } >= 1_000)
        for row in Self.rows {
            #expect(row.cells[2] != "former" || Int(row.cells[4]) != nil, "\(row.cells[0]) has no last year")
        }
    }

    @Test("In a sentence of its own every name is found, with its code where the report is its own")
    func everyNameIsFound() throws {
        let miner = try Miner()
        var failures: [String] = []
        let rows = Self.rows.filter {
            ["", "short", "former"].contains($0.cells[2]) && !Self.others.contains($0.cells[0])
        }
        for row in rows {
            let name = row.cells[0]
            let region = Self.names[String(row.cells[1].prefix(2)) + "0000"]
            let found = miner.entities(in: "代表团考察\(name)，听取了介绍。", context: .init(region: region))
            guard let entity = found.first(where: { $0.text == name && $0.type == .geopolitical }) else {
                failures.append(name)
                continue
            }
            let codes = Self.rows.filter { $0.cells[0] == name }.map(Self.code)
            if let code = entity.code, !codes.contains(code) { failures.append("\(name) \(code)") }
        }
        Self.report(failures, of: rows.count, "names are missed")
    }

    @Test("Words of everyday that are names too are found behind the place that they lie in")
    func weakNamesAreFoundBehindTheirParents() throws {
        let miner = try Miner()
        var failures: [String] = []
        let rows = Self.rows.filter { ["weak", "district"].contains($0.cells[2]) }
        for row in rows {
            guard let parent = Self.parent(row.cells[1]) else { continue }
            let name = parent + row.cells[0]
            let found = miner.entities(in: "代表团到\(name)，听取了介绍。")
            // 临夏 is a city and a county of 临夏回族自治州.
            let codes = Self.rows.filter { $0.cells[0] == row.cells[0] }.map(Self.code)
            if !found.contains(where: { $0.text == name && codes.contains($0.code ?? "") }) { failures.append(name) }
        }
        Self.report(failures, of: rows.count, "names are missed")
    }

    @Test("No name is found inside a longer word")
    func noNameIsFoundInsideAWord() throws {
        let miner = try Miner()
        let words = Pack.builtIn.rows.filter { $0.table == .nameWords && $0.cells[0].count > 2 }.map { $0.cells[0] }
        let names = Set(Self.rows.filter { $0.cells[0].count == 2 }.map { $0.cells[0] })
        var failures: [String] = []
        var count = 0
        for word in words {
            let characters = Array(word)
            for start in 0..<(characters.count - 1) {
                let inside = String(characters[start...(start + 1)])
                guard names.contains(inside) else { continue }
                count += 1
                if miner.entities(in: "注重\(word)，效果明显。").contains(where: { $0.text == inside }) {
                    failures.append("\(inside) in \(word)")
                }
            }
        }
        #expect(count >= 80)
        Self.report(failures, of: count, "names are found inside a word")
    }

    @Test("No name is found across two words: 高要 in 最高要求")
    func noNameIsFoundAcrossWords() throws {
        let miner = try Miner()
        let rows = Pack.builtIn.rows.filter { $0.table == .nameWords && $0.cells[0].count == 2 }
        let names = Set(Self.rows.map { $0.cells[0] })
        let words = rows.map { $0.cells[0] }.filter { !names.contains($0) }
        let ending = Dictionary(grouping: words, by: { $0.last ?? " " })
        let beginning = Dictionary(grouping: words, by: { $0.first ?? " " })
        var failures: [String] = []
        var count = 0
        for row in Self.rows where row.cells[0].count == 2 {
            let name = row.cells[0]
            guard let first = name.first, let last = name.last, let before = ending[first]?.first,
                let behind = beginning[last]?.first
            else { continue }
            count += 1
            if miner.entities(in: "坚持\(before)\(behind)，效果明显。").contains(where: { $0.text == name }) {
                failures.append("\(name) in \(before)\(behind)")
            }
        }
        #expect(count >= 1_000)
        Self.report(failures, of: count, "names are found across words")
    }

    @Test(
        arguments: [
            ("济南市历城区", "370112"), ("浙江省", "330000"), ("中华人民共和国", nil), ("青岚市河东区", nil), ("湖南保靖", "433125"),
            ("朝阳区", nil), ("北京市朝阳区", "110105"), ("江岚省", nil), ("", nil), ("山东", "370000"),
        ] as [(String, String?)])
    func aRegionHasItsCode(name: String, code: String?) throws {
        #expect(try Miner().extract("全区完成投资5亿元。", context: .init(region: name)).document.region?.code == code)
    }

    @Test func theRegionTellsNamesakesApart() throws {
        let miner = try Miner()
        func code(_ region: String?) -> String? {
            miner.entities(in: "到市中区走访。", context: .init(region: region)).first?.code
                ?? miner.entities(in: "到鼓楼区走访。", context: .init(region: region)).first?.code
        }
        #expect(code("江苏省南京市") == "320106")
        #expect(code("福建省福州市") == "350102")
        #expect(code(nil) == nil)
    }
}
