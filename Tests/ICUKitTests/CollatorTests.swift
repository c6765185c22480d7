import ICUKit
import Testing

@Suite struct CollatorTests {
    private let places = ["云岭", "白石", "青川", "长河", "安平", "一门"]

    @Test func pinyin() throws {
        let collator = try Collator(locale: "zh@collation=pinyin")
        #expect(try collator.sorted(places) == ["安平", "白石", "长河", "青川", "一门", "云岭"])
    }

    @Test func strokes() throws {
        let collator = try Collator(locale: "zh@collation=stroke")
        #expect(try collator.sorted(places) == ["一门", "云岭", "长河", "白石", "安平", "青川"])
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

    @Test(arguments: ["zh@collation=pinyn", "tlh", "en@collation=stroke"])
    func anOrderThatICULacksIsRefused(locale: String) {
        let error = #expect(throws: ICUError.self) { _ = try Collator(locale: locale) }
        #expect(error?.name == "U_MISSING_RESOURCE_ERROR")
    }

    @Test(arguments: ["zh", "en", "de", "ja", "zh_Hant", "zh-u-co-stroke", ""])
    func ordinaryLocales(locale: String) throws {
        let collator = try Collator(locale: locale)
        #expect(try collator.compare("a", "b") == .ascending)
        #expect(try collator.compare("b", "a") == .descending)
    }

    @Test func aCloneSortsInAnotherTask() async throws {
        let collator = try Collator(locale: "zh@collation=stroke")
        let clone = try collator.clone()
        let places = places
        let task = Task { try clone.sorted(places) }
        let here = try collator.sorted(places)
        #expect(try await task.value == here)
    }
}
