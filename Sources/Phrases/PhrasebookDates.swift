extension Phrasebook {
  /// A day as people write it: "15 Sep 2015", "2015年9月15日".
  public func day(year: Int, month: Int, day: Int) -> String {
    say(Phrase(.dayFormat, .text(numeral(day)), .phrase(Phrase(month: month)), .text(String(year))))
  }

  /// A day of a year that is understood: "15 Sep".
  public func day(month: Int, day: Int) -> String {
    say(Phrase(.dayNoYearFormat, .text(numeral(day)), .phrase(Phrase(month: month))))
  }

  /// French counts the first day of a month: "1er sept.".
  private func numeral(_ day: Int) -> String { language == "fr" && day == 1 ? "1er" : String(day) }

  /// "Sep 2015", "2015年9月".
  public func month(year: Int, month: Int) -> String {
    say(Phrase(.monthFormat, .phrase(Phrase(month: month)), .text(String(year))))
  }
}

extension Phrase {
  /// The short name of a month from 1 to 12.
  public init(month: Int) { self.init(key: "month\(month)", arguments: []) }
  /// The short name of a day of the week, 1 for Monday (ISO 8601).
  public init(weekday: Int) { self.init(key: "weekday\(weekday)", arguments: []) }
}
