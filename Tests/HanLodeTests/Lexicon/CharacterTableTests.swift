import Testing

@testable import HanLode

@Suite struct CharacterTableTests {
    /// What is read back from four bits is the class that was written, and no bits are left without one.
    @Test func fourBitsAreAClass() {
        #expect(NumeralClass.allCases.count == 16)
        for numeralClass in NumeralClass.allCases {
            var info = CharacterInfo.unknown
            info.numeralClass = numeralClass
            #expect(info.numeralClass == numeralClass)
            #expect(
                info.startsNumeral
                    == [.digit, .hanDigit, .place, .scale, .some, .tens].contains(numeralClass), "\(numeralClass)")
        }
    }

    @Test func everyPlaneIsReached() {
        var table = CharacterTable()
        let scalars = (0...16).flatMap { plane in [0, 0xFF, 0x100, 0x4E00, 0xFFFF].map { UInt32(plane << 16 | $0) } }
        for (index, scalar) in scalars.enumerated() { table[scalar].code = UInt32(index + 1) }
        for (index, scalar) in scalars.enumerated() { #expect(table[scalar].code == UInt32(index + 1)) }
        #expect(table[0x10_FFFE] == .unknown)
        #expect(table[0x2_0000 + 0x4DFF] == .unknown)
    }

    @Test func anUntouchedTableKnowsNothing() {
        let table = CharacterTable()
        for scalar in stride(from: UInt32(0), to: 0x11_0000, by: 251) { #expect(table[scalar] == .unknown) }
    }

    @Test func fieldsDoNotTouchEachOther() {
        var info = CharacterInfo.unknown
        info.code = 0xF_FFFF
        info.numeralValue = 15
        info.isSpace = true
        for numeralClass in NumeralClass.allCases {
            info.numeralClass = numeralClass
            #expect(info.numeralClass == numeralClass)
            #expect(info.code == 0xF_FFFF)
            #expect(info.numeralValue == 15)
        }
        info.startsListTerm = true
        info.isIgnorable = true
        info.numeralValue = 0
        info.code = 7
        #expect(info.isSpace && info.isIgnorable && info.startsListTerm)
        info.isIgnorable = false
        #expect(info.isSpace && !info.isIgnorable && info.startsListTerm)
        #expect(info.code == 7)
    }

    @Test func everyNumeralClassHasAName() {
        #expect(NumeralClass.names.count == NumeralClass.allCases.count)
        #expect(Set(NumeralClass.names).count == NumeralClass.names.count)
    }

    @Test func whatIsKnownIsListedInOrder() {
        var table = CharacterTable()
        for scalar: UInt32 in [0x10_FFFF, 0x4E00, 0, 0x41] { table[scalar].code = 1 }
        table[0x42] = .unknown
        #expect(table.known == [0, 0x41, 0x4E00, 0x10_FFFF])
    }

    @Test func variantsAndFullWidthFormsAreReadAsTheirLetter() {
        for (variant, letter) in [("萬", "万"), ("億", "亿"), ("６", "6"), ("％", "%"), ("噸", "吨")] {
            let text = variant + letter
            let lexicon = Lexicon(packs: [.builtIn])
            let reader = Reader(text.utf8.span, lexicon: lexicon)
            let first = reader.character(at: 0)
            #expect(first.info == reader.character(at: first.next).info, "\(variant)")
            #expect(first.info != .unknown)
        }
    }
}
