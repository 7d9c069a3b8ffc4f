import Model

/// Tells the rows of a table that are none of its records: sums, headings that stand once more, another table below.
///
/// A row goes for what its cells prove, never for a word alone: an organization may be called "Total".
struct StrayRows {
  /// What was left out, in the order of the file, and what only looks like it.
  var notes: [CSVNote] {
    // Where most rows have one cell, it is what the list is of.
    let named = found.filter {
      switch $0 {
      case .lone: loneRows * 2 <= takenRows
      // Where there are more, blank rows part no tables.
      case .belowBlank: gaps <= Self.mostGaps
      default: true
      }
    }
    return named + (more.map { [CSVNote.moreLeftOut(line: $0.line, rows: $0.rows)] } ?? [])
  }

  private var found: [CSVNote] = []
  /// Rows that were left out when there were as many notes as are kept.
  private var more: (line: Int, rows: Int)?
  private var takenRows = 0
  private var loneRows = 0
  /// How many rows stand below a blank one.
  private var gaps = 0
  private static let mostGaps = 3
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
  /// Of each column how many of the first cells were filled, and how many of these had a digit or an address.
  private var filled: [Int]
  private var typed: [Int]
  /// Of each column what stood in the first rows: words that come again are of the same table.
  private var known: [Set<String>]

  /// - Parameter headings: how many of some titles are headings of such a table.
  init(_ header: [String], headings: @escaping ([String]) -> Int) {
    (self.header, self.headings) = (header, headings)
    width = header.count { !$0.trimmed.isEmpty }
    sums = ColumnSums(columns: header.count)
    filled = Array(repeating: 0, count: header.count)
    typed = filled
    known = Array(repeating: [], count: header.count)
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
    let isOdd = !isFirst && row.isAfterBlank && !isLikeAbove(row.fields)
    if leavesOutTotal(row) { return true }
    if isOdd, width > 1 { noteGap(row) }
    return false
  }

  private mutating func noteGap(_ row: CSVRow) {
    gaps += 1
    if gaps <= Self.mostGaps { note(.belowBlank(line: row.line)) }
  }

  /// Whether a number, a date or an address stands where those stood above, or a word that stood there.
  private func isLikeAbove(_ fields: [String]) -> Bool {
    fields.enumerated().contains { column, field in
      guard column < filled.count, !field.isEmpty else { return false }
      let isTyped = typed[column] > 0 && typed[column] * 2 > filled[column] && Self.isTyped(field)
      return isTyped || known[column].contains(field)
    }
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
    noteTypes(fields)
    if begun.count < Self.most, let first = fields.first?.trimmed { begun.insert(first) }
  }

  private mutating func note(_ note: CSVNote) {
    if found.count < Self.most {
      found.append(note)
    } else if note.rowsLeftOut > 0 {
      more = (more?.line ?? note.line, (more?.rows ?? 0) + note.rowsLeftOut)
    }
  }

  /// One more row of the other table.
  private mutating func count() {
    if let more {
      self.more = (more.line, more.rows + 1)
      return
    }
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
    if breaksTypes(fields) { return true }
    let known = headings(cells)
    return known > 1 && known * 3 >= cells.count * 2 && headings([first]) == 1
  }

  /// Of the first rows alone: what they are like, the others are.
  private mutating func noteTypes(_ fields: [String]) {
    guard takenRows <= 200 else { return }
    for (column, field) in fields.enumerated() where column < filled.count && !field.isEmpty {
      filled[column] += 1
      if Self.isTyped(field) { typed[column] += 1 }
      if known[column].count < Self.mostKnown { known[column].insert(field) }
    }
  }

  private static let mostKnown = 50

  private static func isTyped(_ field: String) -> Bool {
    field.utf8.contains { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "@") }
  }

  /// Whether short words without a sign stand where numbers, dates or addresses stood in all rows: headings that nobody
  /// knows.
  private func breaksTypes(_ fields: [String]) -> Bool {
    let cells = fields.map(\.trimmed).filter { !$0.isEmpty }
    guard Set(cells).count == cells.count,
      cells.allSatisfy({ $0.count <= 40 && $0.contains(where: \.isLetter) }),
      !cells.contains(where: CellCare.isPlaceholder)
    else { return false }
    return fields.enumerated().contains { column, field in
      column < filled.count && !field.trimmed.isEmpty && filled[column] > 2 && typed[column] == filled[column]
    }
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
