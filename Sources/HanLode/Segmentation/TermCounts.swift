#if canImport(FoundationEssentials)
    import FoundationEssentials
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How often terms occur in a set of reports, and in each of them.
///
/// A term is a word, or with `wordsPerTerm` above one a run of so many words without punctuation, line break or other
/// token between them, which begins and ends with no stop word. Numbers, times and quantities are no terms.
public struct TermCounts: Sendable {
    /// One report of the set.
    public struct Report: Hashable, Sendable {
        /// The caller's name for it.
        public let name: String?
        /// Its length in Unicode scalars, white space left out.
        public let characters: Int
        /// The number of its words: tokens but punctuation and white space.
        public let words: Int
        /// Its terms, in the order of their numbers.
        let counts: [Count]

        /// A term by its number, and how often it occurs.
        struct Count: Hashable, Sendable {
            let term: UInt32
            let count: UInt32
        }
    }

    /// The words that make a term.
    public let wordsPerTerm: Int
    /// The reports, in the order in which they were added.
    public private(set) var reports: [Report] = []
    /// The number of words of all reports.
    public var words: Int { reports.reduce(0) { $0 + $1.words } }
    /// The number of characters of all reports.
    public var characters: Int { reports.reduce(0) { $0 + $1.characters } }

    private let stopWords: StopWords
    private var terms = TermNumbers()
    /// Whether a term is left out: looked up once for each.
    private var isStopWord: [Bool] = []
    private(set) var totals: [UInt32] = []
    private(set) var reportCounts: [UInt32] = []
    /// Of the report that is being added.
    private var current: [UInt32] = []

    /// No reports yet.
    ///
    /// - Parameter wordsPerTerm: 1 for words, 2 for pairs of words, and so on; at most 8 are taken.
    public init(wordsPerTerm: Int = 1, stopWords: StopWords) {
        self.wordsPerTerm = min(max(wordsPerTerm, 1), 8)
        self.stopWords = stopWords
    }

    /// Adds a report: its text and the tokens that a segmenter cut it into.
    public mutating func add(_ text: String, tokens: [Token], name: String? = nil) {
        var text = text
        var characters = 0
        var words = 0
        var touched: [UInt32] = []
        text.withUTF8 { bytes in
            var run: [Range<Int>] = []
            for token in tokens {
                if !token.isSpace {
                    characters += bytes[token.span.start..<token.span.end].count { $0 & 0xC0 != 0x80 }
                }
                if token.kind != .space, token.kind != .punctuation { words += 1 }
                guard Self.isTerm(token) else {
                    // White space between two words, as between Latin ones, does not part them; a line break does.
                    if token.isSpace, !Self.isLineBreak(bytes[token.span.end - 1]) { continue }
                    run.removeAll(keepingCapacity: true)
                    continue
                }
                if run.count == wordsPerTerm { run.removeFirst() }
                run.append(token.span.start..<token.span.end)
                if run.count == wordsPerTerm { count(run, UnsafeRawBufferPointer(bytes), &touched) }
            }
        }
        var counts: [Report.Count] = []
        counts.reserveCapacity(touched.count)
        for number in touched.sorted() {
            counts.append(.init(term: number, count: current[Int(number)]))
            totals[Int(number)] += current[Int(number)]
            reportCounts[Int(number)] += 1
            current[Int(number)] = 0
        }
        reports.append(Report(name: name, characters: characters, words: words, counts: counts))
    }

    private static func isTerm(_ token: Token) -> Bool {
        switch token.kind {
        case .word, .latin, .slogan, .entity: true
        case .number, .quantity, .time, .punctuation, .space: false
        }
    }

    private static func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private mutating func count(_ run: [Range<Int>], _ bytes: UnsafeRawBufferPointer, _ touched: inout [UInt32]) {
        var term: [UInt8] = []
        for (position, word) in run.enumerated() {
            if position > 0 { term.append(0x20) }
            term.append(contentsOf: bytes[word])
        }
        let number = terms.number(of: term)
        if number == totals.count {
            let ends = [run[0], run[run.count - 1]].map { String(decoding: bytes[$0], as: UTF8.self) }
            isStopWord.append(ends.contains { stopWords.contains($0) })
            totals.append(0)
            reportCounts.append(0)
            current.append(0)
        }
        guard !isStopWord[number] else { return }
        if current[number] == 0 { touched.append(UInt32(number)) }
        current[number] += 1
    }
}

extension TermCounts {
    /// How often a term occurs.
    public struct Frequency: Hashable, Sendable {
        /// Its words, with a space between them.
        public let term: String
        /// How often it occurs.
        public let count: Int
        /// In how many reports of the set.
        public let reports: Int
        /// Its count by 10,000 characters.
        public let perTenThousand: Double
        /// tf·idf: its share of the report's words times ln(reports of the set / reports that have it); 0 for a whole set.
        public let tfidf: Double
    }

