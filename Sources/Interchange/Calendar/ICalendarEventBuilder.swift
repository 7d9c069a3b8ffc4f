import Model

/// Makes an event of the properties of a VEVENT (RFC 5545, section 3.6.1).
struct ICalendarEventBuilder {
  let line: Int
  /// Whose clocks times without a zone are read by.
  let zone: Zone
  /// Whether the calendar itself says so.
  let isSaid: Bool
  var zones: ICalendarZones
  private(set) var notes: [ICalendarNote] = []
  private var event = Event(id: "")
  private var given: Set<String> = []
  private var hasOwnSequence = false
  /// Those of `extra`: a hostile event has thousands.
  private var keptLines: Set<String> = []
  /// Written by this program: what a field holds is taken as it is.
  private var isOwn = false
  /// Outlook says of a time from midnight to midnight that it is whole days.
  private var isAllDay = false
  /// The year of the last time, where it is a series.
  private var lastYear: Int?

  init(line: Int, zone: Zone, isSaid: Bool = false, zones: ICalendarZones) {
    (self.line, self.zone, self.isSaid, self.zones) = (line, zone, isSaid, zones)
  }

  private mutating func note(_ what: ICalendarNote.What, _ property: ICalendarProperty? = nil) {
    notes.append(ICalendarNote(line: property?.line ?? line, what))
  }

  mutating func event(_ properties: [ICalendarProperty]) -> ICalendarEvent? {
    var first: [String: ICalendarProperty] = [:]
    var again: [ICalendarProperty] = []
    for property in properties {
      if first[property.name] == nil { first[property.name] = property } else { again.append(property) }
    }
    if let own = first["X-OUTREACH-RECORD"] {
      note(.ownRecord(own.text.trimmed), own)
      return nil
    }
    guard let start = first["DTSTART"] else {
      note(.noStart)
      return nil
    }
    isAllDay = first["X-MICROSOFT-CDO-ALLDAYEVENT"]?.value.trimmed.uppercased() == "TRUE"
    lastYear = Self.lastYear(properties)
    guard let began = when(start) else {
      note(.badStart(start.value), start)
      return nil
    }
    // The id of a record never changes: it has to be known first.
    if first["RECURRENCE-ID"] == nil,
      let id = first["UID"].flatMap({ ICalendarFields.ownID($0.text.trimmed) })
    {
      event = Event(id: id)
    }
    event.start = began
    isOwn = first["X-OUTREACH-KIND"] != nil
    for property in properties where first[property.name]?.line == property.line { take(property) }
    // What stands there a second time is kept, but of what this program reads only the first counts.
    for property in again where property.name == "RRULE" || !Self.read.contains(property.name) {
      keep(property)
      if property.name == "RRULE" { note(.unreckoned(property.name), property) }
    }
    takeEnd(first["DTEND"], first["DURATION"])
    complete()
    if !isOwn { doubt(start, first["DTEND"], first["EXDATE"]) }
    let stamps = ["DTSTAMP", "LAST-MODIFIED"].map { first[$0]?.value.trimmed.uppercased() ?? "" }
    return ICalendarEvent(line: line, event: event, given: given, stamps: stamps)
  }

  /// Those that fields hold, or that are written anew each time.
  private static let read: Set<String> = [
    "SUMMARY", "LOCATION", "DESCRIPTION", "URL", "STATUS", "SEQUENCE", "UID", "RRULE", "DTSTART", "DTEND",
    "DURATION", "DTSTAMP",
  ]

  private mutating func take(_ property: ICalendarProperty) {
    switch property.name {
    case "SUMMARY": event.name = (isOwn ? property.text : property.text.replacing("\n", with: " ")).trimmed
    case "LOCATION": write("place", property.text, of: property)
    case "DESCRIPTION": write("note", property.text, of: property)
    case "URL": write("url", property.value, of: property)
    // It stands behind the one that is encoded.
    case ICalendarFields.typedURL: write("url", property.text, of: property)
    case "STATUS": write("event_status", property.value, of: property)
    case "SEQUENCE": write("sequence", property.value, of: property)
    case "UID": event.uid = property.text.trimmed
    case "RRULE": takeRule(property)
    case "CATEGORIES": takeKind(property)
    case "DTSTART", "DTEND", "DURATION", "DTSTAMP": break
    default:
      if property.name == "EXRULE" { note(.unreckoned(property.name), property) }
      if let field = ICalendarFields.field(property.name) {
        write(field, property.text, of: property)
        hasOwnSequence = hasOwnSequence || field == "sequence"
      } else {
        keep(property)
      }
    }
  }

