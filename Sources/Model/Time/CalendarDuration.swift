/// A length of time (RFC 5545, section 3.3.6), to the minute.
public struct CalendarDuration: Sendable {
  private(set) var days = 0
  private(set) var seconds = 0

  /// Reads `P1D`, `PT1H30M`, `P2W`; nil for anything else, and for one that goes back.
  public init?(_ text: String) {
    var rest = text.trimmed.uppercased()[...]
    if rest.first == "+" { rest.removeFirst() }
    guard rest.first == "P" else { return nil }
    rest.removeFirst()
    var isTime = false
    var isAny = false
    while let first = rest.first {
      if first == "T", !isTime {
        isTime = true
        rest.removeFirst()
        continue
      }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), number <= 100_000, let unit = rest.dropFirst(digits.count).first else {
        return nil
      }
      switch (unit, isTime) {
      case ("W", false): days += number * 7
      case ("D", false): days += number
      case ("H", true): seconds += number * 3_600
      case ("M", true): seconds += number * 60
      case ("S", true): seconds += number
      default: return nil
      }
      isAny = true
      rest = rest.dropFirst(digits.count + 1)
    }
    if !isAny { return nil }
  }

  /// What comes behind it: for a whole day the day after its last one. Days are those of the calendar.
  public func end(of start: When) -> When {
    switch start {
    case .day(let day): .day(day + days + (seconds + 86_399) / 86_400)
    case .moment(let moment):
      .moment(
        Moment(
          seconds: Moment.nearest(moment.day + days, moment.time, in: moment.zone).seconds + seconds
            / 60
            * 60,
          zone: moment.zone))
    }
  }
}
