import Model

/// Dates as feeds have them: RFC 822 with names, two digits of a year or none of a zone; ISO 8601 in its
/// variants; seconds since 1970; and what people write.
enum FeedDate {
  /// The moment; the day alone where the text has no time or no zone: none is made up. Nil for what is no
  /// date.
  /// - Parameters:
  ///   - order: which number comes first where the text does not tell.
  ///   - zone: that of times without one.
  static func when(_ text: String, _ order: DateOrder? = nil, zone: Zone? = nil) -> When? {
    let text = text.trimmed
    guard (6...80).contains(text.utf8.count) else { return nil }
    if let epoch = epoch(text) { return epoch }
    let parts = Parts(text)
    guard let iso = WrittenDate.iso(parts.date(), order), let day = Day(iso),
      (1900...2200).contains(day.parts.year)
    else { return nil }
    guard let minutes = parts.minutes, let offset = parts.offset else {
      if let zone, let time = parts.minutes.flatMap({ TimeOfDay(minutes: $0) }) {
        return .moment(Moment.nearest(day, time, in: zone))
      }
      return .day(parts.minutes == Parts.minutesPerDay ? day + 1 : day)
    }
    let seconds = day.number * 86_400 + minutes * 60 - offset
    return .moment(Moment(seconds: seconds, zone: Self.zone(offset, at: seconds)))
  }

  /// Whether a time is lost because no zone stands behind it.
  static func losesTime(_ text: String) -> Bool {
    let parts = Parts(text.trimmed)
    return parts.offset == nil && parts.minutes.map { $0 < Parts.minutesPerDay } ?? false
  }

  /// Why a text is no date: that it may be two, or none.
  static func problem(_ text: String) -> FieldProblem {
    do { _ = try WrittenDate.day(Parts(text.trimmed).date()) } catch .ambiguousDay(_, let first, let other) {
      return .ambiguousDay(text, first, other)
    } catch {}
    return .malformedDay(text)
  }

  /// Seconds, or thousandths of them, since 1970.
  private static func epoch(_ text: String) -> When? {
    guard let number = Int(text), [9, 10, 13].contains(text.utf8.count) else { return nil }
    let seconds = text.utf8.count == 13 ? number / 1_000 : number
    return .moment(Moment(seconds: seconds / 60 * 60, zone: .utc))
  }

  /// A zone with that offset, so that the item keeps the day that its outlet gives it; UTC where there is
  /// none.
  private static func zone(_ offset: Int, at seconds: Int) -> Zone {
    if offset == 0 { return .utc }
    let name =
      offset % 3_600 == 0
      ? "Etc/GMT\(offset > 0 ? "-" : "+")\(abs(offset) / 3_600)" : halves[offset / 60] ?? "UTC"
    guard let zone = Zone(name), zone.offset(at: seconds) == offset else { return .utc }
    return zone
  }

  /// Zones between the hours, by minutes east of UTC.
  private static let halves = [
    330: "Asia/Kolkata", 345: "Asia/Kathmandu", 270: "Asia/Kabul", 390: "Asia/Yangon",
    570: "Australia/Darwin",
    210: "Asia/Tehran", -210: "America/St_Johns", 630: "Australia/Adelaide",
  ]

  /// Names of zones (RFC 822, section 5.1) and those that are met besides, by hours east of UTC.
  private static let names: [String: Double] = [
    "GMT": 0, "UT": 0, "UTC": 0, "Z": 0, "WET": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7,
    "MDT": -6,
    "PST": -8, "PDT": -7, "CET": 1, "CEST": 2, "BST": 1, "EET": 2, "EEST": 3, "MSK": 3, "EAT": 3, "SAST": 2,
    "IST": 5.5, "SGT": 8, "MYT": 8, "HKT": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12,
  ]

  private struct Parts {
    private var words: [String] = []
    static let minutesPerDay = 1_440

    /// Since midnight; 24:00 is the end of the day (ISO 8601-1, section 5.3.1.1).
    var minutes: Int?
    /// Seconds east of UTC.
    var offset: Int?

    init(_ text: String) {
      for word in Self.spaced(text).split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\t" }) {
        take(String(word))
      }
    }

    func date() -> String { words.joined(separator: " ") }

    /// The `T` of ISO 8601 as a space.
    private static func spaced(_ text: String) -> String {
      var bytes = Array(text.utf8)
      func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
      for index in bytes.indices.dropFirst().dropLast()
      where bytes[index] | 0x20 == UInt8(ascii: "t") && isDigit(bytes[index - 1]) && isDigit(bytes[index + 1])
      {
        bytes[index] = 0x20
      }
      return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func take(_ word: String) {
      if minutes == nil, let (minutes, rest) = Self.time(word, isAfterDate: !words.isEmpty) {
        self.minutes = minutes
        if !rest.isEmpty { offset = Self.offset(rest) }
      } else if let minutes, ["AM", "PM"].contains(word.uppercased()) {
        let hours = minutes / 60 % 12 + (word.uppercased() == "PM" ? 12 : 0)
        self.minutes = hours * 60 + minutes % 60
      } else if minutes != nil, let offset = Self.offset(word) {
        self.offset = offset
      } else if !word.hasPrefix("(") {
        words.append(word)
      }
    }

    /// `05:07:11.250+08:00`, `5:07`, and `050711Z` behind a date.
    private static func time(_ word: String, isAfterDate: Bool) -> (minutes: Int, rest: String)? {
      let digits = word.prefix { $0.isASCII && $0.isNumber }
      var rest = word.dropFirst(digits.count)
      if digits.count == 6, isAfterDate, rest.isEmpty || offset(String(rest)) != nil {
        return minutes(digits.prefix(2), digits.dropFirst(2).prefix(2)).map { ($0, String(rest)) }
      }
      guard (1...2).contains(digits.count), rest.first == ":" else { return nil }
      guard let time = minutes(digits, rest.dropFirst().prefix(2)) else { return nil }
      rest = rest.dropFirst(3)
      rest = rest.drop { $0 == ":" || $0 == "." || $0.isNumber }
      return (time, String(rest))
    }

    private static func minutes(_ hours: Substring, _ minutes: Substring) -> Int? {
      if hours == "24", minutes == "00" { return Self.minutesPerDay }
      return TimeOfDay("\(hours):\(minutes)")?.minutes
    }

    private static func offset(_ text: String) -> Int? {
      if let hours = names[text.uppercased()] { return Int(hours * 3_600) }
      var text = text.uppercased()
      for name in ["GMT", "UTC"] where text.hasPrefix(name) { text.removeFirst(3) }
      guard let sign = text.first, sign == "+" || sign == "-" || sign == "\u{2212}" else { return nil }
      let digits = text.dropFirst().filter { $0 != ":" }
      guard (1...4).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
        return nil
      }
      let isShort = digits.count <= 2
      guard let hours = Int(isShort ? digits : String(digits.dropLast(2))),
        let minutes = Int(isShort ? "0" : String(digits.suffix(2))), hours <= 14, minutes < 60
      else { return nil }
      return (hours * 3_600 + minutes * 60) * (sign == "+" ? 1 : -1)
    }
  }
}
