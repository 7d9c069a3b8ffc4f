import GRDB
import Model

/// Writes the steps of a bulk write into its transaction.
final class BulkWriter {
  private let transaction: Transaction
  private let why: String
  private var entry: Int64?
  private var inserter: BulkInserter?
  private var indexes: BulkIndexes?
  private var changes = 0
  private(set) var progress = BulkProgress()

  init(_ transaction: Transaction, why: String) {
    (self.transaction, self.why) = (transaction, why)
  }

  var hasWritten: Bool { changes > 0 || (inserter?.count ?? 0) > 0 }

  func write(_ batch: BulkBatch) throws {
    (progress.rows, progress.bytes, progress.expectedRows) = (batch.rows, batch.bytes, batch.expectedRows)
    if batch.steps.isEmpty { return }
    let inserter = try inserter ?? begin(rows: batch.expectedRows)
    for step in batch.steps {
      switch step {
      case .new(let record, let given, let isIDFree, let revision):
        try add(BulkRow(record, given: given, isIDFree: isIDFree, revision: revision), with: inserter)
      case .add(let row): try add(row, with: inserter)
      case .change(let before, let after, let revision):
        try transaction.put(after, over: (before.version, before.values))
        try remember(revision, of: after.id)
        changes += 1
      }
    }
    if let entry { try Journal.write(transaction.takeRows(), of: entry, in: transaction.db) }
  }

  private func add(_ row: BulkRow, with inserter: BulkInserter) throws {
    for one in row.references {
      try transaction.validity.references.note(one.to, one.field, one.to.id, in: transaction.reader)
    }
    try inserter.insert(row)
    try remember(row.revision, of: row.id)
  }

  private func remember(_ revision: Int?, of id: RecordID) throws {
    guard let revision, let entry else { return }
    try CardRevisions.remember(revision, of: id, by: entry, in: transaction)
  }

  /// Brings the indexes and the counts up to date.
  func finish(_ report: (BulkProgress) -> Bool) throws {
    let db = transaction.db
    try StatementWatch.during(db, goesOn: { report(progress) }) {
      try indexes?.restore(in: db) { number, count in progress.phase = .indexing(number, of: count) }
    }
    progress.phase = .saving
    guard let inserter, report(progress) else { throw CancellationError() }
    try Tally.add(inserter.tally.steps, in: db)
    try db.execute(
      sql: "UPDATE journal SET added = ? WHERE id = ?", arguments: [inserter.count, entry])
  }

  private func begin(rows: Int) throws -> BulkInserter {
    let db = transaction.db
    let entry = try Journal.write(transaction, name: "import", why: why)
    let counts = try Tallies().answer(in: Reader(db: db, who: transaction.who))
    indexes = try BulkIndexes(rows: rows, stored: counts.total + counts.retired, in: db)
    let new = try BulkInserter(db: db, now: transaction.now, origin: entry)
    (self.entry, inserter) = (entry, new)
    return new
  }
}
