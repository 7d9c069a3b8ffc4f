/// A time by the clock on the wall, to the minute, without day or zone (ISO 8601).
public struct TimeOfDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Since midnight.
  public let minutes: Int

  /// Nil outside a day.
  public init?(minutes: Int) {
    guard (0..<1_440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// Reads `HH:MM`, and `H:MM`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    minutes = hour * 60 + minute
  }

  /// Reads what people write: also the hour alone in two digits, by the clock of 24 hours. One digit may be of the
  /// morning or of the evening, and is nil.
  public init?(written text: String) {
    self.init(text.utf8.count == 2 ? text + ":00" : text)
  }

  public static let midnight = TimeOfDay(minutes: 0)!

  public var description: String { "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }

  public static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.minutes < b.minutes }
}
