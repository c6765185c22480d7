/// A name of an administrative division.
struct DivisionTerm: Term {
    enum Form: String, CaseIterable, Sendable {
        /// 历城区: in full.
        case full = ""
        /// 济南: without its last word.
        case short
        /// 平原, 市中区: also a word of everyday, believed in the company of other places.
        case weak
        /// 历城: a district's name without 区, believed in its own region and the company of other places.
        case district
        /// 鲁: one character, believed beside others and behind verbs such as 驻.
        case abbreviation
        /// 青, 新: one character that is mostly something else, believed beside an abbreviation.
        case initial
        /// 即墨市: given up.
        case former
    }

    /// In full.
    var name: String { record.optionalText(3) ?? record.text(0) }

    private let record: Record

    init(_ record: Record) { self.record = record }
}

/// What the grammar of names asks of an administrative division.
struct Division: BitwiseCopyable {
    /// By GB/T 2260: province, prefecture and county have two digits each. 0 where it never had one.
    let code: UInt32
    let form: DivisionTerm.Form

    /// Whether the division is a province, a prefecture or below.
    var level: Level { code % 10_000 == 0 ? .province : code % 100 == 0 ? .prefecture : .county }

    enum Level: Int, Comparable, Sendable {
        case province, prefecture, county

        static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
    }

    /// Whether `other` lies in it.
    func contains(_ other: UInt32) -> Bool {
        switch level {
        case .province: code / 10_000 == other / 10_000 && other % 10_000 != 0
        case .prefecture: code / 100 == other / 100 && other % 100 != 0
        case .county: false
        }
    }
}

/// A name of something that is known by it: 长江, 教育部; or a phrase that holds a name and is none.
struct NameTerm: Term {
    /// The one name for all its aliases, where it is not the surface.
    var canonical: String? { record.optionalText(2) }

    private let record: Record

    init(_ record: Record) { self.record = record }

    static let types = EntityType.names + ["none"]
}

/// A word that a name ends with, and what it makes of it.
struct NameHead: Sendable {
    enum Use: String, CaseIterable, Sendable {
        /// 大学: with a name before it.
        case any = ""
        /// 公安局: right behind a division or a level too.
        case organ
        /// 河: one character, behind a few that are no word.
        case single
        /// 高铁: any; and a line that is a facility from the first sod on.
        case line
        /// 科技: behind characters that are no word.
        case brand
        /// 峰会: any; and named by words of everyday where it is held.
        case named
        /// 工程, 项目: needs a name of its own before it.
        case generic
        /// 企业: no part of a name, but tells what the list before it names.
        case list
    }

    let type: EntityType
    let use: Use
}

/// What a word tells of a name beside it.
enum NameCueRole: String, RoleTerm {
    /// 省, 国家: begins the name of a body.
    case level
    /// 实施: a plan or programme follows.
    case launch
    /// 发布: a document follows.
    case issue
    /// 成立: a body follows.
    case found
    /// 行动, 工程: what programmes are called.
    case programme
    /// 图谱, 条例: what documents are called that nothing else is.
    case work
    /// 医院, 中学: a body, and what is built for it.
    case school
    /// 领域: a field, and none of the things that are named.
    case field
    /// 新建: what follows is being built.
    case building
    /// 举办: an event follows.
    case hold
    /// 开工建设: what stands before it is being built.
    case underway
    /// 建成投用: what stands before it is in use.
    case built
    /// 获评: an honour follows.
    case award
    /// 获批: an honour follows where it is quoted.
    case awardQuoted = "award-quoted"
    /// 称号: an honour stands before it.
    case bestow
    /// 指出: a person stands before it.
    case say
    /// 等: a list ends.
    case listEnd = "list-end"
    /// 、: names of one kind stand on both sides.
    case coordinate
    /// 以下简称: another name follows.
    case named
    /// 记者: a person follows, in news.
    case dateline
    /// 女士们: begins like a title and names nobody.
    case personNone = "person-none"
    /// 省长: a person stands before or behind it.
    case title
    /// 同志: a person stands before it.
    case titleBehind = "title-behind"
    /// 选手: a person stands behind it.
    case titleBefore = "title-before"
    /// 王, 欧阳
    case surname
    /// A character that given names are made of.
    case given
    /// A character that names from other languages are written with.
    case syllable
    /// 中韩: two countries, each a name of one character.
    case countries
}

/// What a word of everyday does beside a name.
enum NameWordRole: String, CaseIterable {
    /// 实施, 在, 的: no name goes on across it.
    case stop
    /// 提升: part of names of projects alone.
    case verb
    /// 数字, 文化: part of names, and no name by itself.
    case generic

    var kind: Lexicon.Kind {
        switch self {
        case .stop: .nameStop
        case .verb: .nameVerb
        case .generic: .nameGeneric
        }
    }
}
