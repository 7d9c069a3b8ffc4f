import Model

/// Dates of no item, which programs write that know none: of the year 1 or 9999, or of nothing but noughts.
enum UntrueDate {
  /// Whether a text that is no day would be one, were its year one in which there are feeds.
  static func isOne(_ text: String) -> Bool {
    let text = String(text.trimmed.drop { $0 == "-" })
    guard (6...80).contains(text.utf8.count) else { return false }
    // 0000-00-00, with a time behind it perhaps.
    let digits = text.prefix { $0 != "T" && $0 != " " }.filter(\.isNumber)
    if digits.count >= 6, digits.allSatisfy({ $0 == "0" }) { return true }
    guard let year = year(in: text) else { return false }
    // A leap year, for the 29th of February of any.
    return FeedDate.when("\(text[..<year.startIndex])2000\(text[year.endIndex...])") != nil
  }

  /// The first number of four digits.
  private static func year(in text: String) -> Substring? {
    text.split { !$0.isNumber }.first { $0.utf8.count == 4 }
  }
}
