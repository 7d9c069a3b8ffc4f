/// Reads days as a query says them.
enum QueryDays {
  /// `2014`, `2015-06`, `2015-06-15`, "15 June 2015", "yesterday", each alone or behind `<`, `<=`, `>`, `>=`; `2014..2015-06`; and by age:
  /// `<7d` less than seven days ago, `>2y` longer ago than two years (d, w, m of 30 and y of 365 days).
  /// Nil for anything else.
  static func range(_ text: String, today: Day) -> DayRange? {
    let text = Folding.folded(text)
    if let dots = text.firstRange(of: "..") {
      let (first, last) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
      let (from, until) = (period(first, today), period(last, today))
      guard !first.isEmpty || !last.isEmpty else { return nil }
      guard first.isEmpty || from != nil, last.isEmpty || until != nil else { return nil }
      return DayRange(from: from?.from, until: until?.until)
    }
    let sign = [">=", "<=", ">", "<", "="].first { text.hasPrefix($0) } ?? ""
    let rest = String(text.dropFirst(sign.count)).trimmed
    if let days = age(rest) { return range(sign, age: days, today: today) }
    guard let period = period(rest, today) else { return nil }
    switch sign {
    case "<": return DayRange(until: period.from)
    case "<=": return DayRange(until: period.until)
    case ">": return DayRange(from: period.until)
    case ">=": return DayRange(from: period.from)
    default: return period
    }
  }

  private static func range(_ sign: String, age days: Int, today: Day) -> DayRange {
    switch sign {
    case "<": DayRange(from: today + (1 - days))
    case ">": DayRange(until: today + -days)
    case ">=": DayRange(until: today + (1 - days))
    default: DayRange(from: today + -days)
    }
  }

  /// A year, month or day, written in any way that leaves no choice.
  private static func period(_ text: String, _ today: Day) -> DayRange? {
    if let day = RelativeDay.read(text, today: today) { return DayRange(from: day, until: day + 1) }
    guard let iso = WrittenDate.iso(text, nil) else {
      return (try? WrittenDate.day(text, today: today)).map { DayRange(from: $0, until: $0 + 1) }
    }
    if let day = Day(iso) { return DayRange(from: day, until: day + 1) }
    if let month = Month(iso) { return DayRange(from: month.first, until: month.last + 1) }
    guard let year = Month(iso + "-01") else { return nil }
    return DayRange(from: year.first, until: Month(year: year.year, month: 12).last + 1)
  }

  /// `7d` in days; nil for what is no age, or lies before any calendar.
  private static func age(_ text: String) -> Int? {
    let units: [Character: Int] = ["d": 1, "w": 7, "m": 30, "y": 365]
    guard let unit = text.last.flatMap({ units[$0] }), text.count <= 5,
      text.dropLast().utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text.dropLast()),
      number * unit < 365 * 1000
    else { return nil }
    return number * unit
  }
}
