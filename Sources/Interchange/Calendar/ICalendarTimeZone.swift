import Model

/// The clocks of a zone as a VTIMEZONE (RFC 5545, section 3.6.5), with the changes that they really make: as a yearly
/// rule where they follow one in all years that are written, one by one otherwise.
struct ICalendarTimeZone {
  private let zone: Zone
  private let changes: [Change]
  /// Before anything changes, in seconds east of UTC.
  private let offset: Int

  private typealias Change = ICalendarClocks.Change

  /// - Parameter years: in which there are times of that zone.
  init(_ zone: Zone, years: ClosedRange<Int>) {
    self.zone = zone
    let first = Month(year: max(1, years.lowerBound - 1), month: 1).first.number * 86_400 - 86_400
    let last = Month(year: min(9999, years.upperBound), month: 12).last.number * 86_400 + 2 * 86_400
    var changes: [Change] = []
    var at = first
    while let next = zone.nextTransition(after: at), next < last {
      let (before, after) = (zone.offset(at: next - 1), zone.offset(at: next))
      if before != after { changes.append(Change(at: next, before: before, after: after)) }
      at = next
    }
    self.changes = changes
    offset = zone.offset(at: first)
  }

  func write(to lines: inout ICalendarLines) {
    lines.line("BEGIN:VTIMEZONE")
    lines.text("TZID", zone.name)
    if !changes.isEmpty {
      let forward = changes.filter(\.isForward)
      let back = changes.filter { !$0.isForward }
      if let on = Self.rule(forward), let off = Self.rule(back), abs(forward.count - back.count) <= 1 {
        write(forward[0], "DAYLIGHT", ["RRULE:\(on)"], to: &lines)
        write(back[0], "STANDARD", ["RRULE:\(off)"], to: &lines)
      } else {
        write(offset: offset, to: &lines)
        writeOneByOne(to: &lines)
      }
    } else {
      write(offset: offset, to: &lines)
    }
    lines.line("END:VTIMEZONE")
  }

  /// Always the same, or before anything changes.
  private func write(offset: Int, to lines: inout ICalendarLines) {
    let text = ICalendarOffset.text(offset)
    for line in [
      "BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:\(text)", "TZOFFSETTO:\(text)",
      "END:STANDARD",
    ] {
      lines.line(line)
    }
  }

  private func writeOneByOne(to lines: inout ICalendarLines) {
    var kinds: [[Change]] = []
    for change in changes {
      let same = kinds.firstIndex { $0[0].before == change.before && $0[0].after == change.after }
      if let same { kinds[same].append(change) } else { kinds.append([change]) }
    }
    for kind in kinds {
      let also = kind.dropFirst().map { "RDATE:\(Self.text($0))" }
      write(kind[0], kind[0].isForward ? "DAYLIGHT" : "STANDARD", also, to: &lines)
    }
  }

  private func write(_ change: Change, _ name: String, _ more: [String], to lines: inout ICalendarLines) {
    lines.line("BEGIN:\(name)")
    lines.line("DTSTART:\(Self.text(change))")
    lines.line("TZOFFSETFROM:\(ICalendarOffset.text(change.before))")
    lines.line("TZOFFSETTO:\(ICalendarOffset.text(change.after))")
    more.forEach { lines.line($0) }
    lines.line("END:\(name)")
  }

  private static func text(_ change: Change) -> String {
    let (day, minutes) = change.local
    return ICalendarText.local(day, TimeOfDay(minutes: minutes)!)
  }

  /// "The last Sunday of March": nil where the changes are not once a year by the same rule.
  private static func rule(_ changes: [Change]) -> String? {
    let locals = changes.map(\.local)
    guard let first = locals.first, changes.count > 1 else { return nil }
    let (year, month, _) = first.day.parts
    for (index, local) in locals.enumerated() {
      let parts = local.day.parts
      guard parts.year == year + index, parts.month == month, local.minutes == first.minutes,
        local.day.weekday == first.day.weekday, changes[index].before == changes[0].before,
        changes[index].after == changes[0].after
      else { return nil }
    }
    let weekday = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][first.day.weekday - 1]
    let ordinals = Set(locals.map { ($0.day.parts.day - 1) / 7 + 1 })
    let isLast = locals.allSatisfy { $0.day.month.last - $0.day < 7 }
    guard isLast || ordinals.count == 1, let ordinal = isLast ? -1 : ordinals.first else { return nil }
    return "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(ordinal)\(weekday)"
  }
}

/// Days and times as values (RFC 5545, sections 3.3.4 and 3.3.5).
enum ICalendarText {
  static func day(_ day: Day) -> String {
    let (year, month, number) = day.parts
    return four(year) + two(month) + two(number)
  }

  static func local(_ day: Day, _ time: TimeOfDay) -> String {
    "\(self.day(day))T\(two(time.minutes / 60))\(two(time.minutes % 60))00"
  }

  /// - Parameter seconds: since 1970.
  static func utc(_ seconds: Int) -> String {
    let moment = Moment(seconds: seconds, zone: .utc)
    let rest = seconds - Int((Double(seconds) / 60).rounded(.down)) * 60
    return String(local(moment.day, moment.time).dropLast(2)) + two(rest) + "Z"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  private static func four(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(number).utf8.count)) + String(number)
  }
}
