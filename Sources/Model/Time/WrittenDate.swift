/// Which number comes first in the dates of a column. A year of four digits shows itself.
public enum DateOrder: String, Sendable, Hashable, CaseIterable {
  case dayFirst = "day-first", monthFirst = "month-first", yearFirst = "year-first"
}

/// Dates as people and programs write them, and as the program itself shows them in any of its languages.
public enum WrittenDate {
  /// The day that a text says.
  /// - Parameter today: from which words such as "tomorrow" count; nil where they mean nothing, as in files.
  /// - Throws: `ambiguousDay` where it may be two days, `malformedDay` where it is none.
  public static func day(_ text: String, today: Day? = nil) throws(FieldProblem) -> Day {
    if let day = Day(text) { return day }
    if let today, let day = RelativeDay.read(text, today: today) { return day }
    if let day = iso(text, nil).flatMap(Day.init) { return day }
    if let today, let day = Parts(text)?.day(of: today.parts.year) { return day }
    let readings = DateOrder.allCases.compactMap { iso(text, $0).flatMap(Day.init) }
    guard let first = readings.first, let other = readings.first(where: { $0 != first }) else {
      throw .malformedDay(text)
    }
    throw .ambiguousDay(text, first, other)
  }

  /// The day, month or year that a text says, as ISO 8601.
  /// - Throws: as `day`, `malformedPartialDay` where it is none of them.
  public static func partial(_ text: String) throws(FieldProblem) -> String {
    if let iso = iso(text, nil) { return iso }
    do { return try day(text).description } catch .malformedDay { throw .malformedPartialDay(text) }
  }

  /// The text as ISO 8601: a day, or a month or year where it says no more. Nil where it is no date, or where
  /// nothing tells which number is the month.
  public static func iso(_ text: String, _ order: DateOrder?) -> String? {
    guard let parts = Parts(text) else { return nil }
    switch parts.numbers.count {
    case 1: return single(parts)
    case 2: return pair(parts)
    case 3: return triple(parts, order)
    default: return nil
    }
  }

  /// What a cell tells of the order of its column.
  public enum Hint: Equatable, Sendable {
    case none
    /// It is a day in several of them, and not the same.
    case either(Set<DateOrder>)
    case only(DateOrder)
  }

  public static func hint(_ text: String) -> Hint {
    guard let parts = Parts(text), parts.isOrdered else { return .none }
    let orders = DateOrder.allCases.filter { triple(parts, $0) != nil }
    let days = Set(orders.compactMap { triple(parts, $0) })
    if days.count > 1 { return .either(Set(orders)) }
    return orders.count == 1 ? .only(orders[0]) : .none
  }

  /// The number of a month by its name or the beginning of it, in any language of the program; nil for other words.
  public static func month(_ word: String) -> Int? { DateWords.month(word) }

  /// What programs write for no date at all.
  public static func isNone(_ text: String) -> Bool {
    text.contains("0") && text.utf8.allSatisfy { $0 <= UInt8(ascii: "0") }
  }

  /// The numbers of a date, and its month where that is a word.
  private struct Parts {
    var numbers: [Int] = []
    var digits: [Int] = []
    var month: Int?
    var separator: Character?

    /// Nil where a word stands there that belongs in no date: it would be lost.
    init?(_ text: String) {
      var digits = ""
      var word = ""
      for character in DateWords.inOneWord(WrittenDate.day(of: text)) + " " {
        if let digit = character.wholeNumberValue, digit < 10, !character.isLetter {
          guard take(&word) else { return nil }
          digits.append(String(digit))
          continue
        }
        if !digits.isEmpty {
          numbers.append(Int(digits) ?? -1)
          self.digits.append(digits.count)
          separator = separator ?? character
          digits = ""
        }
        if character.isLetter { word.append(character) } else if !take(&word) { return nil }
      }
    }

    /// Whether an order decides what it means: nobody writes the month first with dots.
    var isOrdered: Bool {
      month == nil && numbers.count == 3 && digits[0] < 3 && (separator == "/" || separator == "-")
    }

    /// A day and a month without a year, as screens show those of a year that is understood.
    func day(of year: Int) -> Day? {
      if month == nil, numbers.count == 2, separator == "月" {
        return Day(year: year, month: numbers[0], day: numbers[1])
      }
      guard let month, numbers.count == 1, digits[0] < 3 else { return nil }
      return Day(year: year, month: month, day: numbers[0])
    }

