import GRDB
import Model

/// Writes the steps of a bulk write into its transaction.
final class BulkWriter {
  private let transaction: Transaction
  private let why: String
  private var begun: (inserter: BulkInserter, entry: Int64)?
  private var indexes: BulkIndexes?
  private var changes = 0
  private(set) var progress = BulkProgress()

  init(_ transaction: Transaction, why: String) {
    (self.transaction, self.why) = (transaction, why)
  }

  var hasWritten: Bool { changes > 0 || (begun?.inserter.count ?? 0) > 0 }

  func write(_ batch: BulkBatch) throws {
    (progress.rows, progress.bytes, progress.expectedRows) = (batch.rows, batch.bytes, batch.expectedRows)
    if batch.steps.isEmpty { return }
    let (inserter, entry) = try begun ?? begin(rows: batch.expectedRows)
    for step in batch.steps {
      if case .change(let before, let after, let revision) = step {
        try transaction.put(after, over: (before.version, before.values))
        if let revision { try CardRevisions.remember(revision, of: after.id, by: entry, in: transaction) }
        changes += 1
      } else if let row = step.row {
        try inserter.insert(row, by: entry, in: transaction)
      }
    }
    try Journal.write(transaction.takeRows(), of: entry, in: transaction.db)
  }

  /// Brings the indexes and the counts up to date.
  func finish(_ report: (BulkProgress) -> Bool) throws {
    let db = transaction.db
    try StatementWatch.during(db, goesOn: { report(progress) }) {
      try indexes?.restore(in: db) { number, count in progress.phase = .indexing(number, of: count) }
    }
    progress.phase = .saving
    guard let (inserter, entry) = begun, report(progress) else { throw CancellationError() }
    try Tally.add(inserter.tally.steps, in: db)
    try db.execute(
      sql: "UPDATE journal SET added = ? WHERE id = ?", arguments: [inserter.count, entry])
  }

  private func begin(rows: Int) throws -> (BulkInserter, Int64) {
    let db = transaction.db
    let entry = try Journal.write(transaction, name: "import", why: why)
    let counts = try Tallies().answer(in: Reader(db: db, who: transaction.who))
    indexes = try BulkIndexes(rows: rows, stored: counts.total + counts.retired, in: db)
    let inserter = try BulkInserter(db: db, now: transaction.now, origin: entry)
    begun = (inserter, entry)
    return (inserter, entry)
  }
}
