import Model

/// Tells the rows of a table that are none of its records: sums, headings that stand once more, another table below.
///
/// A row goes for what its cells prove, never for a word alone: an organization may be called "Total".
struct StrayRows {
  /// What was left out, in the order of the file, and what only looks like it.
  var notes: [CSVNote] {
    // Where most rows have one cell, it is what the list is of.
    loneRows * 2 > takenRows ? found.filter { if case .lone = $0 { false } else { true } } : found
  }

  private var found: [CSVNote] = []
  private var takenRows = 0
  private var loneRows = 0
  /// How many columns have a heading.
  private let width: Int
  private let header: [String]
  private let headings: ([String]) -> Int
  private var sums: ColumnSums
  private var isFirst = true
  /// Whether the rows are those of another table.
  private var isElsewhere = false
  /// Texts that stood in the first column.
  private var begun: Set<String> = []
  private static let most = 1_000
  /// So many rows behind blank ones are looked at: where there are more, blank rows part no tables.
  private var looks = 100

  /// - Parameter headings: how many of some titles are headings of such a table.
  init(_ header: [String], headings: @escaping ([String]) -> Int) {
    (self.header, self.headings) = (header, headings)
    width = header.count { !$0.trimmed.isEmpty }
    sums = ColumnSums(columns: header.count)
  }

  /// Whether a row is no record.
  /// - Parameter isAcross: whether the only cell of a row is shown across several columns.
  mutating func leavesOut(_ row: CSVRow, isAcross: () throws -> Bool = { false }) rethrows -> Bool {
    defer { isFirst = false }
    if row.problem == nil, isHeaderAgain(row.fields) {
      isElsewhere = false
      sums.begin()
      note(.headingsAgain(line: row.line))
      return true
    }
    if row.isAfterBlank, row.problem == nil || isWide(row.problem), isOtherHeader(row.fields) {
      isElsewhere = true
      note(.otherTable(line: row.line, rows: 0))
      return true
    }
    if isElsewhere {
      count()
      return true
    }
    guard row.problem == nil else { return false }
    if let stray = isFirst ? ornament(row) ?? secondHeader(row) : ornament(row) {
      note(stray)
      return true
    }
    if try leavesOutLone(row, isAcross) { return true }
    return leavesOutTotal(row)
  }

  private mutating func leavesOutLone(_ row: CSVRow, _ isAcross: () throws -> Bool) rethrows -> Bool {
    guard width > 2, row.fields.count(where: { !$0.isEmpty }) < 3 else { return false }
    let cells = row.fields.map(\.trimmed).filter { !$0.isEmpty }
    guard cells.count == 1, let text = cells.first else { return false }
    if Footnote.begins(text) {
      note(.footnote(line: row.line, text: Self.shown(text)))
      return true
    }
    if try isAcross() {
      note(.groupHeading(line: row.line, text: Self.shown(text)))
      return true
    }
    loneRows += 1
    if TotalWord.first(in: row.fields) == nil { note(.lone(line: row.line, text: Self.shown(text))) }
    return false
  }

  /// A footnote may be as long as a page.
  private static func shown(_ text: String) -> String { text.count > 60 ? text.prefix(59) + "…" : text }

  private mutating func leavesOutTotal(_ row: CSVRow) -> Bool {
    guard let (word, isExact) = TotalWord.first(in: row.fields) else {
      take(row.fields)
      return false
    }
    let rest = TotalWord.rest(of: row.fields)
    switch sums.isSum(rest) {
    case true?:
      sums.begin()
      note(.total(line: row.line, text: word))
      return true
    case false? where isExact: note(.maybeTotal(line: row.line, text: word))
    default: break
    }
    take(row.fields)
    return false
  }

  private mutating func take(_ fields: [String]) {
    takenRows += 1
    sums.take(fields)
    if begun.count < Self.most, let first = fields.first?.trimmed { begun.insert(first) }
  }

  private mutating func note(_ note: CSVNote) { if found.count < Self.most { found.append(note) } }

  /// One more row of the other table.
  private mutating func count() {
    guard case .otherTable(let line, let rows)? = found.last else { return }
    found[found.count - 1] = .otherTable(line: line, rows: rows + 1)
  }

  // MARK: What a row is

  private static func isSame(_ first: String, _ second: String) -> Bool {
    // Asked of every row: other lengths are other words.
    first.utf8.count == second.utf8.count && (first == second || first.lowercased() == second.lowercased())
  }

  /// Whether every cell is the heading above it; a table of one column may hold the word itself.
  private func isHeaderAgain(_ fields: [String]) -> Bool {
    var count = 0
    for (title, field) in zip(header, fields) where !field.isEmpty {
      guard Self.isSame(title, field) else { return false }
      count += 1
    }
    return count > 1 && count * 2 > header.count { !$0.isEmpty }
  }

