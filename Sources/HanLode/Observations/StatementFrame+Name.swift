extension StatementFrameReader {
    /// Reads the name in front of the predicate: what is left when verbs, adverbs and times at the beginning of the
    /// clause are taken off.
    func name(from low: Int, to high: Int, into frame: inout StatementFrame) {
        var reading = NameReading()
        var depth = 0
        for index in low..<max(low, high) {
            let token = tokens[index]
            // What stands in parentheses inside a name is part of it, whatever it says.
            if token.kind == .open, reading.isOpen { depth += 1 }
            if depth > 0 {
                reading.add(token)
                if token.kind == .close { depth -= 1 }
                continue
            }
            switch token.kind {
            case .text, .indicator, .modifier, .modifierAfter, .close, .quantity:
                reading.add(token)
            case .open:
                break
            case .list, .of:
                if reading.isOpen { reading.add(token) }
            case .comma, .semicolon, .colon:
                reading.restart()
            case .time:
                note(time: Int(token.index), into: &frame)
                reading.restart()
            case .word:
                add(word: token, at: index, high: high, to: &reading, into: &frame)
            }
        }
        guard let subject = reading.subject(bytes) else { return }
        frame.subject = subject
        if reading.isMeasured { frame.owner = reading.owner }
        frame.isAspect = reading.isAspect
        frame.isMeasure = reading.isMeasure
    }

    /// A name as it is read.
    private struct NameReading {
        private var start: Int32 = -1
        private var end: Int32 = -1
        /// The name before a time or verb, should nothing follow it.
        private var before: (start: Int32, end: Int32)?
        /// Characters behind the last 的, and whether one stands in the name.
        private var behindOf = 0
        private var hasOf = false
        private(set) var isAspect = true
        private(set) var isMeasure = true
        /// All of it is known to be measured.
        private(set) var isMeasured = true
        /// The name before 实现.
        private(set) var owner: TextSpan?
        /// Where the last verb begins.
        private var verb: Int32 = -1
        /// The last word that was passed over before the name.
        private var passed: (start: Int32, end: Int32)?

        var isOpen: Bool { start >= 0 }

        mutating func add(_ token: StatementToken) {
            if start < 0 { start = token.start }
            end = token.end
            if token.kind == .of {
                hasOf = true
                behindOf = 0
            } else {
                behindOf += Int(token.end - token.start) / 3
            }
            isAspect = isAspect && token.kind == .word && token.has(.aspect)
            isMeasure = isMeasure && token.kind == .word && token.has([.aspect, .measure])
            isMeasured = isMeasured && (token.kind == .indicator || token.kind == .word && token.has(.nominal))
        }

        mutating func pass(_ token: StatementToken) {
            if start < 0 { passed = (token.start, token.end) }
        }

        /// What is read so far was none, or is what somebody does something to.
        mutating func restart(at verb: StatementToken? = nil) {
            if start >= 0 {
                before = (start, end)
                owner = verb?.has(.achieve) == true ? TextSpan(start: Int(start), end: Int(end)) : nil
            }
            if let verb { self.verb = verb.start }
            start = -1
            isAspect = true
            isMeasure = true
            isMeasured = true
            hasOf = false
        }

        mutating func subject(_ bytes: Span<UInt8>) -> TextSpan? {
            var span: TextSpan
            if start >= 0 {
                span = TextSpan(start: Int(start), end: Int(end))
                // 财政用于民生的比例: what stands behind 的 is too little to be the name.
                if let before, hasOf, behindOf <= 2 { span.start = Int(before.start) }
                // 实施率, 安置房: a single character is the end of a name that holds a verb.
                if span.count <= 3, verb >= 0 { span.start = Int(before?.start ?? verb) }
                // 有效量
                if span.count <= 3, let passed, Int(passed.end) == span.start { span.start = Int(passed.start) }
            } else if let before {
                isAspect = false
                isMeasure = false
                span = TextSpan(start: Int(before.start), end: Int(before.end))
            } else {
                return nil
            }
            // 了, 等, 的 and 着 around a name.
            while span.count >= 3, Self.isParticle(bytes, at: span.end - 3) { span.end -= 3 }
            while span.count >= 3, Self.isParticle(bytes, at: span.start) { span.start += 3 }
            // 用百分之百的诚意: one character is no name.
            return span.count > 3 ? span : nil
        }

        private static func isParticle(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
            switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
            case (0xE4, 0xBA, 0x86), (0xE7, 0xAD, 0x89), (0xE7, 0x9A, 0x84), (0xE7, 0x9D, 0x80): true
            default: false
            }
        }
    }

    private func add(
        word token: StatementToken, at index: Int, high: Int, to reading: inout NameReading,
        into frame: inout StatementFrame
    ) {
        if token.has(.nominal) {
            // 服务群众3万人次: a verb, where a name follows it.
            if !reading.isOpen, token.has(.weak), !token.has(.measure), isName(at: index + 1, high),
                !isShortName(at: index + 1, high), frame.verb == nil, frame.opening == nil
            {
                frame.verb = token.span
                reading.restart(at: token)
            } else {
                if reading.isOpen, token.has(.action) { reading.restart(at: token) }
                reading.add(token)
            }
            return
        }
        if !reading.isOpen {
            open(with: token, at: index, high: high, to: &reading, into: &frame)
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
        } else if !token.has([.adverb, .each]) {
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
            // 创新成果 behind 取得: a second word of doing is part of the name.
            if token.has(.weak), !token.has(.action), frame.verb != nil || isShortName(at: index + 1, high),
                isName(at: index + 1, high)
            {
                reading.add(token)
                return
            }
            frame.verb = token.span
            frame.isVerbName = !token.has([.action, .achieve])
            reading.restart(at: token)
        } else if token.has([.grow, .fall]), !token.isShort {
            frame.opening = token.has(.grow) ? .grow : .fall
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
        var index = low
        while index < high {
            let token = tokens[index]
            if token.kind == .quantity { return nil }
            if token.kind == .word, !token.isShort, !token.has(.nominal),
                token.has([.grow, .fall, .level, .riseTo, .fallTo, .rank, .predicate]), index > low
            {
                break
            }
            index += 1
        }
        guard index < high else { return nil }
        var frame = StatementFrame()
        name(from: low, to: index, into: &frame)
        guard frame.verb == nil, frame.opening == nil, !frame.isAspect else { return nil }
        return frame.subject
    }

    func isName(at index: Int, _ high: Int) -> Bool {
        guard index < high else { return false }
        let token = tokens[index]
        return token.kind == .text || token.kind == .indicator || token.kind == .word && token.has([.aspect, .measure, .noun, .weak])
    }

    private func note(time index: Int, into frame: inout StatementFrame) {
        if frame.time == nil, Period(times[index].value) != nil { frame.time = index }
    }
}
