import Foundation
import Model

/// What spreadsheets make of texts that look like something else: numbers without their plus and zeros, dates of what was
/// a code, words for yes and no in capitals.
enum SheetDamage {
  /// What is to be read of a cell over what is stored.
  struct Reading: Equatable {
    /// The cell with what is stored in the place of what a spreadsheet made of it.
    var text: String
    /// What was put back.
    var restored: [String] = []
    /// What looks made by a spreadsheet, and is not stored otherwise.
    var suspect: [String] = []
  }

  /// - Parameters:
  ///   - stored: the text of the field; empty where nothing is stored.
  ///   - isList: whether both may have several entries.
  /// - Returns: nil where there is nothing to say.
  static func reading(_ cell: String, over stored: String, isList: Bool, isPhone: Bool) -> Reading? {
    guard isSuspect(cell), cell != stored else { return nil }
    let known = isList ? stored.items : [stored]
    var reading = Reading(text: cell)
    let entries = (isList ? ListText.entries(of: cell) : [cell]).map { entry -> String in
      let text = isList ? entry.items.first ?? entry : entry.trimmed
      if known.contains(text) { return entry }
      if let old = known.first(where: { isMade(text, of: $0, isPhone: isPhone) }) {
        reading.restored.append(text)
        return isList ? ListText.entry(old) : old
      }
      if looksMade(text, isPhone: isPhone) { reading.suspect.append(text) }
      return entry
    }
    if !reading.restored.isEmpty { reading.text = entries.joined(separator: "; ") }
    return reading.restored.isEmpty && reading.suspect.isEmpty ? nil : reading
  }

  /// A text with a digit, or of one word that may be yes or no: most cells are passed over.
  private static func isSuspect(_ cell: String) -> Bool {
    var count = 0
    for byte in cell.utf8 {
      if 0x30...0x39 ~= byte { return true }
      count += 1
    }
    guard count <= 16, beginnings.fit(cell) || cell.utf8.first == 0x20 else { return false }
    return answers.contains(cell.uppercased().trimmed)
  }

  private static let answers: Set<String> = [
    "TRUE", "FALSE", "VRAI", "FAUX", "WAHR", "FALSCH", "VERDADERO", "FALSO", "ИСТИНА", "ЛОЖЬ", "صح", "خطأ",
  ]

  private static let beginnings = Beginnings(of: answers)

  /// Whether a cell is what a spreadsheet makes of a text.
  static func isMade(_ cell: String, of text: String, isPhone: Bool) -> Bool {
    if cell == text || text.isEmpty { return false }
    if isPhone, cell.hasPrefix("00"), text.hasPrefix("+"), digits(cell.dropFirst(2)) == digits(text[...]) {
      return true
    }
    if isPhone, isBare(cell, of: text) { return true }
    if isNumber(cell, of: text) { return true }
    if ["true", "false"].contains(text.lowercased()) { return answers.contains(cell) }
    if text.utf8.count <= 5, text.wholeMatch(of: /[0-9]{1,2}:[0-9]{2}/) != nil { return cell == text + ":00" }
    return isDate(cell, of: text)
  }

  private static func digits(_ text: Substring) -> String { text.filter(\.isNumber) }

  // MARK: Numbers

  /// `49301234` or `49 30 1234` of `+49 30 1234`: what was read as a number has neither plus nor zeros before it, and its
  /// blanks are nobody's.
  private static func isBare(_ cell: String, of text: String) -> Bool {
    guard text.hasPrefix("+") || text.hasPrefix("0"), !text.contains(where: \.isLetter),
      let first = cell.utf8.first, 0x31...0x39 ~= first
    else { return false }
    let signs = " -./()\u{A0}\u{202F}".unicodeScalars
    let isPlain = cell.unicodeScalars.allSatisfy { 0x30...0x39 ~= $0.value || signs.contains($0) }
    return isPlain && digits(cell[...]) == digits(text[...].drop { !$0.isNumber || $0 == "0" })
  }

