/// Which numbers of a survey may be shown (annex II, appendix, paragraph 6: comparable results on what people are
/// willing to say; UN Personal Data Protection and Privacy Principles, 2018, principle 6, confidentiality).
///
/// In an anonymous or confidential survey no number below the threshold is shown, and enough beside it is hidden that
/// none can be found by subtraction. The rule is kept simple, and rather hides too much:
///
/// 1. **One question.** Answers that fewer than the threshold gave are *joined*: from there on, in every table of the
///    survey, they are one answer whose parts are never told apart. Are they only one, or too few together, the next
///    smallest joins them. Nothing that is shown depends on how the joined split up, so nothing tells it.
///    How many answered and how many did not, and that nobody chose an answer, is no secret.
/// 2. **Two questions.** Rows are joined, and columns, until each number that is shown *or follows by subtraction
///    from what is shown* is at least the threshold: the cells themselves, what a row has in the joined columns, a column
///    in the joined rows, and both together. Two rows at least are joined or none, and those besides the largest
///    make up the threshold. Each hidden cell can then have any of as many values as the smallest of its margins, and
///    what a table says of its margins is what the questions alone say: no second table can add to it.
///    The answers of a multiple question are looked at with those who did not choose them.
/// 3. Percentages, means, medians and ranks are shown only where every number behind them is.
/// 4. No table is of a part of the responses, nor of two waves together.
///
/// 5. Where invited groups have roles, no table is by role: groups and roles would tell of one another.
///
/// What it does not guard against: questions that are asked only of those who answered another one in some way,
/// somebody who knows most of the responses from elsewhere, and two looks at the same survey with a few responses
/// between them. Results are for publication when a survey is closed.
public struct Suppression: Sendable, Equatable {
  /// 0 where everything may be shown.
  public let threshold: Int

  /// No survey that hides anything may be set to hide less.
  public static let least = 3

  public init(threshold: Int) { self.threshold = threshold }

  public init(_ survey: Survey) {
    threshold = survey.anonymity == .named ? 0 : max(Self.least, survey.smallest)
  }

  /// The answers to one question whose numbers are hidden.
  /// - Parameters:
  ///   - counts: how many gave each answer.
  ///   - answered: how many answered.
  ///   - isExclusive: whether each of them gave one answer.
  public func hidden(_ counts: [Int], of answered: Int, isExclusive: Bool) -> Set<Int> {
    // Of a single possible answer the number is that of those who answered.
    guard threshold > 0, counts.count > 1 else { return [] }
    var hidden = counts.indices.filter { place in
      let without = answered - counts[place]
      return isSmall(counts[place]) || !isExclusive && isSmall(without)
    }
    guard !hidden.isEmpty else { return [] }
    var rest = counts.indices.filter { counts[$0] > 0 && !hidden.contains($0) }
      .sorted { (counts[$0], $0) < (counts[$1], $1) }
    // Each of the hidden is known to be one at least: that much is no secret.
    while hidden.count < 2 || hidden.reduce(0, { $0 + counts[$1] }) < threshold + hidden.count {
      // Where all are hidden, those that nobody chose are among them.
      guard !rest.isEmpty else { return Set(counts.indices) }
      hidden.append(rest.removeFirst())
    }
    return Set(hidden)
  }

  private func isSmall(_ count: Int) -> Bool { 0 < count && count < threshold }
}

/// A table of two questions as suppression sees it: rows and columns are answers that are told apart, the joined ones
/// being one of them, and who did not answer another.
struct JoinedTable: Sendable {
  /// By row, then by column.
  let cells: [[Int]]
  let rowTotals: [Int]
  let columnTotals: [Int]
  /// For each row, in each column, how many did *not* give that answer; nil where it says nothing new, because each
  /// response stands in one row only.
  let outsideRows: [[Int?]]
  /// For each column, in each row.
  let outsideColumns: [[Int?]]

  /// The rows and columns whose numbers are hidden, all of them where nothing can be shown.
  func joined(_ threshold: Int) -> (rows: Set<Int>, columns: Set<Int>) {
    guard threshold > 0 else { return ([], []) }
    var join = Joining(table: self, threshold: threshold)
    while join.step() {
      if join.rows.count >= rowTotals.count || join.columns.count >= columnTotals.count { break }
    }
    if join.rows.count == rowTotals.count || join.columns.count == columnTotals.count {
      return (Set(rowTotals.indices), Set(columnTotals.indices))
    }
    return (join.rows, join.columns)
  }
}

/// Joins rows and columns, one at a time.
private struct Joining {
  let table: JoinedTable
  let threshold: Int
  var rows: Set<Int> = []
  var columns: Set<Int> = []

