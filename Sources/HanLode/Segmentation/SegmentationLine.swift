internal import ICUKit

/// The characters of one stretch of text, which the lattice runs over: a line, or a sentence of it.
struct SegmentationLine: ~Copyable {
    struct Character {
        /// Where it begins, as a UTF-8 offset.
        var start: Int32
        var scalar: UInt32
        /// Where the table of characters has it; for a mention the number of the mention.
        var index: UInt32
        /// The characters from here on that admit of no cut; 0 for one that no token begins with.
        var unit: Int32
        var characterClass: CharacterClass
        var kind: Kind
    }

    enum Kind: UInt8 {
        /// Han: whatever words the dictionary has.
        case han
        /// Arabic digits: a numeral begins.
        case digits
        case latin, punctuation, space, other, mention
    }

    var characters: [Character] = []
    /// Where the last character ends.
    var end: Int32 = 0

    mutating func removeAll() {
        characters.removeAll(keepingCapacity: true)
    }

    /// Where the character at `index` begins, or the line ends.
    func offset(_ index: Int) -> Int32 {
        index < characters.count ? characters[index].start : end
    }

    /// Joins characters to units: letters and digits, equal marks, spaces.
    mutating func joinUnits() {
        var index = 0
        while index < characters.count {
            let character = characters[index]
            var next = index + 1
            switch character.characterClass {
            case .digit, .letter:
                var hasLetters = character.characterClass == .letter
                next = endOfAlphanumerals(index, &hasLetters)
                characters[index].kind = hasLetters ? .latin : .digits
            case .punctuation where Self.repeats(character.scalar), .space:
                while next < characters.count, joins(index, next) { next += 1 }
            case .other:
                while next < characters.count, characters[next].characterClass == .other { next += 1 }
            default: break
            }
            characters[index].unit = Int32(next - index)
            index = next
        }
    }

    private func joins(_ first: Int, _ index: Int) -> Bool {
        let (a, b) = (characters[first], characters[index])
        guard a.kind == b.kind, a.characterClass == b.characterClass else { return false }
        return a.characterClass == .space || a.scalar == b.scalar
    }

    /// ——, ……, ----, ====
    private static func repeats(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2014, 0x2026, 0x2500, 0x2D, 0x2E, 0x3D, 0x2A, 0x5F, 0xFF0D, 0xFF0E, 0xFF1D, 0xFF0A, 0xFF5E: true
        default: false
        }
    }

    /// Letters and digits, and a point, comma or apostrophe between two of a kind: 3.14, 1,200, PM2.5, don't.
    private func endOfAlphanumerals(_ start: Int, _ hasLetters: inout Bool) -> Int {
        var index = start + 1
        while index < characters.count {
            let character = characters[index]
            switch character.characterClass {
            case .digit: break
            case .letter: hasLetters = true
            default:
                guard index + 1 < characters.count else { return index }
                let (before, behind) = (characters[index - 1].characterClass, characters[index + 1].characterClass)
                guard before == behind, before == .digit || before == .letter else { return index }
                switch character.scalar {
                case 0x2E, 0xFF0E, 0x27: break
                case 0x2C where before == .digit: break
                default: return index
                }
            }
            index += 1
        }
        return index
    }
}

extension SegmentationLine {
    /// For each character where the break iterator's word that begins at it ends, 0 where none begins.
    ///
    /// A word also ends where a known script begins, and at a mention.
    func wordEnds(_ segments: [TextSegment], into ends: inout [Int32]) {
        let count = characters.count
        ends.append(contentsOf: repeatElement(0, count: count))
        let base = characters[0].start
        var segment = 0
        var start = 0
        for index in 1...count {
            let offset = offset(index) - base
            while segment < segments.count, segments[segment].end < offset { segment += 1 }
            var isEnd = index == count || segment < segments.count && segments[segment].end == offset
            if !isEnd {
                let (before, behind) = (characters[index - 1].kind, characters[index].kind)
                isEnd = before != behind || before == .mention
            }
            if isEnd {
                ends[start] = Int32(index)
                start = index
            }
        }
    }
}
