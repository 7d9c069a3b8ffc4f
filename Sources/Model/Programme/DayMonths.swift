extension Day {
  /// The first and the last day that the calendar of this program has.
  public static let first = Month(year: 1, month: 1).first
  public static let last = Month(year: 9999, month: 12).last

  /// The same day of another month; where that month is shorter, its last day. The 31st comes back as the 31st
  /// only where it is counted from the same day each time.
  public func adding(months: Int) -> Day {
    let (year, number, day) = parts
    let index = year * 12 + number - 1 + months
    guard (12..<120_000).contains(index) else { return months < 0 ? .first : .last }
    let month = Month(year: index / 12, month: index % 12 + 1)
    return month.first + (min(day, month.last - month.first + 1) - 1)
  }

  public var isLastOfMonth: Bool { self == month.last }
}
