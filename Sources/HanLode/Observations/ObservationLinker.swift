/// Links every quantity that makes a statement to its indicator.
///
/// Sentence by sentence, and in a sentence number by number, or list of numbers by list of numbers: what stands before
/// it is read as a frame, what stands behind it as the name of what is counted. Where neither names an indicator, the
/// one told last is carried on. Sentences without a quantity cost nothing but the search for their end.
struct ObservationLinker: ~Copyable, ~Escapable {
    var reader: Reader
    let quantities: Span<QuantityMatch>
    let times: Span<TimeMatch>
    let entities: Span<EntityMatch>
    /// The code of the report's own region; 0 where it is unknown.
    let region: UInt32
    let terms: Terms
    private let paragraphs: [TextSpan]
    var periods: PeriodScope

    private(set) var matches: [ObservationMatch]
    private var tokens: [StatementToken]
    private var words: StatementWords
    var topic = Topic()
    /// The first entity that may lie in what is read.
    var entity = 0
    /// The names told in the sentence, the last of them.
    private(set) var recent: [IndicatorReading] = []
    private var sentence = TextSpan(start: 0, end: 0)
    private var head = Head()
    /// The first time that the periods may not have been told of.
    private var nextTime = 0
    /// What the number before was about, where a change starts from it.
    private(set) var base: IndicatorReading?
    /// Behind a semicolon no number has been read yet.
    private var isPart = false
    /// What stands before the number, or the list of numbers, that is being linked.
    private(set) var frame = StatementFrame()
    /// What the sentence compares with from its beginning on: 同1954年比较，.
    private(set) var basis: BasisReading?

    @_lifetime(copy reader, copy quantities, copy times, copy entities)
    init(
        _ reader: borrowing Reader, quantities: Span<QuantityMatch>, times: Span<TimeMatch>,
        entities: Span<EntityMatch>, region: UInt32, terms: Terms, outline: Outline, date: CalendarPoint?,
        tokens: consuming [StatementToken], words: consuming StatementWords,
        matches: consuming [ObservationMatch]
    ) {
        self.reader = copy reader
        self.quantities = quantities
        self.times = times
        self.entities = entities
        self.region = region
        self.terms = terms
        paragraphs = outline.paragraphs
        self.matches = matches
        self.tokens = tokens
        self.words = words
        self.words.prepare(for: terms)
        periods = PeriodScope(date: date, outline: outline)
    }

    /// What is of use for the next text: the buffer of tokens, and the words that have been asked for.
    consuming func takeBuffers() -> (tokens: [StatementToken], words: StatementWords) { (tokens, words) }

    /// What the numbers before were about.
    struct Topic: Hashable, Sendable {
        var name: IndicatorReading?
        /// What was measured of it last, where that is more than an aspect: 产量.
        var measured: IndicatorReading?
        /// The whole name where it lists several: each number of the next list may have its own.
        var list: TextSpan?
        /// What the name says of the measure.
        var nominal = Nominal.none
        var isStriving = false
        /// The verb of change that stands before it.
        var opening: StatementFrame.Predicate?
        /// The unit of its last number; `nil` where no number has been told of it.
        var unit: UnitReading?
        /// It is what was counted.
        var isCounted = false
        /// In the sentence being read.
        var isFresh = false
    }

    /// Links all quantities; `matches` then holds them in order.
    mutating func run() {
        var quantity = 0
        var time = 0
        var paragraph = 0
        while quantity < quantities.count {
            let place = quantities[quantity].start
            while paragraph + 1 < paragraphs.count, paragraphs[paragraph].end <= place {
                paragraph += 1
                topic = Topic()
            }
            var bounds = TextSpan(start: 0, end: reader.end)
            if paragraph < paragraphs.count { bounds = paragraphs[paragraph] }
            var start = max(bounds.start, min(sentence.end, place))
            if start < place {
                start = place < bounds.end ? sentenceStart(before: place, from: start) : max(start, bounds.end)
            }
            periods.enter(place, paragraph: bounds, times: times, reader: reader)
            topic.isFresh = false
            while time < times.count, times[time].start < start { time += 1 }
            let end = StatementReader.read(
                reader, from: start, to: place < bounds.end ? bounds.end : max(bounds.end, quantities[quantity].end),
                quantities: quantities, from: quantity, times: times, from: time, terms: terms, words: &words,
                into: &tokens)
            sentence = TextSpan(start: start, end: end)
            link(isFirst: start <= bounds.start)
            while quantity < quantities.count, quantities[quantity].start < end { quantity += 1 }
        }
    }

