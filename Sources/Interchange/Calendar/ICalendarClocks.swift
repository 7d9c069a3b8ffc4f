import Model

/// The clocks of a zone as a VTIMEZONE describes them (RFC 5545, section 3.6.5).
struct ICalendarClocks {
  /// A STANDARD or DAYLIGHT component: when its offset begins to count.
  struct Observance {
    var isDaylight = false
    var name = ""
    var start: (day: Day, time: TimeOfDay)?
    /// Seconds east of UTC, before and after.
    var from: Int?
    var to: Int?
    var rule: EventRule?
    /// By the clocks before it.
    var dates: [(day: Day, time: TimeOfDay)] = []
  }

  /// A change of the clocks: seconds since 1970, seconds east of UTC before and after.
  struct Change: Equatable {
    let at: Int
    let before: Int
    let after: Int

    /// By the clocks before it.
    var local: (day: Day, minutes: Int) {
      let local = at + before
      let day = Day(number: Int((Double(local) / 86_400).rounded(.down)))
      return (day, (local - day.number * 86_400) / 60)
    }

    var isForward: Bool { after > before }
  }

  /// More than any zone has had; a description with more is none.
  static let most = (observances: 300, dates: 2_000)

  private(set) var observances: [Observance] = []
  /// The zone that libical says it is.
  var location = ""
  /// Something in it is not understood: its clocks cannot be said.
  private var isBroken = false
  private var known: (years: ClosedRange<Int>, changes: [Change], first: Int)?

  mutating func add(_ observance: Observance) {
    guard observance.start != nil, observance.from != nil, observance.to != nil,
      observances.count < Self.most.observances, observance.dates.count < Self.most.dates
    else {
      isBroken = true
      return
    }
    observances.append(observance)
  }

  var isUsable: Bool { !isBroken && !observances.isEmpty }

  mutating func spoil() { isBroken = true }

  /// What the file calls its times: `EST`, `EDT`.
  func name(isDaylight: Bool) -> String { observances.last { $0.isDaylight == isDaylight }?.name ?? "" }

  // MARK: Changes

