/// A week from Monday to Sunday (ISO 8601): the first of a year is the one with its first Thursday.
public struct ISOWeek: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year that the week belongs to; at the turn of a year not always that of its days.
  public let year: Int
  /// From 1 to 53.
  public let number: Int

  /// The week in which a day lies.
  public init(_ day: Day) {
    let thursday = day + (4 - day.weekday)
    year = thursday.parts.year
    number = (thursday - Month(year: year, month: 1).first) / 7 + 1
  }

  /// Reads `2015-W38`; nil for anything else, and for a week 53 that the year does not have.
  public init?(_ text: String) {
    let parts = text.split(separator: "-W", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let number = Int(parts[1]), (1...9998).contains(year), number >= 1,
      let fourth = Day(year: year, month: 1, day: 4)
    else { return nil }
    self.init(fourth + 7 * (number - 1))
    guard self.year == year, self.number == number else { return nil }
  }

  public var monday: Day {
    let fourth = Month(year: year, month: 1).first + 3
    return fourth + (1 - fourth.weekday) + 7 * (number - 1)
  }

  public var sunday: Day { monday + 6 }
  public var description: String { "\(padded(year, 4))-W\(padded(number, 2))" }

  public static func < (a: ISOWeek, b: ISOWeek) -> Bool { (a.year, a.number) < (b.year, b.number) }
}
