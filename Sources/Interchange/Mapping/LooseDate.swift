import Model

/// Which number comes first in the dates of a column.
public enum DateOrder: String, Sendable, Hashable {
  case dayFirst = "day-first", monthFirst = "month-first"
}

/// Dates as people and programs write them, in six languages.
enum LooseDate {
  /// The text as ISO 8601: a day, or a month or year where it says no more. Nil where it is no date, or where
  /// nothing tells which number is the month.
  static func iso(_ text: String, _ order: DateOrder?) -> String? {
    let parts = Parts(text)
    switch parts.numbers.count {
    case 1: return single(parts)
    case 2: return pair(parts)
    case 3: return triple(parts, order)
    default: return nil
    }
  }

  /// What a cell tells of the order of its column.
  enum Hint: Equatable { case none, either, only(DateOrder) }

  static func hint(_ text: String) -> Hint {
    let parts = Parts(text)
    guard parts.month == nil, parts.separator == "/" || parts.separator == "-",
      parts.numbers.count == 3, parts.digits[0] < 3
    else { return .none }
    let (first, second) = (parts.numbers[0], parts.numbers[1])
    let isDay = { (number: Int) in (1...31).contains(number) }
    let isMonth = { (number: Int) in (1...12).contains(number) }
    switch (isDay(first) && isMonth(second), isMonth(first) && isDay(second)) {
    case (true, true): return first == second ? .none : .either
    case (true, false): return .only(.dayFirst)
    case (false, true): return .only(.monthFirst)
    default: return .none
    }
  }

  /// What programs write for no date at all.
  static func isNone(_ text: String) -> Bool {
    text.contains("0") && text.utf8.allSatisfy { $0 <= UInt8(ascii: "0") }
  }

  /// The numbers of a date, and its month where that is a word.
  private struct Parts {
    var numbers: [Int] = []
    var digits: [Int] = []
    var month: Int?
    var separator: Character?

    init(_ text: String) {
      var digits = ""
      var word = ""
      for character in LooseDate.day(of: text) + " " {
        if let digit = character.wholeNumberValue, digit < 10, !character.isLetter {
          take(&word)
          digits.append(String(digit))
          continue
        }
        if !digits.isEmpty {
          numbers.append(Int(digits) ?? -1)
          self.digits.append(digits.count)
          separator = separator ?? character
          digits = ""
        }
        if character.isLetter { word.append(character) } else { take(&word) }
      }
    }

    private mutating func take(_ word: inout String) {
      if !word.isEmpty, let month = LooseDate.month(word) { self.month = month }
      word = ""
    }
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
    if let month = parts.month { return text(number, month) }
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
    let year = year(numbers[2], parts.digits[2])
    // Nobody writes the month first with dots.
    let known = parts.separator == "." ? DateOrder.dayFirst : order
    switch known ?? certain(numbers) {
    case .dayFirst: return text(year, numbers[1], numbers[0])
    case .monthFirst: return text(year, numbers[0], numbers[1])
    case nil: return nil
    }
  }

  /// The order where only one is possible, or both mean the same day.
  private static func certain(_ numbers: [Int]) -> DateOrder? {
    if numbers[0] > 12 || numbers[0] == numbers[1] { return .dayFirst }
    return numbers[1] > 12 ? .monthFirst : nil
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

  /// The number of a month's name, or of its beginning.
  private static func month(_ word: String) -> Int? {
    let word = Folding.folded(word)
    // 年, 月 and 日 stand between the numbers, as others' separators do.
    guard word.count >= 3 else { return nil }
    return names.firstIndex { month in month.contains { $0.hasPrefix(word) || word.hasPrefix($0) } }
      .map { $0 + 1 }
  }

  /// en, fr, es, ru (as in dates), ar; folded.
  private static let names: [[String]] = [
    "January|janvier|enero|января|يناير|كانون الثاني", "February|février|febrero|февраля|فبراير|شباط",
    "March|mars|marzo|марта|مارس|آذار", "April|avril|abril|апреля|أبريل|نيسان",
    "May|mai|mayo|мая|مايو|أيار", "June|juin|junio|июня|يونيو|حزيران",
    "July|juillet|julio|июля|يوليو|تموز", "August|août|agosto|августа|أغسطس|آب",
    "September|septembre|septiembre|сентября|سبتمبر|أيلول", "October|octobre|octubre|октября|أكتوبر",
    "November|novembre|noviembre|ноября|نوفمبر", "December|décembre|diciembre|декабря|ديسمبر",
  ].map { $0.split(separator: "|").map { Folding.folded(String($0)) } }
}
