/// A day and a time in a named zone, and the one moment in the world that it is.
public struct Moment: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Since 1970, UTC.
  public let seconds: Int
  public let zone: Zone

  /// - Parameter seconds: since 1970, UTC; full minutes.
  public init(seconds: Int, zone: Zone) {
    self.seconds = seconds
    self.zone = zone
  }

  /// Reads `2016-02-22 07:00 Africa/Nairobi`, the day written in any way, and ISO 8601 with an offset, whose zone is then
  /// UTC; of an hour that comes twice, `2016-10-30
  /// 02:30+01:00 Europe/Paris` says which.
  /// - Throws: `malformedMoment`, `ambiguousDay`, `unknownZone`, `skippedTime` or `repeatedTime`.
  public init(_ text: String) throws(FieldProblem) {
    if let seconds = Moment.seconds(ofISO: text) {
      self.init(seconds: seconds, zone: .utc)
      return
    }
    let words = text.split(separator: " ").map(String.init)
    guard words.count >= 3, WrittenDate.withoutZone(text) == nil else { throw .malformedMoment(text) }
    let parts = [words.dropLast(2).joined(separator: " ")] + words.suffix(2)
    let day: Day
    do { day = try WrittenDate.day(parts[0]) } catch .malformedDay { throw .malformedMoment(text) }
    guard let zone = Zone(parts[2]) else { throw .unknownZone(parts[2]) }
    let clock = parts[1].prefix(5)
    guard let time = TimeOfDay(String(clock)), clock.count == 5 else { throw .malformedMoment(text) }
    let offset = String(parts[1].dropFirst(5))
    guard offset.isEmpty || Moment.seconds(ofOffset: offset) != nil else { throw .malformedMoment(text) }
    try self.init(day, time, in: zone, offset: Moment.seconds(ofOffset: offset))
  }

  /// - Parameter offset: seconds east of UTC, for a time that comes twice.
  /// - Throws: `skippedTime` where the clocks never show that time, `repeatedTime` where they show it twice and
  ///   `offset` says of neither that it is meant.
  public init(_ day: Day, _ time: TimeOfDay, in zone: Zone, offset: Int? = nil) throws(FieldProblem) {
    self.zone = zone
    switch zone.reading(day, time) {
    case .once(let seconds): self.seconds = seconds
    case .never: throw .skippedTime("\(day) \(time)", zone.name)
    case .twice(let first, let second):
      let local = day.number * 86_400 + time.minutes * 60
      // Before zones were standard, clocks had seconds of their own, which the text does not show.
      guard
        let meant = [first, second].first(where: { local - $0 == offset })
          ?? [first, second].first(where: { (local - $0) / 60 == (offset ?? .max) / 60 })
      else {
        throw .repeatedTime("\(day) \(time)", zone.name, [first, second].map { Moment.offset(local - $0) })
      }
      seconds = meant
    }
  }

  /// A text as somebody typed it, the zone behind it where it says a day and a time and no zone; else as it is.
  /// - Parameter zone: whose clocks the person means; nil where they did not say so.
  public static func completed(_ text: String, in zone: Zone?) -> String {
    let text = withMinutes(text)
    guard let zone, text.contains(":"), (try? Moment(text)) == nil else { return text }
    return (try? Moment("\(text) \(zone.name)"))?.description ?? text
  }

  /// The full hour behind a day, with or without a zone behind it, with its minutes; anything else as it is.
  private static func withMinutes(_ text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    guard let last = words.last, !text.contains(":") else { return text }
    let place = words.count - (Zone(last) == nil ? 1 : 2)
    guard place > 0, words[place].count == 2, let time = TimeOfDay(written: words[place]),
      (try? WrittenDate.day(words[..<place].joined(separator: " "))) != nil,
      (try? WrittenDate.day(words[...place].joined(separator: " "))) == nil
    else { return text }
    words[place] = time.description
    return words.joined(separator: " ")
  }

  private var local: Int { seconds + zone.offset(at: seconds) }

  /// By the calendar of its zone.
  public var day: Day { Day(number: Int((Double(local) / 86_400).rounded(.down))) }
  /// By the clocks of its zone.
  public var time: TimeOfDay { TimeOfDay(minutes: (local - day.number * 86_400) / 60)! }

  /// The same moment by the clocks of another zone.
  public func moved(to zone: Zone) -> Moment { Moment(seconds: seconds, zone: zone) }

  public static func < (a: Moment, b: Moment) -> Bool {
    (a.seconds, a.zone.name) < (b.seconds, b.zone.name)
  }

  /// What `init(_:)` reads.
  public var description: String {
    var text = "\(day) \(time)"
    if case .twice = zone.reading(day, time) { text += Moment.offset(zone.offset(at: seconds)) }
    return "\(text) \(zone.name)"
  }

  /// `+01:00`.
  private static func offset(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    return "\(seconds < 0 ? "-" : "+")\(TimeOfDay(minutes: minutes)?.description ?? "")"
  }

  /// `2015-09-15T10:00Z`, `2015-09-15 10:00:00+03:00` (RFC 3339, section 5.6).
  private static func seconds(ofISO text: String) -> Int? {
    // Most moments end with the name of a zone, and an expression costs more than all the rest.
    guard let last = text.utf8.last, last == UInt8(ascii: "Z") || (0x30...0x39).contains(last) else {
      return nil
    }
    let whole = /([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})(:[0-9.]+)? ?(Z|[+-][0-9]{2}:?[0-9]{2})/
    guard let found = text.wholeMatch(of: whole), let day = Day(String(found.1)),
      let time = TimeOfDay(String(found.2))
    else { return nil }
    let offset =
      found.4 == "Z"
      ? "+00:00" : found.4.contains(":") ? String(found.4) : "\(found.4.prefix(3)):\(found.4.suffix(2))"
    return seconds(ofOffset: offset).map { day.number * 86_400 + time.minutes * 60 - $0 }
  }

  private static func seconds(ofOffset text: String) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-",
      let time = TimeOfDay(String(text.dropFirst()))
    else { return nil }
    return time.minutes * 60 * (sign == "-" ? -1 : 1)
  }
}

/// When something is: on a whole day, or at a moment.
public enum When: Sendable, Hashable {
  case day(Day)
  case moment(Moment)

  /// Reads a day or a moment.
  public init(_ text: String) throws(FieldProblem) {
    if text.contains(":") {
      self = .moment(try Moment(text))
    } else {
      self = .day(try WrittenDate.day(text))
    }
  }

  public var text: String {
    switch self {
    case .day(let day): day.description
    case .moment(let moment): moment.description
    }
  }

  /// By the calendar of its own zone.
  public var day: Day {
    switch self {
    case .day(let day): day
    case .moment(let moment): moment.day
    }
  }

  /// Whether both may say the same: the same minute of the world, or the same day where one of them knows no time.
  public func agrees(with other: When) -> Bool {
    guard let moment, let otherMoment = other.moment else { return day == other.day }
    return moment.seconds / 60 == otherMoment.seconds / 60
  }

  public var moment: Moment? {
    if case .moment(let moment) = self { moment } else { nil }
  }
}
