/// What stands before a number, or a list of numbers, in its clause.
struct StatementFrame: Hashable, Sendable {
    /// The name before the number: what is measured, where it is named here.
    var subject: TextSpan?
    /// Whose it is, where a verb stands between: 邮电业 in 邮电业实现营业收入.
    var owner: TextSpan?
    /// The name is an aspect of something named before (总量), or something measured of it (产值).
    var isAspect = false
    var isMeasure = false
    /// So much of what is named before it: 财政收入的60%.
    var isOfWhole = false
    /// The name says of what it is a share, not whose: 占国内生产总值的比重.
    var isShareName = false
    /// What somebody does to what is counted: the last verb before the name or the number.
    var verb: TextSpan?
    /// What the verb is done to, where that is a verb as well: 吸纳就业.
    var object: TextSpan?
    /// The verb is a noun as well: 消费增长8%.
    var isVerbName = false
    /// The word that leads up to the number.
    var predicate: Predicate?
    /// A verb of change at the beginning of the clause: 减少能耗470万吨.
    var opening: Predicate?
    /// 由 or 从 before the number, 增至 or 降至.
    var isFrom = false
    var isTo = false
    var isEach = false
    var isSub = false
    var basis: BasisReading?
    /// Index among the times: the one that the clause tells for its number.
    var time: Int?
    /// The time belongs to the number alone: 2017年的34家.
    var isTimeOwn = false
    var isTarget = false
    var isStriving = false
    var isActual = false
    /// The tokens that tell what the amount is compared with.
    var comparand = 0..<0
    /// Whose the amount is: 全国.
    var scope: ScopeReading?

    /// What leads up to a number.
    enum Predicate: Hashable, Sendable {
        case level, grow, fall, share, above, below, rank
    }
}

/// Reads the tokens before a number.
///
/// The zone is cut in two: the predicate, whose words lead up to the number without a gap, and before it the name, with
/// what stands before a name in a clause. Two looks over the zone, and no token is looked at from two numbers.
struct StatementFrameReader: ~Escapable {
    let tokens: Span<StatementToken>
    let times: Span<TimeMatch>

    @_lifetime(copy tokens, copy times)
    init(tokens: Span<StatementToken>, times: Span<TimeMatch>) {
        self.tokens = tokens
        self.times = times
    }

    /// Names longer than this are cut on their left, so that no text makes the work grow.
    static let longestName = 72

    /// Reads the frame of the number at `number`, whose zone begins at token `low`; `isDoubling` says that it is 翻两番.
    func read(
        from low: Int, to number: Int, of dimension: Dimension, isDoubling: Bool, into frame: inout StatementFrame
    ) {
        let low = max(low, number - Self.longestName)
        var start = predicate(from: low, to: number, of: dimension, into: &frame)
        start = comparand(
            from: low, to: start, number: number, of: dimension, isDoubling: isDoubling, into: &frame)
        let isMaterial = dimension == .mass || dimension == .volume || dimension == .area
        name(from: low, to: start, isMaterial: isMaterial, into: &frame)
    }

    // MARK: The predicate

    /// Reads the words that lead up to the number, from it backward; says where the first of them stands.
    private func predicate(
        from low: Int, to number: Int, of dimension: Dimension, into frame: inout StatementFrame
    ) -> Int {
        var index = number
        while index > low {
            let token = tokens[index - 1]
            switch token.kind {
            case .modifier:
                break
            case .time:
                take(time: Int(token.index), into: &frame)
            case .of:
                // 是2012年的3倍: the time is what it is a multiple of.
                guard dimension != .multiple, index - 2 >= low, tokens[index - 2].kind == .time else {
                    return index
                }
                frame.isTimeOwn = true
            case .word where token.has(.leading):
                if token.has(.nominal), !token.isShort, !token.has([.grow, .fall, .level]) { return index }
                take(word: token, into: &frame)
            case .word where token.has([.above, .below]) && index == number:
                // 失业率低于5%: next to the number, a modifier.
                break
            case .word where token.isShort && token.has(.lead) && index == number:
                // 让1.9万名老人得到照护: what follows is what is counted.
                frame.verb = token.span
            case .word where !token.isShort && (token.has(.action) || token.has(.weak) && !token.has(.nominal)):
                // 吸纳就业36万人: what is done to what.
                if !token.has(.action), index - 1 > low, tokens[index - 2].has(.action), frame.predicate == nil,
                    frame.verb == nil
                {
                    frame.verb = tokens[index - 2].span
                    frame.object = token.span
                    return index
                }
                // 违法建设2049万平方米: what is done belongs to the name, where there is one.
                if !token.has(.action), index - 1 > low, isName(at: index - 2, number) { return index }
                guard frame.predicate == nil, frame.verb == nil else { return index }
                frame.verb = token.span
            default:
                return index
            }
            index -= 1
        }
        return index
    }