  /// The offset at a moment.
  mutating func offset(at seconds: Int) -> Int {
    let (changes, first) = table(Self.year(of: seconds))
    // The last one before it.
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].at <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : changes[low - 1].after
  }

  mutating func moment(_ day: Day, _ time: TimeOfDay) -> Int {
    var clocks = self
    defer { self = clocks }
    switch Zone.reading(day, time, offset: { clocks.offset(at: $0) }) {
    case .once(let seconds), .never(let seconds), .twice(let seconds, _): return seconds
    }
  }

  /// Those of some years that change something.
  mutating func changes(_ years: ClosedRange<Int>) -> [Change] {
    _ = table(years.lowerBound)
    let (changes, _) = table(years.upperBound)
    return changes.filter { $0.before != $0.after && years.contains(Self.year(of: $0.at)) }
  }

  private static func year(of seconds: Int) -> Int {
    Day(number: Int((Double(seconds) / 86_400).rounded(.down))).parts.year
  }

  /// The changes of the years around one, reckoned by tens of years.
  private mutating func table(_ year: Int) -> (changes: [Change], first: Int) {
    if let known, known.years.contains(year) { return (known.changes, known.first) }
    let low = min(known?.years.lowerBound ?? year, year) / 10 * 10
    let high = max(known?.years.upperBound ?? year, year) / 10 * 10 + 9
    let years = max(1, low)...max(1, min(9999, high))
    var onsets: [(at: Int, from: Int, to: Int)] = []
    for observance in observances { onsets += observance.onsets(years) }
    onsets.sort { ($0.at, $0.to) < ($1.at, $1.to) }
    let first = onsets.first?.from ?? 0
    var (offset, changes) = (first, [Change]())
    for onset in onsets {
      changes.append(Change(at: onset.at, before: offset, after: onset.to))
      offset = onset.to
    }
    // Years past the ends of the calendar have the clocks of its first and its last one.
    known = (min(low, years.lowerBound)...max(high, years.upperBound), changes, first)
    return (changes, first)
  }

  // MARK: As a rule

  /// The same clocks as two days of each year, where they are that in all of some years.
  mutating func yearly(_ years: ClosedRange<Int>) -> ZoneClocks? {
    let changes = changes(years.lowerBound...max(years.upperBound, years.lowerBound + 1))
    guard let forward = changes.first(where: \.isForward), let back = changes.first(where: { !$0.isForward }),
      forward.before == back.after, forward.after == back.before
    else { return nil }
    // Of one year alone the fourth Sunday may be the last: what goes on for ten years comes first.
    for years in [years.lowerBound...max(years.upperBound, min(9999, years.lowerBound + 10)), years] {
      for (on, off) in Self.ways(forward).flatMap({ on in Self.ways(back).map { (on, $0) } }) {
        let clocks = ZoneClocks(
          forward.before, ZoneClocks.Changes(daylight: forward.after, forward: on, back: off))
        if agrees(with: Zone(clocks), years) { return clocks }
      }
    }
    return nil
  }

  /// The nth of a weekday in its month, and the last one.
  private static func ways(_ change: Change) -> [ZoneClocks.Change] {
    let (day, minutes) = change.local
    guard let time = TimeOfDay(minutes: minutes) else { return [] }
    let number = day.parts.day
    return Set([day.month.last - day < 7 ? 5 : 0, (number - 1) / 7 + 1]).filter { $0 > 0 }.sorted().map {
      ZoneClocks.Change(month: day.parts.month, week: $0, weekday: day.weekday, time: time)
    }
  }

  /// Whether a zone has the same clocks in all of some years.
  mutating func agrees(with zone: Zone, _ years: ClosedRange<Int>) -> Bool {
    guard let start = Day(year: max(1, min(9999, years.lowerBound)), month: 1, day: 1),
      let end = Day(year: max(1, min(9999, years.upperBound)), month: 12, day: 31)
    else { return false }
    let (first, last) = (start.number * 86_400, (end.number + 1) * 86_400)
    var moments = [first, last] + changes(years).flatMap { [$0.at - 1, $0.at] }
    var at = first
    while let next = zone.nextTransition(after: at), next < last {
      moments += [next - 1, next]
      at = next
    }
    return moments.allSatisfy { zone.offset(at: $0) == offset(at: $0) }
  }
}

extension ICalendarClocks.Observance {
  /// When its offset begins to count in some years, and the last time before them.
  fileprivate func onsets(_ years: ClosedRange<Int>) -> [(at: Int, from: Int, to: Int)] {
    guard let start, let from, let to, let first = Day(year: years.lowerBound, month: 1, day: 1),
      let last = Day(year: years.upperBound, month: 12, day: 31)
    else { return [] }
    var found = [start] + dates
    if let rule {
      let limit = rule.until.map { end(of: $0, from: from) }
      let through = min(last, limit.map { Day(number: $0 / 86_400 + 1) } ?? last)
      // A year of its own before them, or before its end.
      let since = min(first, through) + (-366 * rule.interval - 1)
      let days = rule.days(since: start.day, from: since, through: through)
      found += days.map { ($0, start.time) }.filter { local($0) <= limit ?? .max }
    }
    let locals = Set(found.map(local)).filter { $0 <= (last.number + 1) * 86_400 }.sorted()
    let before = locals.last { $0 < first.number * 86_400 }
    return ((before.map { [$0] } ?? []) + locals.filter { $0 >= first.number * 86_400 })
      .map { ($0 - from, from, to) }
  }

  private func local(_ date: (day: Day, time: TimeOfDay)) -> Int {
    date.day.number * 86_400 + date.time.minutes * 60
  }

  /// The end of a rule by the clocks before the change.
  private func end(of limit: EventRule.Limit, from: Int) -> Int {
    switch limit {
    case .instant(let seconds): seconds + from
    case .day(let day): (day.number + 1) * 86_400 - 1
    case .local(let day, let time): local((day, time))
    }
  }
}