    /// The terms of all reports, the most frequent first.
    public func frequencies() -> [Frequency] {
        let characters = Double(max(characters, 1))
        return totals.indices.filter { totals[$0] > 0 }.map { number in
            Frequency(
                term: terms[number], count: Int(totals[number]), reports: Int(reportCounts[number]),
                perTenThousand: Double(totals[number]) * 10_000 / characters, tfidf: 0)
        }.sorted { $0.count != $1.count ? $0.count > $1.count : $0.term < $1.term }
    }

    /// The terms of one report, those first that tell it from the others of the set (by tf·idf, then by count).
    public func frequencies(inReport index: Int) -> [Frequency] {
        let report = reports[index]
        let characters = Double(max(report.characters, 1))
        return report.counts.map { counted in
            let (number, count) = (Int(counted.term), Double(counted.count))
            return Frequency(
                term: terms[number], count: Int(counted.count), reports: Int(reportCounts[number]),
                perTenThousand: count * 10_000 / characters,
                tfidf: count / Double(max(report.words, 1))
                    * log(Double(reports.count) / Double(max(reportCounts[number], 1))))
        }.sorted { a, b in
            if a.tfidf != b.tfidf { return a.tfidf > b.tfidf }
            return a.count != b.count ? a.count > b.count : a.term < b.term
        }
    }
}

extension TermCounts {
    /// How much more, or less, a set of reports uses a term than another set.
    public struct Keyness: Hashable, Sendable {
        /// Its words, with a space between them.
        public let term: String
        /// How often it occurs in the set.
        public let count: Int
        /// How often it occurs in the other set.
        public let otherCount: Int
        /// In how many reports of the set.
        public let reports: Int
        /// Its count by 10,000 characters of the set.
        public let perTenThousand: Double
        /// Its count by 10,000 characters of the other set.
        public let otherPerTenThousand: Double
        /// Dunning's log-likelihood G² of the two counts, negative where the set uses the term less than the other:
        /// beyond 3.84 chance is less likely than 5 %, beyond 15.13 than 0.01 %.
        public let logLikelihood: Double
        /// The binary logarithm of the ratio of the relative frequencies: 1 is twice as often, −1 half as often. A count of
        /// zero is taken for one half.
        public let logRatio: Double
    }

    /// All terms of both sets, those first that are most typical of this one.
    ///
    /// T. Dunning, “Accurate Methods for the Statistics of Surprise and Coincidence”, Computational Linguistics 19 (1993);
    /// in the form of P. Rayson and R. Garside, “Comparing Corpora using Frequency Profiling” (2000). The sizes are the
    /// numbers of words.
    public func keyness(against other: TermCounts) -> [Keyness] {
        var otherCounts: [String: Int] = [:]
        for frequency in other.frequencies() { otherCounts[frequency.term] = frequency.count }
        let sizes = (Double(max(words, 1)), Double(max(other.words, 1)))
        let characters = (Double(max(self.characters, 1)), Double(max(other.characters, 1)))
        func keyness(_ term: String, _ count: Int, _ otherCount: Int, reports: Int) -> Keyness {
            let likelihood = Self.logLikelihood(Double(count), Double(otherCount), sizes)
            let isLess = Double(count) / sizes.0 < Double(otherCount) / sizes.1
            let shares = (max(Double(count), 0.5) / sizes.0, max(Double(otherCount), 0.5) / sizes.1)
            return Keyness(
                term: term, count: count, otherCount: otherCount, reports: reports,
                perTenThousand: Double(count) * 10_000 / characters.0,
                otherPerTenThousand: Double(otherCount) * 10_000 / characters.1,
                logLikelihood: isLess ? -likelihood : likelihood, logRatio: log2(shares.0 / shares.1))
        }
        var result: [Keyness] = []
        for frequency in frequencies() {
            let otherCount = otherCounts.removeValue(forKey: frequency.term) ?? 0
            result.append(keyness(frequency.term, frequency.count, otherCount, reports: frequency.reports))
        }
        for (term, count) in otherCounts { result.append(keyness(term, 0, count, reports: 0)) }
        return result.sorted {
            $0.logLikelihood != $1.logLikelihood ? $0.logLikelihood > $1.logLikelihood : $0.term < $1.term
        }
    }

    static func logLikelihood(_ count: Double, _ otherCount: Double, _ sizes: (Double, Double)) -> Double {
        let share = (count + otherCount) / (sizes.0 + sizes.1)
        func part(_ observed: Double, _ size: Double) -> Double {
            observed > 0 ? observed * log(observed / (size * share)) : 0
        }
        return max(2 * (part(count, sizes.0) + part(otherCount, sizes.1)), 0)
    }
}