    /// A word that leads up to the number, the nearest first.
    private func take(word token: StatementToken, into frame: inout StatementFrame) {
        if token.has(.basis), frame.basis == nil { take(basis: token, into: &frame) }
        if token.has(.each) { frame.isEach = true }
        if token.has(.from) { frame.isFrom = true }
        if token.has([.riseTo, .fallTo]) { frame.isTo = true }
        if token.has(.target) { note(target: token, into: &frame) }
        if token.has(.actual) { frame.isActual = true }
        if token.has([.riseTo, .fallTo, .from]) {
            frame.predicate = frame.predicate ?? .level
        } else if token.has([.grow, .fall]) {
            // 增长达到5% is growth.
            if frame.predicate == nil || frame.predicate == .level && !frame.isTo && !frame.isFrom {
                frame.predicate = token.has(.grow) ? .grow : .fall
            }
        } else if token.has([.level, .achieve]) {
            // 约占四分之一
            frame.predicate = frame.predicate ?? (token.has(.share) ? .share : .level)
        }
    }

    func take(basis token: StatementToken, into frame: inout StatementFrame) {
        frame.basis = .stated(token.value)
    }

    private func take(time index: Int, into frame: inout StatementFrame) {
        guard frame.time == nil, Period(times[index].value) != nil else { return }
        frame.time = index
    }

    func note(target token: StatementToken, into frame: inout StatementFrame) {
        frame.isTarget = true
        if token.value == .strive { frame.isStriving = true }
    }

    // MARK: What the amount is compared with

    /// 比上年, 占全国的, 居全市: what stands between such a word and the number is no name. Says where the predicate
    /// then begins.
    private func comparand(
        from low: Int, to start: Int, number: Int, of dimension: Dimension, isDoubling: Bool,
        into frame: inout StatementFrame
    ) -> Int {
        var start = start
        // A word of higher or lower stands next to the number, and only behind 比.
        var isCompared =
            frame.predicate == .grow || frame.predicate == .fall || frame.isTo || frame.verb != nil
            || isDoubling
        var direction: StatementFrame.Predicate?
        if start > low, tokens[start - 1].has([.higher, .lower]) {
            direction = tokens[start - 1].has(.higher) ? .above : .below
            isCompared = true
        }
        let isPart = dimension == .percent || dimension == .fraction
        let isRank = dimension == .rank
        // 稳定在全国1/4: a part of the whole that is named.
        if isPart, start - 1 > low, tokens[start - 1].has(.scope), tokens[start - 2].has(.level) {
            frame.predicate = .share
            return extended(from: low, to: start - 1, into: &frame)
        }
        if isPart, let index = fulfilled(from: low, to: start) {
            frame.predicate = .level
            return extended(from: low, to: index, into: &frame)
        }
        if isPart, start == number, start - 1 > low, tokens[start - 1].kind == .of, tokens[start - 2].kind != .time {
            if let index = likened(from: low, to: start - 1, into: &frame) { return index }
            // 财政收入的60%要上缴
            frame.isOfWhole = true
        }
        if dimension == .multiple, start > low, tokens[start - 1].kind == .of {
            return multiplied(from: low, to: start, into: &frame)
        }
        var index = start
        while index > low, start - index < 16 {
            index -= 1
            let token = tokens[index]
            guard token.kind == .word else {
                if token.kind == .comma || token.kind == .semicolon { break }
                continue
            }
            if isRank, token.has(.rank) {
                frame.predicate = .rank
                takeScope(from: index + 1, to: start, into: &frame)
                return extended(from: low, to: index, into: &frame)
            }
            // 税收占财政收入比重 is a name.
            if isPart, token.has(.share) {
                if isShareName(before: start, from: index) {
                    frame.isOfWhole = true
                } else {
                    frame.predicate = .share
                    return extended(from: low, to: index, into: &frame)
                }
            }
            // Next to the number, 超过 leads up to it; with a name between, it compares.
            if token.has([.above, .below]), index + 1 < start {
                frame.predicate = token.has(.above) ? .above : .below
                takeComparison(from: index + 1, to: start, into: &frame)
                return extended(from: low, to: index, into: &frame)
            }
            if isCompared, token.has(.compare) {
                if let direction { frame.predicate = direction }
                if !token.isShort, let low = partner(of: index, from: low) {
                    takeComparison(from: low + 1, to: index, into: &frame)
                    return extended(from: low, to: low, into: &frame)
                }
                takeComparison(from: index + 1, to: number, into: &frame)
                return extended(from: low, to: index, into: &frame)
            }
        }
        if isRank { start = scopes(from: low, to: start, into: &frame) }
        return start
    }

    /// What a clause without a number compares with: 同1954年比较, 与上年相比.
    func comparison(from low: Int, to high: Int) -> BasisReading? {
        guard high > low, tokens[high - 1].has(.compare), !tokens[high - 1].isShort else { return nil }
        for index in max(low, high - 12)..<high where tokens[index].kind == .time {
            if let basis = basis(times[Int(tokens[index].index)]) { return basis }
        }
        return nil
    }

