extension ObservationLinker {
    /// What a list of numbers is about.
    struct Subject: Hashable, Sendable {
        var name: IndicatorReading
        /// The whole name, where it may list several.
        var list: TextSpan?
        var nominal = Nominal.none
        var rule: ObservationRule
    }

    /// What a name says of the measure: 占比, 增速. Few numbers ask for it, so that it is found where it is asked for.
    enum Nominal: Hashable, Sendable {
        case none
        /// What the words around the name tell.
        case told(StatementTerm.Value)
        /// What the word tells that ends the name.
        case ending(TextSpan)
    }

    /// Which of the names around a list of numbers is its subject: the one before it, the one behind it, or the one told
    /// last.
    /// `isNext` says whether the name behind stands right behind the number or its modifier.
    mutating func subject(counted: TextSpan?, isNext: Bool, low: Int, first: Int) -> Subject? {
        let quantity = Int(token(at: first)?.index ?? 0)
        let dimension = quantities[quantity].dimension
        if let counted,
            prefers(counted, dimension, isNext: isNext) || isNext && belongs(to: quantity, first)
        {
            return Subject(
                name: IndicatorReading(counted), list: counted, nominal: .ending(counted), rule: .counted)
        }
        // 成绩背后是百分之百的付出 states nothing.
        if isPartOfSpeech(dimension, first: first), counted == nil { return nil }
        if let name = frame.subject {
            if let attribute = attribute(name, low: low) {
                return Subject(name: IndicatorReading(attribute), list: nil, nominal: .ending(name), rule: .subject)
            }
            if let whole = topic.name, isRelative(name) {
                return Subject(
                    name: composed(whole, with: name, isAspect: frame.isAspect), list: nil, nominal: .ending(name),
                    rule: .aspect)
            }
            // 教育经费3366亿元，占国内生产总值的比重从2.5%提高到3.3%
            if let whole = topic.name, topic.isFresh, frame.isShareName, whole.tail == nil, whole.middle == nil {
                return Subject(
                    name: IndicatorReading(whole.head, tail: name, part: whole.part), list: nil, nominal: .told(.share),
                    rule: .aspect)
            }
            if let owner = frame.owner, owner.count + name.count < 90 {
                return Subject(
                    name: IndicatorReading(owner, tail: name), list: nil, nominal: .ending(name), rule: .subject)
            }
            let name = balanced(name)
            return Subject(name: IndicatorReading(name), list: name, nominal: .ending(name), rule: .subject)
        }
        // 总量由A增至B: both of the total.
        if let base, frame.isTo, base != topic.name {
            return Subject(name: base, list: nil, nominal: topic.nominal, rule: .aspect)
        }
        if let name = topic.name, !(frame.isVerbName && frame.predicate != nil), carries(quantity, first) {
            // 播种面积18万亩，产量43万吨，增长5%: the last of them grows.
            let isChange = frame.predicate == .grow || frame.predicate == .fall
            return Subject(
                name: isChange ? topic.measured ?? name : name, list: topic.list, nominal: topic.nominal,
                rule: .carried)
        }
        if let verb = frame.verb, frame.isVerbName, frame.predicate != nil {
            return Subject(name: IndicatorReading(verb), list: verb, rule: .subject)
        }
        if let counted { return Subject(name: IndicatorReading(counted), list: counted, rule: .counted) }
        if let told = told(behind: first, quantity) { return told }
        // 以, 让 say nothing of what is done.
        if let verb = frame.verb, verb.count > 3 {
            return Subject(name: IndicatorReading(verb), list: nil, rule: .action)
        }
        return nil
    }

    /// A share that stands before 的 as if it were an adjective.
    private mutating func isPartOfSpeech(_ dimension: Dimension, first: Int) -> Bool {
        guard dimension == .percent, frame.predicate == nil || frame.predicate == .level,
            let next = token(at: first + 1)
        else { return false }
        return next.kind == .of
    }

