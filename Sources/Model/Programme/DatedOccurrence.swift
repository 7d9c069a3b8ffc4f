/// One of the times at which a recurring activity comes, with its days: computed from the rule, and from what was
/// noted of it.
public struct DatedOccurrence: Sendable, Hashable {
  public enum State: Sendable, Hashable {
    case open
    case done(Day)
    /// Left out on purpose.
    case skipped
  }

  public let activity: RecordID
  /// Which one it is: `2015`, `2015-Q3`, `2015-09`, `2015-W38`, or what it goes with: `ipbes-4`,
  /// `launch:pollination`.
  public let slot: String
  public var start: Day
  public var end: Day
  /// The end is a deadline. After an event the text gives none: it is open from the next day on and never late.
  public let hasDeadline: Bool
  public var state = State.open
  /// Somebody gave it other days than the rule.
  public var isMoved = false
  public var note = ""

  /// The record that holds what is noted of it.
  public var record: RecordID { Occurrence(activity: activity, slot: slot).id }
  public var isOpen: Bool { state == .open }

  /// How many days its deadline is over on `day`, while it is open; nil where it is not over.
  public func lateDays(on day: Day) -> Int? {
    isOpen && hasDeadline && end < day ? day - end : nil
  }

  init(_ activity: RecordID, _ slot: String, _ start: Day, _ end: Day, hasDeadline: Bool = true) {
    (self.activity, self.slot, self.start, self.end) = (activity, slot, start, end)
    self.hasDeadline = hasDeadline
  }

  /// With what was noted of it.
  func noted(_ mark: Occurrence) -> DatedOccurrence {
    var noted = self
    noted.state = mark.isSkipped ? .skipped : mark.done.map(State.done) ?? .open
    noted.note = mark.note
    guard mark.start != nil || mark.end != nil else { return noted }
    let length = end - start
    noted.start = mark.start ?? min(start, mark.end ?? start)
    noted.end = max(noted.start, mark.end ?? noted.start + length)
    noted.isMoved = noted.start != start || noted.end != end
    return noted
  }

  /// With the days that the office plans for that year, where it set any.
  func planned(_ activity: Activity, in year: Int) -> DatedOccurrence {
    var planned = self
    if let start = activity.start, start.parts.year == year { planned.start = start }
    if let end = activity.end, end.parts.year == year { planned.end = end }
    planned.end = max(planned.start, planned.end)
    planned.isMoved = planned.start != start || planned.end != end
    return planned
  }
}
