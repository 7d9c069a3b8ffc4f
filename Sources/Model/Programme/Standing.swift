/// Where an activity stands on a day: computed for the as-of date, never stored.
public enum Standing: Sendable, Equatable {
  /// Finished; days after the adopted end (negative before it), nil where the text names no end.
  case done(slipDays: Int?)
  /// Its planned end has passed and it is not done.
  case late(days: Int)
  /// Under way before its planned start.
  case early
  /// Its planned end comes within `dueDays`.
  case due(days: Int)
  case underWay
  /// Its planned start lies ahead.
  case next(days: Int)
  /// Goes on, or comes again, and no day is due.
  case ongoing
  case cancelled
  /// The year of its adopted plan is over, and nobody has started any of it.
  case closed

  /// How near an end counts as due: a month and a half, the horizon of a monthly meeting.
  public static let dueDays = 46

  /// What comes first where something has to be done.
  public var urgency: Int {
    switch self {
    case .late(let days): 10_000 + days
    case .due(let days): 5_000 - days
    case .early, .underWay: 3_000
    case .next(let days): 2_000 - min(days, 1_000)
    case .ongoing: 500
    case .done, .cancelled, .closed: 0
    }
  }
}

extension Activity {
  /// Where this stands on `day`. What was finished or begun after that day was not yet so.
  public func standing(asOf day: Day) -> Standing {
    if status == .cancelled { return .cancelled }
    let year = day.parts.year
    let (start, end) = plan(in: year)
    if status == .done, (actualEnd ?? day) <= day {
      let adoptedEnd = baseline(in: year).end
      return .done(slipDays: adoptedEnd.flatMap { end in actualEnd.map { $0 - end } })
    }
    if let end, day > end { return .late(days: day - end) }
    let isBegun = status != .planned && (actualStart ?? day) <= day
    if let start, day < start { return isBegun ? .early : .next(days: start - day) }
    if let end, end - day <= Standing.dueDays { return .due(days: end - day) }
    if end == nil { return .ongoing }
    return isBegun || start != nil ? .underWay : .next(days: end.map { $0 - day } ?? 0)
  }
}
