/// When the decision says that something is to happen.
public enum Timing: Sendable, Equatable {
  /// Complete by the end of a month.
  case by(Month)
  /// From the beginning of one month to the end of another.
  case window(Month, Month)
  case allYear(Int)
  /// Complete every year in that month.
  case yearly(month: Int)
  /// Updated regularly, after major events.
  case regular
  case ongoing
  /// That many days before each plenary session.
  case beforePlenary(days: ClosedRange<Int>)

  /// The first and the last day within a year, nil where no day is said.
  public func span(in year: Int) -> (start: Day?, end: Day?) {
    switch self {
    case .by(let month): (nil, month.last)
    case .window(let first, let last): (first.first, last.last)
    case .allYear(let year): (Month(year: year, month: 1).first, Month(year: year, month: 12).last)
    case .yearly(let month): (Month(year: year, month: month).first, Month(year: year, month: month).last)
    case .regular, .ongoing, .beforePlenary: (nil, nil)
    }
  }

  /// Whether it goes on or comes again, so that it is never simply over.
  public var isRecurring: Bool {
    switch self {
    case .by, .window, .allYear: false
    case .yearly, .regular, .ongoing, .beforePlenary: true
    }
  }
}

/// The indicative budget of an action, held as what the text says, not flattened into one number.
public enum Budget: Sendable, Equatable {
  case notApplicable
  case amount(usd: Int, year: Int)
  case shareOf(deliverable: String)
  case total(usd: Int, users: Int, years: Int)
  case perDay(usd: Int)
}
