/// The numeral of a heading, up to 99: 十二, 二十, 12.
struct OutlineNumeral: Hashable, Sendable {
    private(set) var value: Int
    private(set) var isHan: Bool
    private(set) var end: Int

    /// The numeral at `offset`; `nil` where there is none, or where it is longer than a heading's.
    init?(_ reader: Reader, at offset: Int, end limit: Int) {
        var next = offset
        var total = 0
        var pending = 0
        var count = 0
        var isHan = false
        while next < limit, count < 4 {
            let character = reader.character(at: next)
            switch character.info.numeralClass {
            case .digit where !isHan && count < 2:
                pending = pending * 10 + character.info.numeralValue
            case .hanDigit where count == 0 || isHan:
                isHan = true
                pending = character.info.hanDigit
            case .place where (count == 0 || isHan) && character.info.numeralValue == 1:
                isHan = true
                total += max(pending, 1) * 10
                pending = 0
            case .digit, .hanDigit, .place, .scale:
                return nil
            default:
                guard count > 0 else { return nil }
                value = total + pending
                self.isHan = isHan
                end = next
                return
            }
            count += 1
            next = character.next
        }
        return nil
    }
}