    /// Whether the name behind a number is its subject, though there may be one before it.
    private mutating func prefers(
        _ counted: TextSpan, _ dimension: Dimension, isNext: Bool
    ) -> Bool {
        switch dimension {
        case .rank, .percentagePoint, .multiple: return false
        case .count: return frame.subject == nil || frame.predicate == nil
        case .percent, .fraction:
            // 98%的行政村, 减少1/3行政审批事项; but 实现增长5%的目标.
            if isNext { return true }
            return frame.subject == nil && (frame.predicate == nil || frame.predicate == .level)
        default:
            return frame.subject == nil && (frame.verb != nil || frame.predicate == nil || frame.predicate != .level)
        }
    }

    /// Whether what stands right before a number leaves no doubt that what it counts is named behind it: 等140亿元成本;
    /// 为30万群众提供….
    private mutating func belongs(to quantity: Int, _ first: Int) -> Bool {
        let dimension = quantities[quantity].dimension
        guard dimension != .rank, dimension != .percentagePoint, dimension != .multiple else { return false }
        // 20万吨级泊位
        if isGrade(quantities[quantity].end) { return true }
        var index = first - 1
        while let token = token(at: index), token.kind == .modifier { index -= 1 }
        guard let before = token(at: index) else { return false }
        // 安排420亿元融资保险
        if before.has(.action), before.has(.level), frame.subject == nil { return true }
        guard Int(before.end) - Int(before.start) == 3 else { return false }
        if before.has(.particle) { return reader.character(at: Int(before.start)).scalar == 0x7B49 }
        guard dimension == .count, before.has(.level) else { return false }
        let scalar = reader.character(at: Int(before.start)).scalar
        return scalar == 0x4E3A || scalar == 0x7232
    }

    /// Whether the indicator told last is what a number without a name is about.
    private mutating func carries(_ quantity: Int, _ first: Int) -> Bool {
        guard topic.isFresh || frame.predicate != nil && frame.verb == nil else { return false }
        if topic.unit == nil, topic.isFresh { return true }
        let isCount = quantities[quantity].dimension == .count
        // 19个单位获评集体、18人获评典型
        if topic.isCounted && frame.predicate == nil || !topic.isFresh && frame.predicate == .level,
            isCount, let unit = quantities[quantity].unit, let last = topic.unit, unit.term != last.term,
            told(behind: first, quantity) != nil
        {
            return false
        }
        // 累计排查162万人 behind 项目441个: what was done is counted in a unit of its own.
        if frame.verb != nil, frame.predicate == nil, isCount, let unit = quantities[quantity].unit,
            let last = topic.unit, unit.term != last.term
        {
            return false
        }
        return true
    }

    mutating func value(of nominal: Nominal) -> StatementTerm.Value {
        switch nominal {
        case .none: .none
        case .told(let value): value
        case .ending(let name): value(endOf: name)
        }
    }

    private mutating func value(endOf name: TextSpan) -> StatementTerm.Value {
        let last = reader.character(at: reader.before(name.end))
        guard reader.lexicon.pointee.ends(last.info.code, Lexicon.Kind.statement.bit) else { return .none }
        var start = name.end
        var value = StatementTerm.Value.none
        for _ in 0..<5 where start > name.start {
            start = reader.before(start)
            let first = reader.character(at: start)
            guard let match = reader.longestTerm(Lexicon.Kind.statement.bit, at: start, first, end: name.end),
                match.end == name.end
            else { continue }
            // The longest word decides: 自然增长率 is no rate of growth.
            value = .none
            reader.forEachTerm(.statement, of: match) { term in
                if terms.statements[term].role == .aspect { value = terms.statements[term].value }
            }
        }
        return value
    }

    /// Whether a name is an aspect of what was told last, or is measured of it: 总量; 产值 of enterprises counted before.
    private mutating func isRelative(_ name: TextSpan) -> Bool {
        guard topic.isFresh, frame.isMeasure, !frame.isSub, frame.opening == nil, frame.verb == nil else {
            return false
        }
        if frame.isAspect { return name.count <= 9 }
        if topic.isCounted || topic.unit == nil { return name.count <= 12 }
        // 播种面积18万亩，产量43万吨; but 发电量 is the name of an indicator.
        guard let head = topic.name?.head, let start = measureStart(of: head), start > head.start else { return false }
        let match = reader.longestTerm(Lexicon.Kind.indicator.bit, at: name.start, limit: name.end)
        return name.count <= 12 && match?.end != name.end
    }

