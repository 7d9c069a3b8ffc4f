extension OccurrenceBook {
  /// Where an activity stands on `day`: of a recurring one, the time that presses most says it.
  public func standing(of activity: Activity, asOf day: Day) -> Standing {
    if isClosed(activity, asOf: day) { return .closed }
    let plain = activity.standing(asOf: day)
    guard activity.isRecurring else { return plain }
    switch plain {
    case .done, .cancelled: return plain
    default: break
    }
    let all = occurrences(of: activity, from: .first, to: day + 400)
    guard !all.isEmpty else { return plain }
    let open = all.filter(\.isOpen)
    if let late = open.lazy.compactMap({ $0.lateDays(on: day) }).first { return .late(days: late) }
    if let now = open.first(where: { $0.start <= day && $0.hasDeadline }) {
      return now.end - day <= Standing.dueDays ? .due(days: now.end - day) : .underWay
    }
    if open.contains(where: { $0.start <= day }) { return .ongoing }
    // What is kept up all the time is not waiting to begin.
    guard let next = open.first, next.hasDeadline || !activity.isBegun(on: day) else { return .ongoing }
    return .next(days: next.start - day)
  }

  /// How many days an activity is behind, or will be at the earliest: of a recurring one the time that is late, or
  /// else the last that was done.
  public func slipDays(of activity: Activity, asOf day: Day) -> Int? {
    if isClosed(activity, asOf: day) { return nil }
    guard activity.isRecurring, activity.status != .done, activity.status != .cancelled else {
      return activity.slipDays(asOf: day)
    }
    let past = occurrences(of: activity, from: .first, to: day)
    if let late = past.lazy.compactMap({ $0.lateDays(on: day) }).first { return late }
    for one in past.reversed() where one.hasDeadline {
      if case .done(let done) = one.state { return done - one.end }
    }
    return nil
  }
}