    private mutating func take(_ word: inout String) -> Bool {
      guard !word.isEmpty else { return true }
      defer { word = "" }
      if let month = DateWords.month(word) {
        self.month = month
        return true
      }
      return DateWords.isFiller(word)
    }
  }

  /// The time of day and its zone behind a date, with a blank before it; empty where there is none.
  public static func time(in text: String) -> String {
    let rest = text.trimmed.dropFirst(day(of: text).count)
    return rest.isEmpty ? "" : " " + String(rest.drop { $0 == "T" || $0 == " " })
  }

  /// A day with a time behind it and no zone, its time as `HH:MM`; nil for any other text.
  public static func withoutZone(_ text: String) -> String? {
    let day = String(day(of: text)).trimmed
    let rest = time(in: text).trimmed
    // Most texts have none, and an expression costs more than all the rest.
    guard let first = rest.utf8.first, (0x30...0x39).contains(first), let last = rest.last,
      last.isASCII, last.isNumber || "mM.".contains(last)
    else { return nil }
    let clock = /([0-9]{1,2}):([0-9]{2})(?::[0-9]{2}(?:[.,][0-9]+)?)?\s*(?:([AaPp])\.?[Mm]\.?)?/
    guard !day.isEmpty, let found = rest.wholeMatch(of: clock), let hour = Int(found.1),
      let minute = Int(found.2)
    else { return nil }
    let half = found.3?.lowercased()
    guard half == nil || (1...12).contains(hour),
      let time = TimeOfDay(minutes: (half.map { hour % 12 + ($0 == "p" ? 12 : 0) } ?? hour) * 60 + minute),
      minute < 60
    else { return nil }
    return "\(day) \(time)"
  }

  /// Without the time of day.
  private static func day(of text: String) -> Substring {
    let trimmed = text.trimmed
    guard let colon = trimmed.firstIndex(of: ":") else { return trimmed[...] }
    let before = trimmed[..<colon]
    return before.prefix(upTo: before.lastIndex { $0 == " " || $0 == "T" } ?? before.startIndex)
  }

  private static func single(_ parts: Parts) -> String? {
    let number = parts.numbers[0]
    if let month = parts.month { return parts.digits[0] == 4 ? text(number, month) : nil }
    switch parts.digits[0] {
    case 4: return text(number)
    case 8: return text(number / 10_000, number / 100 % 100, number % 100)
    default: return nil
    }
  }

  private static func pair(_ parts: Parts) -> String? {
    let (first, second) = (parts.numbers[0], parts.numbers[1])
    if let month = parts.month {
      let isYearFirst = parts.digits[0] == 4
      return text(
        isYearFirst ? first : year(second, parts.digits[1]), month, isYearFirst ? second : first)
    }
    if parts.digits[0] == 4 { return text(first, second) }
    return parts.digits[1] == 4 ? text(second, first) : nil
  }

  private static func triple(_ parts: Parts, _ order: DateOrder?) -> String? {
    let numbers = parts.numbers
    if parts.month != nil { return nil }
    if parts.digits[0] == 4 { return text(numbers[0], numbers[1], numbers[2]) }
    let last = year(numbers[2], parts.digits[2])
    guard parts.isOrdered else {
      return parts.separator == "." ? text(last, numbers[1], numbers[0]) : nil
    }
    switch order {
    case .dayFirst: return text(last, numbers[1], numbers[0])
    case .monthFirst: return text(last, numbers[0], numbers[1])
    case .yearFirst:
      // Nobody writes a year with one digit.
      let isShort = parts.digits[2] < 3 && parts.digits[0] == 2
      return isShort ? text(year(numbers[0], parts.digits[0]), numbers[1], numbers[2]) : nil
    case nil:
      // Where only one order is possible, or all mean the same day.
      let days = Set(DateOrder.allCases.compactMap { triple(parts, $0) })
      return days.count == 1 ? days.first : nil
    }
  }

  private static func year(_ number: Int, _ digits: Int) -> Int {
    digits > 2 ? number : number + (number < 70 ? 2000 : 1900)
  }

  private static func text(_ year: Int) -> String? { text(year, 1, 1).map { String($0.prefix(4)) } }
  private static func text(_ year: Int, _ month: Int) -> String? {
    text(year, month, 1).map { String($0.prefix(7)) }
  }
  private static func text(_ year: Int, _ month: Int, _ day: Int) -> String? {
    Day(year: year, month: month, day: day)?.description
  }
}