    /// Behind the last stop before `place` and the marks that close behind it; `limit` where there is none.
    private mutating func sentenceStart(before place: Int, from limit: Int) -> Int {
        var offset = place
        // Behind the closing marks that are being read.
        var end = place
        while true {
            let behind = reader.skippingHanBackward(offset, limit: limit)
            if behind < offset { end = behind }
            guard behind > limit else { return limit }
            offset = reader.before(behind)
            let scalar = reader.character(at: offset).scalar
            if BoundaryCharacters.isStop(scalar) { return end }
            if !BoundaryCharacters.isClosing(scalar) { end = offset }
        }
    }

    /// Goes through the sentence's tokens, number by number.
    private mutating func link(isFirst: Bool) {
        var low = 0
        var index = 0
        var noted = 0
        // Where the last parenthesis stands.
        var parenthesis = -1
        head = Head(isSentence: true, isParagraph: isFirst)
        periods.enterSentence()
        recent.removeAll(keepingCapacity: true)
        basis = nil
        base = nil
        isPart = false
        while index < tokens.count {
            let kind = tokens[index].kind
            switch kind {
            case .comma, .semicolon, .colon:
                noteTimes(from: noted, to: index)
                noted = index
                if let told = comparison(from: low, to: index) { basis = told }
                if kind != .colon { tell(from: low, to: index) }
                low = index + 1
                if kind == .semicolon {
                    periods.endPart()
                    isPart = true
                }
            case .quantity:
                let (last, next) = list(from: index)
                let number = index
                frame = readFrame(from: low, to: number, behind: parenthesis)
                noteTimes(from: noted, to: number, except: frame.comparand)
                noted = last
                index = link(from: low, first: number, last: last, next: next)
                low = index
                continue
            case .open, .close:
                parenthesis = index
            default:
                break
            }
            index += 1
        }
    }

    /// Tells the scope which times the tokens hold, those left out that something is compared with.
    private mutating func noteTimes(from low: Int, to high: Int, except comparand: Range<Int> = 0..<0) {
        while nextTime < times.count, times[nextTime].start < Int(tokens[low].start) { nextTime += 1 }
        let isTold = nextTime < times.count && times[nextTime].start < Int(tokens[high].start)
        guard isTold || head.isSentence else { return }
        var isClauseHead = true
        for index in low..<max(low, high) {
            // Most often none stands there, and nothing else is noted behind the head of a sentence.
            guard isTold || head.isSentence else { return }
            switch tokens[index].kind {
            case .time:
                guard !comparand.contains(index), !isCompared(index) else { continue }
                let time = times[Int(tokens[index].index)]
                // 完成“十四五”任务 does not say when.
                if time.rule == .planPeriod, !isClauseHead, !tokens[index].leads { continue }
                // 刚刚过去的2025年
                let isPast = index > 0 && index < 4 && low == 0 && tokens[index - 1].kind == .of
                let isHead = head.isSentence || isPast
                periods.note(time, isHead: isHead, isParagraphHead: isHead && head.isParagraph, isPast: isPast)
            case .word where tokens[index].has(.opening):
                break
            case .comma:
                head.isSentence = false
                isClauseHead = true
            default:
                head.isSentence = false
                isClauseHead = false
            }
        }
    }

    /// Whether what is read still stands at the head of its sentence, and the sentence at the head of its paragraph.
    private struct Head {
        var isSentence = true
        var isParagraph = true
    }

