extension StatementFrameReader {
    /// Reads the name in front of the predicate: what is left when verbs, adverbs and times at the beginning of the
    /// clause are taken off.
    func name(from low: Int, to high: Int, isMaterial: Bool = false, into frame: inout StatementFrame) {
        var reading = NameReading()
        var index = low
        while index < high {
            let token = tokens[index]
            switch token.kind {
            case .quote, .open:
                // What stands in parentheses or quotation marks inside a name is part of it, whatever it says.
                let behind = behindMarks(at: index, high, isOpen: reading.isOpen)
                if behind > index {
                    for part in index..<behind { reading.add(tokens[part]) }
                    index = behind
                    continue
                }
                if token.kind == .quote, !isEnumerator(at: index, from: low) { reading.add(token) }
            case .unquote, .text, .indicator, .modifier, .modifierAfter, .quantity:
                if !isEnumerator(at: index, from: low) { reading.add(token) }
            case .close:
                break
            case .list, .of:
                reading.link(token)
            case .comma, .semicolon, .colon:
                reading.restart()
            case .time:
                note(time: Int(token.index), into: &frame)
                reading.restartBehindTime()
            case .word:
                add(word: token, at: index, high: high, to: &reading, into: &frame)
            }
            index += 1
        }
        frame.subject = frame.object
        // 用百分之百的诚意: one character is a name only with something told of it, as in 钢增长28%.
        // ；钢217万吨: all of the clause.
        let isWhole = isMaterial && high - low == 1 && tokens[low].kind == .text
        guard let subject = reading.subject, subject.count > 3 || frame.predicate != nil || isWhole else { return }
        guard frame.object == nil else { return }
        frame.subject = subject
        if reading.isMeasured { frame.owner = reading.owner }
        frame.isAspect = reading.isAspect
        frame.isShareName = isShareName(from: low, to: high, subject)
        frame.isMeasure = reading.isMeasure
    }

    /// Whether a name begins with 占 and ends with the word for a share.
    private func isShareName(from low: Int, to high: Int, _ name: TextSpan) -> Bool {
        guard high - 1 > low, isShareName(before: high, from: low) else { return false }
        var index = low
        while index < high, Int(tokens[index].start) < name.start { index += 1 }
        return index < high && tokens[index].has(.share) && Int(tokens[index].start) == name.start
    }

    /// Behind the mark that closes the one at `index`; `index` itself where there is none.
    func behindMarks(at index: Int, _ high: Int, isOpen: Bool) -> Int {
        let closing: StatementToken.Kind
        switch tokens[index].kind {
        case .quote: closing = .unquote
        case .open where isOpen: closing = .close
        default: return index
        }
        for next in index..<min(high, index + 24) where tokens[next].kind == closing { return next + 1 }
        return index
    }

    /// 二 of （二）
    private func isEnumerator(at index: Int, from low: Int) -> Bool {
        index > low && tokens[index - 1].kind == .open && index + 1 < tokens.count && tokens[index + 1].kind == .close
            && tokens[index].end - tokens[index].start <= 6
    }

    private func add(
        word token: StatementToken, at index: Int, high: Int, to reading: inout NameReading,
        into frame: inout StatementFrame
    ) {
        // 跨过万亿元大关、: what an amount has passed is no name.
        if token.has(.predicate), token.value == .whole, !token.has(.nominal) {
            reading.drop()
            return
        }
        if token.has(.nominal) {
            if reading.isOpen, token.has(.action) { reading.restart(at: token) }
            reading.add(token)
            return
        }
        if !reading.isOpen {
            open(with: token, at: index, high: high, to: &reading, into: &frame)
        } else if token.has([.adverb, .each, .particle]), !token.has(.weak) {
            reading.link(token)
        } else if token.has(.object) {
            reading.restart()
        } else if token.isShort {
            reading.add(token)
        } else if token.has([.action, .achieve]) {
            frame.verb = token.span
            reading.restart(at: token)
            frame.opening = nil
        } else if token.has(.basis), isShortName(at: index + 1, high) {
            // 服务贸易年均增速
            open(with: token, at: index, high: high, to: &reading, into: &frame)
            reading.add(token)
        } else if token.has([.target, .basis]), isName(at: index + 1, high) {
            open(with: token, at: index, high: high, to: &reading, into: &frame)
            reading.restart()
        } else {
            reading.add(token)
        }
    }

