/// The code of a region by its name.
enum RegionName {
    /// The code of the last of the divisions that `name` is made of, each inside the one before; `nil` where anything in
    /// the name is no division of the table.
    static func code(of name: String, lexicon: Lexicon) -> UInt32? {
        var name = name
        name.makeContiguousUTF8()
        let reader = Reader(name.utf8.span, lexicon: lexicon)
        let terms = NameLexicon(reader)
        var (tokens, marked): ([NameToken], [Int]) = ([], [])
        var (window, sentence) = (CharacterWindow(), NameSentence(start: 0))
        window.fill(reader, from: 0)
        guard let stop = window.stops.first else { return nil }
        NameTokenizer.read(
            reader, window.characters, from: 0, before: stop, into: &tokens, marking: &marked, &sentence)
        tokens.removeLast(tokens.count - sentence.count)
        var grammar = EntityGrammar(reader, region: 0, tokens: tokens)
        var parent: Int?
        for (index, token) in tokens.enumerated() {
            if index == 0, token.name >= 0, terms.type(ofName: token.name) == .geopolitical { continue }
            guard token.has(.division), let term = grammar.best(divisionsOf: index, parent: parent) else { return nil }
            if let parent, !terms.division(parent).contains(terms.division(term).code) { return nil }
            // 朝阳区 alone is one of several.
            if parent == nil, grammar.isAmbiguous(index) { return nil }
            parent = term
        }
        return parent.map { terms.division($0).code }
    }

    /// The short names of the divisions that `name` is made of: 青岚 and 河东 of 青岚市河东区.
    static func shortNames(in name: String) -> [[UInt8]] {
        var names: [[UInt8]] = []
        var part: [Unicode.Scalar] = []
        for scalar in name.unicodeScalars {
            if "省市区县州旗盟".unicodeScalars.contains(scalar), part.count >= 2 {
                names.append(part.flatMap { Array(String($0).utf8) })
                part = []
            } else {
                part.append(scalar)
            }
        }
        return names
    }
}
