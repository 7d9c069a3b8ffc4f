import Model

/// Writes a calendar (RFC 5545, RFC 7986): the same records and the same moment make the same bytes.
public struct ICalendarWriter {
  /// Who is to read it.
  public enum Audience: Sendable {
    /// The office: every field, so that reading it gives the same records.
    case office
    /// Everybody: what, when, where and whether it takes place.
    case everybody
  }

  private let stamp: String
  private let name: String
  private let audience: Audience
  private var body = ICalendarLines()
  /// The years in which each zone is used.
  private var zones: [Zone: ClosedRange<Int>] = [:]

  /// - Parameters:
  ///   - name: what calendar programs call it.
  ///   - stamp: when its records were as they are, in seconds since 1970.
  public init(name: String, stamp: Int, for audience: Audience = .office) {
    (self.name, self.stamp, self.audience) = (name, ICalendarText.utc(stamp), audience)
  }

  /// The whole file.
  public func file() -> [UInt8] {
    var lines = ICalendarLines()
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//outreach//calendar//EN", "CALSCALE:GREGORIAN"] {
      lines.line(line)
    }
    lines.text("NAME", name)
    lines.text("X-WR-CALNAME", name)
    for (zone, years) in zones.sorted(by: { $0.key.name < $1.key.name }) {
      ICalendarTimeZone(zone, years: years).write(to: &lines)
    }
    // A calendar has a component at least (section 3.6): one without events says by which clocks it has none.
    if zones.isEmpty && body.bytes.isEmpty { ICalendarTimeZone(.utc, years: 1970...1970).write(to: &lines) }
    var end = ICalendarLines()
    end.line("END:VCALENDAR")
    return lines.bytes + body.bytes + end.bytes
  }

  // MARK: Events

  public mutating func add(_ event: Event) {
    guard let start = event.start else { return }
    let isOwn = event.uid.isEmpty
    begin(event.calendarUID)
    let revision = isOwn ? max(event.sequence, event.version - 1) : event.sequence
    if revision > 0 { body.line("SEQUENCE:\(revision)") }
    body.text("SUMMARY", event.name)
    write("DTSTART", start)
    write(end: event.end, after: start)
    body.text("LOCATION", event.place)
    let address = PageHouse.escaped(PlainText.line(event.url))
    if !event.url.isEmpty { body.line("URL:\(address)") }
    if audience == .office, address != event.url { body.text(ICalendarFields.typedURL, event.url) }
    body.line("STATUS:\(event.status.rawValue.uppercased())")
    write(rule: event)
    if !event.extra.contains(where: { $0.hasPrefix("CATEGORIES") }) || audience == .everybody {
      body.line("CATEGORIES:\(event.type.rawValue)")
    }
    switch audience {
    case .office: writeOwn(event, isOwn: isOwn)
    case .everybody:
      let parts = ["EXDATE", "RDATE", "RECURRENCE-ID"]
      for line in event.extra where parts.contains(where: line.hasPrefix) { write(kept: line, of: event) }
    }
    body.line("END:VEVENT")
  }

  /// What is no event but has a day: a deadline, the begin of an activity, an embargo.
  /// - Parameter summary: what it is called, with what of it has that day.
  public mutating func add(_ item: AgendaItem, summary: String) {
    begin("\(item.kind.rawValue)-\(item.id)-\(item.mark.rawValue)@outreach")
    body.text("SUMMARY", summary)
    write("DTSTART", item.start)
    write(end: item.end, after: item.start)
    body.text("LOCATION", item.place)
    if item.state == .cancelled { body.line("STATUS:CANCELLED") }
    body.line("TRANSP:TRANSPARENT")
    body.line("CATEGORIES:\(item.kind.rawValue)")
    body.text("X-OUTREACH-RECORD", "\(item.kind.rawValue) \(item.id)")
    body.line("END:VEVENT")
  }

  private mutating func begin(_ uid: String) {
    body.line("BEGIN:VEVENT")
    body.text("UID", uid)
    body.line("DTSTAMP:\(stamp)")
  }

  private mutating func writeOwn(_ event: Event, isOwn: Bool) {
    body.text("DESCRIPTION", event.note)
    for (property, name) in ICalendarFields.own {
      // The revision that others count stands in SEQUENCE.
      if name == "sequence" && !isOwn { continue }
      guard let field = Event.field(name) else { continue }
      body.text(property, field.read(event))
    }
    for line in event.extra { write(kept: line, of: event) }
  }

  /// A kept line of dates names the zone as we do, so that the file has its clocks (section 3.2.19); one without a zone, or
  /// with one that nobody knows, has that of the event.
  private mutating func write(kept line: String, of event: Event) {
    guard let line = ICalendarFields.kept(line) else { return }
    let dated = ICalendarFields.dated.first(where: line.hasPrefix)
    guard dated != nil, let colon = line.lastIndex(of: ":") else { return body.line(line) }
    let (head, dates) = (line[..<colon], line[line.index(after: colon)...])
    let isLocal = dates.contains("T") && !dates.uppercased().contains("Z")
    let named = Event.zone(in: head)
    guard isLocal, let start = event.start else {
      return body.line("\(ICalendarFields.head(head, in: nil)):\(dates)")
    }
    let zone = named.flatMap(Zone.meant) ?? start.moment?.zone ?? .utc
    guard zone != .utc else {
      // A local time of UTC is written as such (section 3.3.5).
      let isKnown = named != nil || start.moment != nil
      let times = dates.split(separator: ",").map { EventDate(String($0)) == nil ? "\($0)" : "\($0)Z" }
      let written = isKnown ? times.joined(separator: ",") : String(dates)
      return body.line("\(ICalendarFields.head(head, in: nil)):\(written)")
    }
    body.line("\(ICalendarFields.head(head, in: zone)):\(dates)")
    if let year = Int(dates.prefix(4)) { use(zone, in: year) }
  }

  private mutating func write(rule event: Event) {
    guard !event.rule.isEmpty else { return }
    let text = event.rule.uppercased()
    do { _ = try EventRule(text) } catch .malformed { return } catch {}
    body.line("RRULE:\(event.start.map { EventRule.conforming(text, to: $0) } ?? text)")
    // It goes on: the clocks of the years to come are wanted too.
    if let zone = event.start?.moment?.zone { use(zone, in: (event.start?.day.parts.year ?? 0) + 20) }
  }

  // MARK: Times

  private mutating func use(_ zone: Zone, in year: Int) {
    let year = max(1, min(9998, year))
    let known = zones[zone] ?? year...year
    zones[zone] = min(known.lowerBound, year)...max(known.upperBound, year)
  }

  private mutating func write(_ name: String, _ when: When) {
    switch when {
    case .day(let day): body.line("\(name);VALUE=DATE:\(ICalendarText.day(day))")
    case .moment(let moment): write(name, moment)
    }
  }

  private mutating func write(_ name: String, _ moment: Moment) {
    guard moment.zone != .utc else {
      body.line("\(name):\(ICalendarText.utc(moment.seconds))")
      return
    }
    // Of a local time that comes twice, readers take the first (section 3.3.5).
    if Moment.nearest(moment.day, moment.time, in: moment.zone) != moment {
      let zone = ICalendarFields.parameter(moment.zone.name)
      body.line("\(name);X-OUTREACH-ZONE=\(zone):\(ICalendarText.utc(moment.seconds))")
      return
    }
    use(moment.zone, in: moment.day.parts.year)
    let zone = ICalendarFields.parameter(moment.zone.name)
    body.line("\(name);TZID=\(zone):\(ICalendarText.local(moment.day, moment.time))")
  }

  /// The day after the last one of whole days (section 3.6.1).
  private mutating func write(end: When?, after start: When) {
    switch end {
    case nil: break
    case .day(let day): write("DTEND", .day(day + 1))
    // An end has to lie behind the start (section 3.8.2.2).
    case .moment(let moment) where moment.seconds == start.moment?.seconds: body.line("DURATION:PT0S")
    case .moment(let moment): write("DTEND", moment)
    }
  }
}
