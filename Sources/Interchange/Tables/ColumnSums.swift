import Model

/// What the numbers of each column add up to, and how many rows there are.
struct ColumnSums {
  private struct Sum {
    var all = 0.0
    /// Since the last row of sums.
    var since = 0.0
    var rows = 0
    /// How many of the first cells are no numbers.
    var words = 0
  }

  private var columns: [Sum]
  /// The columns that may hold numbers: one that begins with words has none to add up.
  private var numeric: [Int]
  private static let mostWords = 50
  private var rows = 0
  private var rowsSince = 0

  init(columns: Int) {
    self.columns = Array(repeating: Sum(), count: columns)
    numeric = Array(0..<columns)
  }

  mutating func take(_ fields: [String]) {
    rows += 1
    rowsSince += 1
    var hasLeft = false
    for column in numeric where column < fields.count && !fields[column].isEmpty {
      if let number = Self.number(fields[column]) {
        columns[column].all += number
        columns[column].since += number
        columns[column].rows += 1
      } else if columns[column].rows == 0 {
        columns[column].words += 1
        hasLeft = hasLeft || columns[column].words > Self.mostWords
      }
    }
    if hasLeft { numeric.removeAll { columns[$0].words > Self.mostWords } }
  }

  /// What comes from here on is added up anew as well.
  mutating func begin() {
    rowsSince = 0
    for column in columns.indices { columns[column].since = 0 }
  }

  /// Whether cells are what stands above them adds up to, or how much there is of it: at least half of them, and
  /// nothing else. Nil where there is something else, or nothing.
  func isSum(_ cells: [(column: Int, text: String)]) -> Bool? {
    let numbers = cells.map { ($0.column, Self.number($0.text)) }
    guard !numbers.isEmpty, numbers.allSatisfy({ $0.1 != nil }) else { return numbers.isEmpty ? false : nil }
    let proved = numbers.count { isProved($0.0, $0.1 ?? 0) }
    return proved * 2 >= numbers.count && proved > 0
  }

  private func isProved(_ column: Int, _ number: Double) -> Bool {
    guard number != 0, rows > 0 else { return false }
    var possible = [Double(rows), Double(rowsSince)]
    if columns.indices.contains(column) {
      possible += [columns[column].all, columns[column].since, Double(columns[column].rows)]
    }
    return possible.contains { abs($0 - number) < 0.006 + abs($0) * 1e-9 }
  }

  /// The number of a cell: with thousands apart, a currency sign or a share; digits of any script.
  static func number(_ text: String) -> Double? {
    guard let first = text.utf8.first, first < 0x3A && first != 0x2F || first >= 0x80, text.utf8.count <= 32
    else { return nil }
    var (digits, groups, isNegative) = ("", [Int](), false)
    var point: Character?
    for character in text.trimmed {
      if let digit = character.wholeNumberValue, digit < 10, !character.isLetter {
        digits.append(String(digit))
        if !groups.isEmpty { groups[groups.count - 1] += 1 }
      } else if "., '’\u{A0}\u{202F}٬٫".contains(character) {
        if digits.isEmpty { continue }
        groups.append(0)
        point = character
      } else if character == "-" || character == "−", digits.isEmpty {
        isNegative = true
      } else if !"$€£¥₽%".contains(character) {
        return nil
      }
    }
    guard !digits.isEmpty else { return nil }
    if groups.last == 0 { groups.removeLast() }
    let isFraction = groups.last.map { $0 != 3 && point.map(".,٫".contains) == true } ?? false
    let decimals = isFraction ? groups.last ?? 0 : 0
    guard groups.dropLast(isFraction ? 1 : 0).allSatisfy({ $0 == 3 }), let whole = Double(digits) else {
      return nil
    }
    return (isNegative ? -1 : 1) * (0..<decimals).reduce(whole) { number, _ in number / 10 }
  }
}
