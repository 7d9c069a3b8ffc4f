import Model

/// What the names of zones in a calendar mean. A name that the time zone database or Windows has is taken as it is,
/// whatever the file says of its clocks. Any other means the clocks that the file describes (RFC 5545, section 3.2.19):
/// they have the name of a zone only where the file names it in some way and its clocks are the same in all the years
/// that matter.
struct ICalendarZones {
  private var clocks: [String: ICalendarClocks] = [:]
  /// The names that clocks have in some years.
  private var names: [Place: Meaning?] = [:]

  private struct Place: Hashable {
    let name: String
    let years: ClosedRange<Int>
  }

  /// The times for which a zone is wanted.
  struct Span {
    /// The first one, by the clocks of the zone.
    let day: Day
    let time: TimeOfDay
    /// The year of the last one, where there are several.
    var through: Int?

    fileprivate var years: ClosedRange<Int> {
      let year = day.parts.year
      return year...min(9999, max(year, through ?? year))
    }
  }

  enum Meaning: Equatable {
    case named(Zone)
    /// Known by a name beside, and by its clocks.
    case like(Zone)
    /// Without a name: as the file describes it.
    case described(Zone)
    /// The clocks change, by no rule of the year: those at the first time of the series.
    case shifting(Zone)

    var zone: Zone {
      switch self {
      case .named(let zone), .like(let zone), .described(let zone), .shifting(let zone): zone
      }
    }
  }

  mutating func meaning(of name: String, _ span: Span) -> Meaning? {
    if let zone = Zone.surely(meant: name) { return .named(zone) }
    let place = Place(name: name, years: span.years)
    let named = names[place] ?? self.named(name, span.years)
    names[place] = .some(named)
    if let named { return named }
    guard var clocks = clocks[name], clocks.isUsable else { return nil }
    defer { self.clocks[name] = clocks }
    // Of a time that the clocks skip, the offset before: the time stands as the file has it.
    let local = span.day.number * 86_400 + span.time.minutes * 60
    let fixed = Zone(ZoneClocks(local - clocks.moment(span.day, span.time)))
    if span.through == nil || clocks.agrees(with: fixed, span.years) { return .described(fixed) }
    return clocks.yearly(span.years).map { .described(Zone($0)) } ?? .shifting(fixed)
  }

  /// Only what has a name.
  private mutating func named(_ name: String, _ years: ClosedRange<Int>) -> Meaning? {
    let meant = Zone.meant(by: name)
    guard var clocks = clocks[name], clocks.isUsable else { return meant.map(Meaning.named) }
    defer { self.clocks[name] = clocks }
    if let meant, clocks.agrees(with: meant, years) { return .named(meant) }
    let named = Zone.named(
      in: name, standard: clocks.name(isDaylight: false), daylight: clocks.name(isDaylight: true))
    let candidates = [Zone.meant(by: clocks.location)].compactMap { $0 } + named
    return candidates.first { clocks.agrees(with: $0, years) }.map(Meaning.like)
  }

  // MARK: Reading

  /// More zones than any calendar has; those behind them are not known.
  private static let most = 2_000

  init() {}

  /// Those that a file describes, wherever they stand in it.
  init(of file: ImportFile, as encoding: TextEncoding, lineBytes: Int) throws {
    var lines = VCardLineScanner(try TextPieces(file, as: encoding), limit: lineBytes)
    var (name, zone) = ("", ICalendarClocks())
    var part: ICalendarClocks.Observance?
    while let line = try lines.next() {
      guard let property = ICalendarProperty(line) else { continue }
      let value = property.value.trimmed
      switch (property.name, value.uppercased()) {
      case ("BEGIN", "VTIMEZONE"): (name, zone, part) = ("", .init(), nil)
      case ("BEGIN", "STANDARD"), ("BEGIN", "DAYLIGHT"):
        part = .init()
        part?.isDaylight = value.uppercased() == "DAYLIGHT"
      case ("BEGIN", _): part = nil
      case ("END", "VTIMEZONE"):
        if !name.isEmpty, clocks.count < Self.most { clocks[name] = zone }
        name = ""
      case ("END", _):
        if let part { zone.add(part) }
        part = nil
      case ("TZID", _) where part == nil: name = property.text.trimmed
      case ("X-LIC-LOCATION", _): zone.location = value
      default: if part?.take(property) == false { zone.spoil() }
      }
    }
  }
}

extension ICalendarClocks.Observance {
  /// - Returns: false for what is not understood.
  fileprivate mutating func take(_ property: ICalendarProperty) -> Bool {
    let value = property.value.trimmed
    switch property.name {
    case "TZNAME": name = property.text.trimmed
    case "TZOFFSETFROM":
      from = ICalendarOffset.seconds(value)
      return from != nil
    case "TZOFFSETTO":
      to = ICalendarOffset.seconds(value)
      return to != nil
    case "DTSTART":
      start = Self.local(value)
      return start != nil
    case "RDATE":
      for text in value.split(separator: ",") {
        guard let date = Self.local(String(text.prefix { $0 != "/" })) else { return false }
        if dates.count <= ICalendarClocks.most.dates { dates.append(date) }
      }
    case "RRULE":
      rule = try? EventRule(value)
      // A change on most days of the year is no change of clocks.
      guard let rule, rule.frequency == .yearly, rule.months.count <= 2 else { return false }
      return rule.count == nil || start?.day.parts.year ?? 0 >= 1900
    default: break
    }
    return true
  }

  private static func local(_ text: String) -> (day: Day, time: TimeOfDay)? {
    switch EventDate(text) {
    case .local(let day, let time): (day, time)
    case .day(let day): (day, .midnight)
    case .utc(let seconds):
      (Moment(seconds: seconds, zone: .utc).day, Moment(seconds: seconds, zone: .utc).time)
    case nil: nil
    }
  }
}
