/// How an event comes again: a rule of RFC 5545, section 3.3.10, as far as days go.
public struct EventRule: Sendable, Equatable {
  public enum Frequency: String, Sendable {
    case daily = "DAILY", weekly = "WEEKLY", monthly = "MONTHLY", yearly = "YEARLY"
  }

  /// A day of the week, perhaps only the nth of its month or year, from the end where it is negative.
  public struct Weekday: Sendable, Equatable {
    /// 0: all of them.
    public var ordinal = 0
    /// 1 for Monday to 7 for Sunday.
    public var weekday: Int
  }

  /// When it ends.
  public enum Limit: Sendable, Equatable {
    case day(Day)
    /// Seconds since 1970.
    case instant(Int)
    /// By the clocks of the event.
    case local(Day, TimeOfDay)

    /// In UTC where it is an instant.
    public var day: Day {
      switch self {
      case .day(let day), .local(let day, _): day
      case .instant(let seconds): Day(number: Int((Double(seconds) / 86_400).rounded(.down)))
      }
    }

    /// The last day of a series of whole days that ends at a moment. Some programs write the midnight with which their own
    /// last day begins, as UTC, which east of Greenwich is the day before.
    /// - Parameter zone: where the midnight may be.
    public func lastDay(in zone: Zone) -> Day {
      guard case .instant(let seconds) = self else { return day }
      let local = Moment(seconds: seconds, zone: zone)
      return seconds % 86_400 != 0 && local.time == .midnight ? local.day : day
    }

    /// Whether which day it means depends on where one is: a time between a day's beginning and its end.
    public var isWithinDay: Bool {
      guard case .instant(let seconds) = self else { return false }
      return seconds % 86_400 != 0 && (seconds + 60) % 86_400 != 0
    }

    /// As iCalendar writes it behind such a start.
    fileprivate func text(for start: When) -> String {
      func date(_ day: Day) -> String { day.description.replacing("-", with: "") }
      func utc(_ seconds: Int) -> String {
        // No calendar has a year of five digits.
        let moment = Moment(seconds: min(seconds, 253_402_300_740), zone: .utc)
        return "\(date(moment.day))T\(moment.time.description.replacing(":", with: ""))00Z"
      }
      switch (self, start) {
      case (_, .day): return date(day)
      case (.instant(let seconds), .moment): return utc(seconds)
      case (.local(let day, let time), .moment(let moment)):
        return utc(Moment.nearest(day, time, in: moment.zone).seconds)
      // That day itself included.
      case (.day(let day), .moment(let moment)):
        return utc(Moment.nearest(day + 1, .midnight, in: moment.zone).seconds - 60)
      }
    }
  }

  public enum Problem: Error, Sendable, Equatable {
    /// The part that is no part of a rule.
    case malformed(String)
    /// A part that this program keeps and does not reckon with.
    case unsupported(String)
  }

  public private(set) var frequency = Frequency.yearly
  public private(set) var interval = 1
  public private(set) var count: Int?
  public private(set) var until: Limit?
  public private(set) var weekdays: [Weekday] = []
  public private(set) var monthDays: [Int] = []
  public private(set) var months: [Int] = []
  public private(set) var positions: [Int] = []
  public private(set) var weekStart = 1

