/// What the rules of segmentation cost beside the words of the dictionary, in ICU's unit: a negative logarithm of a
/// frequency, nine to the factor e, 31 for 的 and about 130 for an ordinary word.
///
/// Set by trying on sentences with known words; a change of ten moves the measure by less than a thousandth.
enum SegmentationCosts {
    /// A character that the dictionary has not.
    static var unknownCharacter: Int { 255 }
    /// What two characters and more are favoured by: ICU's costs are those of single characters counted inside words too.
    static var word: Int { -15 }
    /// What four characters and more pay: mostly two words.
    static var longWord: Int { 20 }
    /// A numeral, and each of its characters.
    static var numeral: Int { 55 }
    static var numeralCharacter: Int { 5 }
    /// 第 and its numeral: 第一 in 第一个, although 一个 is a word.
    static var ordinal: Int { 28 }
    /// A year.
    static var year: Int { 60 }
    /// A numeral and 多.
    static var approximateNumeral: Int { 80 }
    /// What a suffix saves: the word with it is one.
    static var suffix: Int { 20 }
    /// What two characters that are no words by themselves save by standing together.
    static var boundPair: Int { 22 }
    /// The same with a suffix as the second.
    static var suffixPair: Int { 30 }
    /// The same with a determiner as the first.
    static var determinerPair: Int { 40 }
    /// The same where one of them may be a word.
    static var freePair: Int { 1 }
    /// What saying it twice costs beside the word.
    static var reduplication: Int { 30 }
    /// A name in the characters of transliteration, and each of its characters.
    static var foreign: Int { 0 }
    static var foreignCharacter: Int { 39 }
    /// What a surname and a given name of two characters save.
    static var name: Int { 30 }
    /// The same where the surname is seldom anything else.
    static var nameOfSurname: Int { 70 }
    /// A character of a given name is no dearer than this.
    static var givenCharacter: Int { 100 }
    /// Latin letters, punctuation, white space and everything else that admits of one cut only.
    static var given: Int { 60 }
    /// Words of the break iterator, where the dictionary cannot be read: for the word, and for each of its characters.
    static var brokenWord: Int { 70 }
    static var brokenCharacter: Int { 10 }
    static var brokenSingle: Int { 90 }
    /// A word of the user's that has no frequency: cheaper than any two words, so that it stays whole.
    static var userWord: UInt32 { 40 }

    /// The cost of a word by its frequency in a corpus of 60,101,967 words, which is the sum of the frequencies of jieba's
    /// default dictionary; the factor is that between ICU's costs and natural logarithms.
    static func cost(ofFrequency frequency: UInt32) -> UInt32 {
        // Binary logarithms in sixteenths: no floating point, so that the same dictionary cuts alike everywhere.
        let total = sixteenthsOfLogarithm(60_101_967)
        let nats16 = max(total - sixteenthsOfLogarithm(max(frequency, 1)), 0)
        // 9 · ln 2 / 16 = 0.38986
        return UInt32(max(nats16 * 38986 / 100_000, 1))
    }

    /// 16 · log₂ of `value`, rounded down.
    private static func sixteenthsOfLogarithm(_ value: UInt32) -> Int {
        let exponent = 31 - value.leadingZeroBitCount
        var mantissa = (UInt64(value) << 31) >> UInt64(exponent)  // 2³¹ ..< 2³²
        var result = exponent
        for _ in 0..<4 {
            mantissa = (mantissa * mantissa) >> 31
            result <<= 1
            if mantissa >= 1 << 32 {
                mantissa >>= 1
                result |= 1
            }
        }
        return result
    }
}
