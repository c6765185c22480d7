extension SequenceDefinition {
    /// Reads a definition: elements with spaces between them.
    ///
    ///     area:quantity[dimension=area] ..8 "用地"|"工业用地"
    ///
    /// - Throws: what is wrong, at the character where it was noticed.
    init(_ text: String) throws(PatternComplaint) {
        var parser = SequenceParser(text)
        elements = try parser.elements()
    }
}

/// Reads one definition, one character after the other.
private struct SequenceParser {
    private let characters: [Unicode.Scalar]
    private var offset = 0

    init(_ text: String) {
        characters = Array(text.unicodeScalars)
    }

    private func complaint(_ message: String, at place: Int? = nil) -> PatternComplaint {
        PatternComplaint(offset: place ?? offset, message: message)
    }

    private var next: Unicode.Scalar? { offset < characters.count ? characters[offset] : nil }

    private mutating func skipSpaces() {
        while next == " " { offset += 1 }
    }

    private mutating func take(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard characters[offset...].starts(with: wanted) else { return false }
        offset += wanted.count
        return true
    }

    mutating func elements() throws(PatternComplaint) -> [SequenceDefinition.Element] {
        var elements: [SequenceDefinition.Element] = []
        var room = SequenceDefinition.largestGap
        skipSpaces()
        while next != nil {
            let start = offset
            let element = try element()
            if let label = element.label, elements.contains(where: { $0.label == label }) {
                throw complaint("there are two groups \(label)", at: start)
            }
            if case .gap(let count) = element.atom {
                room -= count
                if room < 0 {
                    throw complaint("gaps of more than \(SequenceDefinition.largestGap) together", at: start)
                }
                guard let last = elements.last else { throw complaint("a sequence begins with no gap", at: start) }
                if case .gap = last.atom { throw complaint("a gap follows a gap", at: start) }
                if element.isOptional { throw complaint("a gap may always be empty", at: start) }
            }
            if elements.isEmpty, element.isOptional { throw complaint("the first element is not optional", at: start) }
            elements.append(element)
            if elements.count > SequenceDefinition.largestCount {
                throw complaint("more than \(SequenceDefinition.largestCount) elements", at: start)
            }
            guard next == nil || next == " " else { throw complaint("a space expected between elements") }
            skipSpaces()
        }
        guard let last = elements.last else { throw complaint("an element expected") }
        if case .gap = last.atom { throw complaint("a sequence ends with no gap") }
        return elements
    }

    private mutating func element() throws(PatternComplaint) -> SequenceDefinition.Element {
        let start = offset
        var label: String?
        if let word = word() {
            if take(":") { label = word } else { offset = start }
        }
        let atom = try atom()
        if label != nil, case .gap = atom { throw complaint("a gap makes no group", at: start) }
        return .init(label: label, atom: atom, isOptional: take("?"))
    }

    private mutating func atom() throws(PatternComplaint) -> SequenceDefinition.Atom {
        let start = offset
        if take("..") { return .gap(try gap(from: start)) }
        if next == "\"" {
            var texts = [try literal()]
            while take("|") { texts.append(try literal()) }
            return .literal(texts)
        }
        let isTable = take("@")
        guard let name = word() else {
            throw complaint("a text in quotation marks, a kind of mention, @ and a table, or .. and a number expected")
        }
        if isTable { return try term(name, from: start) }
        guard let kind = MentionKind(rawValue: name) else {
            let known = MentionKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw complaint("there is no kind \(name); there are \(known)", at: start)
        }
        // A match has whatever attributes its term was given.
        return .mention(
            kind,
            try conditions(fields: kind == .match ? nil : kind.fields) { field in kind.values(of: field) })
    }

    private mutating func gap(from start: Int) throws(PatternComplaint) -> Int {
        var number = 0
        var digits = 0
        while let digit = next, ("0"..."9").contains(digit), digits < 4 {
            number = number * 10 + Int(digit.value - 0x30)
            digits += 1
            offset += 1
        }
        guard digits > 0, (1...SequenceDefinition.largestGap).contains(number) else {
            throw complaint("a number of characters from 1 to \(SequenceDefinition.largestGap) expected", at: start + 2)
        }
        return number
    }

