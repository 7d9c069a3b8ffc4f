import Model

/// What one column group of the timeline is: its zoom.
enum TimelineUnit: Int, CaseIterable, Sendable {
  case year, quarter, month, week, day

  /// The place of a day's unit in the row of all units.
  func index(of day: Day) -> Int {
    let (year, month, _) = day.parts
    return switch self {
    case .year: year
    case .quarter: year * 4 + (month - 1) / 3
    case .month: year * 12 + month - 1
    // Day 0 was a Thursday; weeks begin on Monday.
    case .week: Int((Double(day.number + 3) / 7).rounded(.down))
    case .day: day.number
    }
  }

  func first(_ index: Int) -> Day {
    switch self {
    case .year: Month(year: min(9999, max(1, index)), month: 1).first
    case .quarter: Day.month(index * 3)
    case .month: Day.month(index)
    case .week: Day(number: index * 7 - 3)
    case .day: Day(number: index)
    }
  }

  func last(_ index: Int) -> Day { first(index + 1) + -1 }

  /// How far a bar moves at one key.
  var step: (months: Int, days: Int) {
    switch self {
    case .year: (12, 0)
    case .quarter: (3, 0)
    case .month: (1, 0)
    case .week: (0, 7)
    case .day: (0, 1)
    }
  }

  /// The columns of one unit in a chart of that width; months always share a year's width.
  func columns(in width: Int) -> Int {
    switch self {
    case .month: max(1, width / 12)
    case .day: 3
    case .quarter: width >= 60 ? 6 : 4
    case .year, .week: width >= 60 ? 6 : 5
    }
  }

  var finer: TimelineUnit? { TimelineUnit(rawValue: rawValue + 1) }
  var coarser: TimelineUnit? { TimelineUnit(rawValue: rawValue - 1) }
}

extension Day {
  /// The first day of a month, counted from the year 0.
  fileprivate static func month(_ index: Int) -> Day {
    let index = min(9999 * 12 + 11, max(12, index))
    return Month(year: index / 12, month: index % 12 + 1).first
  }
}
