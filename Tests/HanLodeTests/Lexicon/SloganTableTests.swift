import Testing

@testable import HanLode

/// The table of slogans as data.
@Suite struct SloganTableTests {
    private static let lexicon = Lexicon(packs: [.builtIn])
    private static let rows = Pack.builtIn.rows.filter { $0.table == .slogans }

    @Test func thereAreEnoughSets() {
        let unfolded = Self.lexicon.terms.slogans.count { $0.kind == .set && !$0.members.isEmpty }
        #expect(unfolded >= 400)
    }

    /// What the numerals say, or the counts where the table gives them, is how many members there are.
    @Test func membersAreAsManyAsTheNumeralsSay() throws {
        let miner = try Miner()
        for row in Self.rows where row.cells[1] == "set" && !row.cells[5].isEmpty {
            let slogan = try #require(
                miner.slogans(
                    in: "“\(row.cells[0])”", context: .init(region: row.cells[8].isEmpty ? nil : row.cells[8])
                )
                .first, "\(row.cells[0])")
            #expect(slogan.cardinalityHolds == true, "\(row.cells[0]) \(slogan.counts ?? []) \(slogan.members ?? [])")
        }
    }

    @Test func everyAliasLeadsToASet() {
        let names = Dictionary(grouping: Self.rows, by: { $0.cells[0] })
        for row in Self.rows where !row.cells[3].isEmpty {
            #expect(names[row.cells[3]] != nil, "\(row.cells[0]) leads to \(row.cells[3])")
        }
    }

    @Test func everyUnfoldedSetNamesItsSource() {
        for row in Self.rows where !row.cells[5].isEmpty { #expect(!row.cells[9].isEmpty, "\(row.cells[0])") }
    }

    @Test func membersAreTextsOfTheirOwn() {
        for slogan in Self.lexicon.terms.slogans {
            #expect(slogan.members.allSatisfy { !$0.isEmpty }, "\(slogan.canonical)")
            #expect(Set(slogan.members).count == slogan.members.count, "\(slogan.canonical)")
        }
    }

    @Test func yearsAreYears() {
        for slogan in Self.lexicon.terms.slogans {
            guard let year = slogan.year else { continue }
            #expect(Int(year).map { (1900...2030).contains($0) } == true, "\(slogan.canonical) \(year)")
        }
    }
}