  /// Kept as it is, and written again; dates that no zone of a known name has with the zone that they are taken in.
  private mutating func keep(_ property: ICalendarProperty) {
    // A name has no letter case; what reads it again knows one.
    var line = property.name + property.content.dropFirst(property.name.count)
    if ICalendarFields.dated.contains(property.name) {
      check(property)
      if let name = property.parameter("TZID"), !name.isEmpty, Zone.surely(meant: name) == nil,
        let colon = line.lastIndex(of: ":"), line[colon...].uppercased().contains("T")
      {
        let zone = zone(of: property)
        line = ICalendarFields.head(line[..<colon], in: zone) + line[colon...]
      }
    }
    let content = ICalendarFields.kept(line)
    guard let content, keptLines.insert(content).inserted else { return }
    event.extra.append(content)
  }

  /// Names the dates that are none.
  private mutating func check(_ property: ICalendarProperty) {
    for text in property.value.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        .map { String($0).trimmed }
      let isEnd = sides.count < 2 || EventDate(sides[1]) != nil || CalendarDuration(sides[1]) != nil
      if EventDate(sides.first ?? "") == nil || !isEnd {
        note(.badDate(property.name, String(text).trimmed), property)
      }
    }
    if property.parameter("RANGE")?.uppercased() == "THISANDFUTURE" { note(.thisAndFuture, property) }
  }

  private mutating func write(_ name: String, _ text: String, of property: ICalendarProperty) {
    guard let field = Event.field(name) else { return }
    do {
      try field.write(text, to: &event)
      given.insert(name)
    } catch {
      note(.badValue(property.name, property.value), property)
    }
  }

  private mutating func takeKind(_ property: ICalendarProperty) {
    let kinds = property.texts.compactMap { text in
      EventKind(rawValue: text.lowercased().replacing(" ", with: "-"))
    }
    if let kind = kinds.first, !given.contains("event_kind") {
      event.type = kind
      given.insert("event_kind")
    }
    // A single one that is a kind of ours says nothing besides.
    if kinds.count != 1 || property.texts.count != 1 { keep(property) }
  }

  private mutating func takeRule(_ property: ICalendarProperty) {
    let text = property.value.trimmed.uppercased()
    do {
      let rule = try EventRule(text)
      event.rule = event.start.map { EventRule.conforming(text, to: $0, in: zone) } ?? text
      guard case .day = event.start, let limit = rule.until, limit.isWithinDay else { return }
      let written = text.split(separator: ";").first { $0.hasPrefix("UNTIL=") } ?? ""
      note(.untilOfDays(String(written), limit.lastDay(in: zone).description), property)
    } catch .unsupported(let part) {
      event.rule = text
      note(.unsupportedRule(part), property)
    } catch {
      note(.badRule(property.value), property)
      keep(property)
    }
  }

  // MARK: Times

  /// Nil where the value is no time.
  private mutating func when(_ property: ICalendarProperty) -> When? {
    let text = property.value.trimmed
    guard let date = EventDate(text) else { return nil }
    if text.utf8.count == 15 || text.utf8.count == 16, !text.hasPrefix("00", from: 13) {
      note(.droppedSeconds, property)
    }
    switch date {
    case .day(let day): return .day(day)
    // Some programs write midnight behind a day.
    case .utc(let seconds) where property.isMidnightOfDay || isAllDay && seconds % 86_400 == 0:
      return .day(Day(number: seconds / 86_400))
    case .local(let day, let time) where property.isMidnightOfDay || isAllDay && time == .midnight:
      return .day(day)
    case .utc(let seconds):
      let named = property.parameter("X-OUTREACH-ZONE").flatMap { Zone($0) }
      return .moment(Moment(seconds: seconds, zone: named ?? .utc))
    case .local(let day, let time): return .moment(moment(day, time, property))
    }
  }

  private mutating func moment(_ day: Day, _ time: TimeOfDay, _ property: ICalendarProperty) -> Moment {
    let zone = zone(of: property)
    let moment = Moment.nearest(day, time, in: zone)
    switch zone.reading(day, time) {
    case .once: break
    case .never: note(.skippedTime("\(day) \(time)", zone.name, moment.description), property)
    case .twice: note(.repeatedTime("\(day) \(time)", zone.name), property)
    }
    return moment
  }

  private mutating func zone(of property: ICalendarProperty) -> Zone {
    guard let name = property.parameter("TZID"), !name.isEmpty else {
      if !isSaid { note(.floating(zone.name), property) }
      return zone
    }
    let meaning = span(of: property).flatMap { zones.meaning(of: name, $0) }
    switch meaning {
    case .named: break
    case .like(let zone): note(.likeZone(name, zone.name), property)
    case .described(let zone): note(.describedZone(name, zone.name), property)
    case .shifting(let zone): note(.shiftingZone(name, zone.name), property)
    case nil: note(.unknownZone(name, zone.name), property)
    }
    return meaning?.zone ?? zone
  }

  /// The times that one zone is to hold for: of a series all.
  private func span(of property: ICalendarProperty) -> ICalendarZones.Span? {
    let text = property.value.prefix { $0 != "," && $0 != "/" }
    switch EventDate(String(text).trimmed) {
    case .local(let day, let time):
      let first = lastYear == nil ? day : event.start?.day ?? day
      return .init(day: first, time: time, through: lastYear)
    default: return nil
    }
  }

  /// A series without an end is held against the clocks of twenty years.
  private static func lastYear(_ properties: [ICalendarProperty]) -> Int? {
    let start = properties.first { $0.name == "DTSTART" }.flatMap { year($0.value) } ?? 1
    var last: Int?
    for property in properties {
      switch property.name {
      case "RRULE":
        let rule = try? EventRule(property.value.trimmed)
        let end =
          rule?.until?.day.parts.year ?? rule.flatMap { $0.count == nil ? nil : start + $0.years } ?? .max
        last = max(last ?? start, min(end, start + 20))
      case "RDATE":
        last = max(last ?? start, property.value.split(separator: ",").compactMap(year).max() ?? start)
      default: break
      }
    }
    return last
  }

  private static func year(_ date: some StringProtocol) -> Int? { Int(String(date).trimmed.prefix(4)) }

  /// The last day itself included: DTEND of a whole day is the day after (section 3.6.1).
  private mutating func takeEnd(_ end: ICalendarProperty?, _ duration: ICalendarProperty?) {
    guard let start = event.start, let property = end ?? duration else { return }
    let found = end.flatMap { when($0) } ?? duration.flatMap { CalendarDuration($0.value)?.end(of: start) }
    guard let found else {
      note(.badEnd(property.value), property)
      return
    }
    switch (start, found) {
    case (.day(let first), .day(let after)):
      // Some programs mean the last day where both are the same.
      event.end = .day(after > first || end == nil ? max(first, after + -1) : after)
    case (.day(let first), .moment(let last)): event.end = .day(max(first, last.day))
    case (.moment(let first), .day(let day)):
      event.end = .moment(max(first, Moment.nearest(day, .midnight, in: first.zone)))
    case (.moment, .moment): event.end = found
    }
    if !event.contradictions.isEmpty {
      note(.endBeforeStart, property)
      event.end = nil
    }
  }

  /// Names what is hardly meant: years far off, and dates that are left out of a series without being in it.
  private mutating func doubt(
    _ start: ICalendarProperty, _ end: ICalendarProperty?, _ out: ICalendarProperty?
  ) {
    let ends: [(When?, ICalendarProperty?)] = [(event.start, start), (event.end, end)]
    for (when, property) in ends {
      guard let when, let property, !CellCare.usualYears.contains(when.day.parts.year) else { continue }
      note(.farYear(when.day.description), property)
    }
    guard let out else { return }
    let idle = event.idleExclusions
    if idle.isEmpty { return }
    let shown = idle.prefix(3).map(\.text).joined(separator: ", ")
    note(.nothingLeftOut(shown + (idle.count > 3 ? ", …" : "")), out)
  }

  // MARK: What is missing

  private mutating func complete() {
    if event.name.isEmpty {
      let words = [event.note, event.place, event.uid].lazy.compactMap { $0.split(separator: "\n").first }
      event.name = words.first.map { String($0).trimmed } ?? event.start?.day.description ?? "?"
      note(.noTitle(event.name))
    }
    if !event.id.isEmpty {
      event.uid = ""
      // Counted anew each time it is written.
      if !hasOwnSequence { event.sequence = 0 }
    } else if event.uid.isEmpty {
      event.uid = ICalendarFields.madeUID(of: event)
      note(.noUID)
    }
  }
}

extension EventRule {
  /// In how many years at most its last time comes, where it comes so often.
  fileprivate var years: Int {
    let days = [Frequency.daily: 1, .weekly: 7, .monthly: 31, .yearly: 366][frequency] ?? 366
    return min(20, (count ?? 0) * interval * days / 365 + 1)
  }
}

extension String {
  fileprivate func hasPrefix(_ text: String, from offset: Int) -> Bool {
    Substring(utf8.dropFirst(offset)).hasPrefix(text)
  }
}
