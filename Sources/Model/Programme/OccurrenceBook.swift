/// Unfolds recurring activities into the times at which they come. It knows the sessions and launches of a
/// programme and what was noted of each time; made once for many activities.
public struct OccurrenceBook: Sendable {
  /// Something after or before which activities come.
  private struct Occasion: Sendable {
    let slot: String
    let start: Day
    let end: Day
  }

  private let sessions: [Occasion]
  /// Sessions and launches.
  private let events: [Occasion]
  private let marks: [RecordID: [Occurrence]]
  private let touchedPlans: Set<Plan>

  /// Whether the user keeps a session at all: "before each plenary session" has no days without.
  public var knowsSessions: Bool { !sessions.isEmpty }

  public init(_ programme: Programme) {
    func occasion(_ event: Event) -> Occasion? {
      guard event.status != .cancelled, let start = event.start?.day else { return nil }
      return Occasion(slot: event.id, start: start, end: max(start, event.end?.day ?? start))
    }
    let dated = Set(programme.launches.filter { $0.day != nil }.map(\.id))
    sessions = programme.events.filter { $0.type == .session }.compactMap(occasion)
    // A launch is often in the calendar too: it counts once.
    let others = programme.events.filter { $0.type == .launch && !dated.contains($0.launch) }
    let launches = programme.launches.compactMap { launch in
      launch.day.map { Occasion(slot: "launch:\(launch.id)", start: $0, end: $0) }
    }
    events = sessions + others.compactMap(occasion) + launches
    marks = Dictionary(grouping: programme.occurrences, by: \.activity)
    touchedPlans = programme.touchedPlans
  }

  /// Whether it stands in an adopted plan that counts as closed on `day`: see `Programme.closedPlans`.
  public func isClosed(_ activity: Activity, asOf day: Day) -> Bool {
    guard let plan = activity.adopted?.plan, plan.isOver(on: day) else { return false }
    return !touchedPlans.contains(plan) && activity.isUntouched
  }

  /// The times at which an activity comes that touch the days from `from` to `to`, the earliest first. Where
  /// somebody moved one, its own days count.
  public func occurrences(of activity: Activity, from: Day, to: Day) -> [DatedOccurrence] {
    guard let rule = activity.occurrenceRule else { return [] }
    let (from, to) = (max(from, .first), min(to, .last))
    let marks = marks[activity.id] ?? []
    var found = unfold(rule, activity, from: from, to: to)
    // What was moved here from elsewhere.
    for mark in marks where mark.start != nil || mark.end != nil {
      guard !found.contains(where: { $0.slot == mark.slot }), let period = period(of: mark.slot) else {
        continue
      }
      found += unfold(rule, activity, from: period.first, to: period.last).filter { $0.slot == mark.slot }
    }
    let notes = Dictionary(marks.map { ($0.slot, $0) }, uniquingKeysWith: { $1 })
    let earliest = activity.earliestOccurrence
    return found.filter { $0.start >= earliest }.map { one in notes[one.slot].map(one.noted) ?? one }
      .filter { $0.start <= to && $0.end >= from && $0.start <= activity.recursUntil ?? .last }
      .sorted { ($0.start, $0.slot) < ($1.start, $1.slot) }
  }

  // MARK: Rules

  private func unfold(
    _ rule: OccurrenceRule, _ activity: Activity, from: Day, to: Day
  ) -> [DatedOccurrence] {
    guard from <= to else { return [] }
    let id = activity.id
    switch rule {
    case .yearlyMonth(let month):
      let years =
        max(OccurrenceRule.firstYear, from.parts.year)...max(OccurrenceRule.firstYear, to.parts.year)
      return years.map { year in
        let month = Month(year: year, month: month)
        return DatedOccurrence(id, padded(year, 4), month.first, month.last).planned(activity, in: year)
      }
    case .beforeSession(let days):
      return sessions.map {
        DatedOccurrence(id, $0.slot, $0.start + -days.upperBound, $0.start + -days.lowerBound)
      }
    case .afterEvent(let length):
      return events.map {
        let start = $0.end + 1
        return DatedOccurrence(id, $0.slot, start, start + (length ?? 0), hasDeadline: length != nil)
      }
    case .weeks(let first, let last):
      let (length, reach) = (last - first, to - first)
      guard reach >= 0 else { return [] }
      let begin = max(0, (from - first - length) / 7)
      return (begin...max(begin, reach / 7)).map { step in
        let start = first + 7 * step
        return DatedOccurrence(id, ISOWeek(start).description, start, start + length)
      }
    case .months(let step, let first, let last):
      return months(step, id, first, last, from: from, to: to)
    }
  }

  /// Counted from the first time each time, so that the 31st is the 31st again after February.
  private func months(
    _ step: Int, _ id: RecordID, _ first: Day, _ last: Day, from: Day, to: Day
  ) -> [DatedOccurrence] {
    func number(_ day: Day) -> Int { day.parts.year * 12 + day.parts.month - 1 }
    let reach = number(to) - number(first)
    guard reach >= 0 else { return [] }
    let begin = max(0, (number(from) - number(last)) / step - 1)
    guard begin <= reach / step else { return [] }
    // From the first to the last day of a month means whole months, whatever their length.
    let isWhole = first.parts.day == 1 && last.isLastOfMonth
    return (begin...reach / step).map { count in
      let start = first.adding(months: count * step)
      let end = isWhole ? last.adding(months: count * step).month.last : start + (last - first)
      return DatedOccurrence(id, slot(step, start), start, end)
    }
  }

  private func slot(_ step: Int, _ day: Day) -> String {
    switch step {
    case 1: day.month.description
    case 3: "\(padded(day.parts.year, 4))-Q\((day.parts.month + 2) / 3)"
    default: padded(day.parts.year, 4)
    }
  }

  /// The days around which the rule has the time of that name.
  private func period(of slot: String) -> (first: Day, last: Day)? {
    if let event = events.first(where: { $0.slot == slot }) { return (event.start + -62, event.end + 62) }
    if let week = ISOWeek(slot) { return (week.monday, week.sunday) }
    if let month = Month(slot) { return (month.first, month.last) }
    guard let year = Int(slot.prefix(4)), let first = Day(year: year, month: 1, day: 1) else { return nil }
    return (first, Month(year: year, month: 12).last)
  }
}

extension Programme {
  /// The times at which a recurring activity comes that touch some days, the earliest first; empty for an
  /// activity that does not come again, or whose sessions nobody entered. For many activities make one
  /// `OccurrenceBook`.
  public func occurrences(of activity: Activity, from: Day, to: Day) -> [DatedOccurrence] {
    OccurrenceBook(self).occurrences(of: activity, from: from, to: to)
  }
}