  /// Whether the row has more cells than the table, as one of another table may.
  private func isWide(_ problem: CSVProblem?) -> Bool {
    if case .wrongFieldCount = problem { true } else { false }
  }

  /// Whether the cells are other headings: the first of them too, and no text that stood there before.
  private mutating func isOtherHeader(_ fields: [String]) -> Bool {
    let cells = fields.map(\.trimmed).filter { !$0.isEmpty }
    guard looks > 0, cells.count > 1, let first = cells.first, !begun.contains(first),
      !cells.contains(where: { $0.contains("@") || $0.contains(where: \.isNumber) })
    else { return false }
    looks -= 1
    let known = headings(cells)
    return known > 1 && known * 3 >= cells.count * 2 && headings([first]) == 1
  }

  /// Headings in a second language below the first.
  private func secondHeader(_ row: CSVRow) -> CSVNote? {
    let cells = row.fields.map(\.trimmed).filter { !$0.isEmpty }
    let titled = header.count { !$0.isEmpty }
    guard cells.count > 1, cells.count * 2 > titled, headings(cells) == cells.count else { return nil }
    return .headingsAgain(line: row.line)
  }

  /// `1 2 3 4` or `(1) (2) (3)` below the headings, as forms have it, or a line of dashes.
  private func ornament(_ row: CSVRow) -> CSVNote? {
    let first = row.fields.first { !$0.isEmpty } ?? ""
    if first.utf8.count > 2, first.first.map(Self.marks.contains) == true,
      row.fields.allSatisfy({ $0.trimmed.allSatisfy(Self.marks.contains) })
    {
      return .ornament(line: row.line)
    }
    guard isFirst, header.count > 2, row.fields.count == header.count else { return nil }
    let isNumbered = row.fields.enumerated().allSatisfy { place, cell in
      cell.filter { !"()[]. ".contains($0) } == String(place + 1)
    }
    return isNumbered ? .ornament(line: row.line) : nil
  }

  private static let marks: Set<Character> = ["-", "–", "—", "=", "_", "*", "·", "."]
}

/// Words with which rows of sums begin.
private enum TotalWord {
  /// The first cell that is not empty, where it begins with such a word; and whether it is nothing else.
  static func first(in fields: [String]) -> (text: String, isExact: Bool)? {
    guard let cell = fields.first(where: { !$0.isEmpty })?.trimmed, cell.utf8.count < 80,
      let start = cell.utf8.first,
      firsts.contains(start), beginnings.contains(cell.prefix(2).lowercased())
    else { return nil }
    let key = Folding.folded(word(of: cell))
    if words.contains(key) { return (cell, true) }
    return prefixes.contains { key.hasPrefix($0) } ? (cell, false) : nil
  }

  /// What stands beside the word: in its own cell behind a colon, and in the others.
  static func rest(of fields: [String]) -> [(column: Int, text: String)] {
    let cells = fields.enumerated().filter { !$1.trimmed.isEmpty }.map { (column: $0, text: $1.trimmed) }
    guard let first = cells.first else { return [] }
    let behind = first.text.dropFirst(word(of: first.text).count).drop { ":： ".contains($0) }
    return (behind.isEmpty ? [] : [(first.column, String(behind))]) + cells.dropFirst()
  }

  private static func word(of cell: String) -> String {
    let word = cell.prefix { $0 != ":" && $0 != "：" && $0 != "=" }
    return String(
      word.prefix(
        upTo: word.lastIndex { !$0.isNumber && $0 != " " }.map(word.index(after:)) ?? word.startIndex))
  }

  /// How the words begin: most cells cost no more than a look at a byte.
  private static let beginnings = Set(words.map { String($0.prefix(2)) })
  private static let firsts = Set(
    beginnings.flatMap { [$0.utf8.first, $0.uppercased().utf8.first] }.compactMap(\.self))

  /// Of them those with which no name begins, before what is summed up.
  private static let prefixes = [
    "total ", "grand total ", "sub total ", "sub-total ", "subtotal ", "sous-total ", "итого ", "всего ",
    "المجموع ",
    "الاجمالي ",
  ].map { Folding.folded($0.trimmed) + " " }

  /// en, fr, es, ru, zh, ar and German; folded.
  private static let words: Set<String> = Set(
    """
    total|totals|grand total|sub total|sub-total|subtotal|sum|overall|total général|totaux|sous-total|somme|ensemble
    |suma|total general|totales|suma total|итого|всего|сумма|общий итог|итог|合计|总计|共计|小计|总数|合計|總計
    |المجموع|الإجمالي|الاجمالي|المجموع الكلي|المجموع الفرعي|gesamt|summe|insgesamt|gesamtsumme
    """.split { $0 == "|" || $0 == "\n" }.map { Folding.folded(String($0).trimmed) })
}

/// What the numbers of each column add up to, and how many rows there are.
private struct ColumnSums {
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
