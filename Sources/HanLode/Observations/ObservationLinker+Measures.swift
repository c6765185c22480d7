extension ObservationLinker {
    /// What kind of statement a number makes.
    mutating func measure(of dimension: Dimension, isDoubling: Bool, _ subject: Subject) -> Observation.Measure {
        switch dimension {
        case .rank: return .rank
        case .percentagePoint: return .change
        default: break
        }
        let isRelative: Bool
        switch dimension {
        case .percent, .fraction, .multiple: isRelative = true
        default: isRelative = false
        }
        if isDoubling { return .growth }
        switch frame.predicate {
        case .share: return .share
        case .grow where subject.rule == .counted && !isRelative:
            // 整合提升20个园区: so many are counted, not added.
            return .level
        case .grow, .fall, .above, .below: return isRelative ? .growth : .change
        case .level, .rank, nil: break
        }
        // 减少能耗470万吨 is a change; 增加学位8万个 tells how many there are of what is new.
        if frame.predicate == nil, let opening = frame.opening {
            if isRelative { return .growth }
            if opening == .fall { return .change }
        }
        if isRelative {
            switch value(of: subject.nominal) {
            case .share: return .share
            case .growth, .decline: return .growth
            default: break
            }
            if frame.isOfWhole, frame.predicate == nil || frame.predicate == .level { return .share }
            // 98%的行政村
            if subject.rule == .counted, dimension != .multiple { return .share }
        }
        return .level
    }

    mutating func isDecrease(_ subject: Subject, _ measure: Observation.Measure) -> Bool {
        guard measure == .growth || measure == .change else { return false }
        switch frame.predicate {
        case .fall, .below: return true
        case .grow, .above, .share, .rank: return false
        case .level, nil: return frame.opening == .fall || value(of: subject.nominal) == .decline
        }
    }

    /// Fills in the period, and whether the amount is reached or aimed at.
    mutating func settle(_ match: inout ObservationMatch, time: Int?) {
        let own = time.flatMap { Period(times[$0].value) }
        match.isTarget = periods.isTarget(own, isTarget: frame.isTarget, isActual: frame.isActual)
        match.isStriving = frame.isStriving
        var period = own ?? periods.current(isTarget: match.isTarget)
        if frame.isFrom {
            period = periods.base(own, isTarget: match.isTarget)
            if own == nil { match.isTarget = false }
        } else if isStock(match.measure, match.basis) {
            period = period?.end
        }
        // What is aimed at does not lie behind.
        if match.isTarget, let period, !periods.isPossible(period) { match.period = periods.planned }
        match.period = match.period ?? period
    }

    /// Whether the amount is one of a moment: it is reached, a rank or a share, and not summed up over a span.
    private mutating func isStock(_ measure: Observation.Measure, _ basis: BasisReading?) -> Bool {
        if basis == .stated(.cumulative) || basis == .stated(.yearlyAverage) { return false }
        if measure == .rank || measure == .share || frame.isTo { return true }
        return measure == .level && frame.predicate == .level && frame.verb == nil
    }
}
