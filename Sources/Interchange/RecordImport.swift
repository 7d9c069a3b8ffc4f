import Model

/// Reads records from CSV and plans what they would change; writes nothing.
///
/// A column that is absent never clears a value. An empty cell clears one only where the row's id matched,
/// as in a round trip of an export; rows of partial sheets leave what they do not say as it is.
public struct RecordImport<R: Exchangeable> {
  let known: KnownRecords<R>
  let newID: () -> RecordID
  let rule: (R) -> ImportPlan<R>.Mistake?

  /// - Parameters:
  ///   - newID: makes the id of a new record that the file gives none.
  ///   - rule: what else has to hold, such as that a cell's launch exists.
  public init(
    known: KnownRecords<R>, newID: @escaping () -> RecordID = { NewID.make() },
    rule: @escaping (R) -> ImportPlan<R>.Mistake? = { _ in nil }
  ) {
    self.known = known
    self.newID = newID
    self.rule = rule
  }

  /// - Throws: `ImportFailure` for a file that cannot be imported at all; whatever `known` throws.
  public func plan(_ bytes: [UInt8]) throws -> ImportPlan<R> {
    var reader = try Self.reader(bytes)
    var planner = RowPlanner(self, columns: try ColumnMap(header: reader.header))
    var rows: [CSVRow] = []
    while let row = reader.next() {
      rows.append(row)
      guard rows.count == 500 else { continue }
      try planner.take(rows)
      rows.removeAll(keepingCapacity: true)
    }
    try planner.take(rows)
    planner.plan.notes = reader.table.notes
    planner.plan.encoding = reader.table.encoding
    return planner.plan
  }

  private static func reader(_ bytes: [UInt8]) throws(ImportFailure) -> CSVReader {
    do { return try CSVReader(bytes: bytes) } catch { throw .file(error) }
  }
}

extension ImportPlan {
  /// Puts a row aside with all that is wrong with it.
  mutating func reject(_ row: CSVRow, _ problems: [(column: String, problem: Problem)]) {
    rejectedRows += 1
    rejected += problems.map { Rejection(line: row.line, column: $0.column, problem: $0.problem) }
  }
}