    /// 470人获得职业农民认证: what those who are counted do.
    private mutating func told(behind first: Int, _ quantity: Int) -> Subject? {
        guard quantities[quantity].dimension == .count, var token = token(at: first + 1) else { return nil }
        var index = first + 1
        while token.kind == .word, !token.isShort, !token.has(.nominal), index - first < 5 {
            index += 1
            guard let next = self.token(at: index) else { return nil }
            token = next
        }
        guard index > first + 1, let name = counted(behind: index, of: quantity) else { return nil }
        return Subject(name: IndicatorReading(name.name), list: nil, rule: .counted)
    }

    /// 收入50万元以上的行政村占比: a name whose beginning holds the number before it.
    private mutating func attribute(_ name: TextSpan, low: Int) -> TextSpan? {
        guard topic.isFresh, let start = topic.list?.start, let first = token(at: low), first.kind == .of,
            Int(first.end) == name.start, name.end - start < 240
        else { return nil }
        return TextSpan(start: start, end: name.end)
    }

    /// 产值 behind 高新技术企业, 总产量 behind 粮食播种面积: what is measured now takes the place of what was measured.
    private mutating func composed(_ whole: IndicatorReading, with name: TextSpan, isAspect: Bool) -> IndicatorReading {
        guard whole.middle == nil, whole.tail == nil else { return IndicatorReading(name) }
        var head = whole.head
        if isAspect { head.start = behindNews(head) }
        if !isAspect {
            if let start = measureStart(of: head) {
                guard start > head.start else { return IndicatorReading(name) }
                head.end = start
            } else if !topic.isCounted {
                return IndicatorReading(name)
            }
        }
        return IndicatorReading(head, tail: name, part: whole.part)
    }

    /// Behind 新增, 新登记: the whole that an aspect is told of is not only what is new.
    private mutating func behindNews(_ name: TextSpan) -> Int {
        guard let match = reader.longestTerm(Lexicon.Kind.statement.bit, at: name.start, limit: name.end) else {
            return name.start
        }
        var roles: StatementRoles = []
        reader.forEachTerm(.statement, of: match) { roles.insert(StatementRoles(terms.statements[$0].role)) }
        return roles.contains([.action, .noun]) && match.end < name.end ? match.end : name.start
    }

    /// Without marks at its ends whose partners stand outside.
    mutating func balanced(_ name: TextSpan) -> TextSpan {
        var span = name
        var open: Int?
        var offset = name.start
        while true {
            offset = reader.skippingHan(offset, limit: name.end)
            guard offset < name.end else { break }
            let character = reader.character(at: offset)
            switch character.scalar {
            case 0x201C, 0x300C, 0xFF08, 0x28, 0x300A, 0xFF3B: open = open ?? offset
            case 0x201D, 0x300D, 0xFF09, 0x29, 0x300B, 0xFF3D:
                if open == nil { span.start = character.next }
                open = nil
            default: break
            }
            offset = character.next
        }
        if let open, open >= span.start { span.end = open }
        return span.count > 0 ? span : name
    }

    /// Where the words of measure that end a name begin.
    mutating func measureStart(of name: TextSpan) -> Int? {
        var start: Int?
        var offset = name.start
        while offset < name.end {
            guard let match = reader.longestTerm(Lexicon.Kind.statement.bit, at: offset, limit: name.end) else {
                start = nil
                offset = reader.character(at: offset).next
                continue
            }
            var isMeasure = false
            reader.forEachTerm(.statement, of: match) { term in
                let word = terms.statements[term]
                // 比例 says nothing of what is measured.
                isMeasure = isMeasure || word.role == .measure || word.role == .aspect && word.value != .whole
            }
            start = isMeasure ? start ?? offset : nil
            offset = match.end
        }
        return start
    }
}