  public init(_ text: String) throws(Problem) {
    var names: Set<String> = []
    for part in text.uppercased().split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard sides.count == 2, names.insert(sides[0]).inserted else { throw .malformed(String(part)) }
      try take(sides[0], sides[1])
    }
    guard names.contains("FREQ"), count == nil || until == nil else { throw .malformed(text) }
    if weekdays.contains(where: { $0.ordinal != 0 }), frequency == .daily || frequency == .weekly {
      throw .malformed(text)
    }
  }

  private mutating func take(_ name: String, _ value: String) throws(Problem) {
    let malformed = Problem.malformed("\(name)=\(value)")
    func numbers(_ range: ClosedRange<Int>, orFromEnd: Bool = false) throws(Problem) -> [Int] {
      var numbers: [Int] = []
      for text in value.split(separator: ",") {
        guard let number = Int(text), range.contains(orFromEnd ? abs(number) : number) else {
          throw malformed
        }
        numbers.append(number)
      }
      if numbers.isEmpty { throw malformed }
      return numbers
    }
    switch name {
    case "FREQ":
      if ["SECONDLY", "MINUTELY", "HOURLY"].contains(value) { throw .unsupported("\(name)=\(value)") }
      guard let known = Frequency(rawValue: value) else { throw malformed }
      frequency = known
    case "INTERVAL": interval = try numbers(1...10_000)[0]
    case "COUNT": count = try numbers(1...1_000_000)[0]
    case "UNTIL":
      guard let limit = Self.limit(value) else { throw malformed }
      until = limit
    case "BYDAY":
      for text in value.split(separator: ",") {
        guard let day = Self.weekday(text) else { throw malformed }
        weekdays.append(day)
      }
    case "BYMONTHDAY": monthDays = try numbers(1...31, orFromEnd: true)
    case "BYMONTH": months = try numbers(1...12)
    case "BYSETPOS": positions = try numbers(1...366, orFromEnd: true)
    case "WKST":
      guard let day = Self.weekday(value[...]), day.ordinal == 0 else { throw malformed }
      weekStart = day.weekday
    case "BYSECOND", "BYMINUTE", "BYHOUR", "BYYEARDAY", "BYWEEKNO", "RSCALE", "SKIP":
      throw .unsupported("\(name)=\(value)")
    default: throw name.hasPrefix("X-") ? .unsupported("\(name)=\(value)") : malformed
    }
  }

  /// The rule with an end of the kind that its first time has: a day for a day, UTC for a time (RFC 5545, section
  /// 3.3.10). Other programs refuse any other, or end a day early.
  /// - Parameter zone: whose midnight an end may be; nil where a file of ours says the day.
  public static func conforming(_ text: String, to start: When, in zone: Zone? = nil) -> String {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map { part -> String in
      let sides = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard sides.count == 2, sides[0].uppercased() == "UNTIL", let limit = limit(sides[1]) else {
        return String(part)
      }
      if case .day = start, let zone { return "UNTIL=" + Limit.day(limit.lastDay(in: zone)).text(for: start) }
      return "UNTIL=" + limit.text(for: start)
    }
    return parts.joined(separator: ";")
  }

  private static func limit(_ text: String) -> Limit? {
    switch EventDate(text) {
    case .day(let day): .day(day)
    case .utc(let seconds): .instant(seconds)
    case .local(let day, let time): .local(day, time)
    case nil: nil
    }
  }

  private static func weekday(_ text: Substring) -> Weekday? {
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    guard text.count >= 2, let index = names.firstIndex(of: String(text.suffix(2))) else { return nil }
    let number = text.dropLast(2)
    guard let ordinal = number.isEmpty ? 0 : Int(number), (-53...53).contains(ordinal),
      number.isEmpty || ordinal != 0
    else { return nil }
    return Weekday(ordinal: ordinal, weekday: index + 1)
  }
}

/// A value of DTSTART and its like (RFC 5545, sections 3.3.4 and 3.3.5), before a zone makes a moment of it.
public enum EventDate: Sendable, Equatable {
  case day(Day)
  /// Seconds since 1970.
  case utc(Int)
  case local(Day, TimeOfDay)

  /// Reads `20160222`, `20160222T070000` and `20160222T070000Z`, with or without the marks of ISO 8601; seconds
  /// are left out.
  public init?(_ text: String) {
    var digits: [Int] = []
    var isTimed = false
    var isUTC = false
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39 where !isUTC: digits.append(Int(byte) - 0x30)
      case UInt8(ascii: "T"), UInt8(ascii: "t"):
        guard digits.count == 8, !isTimed else { return nil }
        isTimed = true
      case UInt8(ascii: "Z"), UInt8(ascii: "z"):
        guard isTimed, !isUTC else { return nil }
        isUTC = true
      case UInt8(ascii: "-"), UInt8(ascii: ":"): continue
      default: return nil
      }
    }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard isTimed ? [12, 14].contains(digits.count) : digits.count == 8,
      let day = Day(year: number(0..<4), month: number(4..<6), day: number(6..<8))
    else { return nil }
    guard isTimed else {
      self = .day(day)
      return
    }
    let (hour, minute) = (number(8..<10), number(10..<12))
    // 60: a leap second.
    guard hour < 24, minute < 60, digits.count == 12 || number(12..<14) <= 60,
      let time = TimeOfDay(minutes: hour * 60 + minute)
    else { return nil }
    self = isUTC ? .utc(day.number * 86_400 + time.minutes * 60) : .local(day, time)
  }
}
