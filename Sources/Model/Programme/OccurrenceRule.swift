/// By what rule an activity comes again: what the decision says of its own (`Timing`), or what the office chose.
public enum OccurrenceRule: Sendable, Hashable {
  /// Every year in that month, from the year of the decision on.
  case yearlyMonth(Int)
  /// In steps of so many days, from a first span on.
  case weeks(first: Day, last: Day)
  /// In steps of so many months, from a first span on.
  case months(Int, first: Day, last: Day)
  /// So many days before each plenary session.
  case beforeSession(days: ClosedRange<Int>)
  /// After each plenary session and each launch, so many days long; nil where nobody says how long.
  case afterEvent(length: Int?)

  /// The decision was adopted in January 2015: what it asks for every year begins there.
  public static let firstYear = 2015
  /// "One to two days before each plenary session" (annex II, implementation plan, row 9).
  public static let daysBeforeSession = 1...2
}

extension Activity {
  /// The rule by which it comes again; nil where it does not, or where the office gave no day to count from.
  public var occurrenceRule: OccurrenceRule? {
    if let adopted { return adopted.timing.occurrenceRule }
    switch recurrence {
    case nil: return nil
    case .beforeSession: return .beforeSession(days: OccurrenceRule.daysBeforeSession)
    case .afterEvent:
      return .afterEvent(length: start.flatMap { start in end.map { $0 - start } })
    case .weekly:
      return span.map { .weeks(first: $0.first, last: $0.last) }
    case .monthly: return span.map { .months(1, first: $0.first, last: $0.last) }
    case .quarterly: return span.map { .months(3, first: $0.first, last: $0.last) }
    case .yearly: return span.map { .months(12, first: $0.first, last: $0.last) }
    }
  }

  /// Whether somebody means it to come again, days or not.
  public var isRecurring: Bool { adopted.map { $0.timing.occurrenceRule != nil } ?? (recurrence != nil) }

  /// Nothing comes before that day: what took place before the decision, or before the office began, is not asked for.
  var earliestOccurrence: Day {
    adopted == nil ? start ?? .first : Month(year: OccurrenceRule.firstYear, month: 1).first
  }

  /// Its first time: the days of its plan; one day where only one is given.
  private var span: (first: Day, last: Day)? {
    guard let first = start ?? baselineStart ?? end ?? baselineEnd else { return nil }
    return (first, max(first, end ?? baselineEnd ?? first))
  }
}

extension Timing {
  var occurrenceRule: OccurrenceRule? {
    switch self {
    case .by, .window, .allYear, .ongoing: nil
    case .yearly(let month): .yearlyMonth(month)
    case .regular: .afterEvent(length: nil)
    case .beforePlenary(let days): .beforeSession(days: days)
    }
  }
}
