/// One of the times at which an event takes place.
public struct EventInstance: Sendable, Equatable, Hashable {
  public let start: When
  public let end: When?

  public init(start: When, end: When?) { (self.start, self.end) = (start, end) }

  /// The last day that it touches, by the calendar of a zone.
  func lastDay(in zone: Zone) -> Day {
    guard let end else { return start.day(in: zone) }
    // What is over at midnight is over the day before.
    if case .moment(let moment) = end, moment.seconds > (start.moment?.seconds ?? .max) {
      return When.moment(Moment(seconds: moment.seconds - 60, zone: zone)).day
    }
    return end.day(in: zone)
  }
}

extension When {
  /// By the calendar of another zone; a whole day is the same day everywhere.
  public func day(in zone: Zone) -> Day {
    switch self {
    case .day(let day): day
    case .moment(let moment): moment.moved(to: zone).day
    }
  }
}

extension Event {
  /// The name by which calendar programs know it (RFC 5545, section 3.8.4.7): its own, or one made of its id,
  /// which never changes.
  public var calendarUID: String { uid.isEmpty ? "event-\(id)@outreach" : uid }

  /// Whether it comes more than once.
  public var isSeries: Bool { !rule.isEmpty || !kept("RDATE").isEmpty }

  /// Which time of its series it stands for instead, where it is one time of a series that was moved.
  public var replaced: When? {
    kept("RECURRENCE-ID").first.flatMap { values(of: $0).first?.start }
  }

  /// The times of a series that touch the days from `first` through `last`, by the clocks of `zone`.
  ///
  /// - Parameter moved: those that stand elsewhere as events of their own.
  public func instances(
    from first: Day, through last: Day, in zone: Zone, without moved: [When] = []
  ) -> [EventInstance] {
    guard let start else { return [] }
    let (out, also) = (TimesLeftOut(dates("EXDATE").map(\.start) + moved), dates("RDATE"))
    let one = EventInstance(start: start, end: end)
    // A day more on both sides: zones differ by at most 26 hours.
    let span = one.lastDay(in: zone) - start.day(in: zone)
    var days = [start.day]
    let rule = try? EventRule(self.rule)
    if let rule { days = rule.days(since: start.day, from: first + (-span - 2), through: last + 2) }
    let starts = days.compactMap { self.start($0, of: rule) }
    var times = starts.map { EventInstance(start: $0, end: end($0)) }
    let ruled = Set(starts)
    times += also.filter { !ruled.contains($0.start) }
      .map { EventInstance(start: $0.start, end: $0.end ?? end($0.start)) }
    return times.filter { !out.contains($0.start) }
      .filter { $0.start.day(in: zone) <= last && $0.lastDay(in: zone) >= first }
  }

  /// The times that are left out of the series without being in it; none where they reach over more years than anybody
  /// looks at, or the rule is not reckoned with.
  public var idleExclusions: [When] {
    let out = dates("EXDATE").map(\.start)
    guard let first = out.map(\.day).min(), let last = out.map(\.day).max(), last - first < 40 * 366,
      rule.isEmpty || (try? EventRule(rule)) != nil
    else { return [] }
    var whole = self
    let lines = Set(kept("EXDATE"))
    whole.extra.removeAll(where: lines.contains)
    let zone = start?.moment?.zone ?? .utc
    // A day more on both sides, as zones have it.
    let times = TimesLeftOut(whole.instances(from: first + -2, through: last + 2, in: zone).map(\.start))
    return out.filter { !times.contains($0) }
  }

  /// Nil past the end of the rule.
  private func start(_ day: Day, of rule: EventRule?) -> When? {
    guard let moment = start?.moment else {
      if case .day(let limit) = rule?.until, day > limit { return nil }
      if case .local(let limit, _) = rule?.until, day > limit { return nil }
      if case .instant(let limit) = rule?.until, day.number * 86_400 > limit { return nil }
      return .day(day)
    }
    if day == moment.day { return .moment(moment) }
    let found = Moment.nearest(day, moment.time, in: moment.zone)
    switch rule?.until {
    case .day(let limit): if day > limit { return nil }
    case .instant(let limit): if found.seconds > limit { return nil }
    case .local(let limit, let time): if (day, moment.time) > (limit, time) { return nil }
    case nil: break
    }
    return .moment(found)
  }