    /// Behind 比 or 由, or before 的 and a number: the time belongs to something else.
    private mutating func isCompared(_ index: Int) -> Bool {
        if index > 0, tokens[index - 1].has([.compare, .from, .above, .below]) { return true }
        // 与上年持平
        if index > 0, tokens[index - 1].kind == .list, times[Int(tokens[index].index)].rule == .relativeYear {
            return true
        }
        return index + 1 < tokens.count && tokens[index + 1].kind == .of && tokens[index].leads
    }

    /// The numbers that stand side by side from `first` on: the last of them, and the token behind it and its modifier.
    private mutating func list(from first: Int) -> (last: Int, next: Int) {
        var last = first
        var next = first + 1
        while true {
            var index = last + 1
            while index < tokens.count, tokens[index].kind == .modifierAfter { index += 1 }
            next = index
            guard index < tokens.count, tokens[index].kind == .list else { break }
            index += 1
            while index < tokens.count, tokens[index].kind == .modifier { index += 1 }
            guard index < tokens.count, tokens[index].kind == .quantity else { break }
            last = index
        }
        return (last, next)
    }

    /// Links a list of numbers; says where reading goes on.
    private mutating func link(from low: Int, first: Int, last: Int, next: Int) -> Int {
        isPart = false
        // 减少化肥1800吨、农药92吨
        if low < first, tokens[low].kind == .list { frame.isStriving = frame.isStriving || topic.isStriving }
        if frame.opening == nil, frame.verb == nil, frame.predicate == nil, low < first, tokens[low].kind == .list {
            frame.opening = topic.opening
        }
        let counted = counted(behind: next, of: Int(tokens[last].index))
        let subject = subject(
            counted: counted?.name,
            isNext: counted.map { Int32($0.name.start) == tokens[next - 1].end } ?? false,
            low: low, first: first)
        if let subject {
            emit(subject, from: low, first: first, last: last)
            remember(subject, last: last)
        }
        guard let subject else { return next }
        if let counted, subject.rule == .counted { return behindPredicate(counted.next) }
        return subject.rule == .carried ? behindPredicate(next) : next
    }

    /// 7家企业上榜全国百强、数量居首位: what is told of the counted ends with its item, and is no part of the next.
    private mutating func behindPredicate(_ index: Int) -> Int {
        guard let first = token(at: index),
            first.has(.predicate) && !(first.isShort && first.has([.leading, .share])) || first.has(.object)
        else {
            return index
        }
        var next = index
        while let token = token(at: next), next - index < 24 {
            switch token.kind {
            // 、 alone: 和 also stands inside names.
            case .list where reader.bytes[Int(token.start)] == 0xE3: return next
            case .quantity, .comma, .semicolon, .colon: return index
            default: next += 1
            }
        }
        return index
    }

    /// What stands before the number at `number`; before it stands a parenthesis last.
    private mutating func readFrame(from low: Int, to number: Int, behind parenthesis: Int) -> StatementFrame {
        let frames = StatementFrameReader(tokens: tokens.span, times: times)
        let quantity = Int(tokens[number].index)
        let (dimension, isDoubling) = (quantities[quantity].dimension, quantities[quantity].rule == .doubling)
        var frame = StatementFrame()
        // In parentheses, what stands outside of them is the name where there is none inside.
        let isInner = parenthesis >= low && number - parenthesis <= 13 && tokens[parenthesis].kind == .open
        frames.read(
            from: isInner ? parenthesis + 1 : low, to: number, of: dimension, isDoubling: isDoubling, into: &frame)
        if isInner, frame.subject == nil {
            var outer = StatementFrame()
            frames.read(from: low, to: parenthesis, of: dimension, isDoubling: isDoubling, into: &outer)
            frame.subject = outer.subject
            frame.verb = frame.verb ?? outer.verb
        }
        return frame
    }

