/// Reads days as a query says them.
enum QueryDays {
  /// `2014`, `2015-06`, `2015-06-15`, each alone or behind `<`, `<=`, `>`, `>=`; `2014..2015-06`; and by age:
  /// `<7d` less than seven days ago, `>2y` longer ago than two years (d, w, m of 30 and y of 365 days).
  /// Nil for anything else.
  static func range(_ text: String, today: Day) -> DayRange? {
    let text = plain(text)
    if let dots = text.firstRange(of: "..") {
      let (first, last) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
      let (from, until) = (period(first), period(last))
      guard !first.isEmpty || !last.isEmpty else { return nil }
      guard first.isEmpty || from != nil, last.isEmpty || until != nil else { return nil }
      return DayRange(from: from?.from, until: until?.until)
    }
    let sign = [">=", "<=", ">", "<", "="].first { text.hasPrefix($0) } ?? ""
    let rest = String(text.dropFirst(sign.count)).trimmed
    if let days = age(rest) { return range(sign, age: days, today: today) }
    guard let period = period(rest) else { return nil }
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

  /// Full-width signs and digits as ASCII, and `2015年6月15日` as `2015-06-15`.
  private static func plain(_ text: String) -> String {
    var text = Folding.folded(text).replacing("年", with: "-").replacing("月", with: "-")
      .replacing("日", with: "").replacing(" ", with: "")
    while text.hasSuffix("-") { text.removeLast() }
    return text
  }

  /// A year, month or day.
  private static func period(_ text: String) -> DayRange? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ (1...2).contains($0.count) }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    switch numbers.count {
    case 1:
      guard let from = Day(year: numbers[0], month: 1, day: 1) else { return nil }
      return DayRange(from: from, until: Month(year: numbers[0], month: 12).last + 1)
    case 2:
      guard let from = Day(year: numbers[0], month: numbers[1], day: 1) else { return nil }
      return DayRange(from: from, until: from.month.last + 1)
    default:
      guard let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else { return nil }
      return DayRange(from: day, until: day + 1)
    }
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