  /// The end of the time that begins then: it lasts as long as the first one.
  private func end(_ start: When) -> When? {
    switch (self.start, end, start) {
    case (.day(let first), .day(let last), .day(let day)): .day(day + (last - first))
    case (.moment(let first), .moment(let last), .moment(let moment)):
      .moment(Moment(seconds: moment.seconds + last.seconds - first.seconds, zone: last.zone))
    default: nil
    }
  }

  private func dates(_ name: String) -> [(start: When, end: When?)] {
    kept(name).flatMap { values(of: $0) }
  }

  /// The kept lines of a property, whose name has no letter case (RFC 5545, section 2).
  private func kept(_ name: String) -> [String] {
    extra.filter { line in
      let rest = line.dropFirst(name.utf8.count).first
      return (rest == ":" || rest == ";") && line.prefix(name.utf8.count).uppercased() == name
    }
  }

  /// `EXDATE;TZID=Europe/Paris:20160222T070000,20160229T070000`; a period has its end behind a slash. Names of zones have
  /// colons, dates have none.
  private func values(of line: String) -> [(start: When, end: When?)] {
    guard let colon = line.lastIndex(of: ":") else { return [] }
    let zone = Self.zone(in: line[..<colon]).flatMap(Zone.meant) ?? start?.moment?.zone ?? .utc
    return line[line.index(after: colon)...].split(separator: ",").compactMap { text in
      let sides = text.split(separator: "/", maxSplits: 1).map { String($0).trimmed }
      guard let start = when(sides.first ?? "", in: zone) else { return nil }
      guard sides.count == 2 else { return (start, nil) }
      return (start, when(sides[1], in: zone) ?? CalendarDuration(sides[1])?.end(of: start))
    }
  }

  private func when(_ text: String, in zone: Zone) -> When? {
    switch EventDate(text) {
    case .day(let day): .day(day)
    case .utc(let seconds): .moment(Moment(seconds: seconds, zone: start?.moment?.zone ?? .utc))
    case .local(let day, let time): .moment(Moment.nearest(day, time, in: zone))
    case nil: nil
    }
  }

  /// The name of the zone in the head of a kept line, out of its quotes; nil where it names none.
  public static func zone(in head: Substring) -> String? {
    parts(of: head).first { $0.prefix(5).uppercased() == "TZID=" }
      .map { String($0.dropFirst(5)).replacing("\"", with: "") }
  }

  /// The name and the parameters of the head of a kept line, as they stand there.
  public static func parts(of head: Substring) -> [String] {
    var (parts, isQuoted) = ([""], false)
    for character in head {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts
  }
}

/// Times at which a series does not take place, thousands of them perhaps: the same moment in whichever zone; a day is the
/// same as any moment of it.
private struct TimesLeftOut {
  private var moments: Set<Int> = []
  private var daysOfMoments: Set<Day> = []
  private var days: Set<Day> = []

  init(_ times: [When]) {
    for time in times {
      if let moment = time.moment {
        moments.insert(moment.seconds)
        daysOfMoments.insert(moment.day)
      } else {
        days.insert(time.day)
      }
    }
  }

  func contains(_ time: When) -> Bool {
    if days.contains(time.day) { return true }
    return time.moment.map { moments.contains($0.seconds) } ?? daysOfMoments.contains(time.day)
  }
}

extension Moment {
  /// What RFC 5545, section 3.3.5, makes of local times: of two the first, and one that the clocks pass over by the
  /// offset before the gap.
  public static func nearest(_ day: Day, _ time: TimeOfDay, in zone: Zone) -> Moment {
    switch zone.reading(day, time) {
    case .once(let seconds), .never(let seconds), .twice(let seconds, _): Moment(seconds: seconds, zone: zone)
    }
  }
}

private func > (a: (Day, TimeOfDay), b: (Day, TimeOfDay)) -> Bool {
  a.0 > b.0 || a.0 == b.0 && a.1 > b.1
}