  private static func isNumber(_ cell: String, of text: String) -> Bool {
    guard let first = Decimal(plain: text), let second = Decimal(plain: cell) else { return false }
    if cell.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      return isShort(second, of: first, cell)
    }
    // Fifteen digits are kept.
    let isLong = digits(text[...]).count > 15
    guard first == second || isLong && isClose(first, second, 1e-14) else { return false }
    // A spreadsheet writes no plus, no zeros before a number and none behind it.
    let isWritten = cell.wholeMatch(of: /-?(0|[1-9][0-9]*)([.,][0-9]+)?/) != nil
    let isPower = text.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") }
    return isWritten && (cell.count < text.count || isLong || isPower || cell.hasSuffix(".0"))
  }

  /// `4.42E+11`: as many digits as there are agree.
  private static func isShort(_ short: Decimal, of whole: Decimal, _ cell: String) -> Bool {
    let mantissa = cell.prefix { $0 != "e" && $0 != "E" }
    let places = mantissa.count(where: \.isNumber) - 1
    return isClose(whole, short, 0.5000001 * pow(10, -Double(places)))
  }

  private static func isClose(_ whole: Decimal, _ other: Decimal, _ part: Double) -> Bool {
    let (whole, other) = (
      NSDecimalNumber(decimal: whole).doubleValue, NSDecimalNumber(decimal: other).doubleValue
    )
    guard whole != 0 else { return false }
    let scale = pow(10, floor(log10(abs(whole))))
    return abs(whole - other) <= part * scale
  }

  // MARK: Dates

  /// A date as far as it is told; nil where something is not.
  private struct Parts: Hashable {
    var year: Int?
    let month: Int
    var day: Int?

    init?(_ year: Int?, _ month: Int, _ day: Int?) {
      guard 1...12 ~= month, day.map({ 1...31 ~= $0 }) ?? true else { return nil }
      (self.year, self.month, self.day) = (year, month, day)
    }

    /// Whether a spreadsheet writes one for the other: what a text does not tell it makes up, the year of now, or the first.
    func agrees(with cell: Parts) -> Bool {
      guard month == cell.month, year == nil || cell.year == nil || year == cell.year else { return false }
      return day == nil ? cell.year != nil && (cell.day == nil || cell.day == 1) : day == cell.day
    }
  }

  private static func isDate(_ cell: String, of text: String) -> Bool {
    guard cell.utf8.count <= 24, text.utf8.count <= 24, isDated(cell) else { return false }
    let made = parts(cell)
    guard !made.isEmpty else { return false }
    return parts(text).contains { part in made.contains { part.agrees(with: $0) } }
  }

  /// Whether a cell shows a date as spreadsheets do: with the word of a month, or with day, month and year.
  private static func isDated(_ cell: String) -> Bool {
    cell.contains(where: \.isLetter) || cell.split { !$0.isNumber }.count >= 3
  }

  /// All that a text may mean as a date.
  private static func parts(_ text: String) -> Set<Parts> {
    var text = text[...]
    if let time = text.firstMatch(of: /[T ][0-9]{1,2}:[0-9]{2}(:[0-9.]+)?Z?$/) {
      text = text[..<time.range.lowerBound]
    }
    let words = text.split { !$0.isLetter }
    let numbers = text.split { !$0.isNumber }.map(String.init)
    guard words.count <= 1, (1...3).contains(numbers.count), numbers.allSatisfy({ $0.count <= 4 }),
      text.allSatisfy({ $0.isNumber || $0.isLetter || "-/. ".contains($0) })
    else { return [] }
    if let word = words.first {
      guard let month = WrittenDate.month(String(word)), let first = Int(numbers[0]) else { return [] }
      if numbers.count == 2, let second = Int(numbers[1]) {
        return Set(
          [Parts(year(second, numbers[1]), month, first), Parts(year(first, numbers[0]), month, second)]
            .compactMap(\.self))
      }
      return Set([Parts(nil, month, first), Parts(year(first, numbers[0]), month, nil)].compactMap(\.self))
    }
    let values = numbers.compactMap { Int($0) }
    switch values.count {
    case 2:
      return Set(
        [
          Parts(nil, values[0], values[1]), Parts(nil, values[1], values[0]),
          Parts(year(values[1], numbers[1]), values[0], nil),
          Parts(year(values[0], numbers[0]), values[1], nil),
        ].compactMap(\.self))
    case 3:
      let first = year(values[0], numbers[0])
      let last = year(values[2], numbers[2])
      return Set(
        [
          Parts(first, values[1], values[2]), Parts(last, values[1], values[0]),
          Parts(last, values[0], values[1]),
        ].compactMap(\.self))
    default: return []
    }
  }

  private static func year(_ number: Int, _ digits: String) -> Int {
    digits.count > 2 ? number : number + (number < 30 ? 2000 : 1900)
  }

  // MARK: By itself

  /// Whether a text that nothing stored explains looks like what a spreadsheet makes of another: a long number with
  /// neither plus nor zeros where a telephone should be, a day and a month without more, a day at midnight.
  private static func looksMade(_ text: String, isPhone: Bool) -> Bool {
    if isPhone {
      // Chinese and North American numbers begin so and have nothing before them.
      let isPlain = text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
      return isPlain && !text.hasPrefix("0")
        && (text.count < 3 || text.count > 11 || text.count == 11 && !text.hasPrefix("1"))
    }
    guard text.utf8.count <= 20 else { return false }
    if text.hasSuffix(" 00:00:00"), text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2} 00:00:00/) != nil {
      return true
    }
    // Every cell of a file passes here, and most are passed over without an expression.
    guard text.utf8.contains(UInt8(ascii: "-")), text.count <= 9 else { return false }
    let shapes = [
      text.wholeMatch(of: /[0-9]{1,2}-(\p{L}{3,5})\.?/)?.output.1,
      text.wholeMatch(of: /(\p{L}{3,5})\.?-[0-9]{2}/)?.output.1,
    ]
    return shapes.compactMap(\.self).contains { WrittenDate.month(String($0)) != nil }
  }
}

extension Decimal {
  /// A number of digits alone, perhaps with a sign, a point or comma and an exponent; nil for any other text.
  fileprivate init?(plain text: String) {
    guard text.utf8.count <= 40,
      text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || [0x2B, 0x2D, 0x2C, 0x2E, 0x45, 0x65].contains($0) }),
      text.wholeMatch(of: /[+-]?[0-9]+([.,][0-9]+)?([eE][+-]?[0-9]{1,3})?/) != nil
    else { return nil }
    self.init(string: text.replacing(",", with: "."), locale: Locale(identifier: "en_US_POSIX"))
  }
}
