/// What kind of report a document is, as its title or its first sentence says.
public enum DocumentKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// 政府工作报告
    case governmentWorkReport
    /// 党代会报告
    case partyCongressReport
    /// 国民经济和社会发展统计公报
    case statisticalCommunique
    /// 规划, 规划纲要, 行动计划
    case plan
    /// Any other, or not known.
    case other
}
