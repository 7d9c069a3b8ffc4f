import Model

/// A bar that is being moved: nothing is written before it is let go, so that any number of keys make one change.
struct TimelineDrag: Sendable {
  /// Which part of the bar the keys move.
  enum Grip: Sendable { case all, start, end }

  let base: Activity
  private(set) var shift = PlanShift()
  private(set) var moved: Activity
  /// What waits for it and would have to give way.
  private(set) var pushed: [(before: Activity, after: Activity)] = []

  init(_ base: Activity) { (self.base, moved) = (base, base) }

  /// - Parameter sign: 1 for later, -1 for earlier.
  mutating func move(_ grip: Grip, by sign: Int, _ unit: TimelineUnit, in tree: TimelineTree) {
    let (months, days) = (unit.step.months * sign, unit.step.days * sign)
    if grip != .end {
      shift.start.months += months
      shift.start.days += days
    }
    if grip != .start {
      shift.end.months += months
      shift.end.days += days
    }
    moved = base.moved(by: shift, asOf: tree.asOf)
    pushed = tree.schedule.pushed(by: [moved])
  }

  /// How many days the end moves; the start where there is no end.
  func days(asOf day: Day) -> Int {
    let (old, new) = (base.plan(in: day.parts.year), moved.plan(in: day.parts.year))
    guard let before = old.end ?? old.start, let after = new.end ?? new.start else { return 0 }
    return after - before
  }
}
