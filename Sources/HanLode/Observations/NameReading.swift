/// The name before a number, as it is read token by token.
struct NameReading {
    private var start: Int32 = -1
    private var end: Int32 = -1
    /// The name before a time or a verb, should nothing follow it.
    private var before: (start: Int32, end: Int32)?
    /// Where the last verb begins.
    private var verb: Int32 = -1
    /// The last word that was passed over before the name.
    private var passed: (start: Int32, end: Int32)?
    /// Whether 的 stands in the name, and how many characters behind the last of them.
    private var hasOf = false
    private var behindOf = 0
    /// Right behind a time or a verb, which cut the name.
    private var isBroken = false
    private var isAllAspect = true
    private var isAllMeasure = true
    /// All of it is known to be measured.
    private(set) var isMeasured = true
    /// The name before 实现.
    private(set) var owner: TextSpan?

    var isOpen: Bool { start >= 0 }
    /// Only an aspect of something else: 总量.
    var isAspect: Bool { isOpen && isAllAspect }
    /// Only what is measured of something: 产值.
    var isMeasure: Bool { isOpen && isAllMeasure }

    /// The name goes on, or begins.
    mutating func add(_ token: StatementToken) {
        if start < 0 { start = token.start }
        end = token.end
        isBroken = false
        behindOf += Int(token.end - token.start) / 3
        isAllAspect = isAllAspect && token.has(.aspect)
        isAllMeasure = isAllMeasure && token.has([.aspect, .measure]) && token.value != .whole
        isMeasured = isMeasured && (token.kind == .indicator || token.has(.nominal))
    }

    /// Part of the name only if more of it follows: 的, 和, 则.
    mutating func link(_ token: StatementToken) {
        // 农户一年的收入, 职工增加的收入
        guard token.kind == .of, isOpen || before != nil && isBroken else { return }
        hasOf = true
        behindOf = 0
    }

    /// A time stands in the name, or before it.
    mutating func restartBehindTime() {
        restart()
        isBroken = true
    }

    /// What is read so far was none, and nothing else is to take its place.
    mutating func drop() {
        restart()
        before = nil
        owner = nil
    }

    /// A word before the name is passed over.
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
        let isCut = verb != nil
        start = -1
        isAllAspect = true
        isAllMeasure = true
        isMeasured = true
        hasOf = false
        behindOf = 0
        isBroken = isCut
    }

    /// The name, if there is one.
    var subject: TextSpan? {
        guard start >= 0 else { return before.map { TextSpan(start: Int($0.start), end: Int($0.end)) } }
        var span = TextSpan(start: Int(start), end: Int(end))
        // 财政用于民生的比例: what stands behind 的 is too little to be the name.
        if let before, hasOf, behindOf <= 2 { span.start = Int(before.start) }
        // 实施率, 安置房: a single character is the end of a name that holds a verb.
        if span.count <= 3, verb >= 0 { span.start = Int(before?.start ?? verb) }
        // 有效量
        if span.count <= 3, let passed, Int(passed.end) == span.start { span.start = Int(passed.start) }
        return span
    }
}