    private mutating func term(_ name: String, from start: Int) throws(PatternComplaint) -> SequenceDefinition.Atom {
        guard let table = TableKind(name: name) else { throw complaint("there is no table @\(name)", at: start) }
        switch table {
        case .terms, .patterns: throw complaint("a term of one's own is match[name=…]", at: start)
        case .slogans: throw complaint("a slogan is slogan[canonical=…]", at: start)
        case .divisions, .names, .nameHeads, .nameCues, .nameWords:
            throw complaint("a name is entity[type=…]", at: start)
        default: break
        }
        guard let kind = table.schema.kind, kind.bit & Lexicon.contextKinds == 0 else {
            throw complaint("@\(name) has no terms that can be looked for from their beginning", at: start)
        }
        let columns = table.schema.columns
        return .term(
            table,
            try conditions(fields: columns.map(\.name)) { field in
                guard case .oneOf(let names)? = columns.first(where: { $0.name == field })?.kind else { return nil }
                return names
            })
    }

    private mutating func conditions(
        fields: [String]?, values: (String) -> [String]?
    ) throws(PatternComplaint) -> [SequenceDefinition.Condition] {
        guard take("[") else { return [] }
        var conditions: [SequenceDefinition.Condition] = []
        repeat {
            skipSpaces()
            let start = offset
            guard let field = word() else { throw complaint("a field expected") }
            if let fields, !fields.contains(field) {
                throw complaint("there is no field \(field); there are \(fields.joined(separator: ", "))", at: start)
            }
            conditions.append(try condition(on: field, values: values(field)))
            skipSpaces()
        } while take(",")
        guard take("]") else { throw complaint("] expected") }
        return conditions
    }

    private mutating func condition(
        on field: String, values known: [String]?
    ) throws(PatternComplaint) -> SequenceDefinition.Condition {
        skipSpaces()
        guard let comparison = SequenceDefinition.Condition.Comparison.allCases.first(where: { take($0.rawValue) })
        else { throw complaint("=, !=, ~, >= or <= expected") }
        var values: [String] = []
        repeat {
            skipSpaces()
            let start = offset
            let value = next == "\"" ? try literal() : bareValue()
            guard !value.isEmpty else { throw complaint("a value expected", at: start) }
            switch comparison {
            case .equal, .unequal:
                if let known, !known.contains(value) {
                    let names = known.filter { !$0.isEmpty }.joined(separator: ", ")
                    throw complaint("\(field) is never \(value); it is one of \(names)", at: start)
                }
            case .atLeast, .atMost:
                if ExactNumber(value) == nil { throw complaint("a number expected", at: start) }
            case .contains:
                break
            }
            values.append(value)
            skipSpaces()
        } while take("|")
        return .init(field: field, comparison: comparison, values: values)
    }

    /// Up to what ends a value.
    private mutating func bareValue() -> String {
        var value = String.UnicodeScalarView()
        while let scalar = next, !["]", ",", "|", "\"", " "].contains(scalar) {
            value.append(scalar)
            offset += 1
        }
        return String(value)
    }

    private mutating func literal() throws(PatternComplaint) -> String {
        let start = offset
        guard take("\"") else { throw complaint("a text in quotation marks expected") }
        var text = String.UnicodeScalarView()
        while let scalar = next, scalar != "\"" {
            offset += 1
            guard scalar == "\\" else {
                text.append(scalar)
                continue
            }
            guard let escaped = next, escaped == "\"" || escaped == "\\" else {
                throw complaint("\\\" or \\\\ expected")
            }
            text.append(escaped)
            offset += 1
        }
        guard take("\"") else { throw complaint("the text is not closed", at: start) }
        guard !text.isEmpty else { throw complaint("an empty text", at: start) }
        return String(text)
    }

    /// A name: letters, digits, - and _, the first of them a letter. Letters are Unicode's, 企业 is a name.
    private mutating func word() -> String? {
        var word = String.UnicodeScalarView()
        while let scalar = next, scalar.properties.isAlphabetic || !word.isEmpty && Self.continues(scalar) {
            word.append(scalar)
            offset += 1
        }
        return word.isEmpty ? nil : String(word)
    }

    private static func continues(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_"
    }
}
