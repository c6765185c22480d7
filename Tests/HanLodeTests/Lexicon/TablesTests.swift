import Testing

@testable import HanLode

/// The built-in tables as data.
@Suite struct TablesTests {
    private static let lexicon = Lexicon(packs: [.builtIn])
    static var units: Units { lexicon.terms.units }

    @Test func thereAreEnoughUnits() {
        #expect(Self.units.count { !$0.isClassifier } >= 300)
        #expect(Self.units.count { $0.isClassifier } >= 100)
    }

    /// The compiled form keeps a keyword's number, and has none for a cell that is empty.
    @Test(arguments: TableKind.allCases)
    func aKeywordThatMayBeMissingHasAnEmptyForm(table: TableKind) {
        for column in table.schema.columns where !column.isRequired {
            if case .oneOf(let names) = column.kind { #expect(names.contains(""), "\(column.name)") }
        }
    }

    @Test func everyFactorIsPositive() {
        for unit in Self.units { #expect(ExactNumber.zero < unit.factor, "\(unit.surface) \(unit.factor)") }
    }

    @Test func onlyTemperaturesHaveAnOffset() {
        for unit in Self.units where unit.dimension != .temperature {
            #expect(unit.offset == .zero, "\(unit.surface) \(unit.offset)")
        }
    }

    @Test func noSurfaceIsEmptyOrHasWhiteSpaceAround() {
        for row in Pack.builtIn.rows {
            let surface = row.cells[0]
            #expect(!surface.isEmpty)
            #expect(surface.first?.isWhitespace == false && surface.last?.isWhitespace == false, "“\(surface)”")
        }
    }

    @Test func unitsAndClassifiersShareNoSurface() {
        var seen: Set<String> = []
        for row in Pack.builtIn.rows where row.table == .units || row.table == .classifiers {
            #expect(seen.insert(row.cells[0]).inserted, "\(row.cells[0]) in line \(row.line)")
        }
    }

    @Test func formsOfOneUnitAgree() {
        for (id, forms) in Dictionary(grouping: Self.units, by: { "\($0.isClassifier) \($0.id)" }) {
            #expect(Set(forms.map(\.dimension)).count == 1, "\(id): \(forms.map(\.surface))")
            #expect(Set(forms.map { Rational($0.factor) }).count == 1, "\(id): \(forms.map(\.surface))")
            #expect(Set(forms.map(\.offset)).count == 1, "\(id): \(forms.map(\.surface))")
            #expect(Set(forms.compactMap(\.code)).count <= 1, "\(id): \(forms.map(\.surface))")
        }
    }

    @Test func idsAreKebabCase() {
        for unit in Self.units {
            let isKebab = unit.id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil
            #expect(isKebab, "\(unit.surface) \(unit.id)")
        }
    }

    @Test func currencyCodesLookLikeISO4217() {
        for unit in Self.units where unit.dimension == .currency {
            guard let code = unit.code else { continue }
            #expect(code.wholeMatch(of: /[A-Z]{3}/) != nil, "\(unit.surface) \(code)")
        }
    }

    @Test func otherCodesLookLikeUCUM() {
        for unit in Self.units where unit.dimension != .currency {
            guard let code = unit.code else { continue }
            // Printable ASCII without spaces, brackets and braces closed (UCUM, §1 and §2).
            #expect(code.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "\(unit.surface) \(code)")
            #expect(code.count { $0 == "[" } == code.count { $0 == "]" }, "\(unit.surface) \(code)")
            #expect(code.count { $0 == "{" } == code.count { $0 == "}" }, "\(unit.surface) \(code)")
        }
    }

    @Test(
        arguments: [
            ("亩", Dimension.area, "2000/3", nil), ("公里", .length, "1000", "km"), ("斤", .mass, "0.5", nil),
            ("平方公里", .area, "1000000", "km2"), ("千瓦时", .energy, "3600000", "kW.h"), ("元", .currency, "1", "CNY"),
            ("%", .percent, "0.01", "%"), ("百分点", .percentagePoint, "0.01", nil), ("吨", .mass, "1000", "t"),
        ] as [(String, Dimension, String, String?)])
    func wellKnownUnitsAreRight(surface: String, dimension: Dimension, factor: String, code: String?) throws {
        let unit = try #require(Self.units.first { $0.surface == surface })
        #expect(unit.dimension == dimension)
        #expect(Rational(unit.factor) == Rational(try #require(ExactNumber(factor))))
        #expect(unit.code == code)
    }
}