    /// A word where no name has begun.
    private func open(
        with token: StatementToken, at index: Int, high: Int, to reading: inout NameReading,
        into frame: inout StatementFrame
    ) {
        if token.has(.basis), frame.basis == nil { take(basis: token, into: &frame) }
        reading.pass(token)
        if token.has(.sub) { frame.isSub = true }
        if token.has(.scope) { frame.scope = frame.scope ?? ScopeReading(token) }
        // 争取中央资金 is no aim.
        if token.has(.target), !token.has(.action) { note(target: token, into: &frame) }
        if token.has(.actual) { frame.isActual = true }
        if token.has(.each) { frame.isEach = true }
        if token.has([.action, .weak, .achieve]) {
            if frame.verb == nil { frame.opening = token.has(.grow) ? .grow : token.has(.fall) ? .fall : nil }
            // 生产性服务业, 改造城中村: a word that is mostly part of names stays with what follows it.
            if token.has(.weak), !token.has(.action), isName(at: index + 1, high) {
                reading.add(token)
                return
            }
            frame.verb = token.span
            frame.isVerbName = !token.has([.action, .achieve])
            reading.restart(at: token)
        } else if token.has([.grow, .fall]), !token.isShort {
            frame.opening = token.has(.grow) ? .grow : .fall
        } else if token.has([.particle, .object]) {
            return
        } else if token.isShort {
            // 就 of 就诊率
            let isPart = token.has(.adverb) && index + 1 < high && tokens[index + 1].kind == .text
            if !token.has(.opening) || isPart { reading.add(token) }
        } else if !token.has(.opening) {
            reading.add(token)
        }
    }

    /// 供水管网, 签约项目: so short a name keeps the word of doing before it.
    private func isShortName(at index: Int, _ high: Int) -> Bool {
        // 研发人员、研发机构: a list of names
        if index < high, (index..<high).contains(where: { tokens[$0].kind == .list }) { return true }
        guard index + 1 == high else { return false }
        return tokens[index].end - tokens[index].start <= 6 || tokens[index].has([.aspect, .measure])
    }

    /// The name that a clause without a number tells of: what stands before a verb of change, or of being so.
    func toldName(from low: Int, to high: Int) -> TextSpan? {
        let low = max(low, high - Self.longestName)
        // 由于不合理运输的减少，: why it was so.
        if low < high, tokens[low].has(.lead), tokens[low].has(.noun) { return nil }
        var index = low
        while index < high {
            let token = tokens[index]
            if token.kind == .quantity { return nil }
            if token.kind == .word, !token.isShort, !token.has(.nominal),
                token.has([.grow, .fall, .level, .riseTo, .fallTo, .rank, .predicate]), index > low,
                !isAttribute(at: index, high)
            {
                break
            }
            index += 1
        }
        // A clause that is nothing but a name: 农业总产值，1956年达到….
        if index == high {
            // （下同）, 来说
            var end = high
            if end > low, tokens[end - 1].kind == .close {
                end -= 1
                while end > low, tokens[end].kind != .open { end -= 1 }
            }
            while end > low, tokens[end - 1].has(.particle) { end -= 1 }
            guard let start = nameOnly(from: low, to: end) else { return nil }
            var frame = StatementFrame()
            name(from: start, to: end, into: &frame)
            return frame.isAspect ? nil : frame.subject
        }
        var frame = StatementFrame()
        name(from: low, to: index, into: &frame)
        guard frame.verb == nil, frame.opening == nil, !frame.isAspect else { return nil }
        return frame.subject
    }

    /// Whether a verb describes what a clause names: 用于普及教育的经费.
    private func isAttribute(at index: Int, _ high: Int) -> Bool {
        var next = index + 1
        while next < high, next - index < 12 {
            if tokens[next].kind == .of { return next + 1 < high }
            next += 1
        }
        return false
    }

    /// Where the name begins that is all of a clause, behind times and whose it is: 一九五五年全国货物周转量（下同）; with a
    /// verb only before 的: 各部修建的住宅面积.
    private func nameOnly(from low: Int, to high: Int) -> Int? {
        var start = low
        while start < high, tokens[start].kind == .time || tokens[start].has(.scope) || tokens[start].kind == .of {
            start += 1
        }
        // 面对复杂的环境，: what is done is no name.
        guard start < high, !tokens[start].has(.lead) || tokens[start].isShort,
            isName(at: start, high) || tokens[start].isShort || !tokens[start].has([.action, .achieve, .level])
        else { return nil }
        var isName = true
        var isAny = false
        var index = start
        while index < high {
            switch tokens[index].kind {
            case .open:
                let behind = behindMarks(at: index, high, isOpen: true)
                guard behind > index else { return nil }
                index = behind
                continue
            case .of:
                (isName, isAny) = (true, false)
            case .list: break
            case .time: isName = false
            case .word where tokens[index].has(.adverb) && !tokens[index].has([.nominal, .each]): return nil
            default:
                isName = isName && self.isName(at: index, high)
                isAny = true
            }
            index += 1
        }
        return isName && isAny ? start : nil
    }

    func isName(at index: Int, _ high: Int) -> Bool {
        guard index < high else { return false }
        let token = tokens[index]
        return token.kind == .text || token.kind == .indicator || token.kind == .unquote
            || token.has([.aspect, .measure, .noun, .weak])
    }

    private func note(time index: Int, into frame: inout StatementFrame) {
        if frame.time == nil, Period(times[index].value) != nil { frame.time = index }
    }
}