    /// 与 of 与2015年相比.
    private func partner(of index: Int, from low: Int) -> Int? {
        var place = index - 1
        while place >= low, index - place < 8 {
            let token = tokens[place]
            if token.kind == .list || token.has(.compare) { return place }
            if token.kind == .comma { return nil }
            place -= 1
        }
        return nil
    }

    /// 完成了原定计划的101%: what is fulfilled is no name. Says where the verb stands.
    private func fulfilled(from low: Int, to start: Int) -> Int? {
        guard start - 1 > low else { return nil }
        // 完成年计划27%
        var isAim = tokens[start - 1].has(.target) && tokens[start - 1].kind == .word
        guard isAim || tokens[start - 1].kind == .of else { return nil }
        var index = start - 1
        while index > low, start - index < 10 {
            index -= 1
            if tokens[index].has(.achieve) { return isAim ? index : nil }
            if tokens[index].kind == .comma { return nil }
            isAim = isAim || tokens[index].has(.target)
        }
        return nil
    }

    /// 相当于工资总额的17%, 达到全体农户的六成: what it is a part of is no name. Says where the predicate begins.
    private func likened(from low: Int, to end: Int, into frame: inout StatementFrame) -> Int? {
        var index = end
        var isAim = false
        while index > low, end - index < 12 {
            index -= 1
            let token = tokens[index]
            if token.kind == .comma || token.has(.share) { return nil }
            isAim = isAim || token.has(.target)
            guard token.kind == .word, token.has([.level, .riseTo, .fallTo]), !token.has(.nominal) else { continue }
            frame.predicate = isAim ? .level : .share
            return extended(from: low, to: index, into: &frame)
        }
        return nil
    }

    /// 占…比重, 占…比例
    func isShareName(before end: Int, from low: Int) -> Bool {
        end - 1 > low && tokens[end - 1].has(.aspect)
            && (tokens[end - 1].value == .share || tokens[end - 1].value == .whole)
    }

    /// What else leads up to the number before such a word: 分别占, 已高于.
    private func extended(from low: Int, to start: Int, into frame: inout StatementFrame) -> Int {
        var index = start
        while index > low {
            let token = tokens[index - 1]
            guard token.kind == .word && token.has(.leading) && !token.has(.nominal) || token.kind == .time else {
                break
            }
            if token.kind == .time {
                take(time: Int(token.index), into: &frame)
            } else {
                take(word: token, into: &frame)
            }
            index -= 1
        }
        return index
    }

    /// The basis that a comparison with a time states.
    private func takeComparison(from low: Int, to high: Int, into frame: inout StatementFrame) {
        frame.comparand = low..<max(low, high)
        for index in frame.comparand {
            let token = tokens[index]
            if token.has(.scope) { frame.scope = nil }
            if token.has(.basis) {
                // 比上年同期
                take(basis: token, into: &frame)
            } else if token.kind == .time {
                let time = Int(token.index)
                // What the amount is compared with is not when it holds.
                if frame.time == time { frame.time = nil }
                if let basis = basis(times[time]) { frame.basis = basis }
            }
        }
    }

    private func basis(_ time: TimeMatch) -> BasisReading? {
        switch time.rule {
        case .relativeYear:
            return .lastYear
        case .year:
            guard case .point(let point) = time.value else { return nil }
            return .year(point.year)
        default:
            return nil
        }
    }

    /// 是2012年的3倍, 相当于全省平均水平的两倍: what the amount is a multiple of is no name.
    private func multiplied(from low: Int, to start: Int, into frame: inout StatementFrame) -> Int {
        var index = start - 1
        while index > low, start - index < 20 {
            index -= 1
            guard tokens[index].kind == .word, tokens[index].has([.level, .riseTo, .fallTo]) else { continue }
            // A multiple of what it was is growth, a multiple of something else is none.
            let hasTime = (index + 1..<start).contains { tokens[$0].kind == .time }
            takeComparison(from: index + 1, to: start, into: &frame)
            frame.predicate = hasTime || tokens[index].has(.riseTo) && !tokens[index].has(.level) ? .grow : .level
            return extended(from: low, to: index, into: &frame)
        }
        return start
    }

    private func takeScope(from low: Int, to high: Int, into frame: inout StatementFrame) {
        for index in low..<max(low, high) where tokens[index].has(.scope) { frame.scope = ScopeReading(tokens[index]) }
    }

    /// 全市第一: the whole within which is ranked stands next to the rank.
    private func scopes(from low: Int, to start: Int, into frame: inout StatementFrame) -> Int {
        var index = start
        while index > low, tokens[index - 1].has(.scope) {
            frame.scope = ScopeReading(tokens[index - 1])
            index -= 1
        }
        return index < start ? extended(from: low, to: index, into: &frame) : start
    }
}
