/// What a word of a heading, or at the start of a paragraph, tells about the report's outline.
enum HeadingRole: String, RoleTerm {
    /// 回顾: the section tells what has been done.
    case review
    /// 预期目标: the section sets aims.
    case target
    /// 重点工作: the section says what is to be done.
    case task
    /// 年工作: a task, where no other word tells more.
    case yearly
    /// 外交工作: none of these, whatever stands before it.
    case other
    /// 结束语: a section of the first level that closes the report.
    case closing
    /// 各位代表: the speaker turns to the house, and what was open before is done with.
    case address
    /// 为了: a paragraph that begins so is prose and has no heading of its own.
    case lead
    /// 五年来，: a heading of a review may begin so, and be longer than others.
    case period
    /// 迈上新台阶: tells of what has been done.
    case achieved
    /// 加快: bids do something.
    case directive
}

/// What a line of a web page or a newspaper is that does not belong to the report on it.
enum ResidueRole: String, RoleTerm {
    /// A line that begins so, before or behind the report.
    case line
    /// The same; where nothing follows on the line, the next one belongs to it (来源：).
    case label
    /// From this line on there is no report.
    case end
    /// The same, however long the line is.
    case licence
    /// A line that ends so stands under a picture.
    case caption
    /// Notes begin: kept, but no part of the outline.
    case glossary
    /// 下转第三版: in the middle of a sentence.
    case jump
}

/// What a word of a dateline tells.
enum DatelineRole: String, RoleTerm {
    /// 在: a region's name may follow.
    case beforeRegion = "before-region"
    /// 省: a region's name ends so.
    case region
    /// 人民政府: what stands before it may be a region's name, and none follows.
    case behindRegion = "behind-region"
    /// 会议上: the date is that of the report, not of a web page.
    case meeting
    /// 省长: a person's name follows.
    case office
    /// 统计局: a line that ends so names who issued the report.
    case issuer
    /// 我代表: who gives the report follows.
    case behalf
}

/// A word by which a text says what kind of document it is.
struct DocumentKindTerm: Term {
    enum Place: String, CaseIterable, Sendable {
        /// In the title or the line below it.
        case title
        /// In the sentence in which the speaker takes the floor.
        case opening
    }

    let kind: DocumentKind
    let place: Place

    init(_ record: Record) {
        kind = record.choice(1)
        place = record.choice(2)
    }
}

/// A name of an indicator.
struct IndicatorTerm: Term {
    /// The one name for all its aliases: 国内生产总值 and GDP are 地区生产总值.
    var canonical: String { record.text(1) }
    /// A unit that it is usually given in.
    var unitHint: String? { record.optionalText(2) }

    private let record: Record

    init(_ record: Record) { self.record = record }
}
