/// A time to come as people say it on the telephone: `17:00`, `tomorrow 9`, `fri 12:30`, `2h`, `90 min`,
/// `2016-02-22 17:00`, or a whole moment with its zone.
public enum SpokenMoment {
  /// - Parameters:
  ///   - present: seconds since 1970; what is said counts from here.
  ///   - zone: whose clocks are meant where the text names no zone.
  /// - Throws: `malformedMoment`, `ambiguousDay`, `unknownZone`, `skippedTime` or `repeatedTime`.
  public static func read(_ text: String, present: Int, zone: Zone) throws(FieldProblem) -> Moment {
    var words = text.lowercased().split(separator: " ").map(String.init)
    var zone = zone
    if let last = text.split(separator: " ").last.map(String.init), last.contains("/") || last == "UTC" {
      guard let named = Zone(last) else { throw .unknownZone(last) }
      zone = named
      words.removeLast()
    }
    if let minutes = length(words.joined()) {
      return Moment(seconds: (present + 59) / 60 * 60 + minutes * 60, zone: zone)
    }
    let today = Moment(seconds: present, zone: zone).day
    for count in (1..<max(1, words.count)).reversed() {
      guard let clock = clock(words[count...].joined()) else { continue }
      do {
        let day = try WrittenDate.day(words[..<count].joined(separator: " "), today: today)
        return try moment(day, clock, in: zone)
      } catch .malformedDay { continue }
    }
    guard let clock = clock(words.joined()) else { throw .malformedMoment(text) }
    // A time that has passed today is meant for tomorrow.
    let next = try moment(today, clock, in: zone)
    return next.seconds > present ? next : try moment(today + 1, clock, in: zone)
  }

  private static func moment(
    _ day: Day, _ clock: (time: TimeOfDay, offset: Int?), in zone: Zone
  ) throws(FieldProblem) -> Moment {
    try Moment(day, clock.time, in: zone, offset: clock.offset)
  }

  /// `2h`, `1h30`, `90m`, `2 days`: in minutes.
  private static func length(_ text: String) -> Int? {
    let units = [
      "m": 1, "min": 1, "mins": 1, "minutes": 1, "h": 60, "hour": 60, "hours": 60, "d": 1_440, "day": 1_440,
      "days": 1_440, "分钟": 1, "小时": 60, "天": 1_440,
    ]
    var (sum, rest) = (0, Substring(text.hasPrefix("+") ? String(text.dropFirst()) : text))
    var smaller = 0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      let name = rest.prefix { !($0.isASCII && $0.isNumber) }
      rest = rest.dropFirst(name.count)
      guard digits.count <= 4, let number = Int(digits),
        let unit = name.isEmpty && smaller > 0 ? smaller : units[String(name)]
      else { return nil }
      sum += number * unit
      // `1h30`: what follows hours is minutes. `17h30` is a time of day.
      smaller = unit == 60 && number <= 6 ? 1 : 0
    }
    return text.isEmpty ? nil : sum
  }

  /// `17:00`, `9`, `5pm`, `17.30`, `17h30`, with an offset where an hour comes twice.
  private static func clock(_ text: String) -> (time: TimeOfDay, offset: Int?)? {
    var text = text
    var offset: Int?
    if let sign = text.firstIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let length = TimeOfDay(String(text[text.index(after: sign)...])) else { return nil }
      offset = length.minutes * 60 * (text[sign] == "-" ? -1 : 1)
      text = String(text[..<sign])
    }
    let half: Int? = text.hasSuffix("pm") ? 12 : text.hasSuffix("am") ? 0 : nil
    if half != nil { text = String(text.dropLast(2)) }
    let parts = text.split(whereSeparator: { ":.h点".contains($0) }).map(String.init)
    guard (1...2).contains(parts.count), let hour = Int(parts[0]), parts[0].count <= 2,
      let minute = parts.count == 1 ? 0 : Int(parts[1]), parts.count == 1 || parts[1].count == 2
    else { return nil }
    if let half {
      guard (1...12).contains(hour) else { return nil }
      return TimeOfDay(minutes: (hour % 12 + half) * 60 + minute).map { ($0, offset) }
    }
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    return TimeOfDay(minutes: hour * 60 + minute).map { ($0, offset) }
  }
}