  private var shownRows: [Int] { table.rowTotals.indices.filter { !rows.contains($0) } }
  private var shownColumns: [Int] { table.columnTotals.indices.filter { !columns.contains($0) } }

  /// Joins one more; false where nothing more has to be.
  mutating func step() -> Bool {
    if joinForCell() { return true }
    if !isEnough(rows, table.rowTotals) { return joinRow() }
    if !isEnough(columns, table.columnTotals) { return joinColumn() }
    for row in shownRows where !columns.isEmpty && !isShownByColumns(row) { return join(orRow: row) }
    for column in shownColumns where !rows.isEmpty && !isShownByRows(column) { return join(orColumn: column) }
    if !rows.isEmpty, !columns.isEmpty, sum(rows, columns) < threshold { return joinEither() }
    return false
  }

  /// The joined besides the largest of them make up the threshold.
  private func isEnough(_ joined: Set<Int>, _ totals: [Int]) -> Bool {
    let counts = joined.map { totals[$0] }
    return counts.isEmpty || counts.reduce(0, +) - (counts.max() ?? 0) >= threshold
  }

  private func sum(_ rows: some Sequence<Int>, _ columns: some Sequence<Int>) -> Int {
    rows.reduce(0) { sum, row in columns.reduce(sum) { $0 + table.cells[row][$1] } }
  }

  private func isSmall(_ row: Int, _ column: Int) -> Bool {
    [table.cells[row][column], table.outsideRows[row][column], table.outsideColumns[row][column]]
      .contains { $0.map { $0 < threshold } ?? false }
  }

  /// What a shown row has in the joined columns follows from its total.
  private func isShownByColumns(_ row: Int) -> Bool {
    guard sum([row], columns) >= threshold else { return false }
    let outside = columns.compactMap { table.outsideRows[row][$0] }
    return outside.isEmpty || outside.reduce(0, +) >= threshold
  }

  private func isShownByRows(_ column: Int) -> Bool {
    guard sum(rows, [column]) >= threshold else { return false }
    let outside = rows.compactMap { table.outsideColumns[$0][column] }
    return outside.isEmpty || outside.reduce(0, +) >= threshold
  }

  /// Joins the row or the column of a cell that may not be shown: the one that has more of them.
  private mutating func joinForCell() -> Bool {
    var (smallInRow, smallInColumn): ([Int: Int], [Int: Int]) = ([:], [:])
    var first: (row: Int, column: Int)?
    for row in shownRows {
      for column in shownColumns where isSmall(row, column) {
        smallInRow[row, default: 0] += 1
        smallInColumn[column, default: 0] += 1
        first = first ?? (row, column)
      }
    }
    guard first != nil else { return false }
    let row = worst(smallInRow, table.rowTotals)
    let column = worst(smallInColumn, table.columnTotals)
    let share = { (count: Int, all: Int) in Double(count) / Double(max(1, all)) }
    let byRow = share(smallInRow[row] ?? 0, shownColumns.count)
    let byColumn = share(smallInColumn[column] ?? 0, shownRows.count)
    if byRow > byColumn || byRow == byColumn && table.rowTotals[row] <= table.columnTotals[column] {
      rows.insert(row)
    } else {
      columns.insert(column)
    }
    return true
  }

  private func worst(_ counts: [Int: Int], _ totals: [Int]) -> Int {
    counts.min { a, b in (-a.value, totals[a.key], a.key) < (-b.value, totals[b.key], b.key) }?.key ?? 0
  }

  private mutating func joinRow() -> Bool {
    guard let row = shownRows.min(by: { (table.rowTotals[$0], $0) < (table.rowTotals[$1], $1) }) else {
      return false
    }
    rows.insert(row)
    return true
  }

  private mutating func joinColumn() -> Bool {
    let column = shownColumns.min { (table.columnTotals[$0], $0) < (table.columnTotals[$1], $1) }
    guard let column else { return false }
    columns.insert(column)
    return true
  }

  private mutating func join(orRow row: Int) -> Bool {
    let least = shownColumns.map { table.columnTotals[$0] }.min() ?? .max
    guard table.rowTotals[row] > least else {
      rows.insert(row)
      return true
    }
    return joinColumn()
  }

  private mutating func join(orColumn column: Int) -> Bool {
    let least = shownRows.map { table.rowTotals[$0] }.min() ?? .max
    guard table.columnTotals[column] > least else {
      columns.insert(column)
      return true
    }
    return joinRow()
  }

  private mutating func joinEither() -> Bool {
    let row = shownRows.map { table.rowTotals[$0] }.min() ?? .max
    let column = shownColumns.map { table.columnTotals[$0] }.min() ?? .max
    return row <= column ? joinRow() : joinColumn()
  }
}