    /// A clause without a number may name what the next ones are about: 教育经费连年增加，累计投入87亿元.
    private mutating func tell(from low: Int, to high: Int) {
        guard !topic.isFresh || isPart, let name = toldName(from: low, to: high) else { return }
        topic = Topic()
        topic.name = IndicatorReading(name)
        topic.isFresh = true
        isPart = false
    }

    private mutating func emit(_ subject: Subject, from low: Int, first: Int, last: Int) {
        var count = 0
        for index in first...last where tokens[index].kind == .quantity { count += 1 }
        let items = count > 1 ? distribution(of: subject, over: count) : nil
        let told = count > 1 ? told(from: low, to: first) : []
        var position = 0
        for index in first...last where tokens[index].kind == .quantity {
            let quantity = tokens[index].index
            let dimension = quantities[Int(quantity)].dimension
            let isDoubling = quantities[Int(quantity)].rule == .doubling
            var match = ObservationMatch(
                quantity: quantity, indicator: subject.name,
                measure: measure(of: dimension, isDoubling: isDoubling, subject), sentence: sentence, rule: subject.rule
            )
            if let items, position < items.count {
                match.indicator = items[position]
                match.rule = .distributed
                var own = subject
                own.nominal = .ending(items[position].tail ?? items[position].head)
                match.measure = measure(of: dimension, isDoubling: isDoubling, own)
            }
            match.isDecrease = isDecrease(subject, match.measure)
            match.basis = frame.basis
            if match.measure == .growth || match.measure == .change { match.basis = match.basis ?? basis }
            match.scope = frame.scope
            match.place = place(from: low, to: first, item: items.flatMap { position < $0.count ? $0[position] : nil })
            match.section = periods.section.map(Int32.init)
            settle(&match, time: told.count == count ? told[position] : frame.time)
            matches.append(match)
            position += 1
        }
    }

    /// 2021年、2022年分别增长14%、9%: the times of a clause, where they stand in a list.
    private mutating func told(from low: Int, to high: Int) -> [Int] {
        var told: [Int] = []
        for index in max(low, high - 24)..<high where tokens[index].kind == .time {
            let isListed = index > 0 && tokens[index - 1].kind == .list || tokens[index + 1].kind == .list
            if isListed, Period(times[Int(tokens[index].index)].value) != nil { told.append(Int(tokens[index].index)) }
        }
        return told
    }

    private mutating func remember(_ subject: Subject, last: Int) {
        if subject.rule != .aspect, subject.rule != .carried || subject.name != topic.measured {
            topic.name = subject.name
            topic.isCounted = subject.rule == .counted || subject.rule == .carried && topic.isCounted
        }
        if subject.rule == .aspect {
            topic.measured = frame.isMeasure && !frame.isAspect ? subject.name : nil
        } else if subject.rule != .carried {
            topic.measured = nil
        }
        if subject.rule != .carried {
            if recent.count == 8 { recent.removeFirst() }
            recent.append(subject.name)
        }
        base = frame.isFrom ? subject.name : nil
        topic.list = subject.list
        topic.nominal = subject.nominal
        topic.opening = frame.opening
        topic.isStriving = frame.isStriving
        topic.unit = quantities[Int(tokens[last].index)].unit
        topic.isFresh = true
    }

    private mutating func comparison(from low: Int, to high: Int) -> BasisReading? {
        StatementFrameReader(tokens: tokens.span, times: times).comparison(from: low, to: high)
    }

    private mutating func toldName(from low: Int, to high: Int) -> TextSpan? {
        StatementFrameReader(tokens: tokens.span, times: times).toldName(from: low, to: high)
    }

    /// Behind the mark that closes the one at `index`; `index` itself where there is none.
    mutating func behindMarks(at index: Int, isOpen: Bool) -> Int {
        StatementFrameReader(tokens: tokens.span, times: times).behindMarks(at: index, tokens.count, isOpen: isOpen)
    }

    /// The token at `index`, if there is one.
    mutating func token(at index: Int) -> StatementToken? { tokens.indices.contains(index) ? tokens[index] : nil }
}
