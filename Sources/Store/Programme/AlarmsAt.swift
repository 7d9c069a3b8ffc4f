import Model

/// What presses at a moment, the most urgent first.
public struct AlarmsAt: Query {
  let day: Day
  /// Since 1970, UTC: an answer holds for a minute.
  let minute: Int
  let days: Int

  /// So far ahead the dashboard looks.
  public static let usualDays = 7

  /// - Parameters:
  ///   - seconds: since 1970.
  ///   - days: up to so many days ahead counts as due.
  public init(asOf day: Day, at seconds: Int, within days: Int = usualDays) {
    (self.day, self.minute, self.days) = (day, seconds / 60, days)
  }

  public func answer(in reader: Reader) throws -> [Alarm] {
    try WholeProgramme().answer(in: reader).alarms(asOf: day, at: minute * 60, within: days)
  }
}
