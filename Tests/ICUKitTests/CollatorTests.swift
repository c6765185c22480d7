import ICUKit
import Testing

@Suite struct CollatorTests {
    private let places = ["云岭", "白石", "青川", "大河", "安平", "一门"]

    @Test func pinyin() throws {
        let collator = try Collator(locale: "zh@collation=pinyin")
        let sorted = try collator.sorted(places)
        #expect(sorted == ["安平", "白石", "大河", "青川", "一门", "云岭"])
    }

    @Test func strokes() throws {
        let collator = try Collator(locale: "zh@collation=stroke")
        let sorted = try collator.sorted(places)
        #expect(sorted == ["一门", "大河", "云岭", "白石", "安平", "青川"])
    }

    @Test func compareAndSortKeysAgree() throws {
        let collator = try Collator()
        let strings = places + ["", "a", "A", "é", "e\u{301}", "安", "安平县", "\0", "😀", "8", "10"]
        for left in strings {
            for right in strings {
                let order = try collator.compare(left, right)
                let leftKey = try collator.sortKey(for: left)
                let rightKey = try collator.sortKey(for: right)
                switch order {
                case .ascending: #expect(leftKey.lexicographicallyPrecedes(rightKey), "\(left) \(right)")
                case .descending: #expect(rightKey.lexicographicallyPrecedes(leftKey), "\(left) \(right)")
                case .same: #expect(leftKey == rightKey, "\(left) \(right)")
                }
            }
        }
    }

    @Test func equalStringsStayInOrder() throws {
        let collator = try Collator(locale: "zh@collation=pinyin;colstrength=primary")
        #expect(try collator.compare("a", "A") == .same)
        #expect(try collator.sorted(["b", "A", "a", "À"]) == ["A", "a", "À", "b"])
    }

    @Test func keywordsSetAttributes() throws {
        let collator = try Collator(locale: "zh@collation=pinyin;colnumeric=yes")
        #expect(try collator.sorted(["第10页", "第9页"]) == ["第9页", "第10页"])
    }

    @Test func longStringsHaveKeys() throws {
        let collator = try Collator()
        let long = String(repeating: "公路é😀", count: 20_000)
        let key = try collator.sortKey(for: long)
        let longer = try collator.sortKey(for: long + "长")
        #expect(key.lexicographicallyPrecedes(longer))
        #expect(try collator.sorted([]).isEmpty)
    }

    @Test(arguments: ["zh@collation=pinyn", "zh-u-co-pinyn", "en@collation=stroke"])
    func anOrderThatICULacksIsRefused(locale: String) {
        let error = #expect(throws: ICUError.self) { _ = try Collator(locale: locale) }
        #expect(error?.name == "U_MISSING_RESOURCE_ERROR")
    }

    /// ICU's cache holds on to what was opened first, so the order of these matters.
    @Test func aWrongNameDoesNotSpoilTheRightOne() throws {
        #expect(throws: ICUError.self) { _ = try Collator(locale: "zh@collation=unknown") }
        for locale in ["zh@collation=pinyin", "zh@collation=Stroke", "zh@collation=default", "zh@collation=unihan"] {
            _ = try Collator(locale: locale)
        }
        #expect(throws: ICUError.self) { _ = try Collator(locale: "zh@collation=unknown") }
    }

    @Test(arguments: ["zh@collation=", "zh@colnumeric=maybe"])
    func aNameThatIsNoLocaleIsRefused(locale: String) {
        let error = #expect(throws: ICUError.self) { _ = try Collator(locale: locale) }
        #expect(error?.name == "U_ILLEGAL_ARGUMENT_ERROR")
    }

    @Test(arguments: ["zh", "en", "de", "ja", "zh_Hant", "zh-u-co-stroke", "tlh", ""])
    func ordinaryLocales(locale: String) throws {
        let collator = try Collator(locale: locale)
        #expect(try collator.compare("a", "b") == .ascending)
        #expect(try collator.compare("b", "a") == .descending)
    }

    @Test func tasksShareOne() async throws {
        let collator = Shared(collator: try Collator(locale: "zh@collation=stroke"))
        let strings = Array(repeatElement(places, count: 50).joined())
        async let left = collator.sorted(strings)
        async let right = collator.sorted(strings)
        let expected = try collator.sorted(strings)
        #expect(try await left == expected)
        #expect(try await right == expected)
    }

    private final class Shared: Sendable {
        let collator: Collator

        init(collator: consuming Collator) {
            self.collator = collator
        }

        func sorted(_ strings: [String]) throws -> [String] { try collator.sorted(strings) }
    }
}
