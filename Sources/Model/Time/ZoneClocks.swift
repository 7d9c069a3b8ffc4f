/// The clocks of a zone that the time zone database has no name for, as a calendar file describes them: one offset all
/// the time, or two and the days of the year on which they change.
///
/// Written `UTC+05:20`, and `UTC-05:00/-04:00,M3.2.0/02:00,M11.1.0/02:00`: the offsets east of UTC, then when the clocks
/// are put forward and back, as POSIX.1 writes it (chapter 8.3, TZ): the month, the week of it (5 for the last), the day of
/// the week (0 for Sunday) and the time by the clocks before it.
public struct ZoneClocks: Sendable, Hashable, CustomStringConvertible {
  /// A day of each year on which the clocks are changed.
  public struct Change: Sendable, Hashable {
    public let month: Int
    /// 1 to 4, or 5 for the last.
    public let week: Int
    /// 1 for Monday to 7 for Sunday.
    public let weekday: Int
    /// By the clocks before it.
    public let time: TimeOfDay

    public init(month: Int, week: Int, weekday: Int, time: TimeOfDay) {
      (self.month, self.week, self.weekday, self.time) = (month, week, weekday, time)
    }

    /// In seconds since 1970, as if the clocks showed UTC.
    fileprivate func local(in year: Int) -> Int {
      let (first, last) = (Month(year: year, month: month).first, Month(year: year, month: month).last)
      let day =
        week == 5
        ? last + -((last.weekday - weekday + 7) % 7)
        : first + ((weekday - first.weekday + 7) % 7 + (week - 1) * 7)
      return day.number * 86_400 + time.minutes * 60
    }

    fileprivate var text: String { "M\(month).\(week).\(weekday % 7)/\(time)" }

    fileprivate init?(_ text: Substring) {
      guard let found = text.wholeMatch(of: /M([0-9]{1,2})\.([1-5])\.([0-6])\/([0-9]{2}:[0-9]{2})/),
        let month = Int(found.1), (1...12).contains(month), let week = Int(found.2), let day = Int(found.3),
        let time = TimeOfDay(String(found.4))
      else { return nil }
      self.init(month: month, week: week, weekday: day == 0 ? 7 : day, time: time)
    }
  }

  /// The changes of a year.
  public struct Changes: Sendable, Hashable {
    /// Seconds east of UTC between `forward` and `back`.
    public let daylight: Int
    public let forward: Change
    public let back: Change

    public init(daylight: Int, forward: Change, back: Change) {
      (self.daylight, self.forward, self.back) = (daylight, forward, back)
    }
  }

  /// Seconds east of UTC.
  public let standard: Int
  /// Nil where the clocks are never changed.
  public let changes: Changes?

  /// - Parameter standard: seconds east of UTC.
  public init(_ standard: Int, _ changes: Changes? = nil) {
    (self.standard, self.changes) = (standard, changes)
  }

  /// Reads what `description` writes; nil for anything else.
  public init?(_ text: String) {
    guard text.hasPrefix("UTC") else { return nil }
    let parts = text.dropFirst(3).split(separator: ",", omittingEmptySubsequences: false)
    let offsets = parts[0].split(separator: "/", omittingEmptySubsequences: false)
    guard let standard = Self.seconds(offsets[0]) else { return nil }
    if offsets.count == 1, parts.count == 1 {
      self.init(standard)
    } else {
      guard offsets.count == 2, parts.count == 3, let daylight = Self.seconds(offsets[1]),
        let forward = Change(parts[1]), let back = Change(parts[2])
      else { return nil }
      self.init(standard, Changes(daylight: daylight, forward: forward, back: back))
    }
  }

  public var description: String {
    let standard = "UTC" + Self.text(standard)
    guard let changes else { return standard }
    return "\(standard)/\(Self.text(changes.daylight)),\(changes.forward.text),\(changes.back.text)"
  }

  /// Seconds east of UTC at a moment, given as seconds since 1970.
  func offset(at seconds: Int) -> Int {
    guard let changes else { return standard }
    let day = Day(number: Int((Double(seconds + standard) / 86_400).rounded(.down)))
    let year = min(9999, max(1, day.parts.year))
    let forward = changes.forward.local(in: year) - standard
    let back = changes.back.local(in: year) - changes.daylight
    let isDaylight =
      forward < back ? forward <= seconds && seconds < back : !(back <= seconds && seconds < forward)
    return isDaylight ? changes.daylight : standard
  }

  /// The next moment after `seconds` at which the clocks are changed; nil where they never are.
  func nextChange(after seconds: Int) -> Int? {
    guard let changes else { return nil }
    let year = Day(number: Int((Double(seconds) / 86_400).rounded(.down))).parts.year
    return (year - 1...year + 1).lazy.filter { (1...9999).contains($0) }.flatMap { year in
      [changes.forward.local(in: year) - standard, changes.back.local(in: year) - changes.daylight]
    }
    .filter { $0 > seconds }.min()
  }

  /// `+05:20`, with seconds only where there are some.
  private static func text(_ seconds: Int) -> String {
    let size = abs(seconds)
    let rest = size % 60 == 0 ? "" : ":" + padded(size % 60, 2)
    return "\(seconds < 0 ? "-" : "+")\(padded(size / 3_600, 2)):\(padded(size / 60 % 60, 2))\(rest)"
  }

  private static func seconds(_ text: Substring) -> Int? {
    guard let found = text.wholeMatch(of: /([+-])([0-9]{2}):([0-5][0-9])(?::([0-5][0-9]))?/),
      let hours = Int(found.2), hours < 24, let minutes = Int(found.3)
    else { return nil }
    let size = hours * 3_600 + minutes * 60 + (found.4.flatMap { Int($0) } ?? 0)
    return found.1 == "-" ? -size : size
  }
}
