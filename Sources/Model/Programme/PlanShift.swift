/// How far a plan is moved: whole months and days, counted from where it was, so that the 31st is the 31st again
/// after February.
public struct PlanShift: Sendable, Equatable {
  /// Months and days by which the start moves, and the end.
  public var start = (months: 0, days: 0)
  public var end = (months: 0, days: 0)

  public init() {}

  public static func == (a: PlanShift, b: PlanShift) -> Bool { a.start == b.start && a.end == b.end }

  public var isNone: Bool { self == PlanShift() }
}

extension Activity {
  /// With the days of its current plan moved. Where it has begun only the end moves: the start is what it was. An end
  /// before the start is held at the start.
  public func moved(by shift: PlanShift, asOf day: Day) -> Activity {
    let plan = plan(in: day.parts.year)
    var moved = self
    if let start = plan.start, status == .planned, shift.start != (0, 0) {
      moved.start = start.adding(months: shift.start.months) + shift.start.days
    }
    if let end = plan.end, shift.end != (0, 0) {
      let isWhole = end.isLastOfMonth && shift.end.days == 0
      let target = end.adding(months: shift.end.months) + shift.end.days
      moved.end = isWhole ? target.month.last : target
    }
    let start = moved.start ?? plan.start
    if let start, let end = moved.end ?? plan.end, end < start {
      if shift.start == (0, 0) { moved.end = start } else { moved.start = end }
    }
    return moved
  }
}
