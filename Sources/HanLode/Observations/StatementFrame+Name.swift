extension StatementFrameReader {
    /// Reads the name in front of the predicate: what is left when verbs, adverbs and times at the beginning of the
    /// clause are taken off.
    func name(from low: Int, to high: Int, into frame: inout StatementFrame) {
        var reading = NameReading()
        for index in low..<max(low, high) {
            let token = tokens[index]
            switch token.kind {
            case .text, .indicator, .modifier, .modifierAfter, .close, .quantity:
                reading.add(token)
            case .open, .list, .of:
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
        frame.isAspect = reading.isAspect
        frame.isMeasure = reading.isMeasure
        if reading.last >= 0, terms.statements.indices.contains(reading.last) {
            frame.nominal = StatementFrame.Nominal(rawValue: terms.statements[reading.last].value)
        }
    }

    /// A name as it is read.
    private struct NameReading {
        private var start: Int32 = -1
        private var end: Int32 = -1
        /// The name before a time or verb, should nothing follow it.
        private var before: (start: Int32, end: Int32)?
        private(set) var isAspect = true
        private(set) var isMeasure = true
        /// The statement term of the last word with a value.
        private(set) var last = -1

        var isOpen: Bool { start >= 0 }

        mutating func add(_ token: StatementToken) {
            if start < 0 { start = token.start }
            end = token.end
            isAspect = isAspect && token.kind == .word && token.has(.aspect)
            isMeasure = isMeasure && token.kind == .word && token.has([.aspect, .measure])
            last = token.kind == .word && token.has(.nominal) ? Int(token.index) : -1
        }

        mutating func restart() {
            if start >= 0 { before = (start, end) }
            start = -1
            isAspect = true
            isMeasure = true
            last = -1
        }

        func subject(_ bytes: Span<UInt8>) -> TextSpan? {
            var span: TextSpan
            if start >= 0 {
                span = TextSpan(start: Int(start), end: Int(end))
            } else if let before {
                span = TextSpan(start: Int(before.start), end: Int(before.end))
            } else {
                return nil
            }
            // 了, 等, 的 and 着 around a name.
            while span.count >= 3, Self.isParticle(bytes, at: span.end - 3) { span.end -= 3 }
            while span.count >= 3, Self.isParticle(bytes, at: span.start) { span.start += 3 }
            return span.count > 0 ? span : nil
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
            if !reading.isOpen, token.has(.weak), !token.has(.measure), isName(at: index + 1, high) {
                frame.verb = token.span
            } else {
                if reading.isOpen, token.has(.action) { reading.restart() }
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
            reading.restart()
            frame.opening = nil
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
        if token.has(.basis), frame.basis == nil, terms.statements.indices.contains(Int(token.index)) {
            frame.basis = .term(Int(token.index))
        }
        if token.has(.sub) { frame.isSub = true }
        if token.has(.scope) { frame.scope = frame.scope ?? Int(token.index) }
        if token.has(.target) { frame.isTarget = true }
        if token.has(.actual) { frame.isActual = true }
        if token.has(.each) { frame.isEach = true }
        if token.has([.action, .weak, .achieve]) {
            frame.verb = token.span
            frame.opening = token.has(.grow) ? .grow : token.has(.fall) ? .fall : nil
        } else if token.has([.grow, .fall]), !token.isShort {
            frame.opening = token.has(.grow) ? .grow : .fall
        } else if token.isShort, !token.has(.opening) {
            reading.add(token)
        }
    }

    private func isName(at index: Int, _ high: Int) -> Bool {
        guard index < high else { return false }
        let token = tokens[index]
        return token.kind == .text || token.kind == .indicator || token.kind == .word && token.has(.nominal)
    }

    private func note(time index: Int, into frame: inout StatementFrame) {
        if frame.time == nil, Period(times[index].value) != nil { frame.time = index }
    }
}
