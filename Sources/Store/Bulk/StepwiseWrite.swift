import Glibc
import GRDB
import Model

/// A bulk write beside the work of others: each transaction lets them in after some milliseconds, and the last one shows all
/// of it, or nothing was written.
final class StepwiseWrite {
  /// What was planned does not hold any more: somebody wrote what it was planned from.
  struct Overtaken: Error {}

  /// A record that is stored is written with the last transaction.
  private typealias Replacing = (before: Stakeholder, after: Stakeholder, revision: Int?)

  private let library: Library
  private let why: String
  private let claim: PresenceFile.Claim
  private let line: Incoming.Line
  private let erased: Int
  /// The last entry of the journal that the plan knows of.
  private var known: Int64 = 0
  private var inserter: BulkInserter?
  private var replacing: [Replacing] = []
  private var waiting: [ImportStep] = []
  /// So many rows go into one transaction.
  private var stride = 500
  private var isOver = false
  private(set) var progress = BulkProgress()

  /// Nil where nobody else is here, or somebody writes so already.
  init?(beside library: Library, why: String) throws {
    guard !library.others.isEmpty, let claim = library.attendance.claim() else { return nil }
    try library.takeBackIncoming(claim)
    (self.library, self.why, self.claim) = (library, why, claim)
    var begun: (Incoming.Line, Int)?
    try library.write(needs: .edit) { transaction in
      begun = (try Incoming.begin(transaction, why: why), try Self.erased(in: transaction))
    }
    (line, erased) = begun!
  }

  /// Says from which view of the store it is planned.
  func begin(in reader: Reader) throws {
    known = try reader.value(Int64.self, "SELECT max(id) FROM journal") ?? 0
  }

  /// Takes steps, and writes when there are enough of them.
  func take(_ batch: BulkBatch) throws {
    (progress.rows, progress.bytes, progress.expectedRows) = (batch.rows, batch.bytes, batch.expectedRows)
    for step in batch.steps {
      if case .change(let before, let after, let revision) = step {
        replacing.append((before, after, revision))
      } else {
        waiting.append(step)
      }
    }
    while waiting.count >= stride { try write(stride) }
  }

  private func write(_ count: Int) throws {
    var began = ContinuousClock.now
    try library.write(needs: .edit) { transaction in
      // That it waited for others says nothing of how long they wait for it.
      began = .now
      for step in waiting.prefix(count) { try put(step, in: transaction) }
    }
    waiting.removeFirst(min(count, waiting.count))
    let took = ContinuousClock.now - began
    if took > .milliseconds(120) { stride = max(400, stride * 2 / 3) }
    if took < .milliseconds(60) { stride = min(3_000, stride * 5 / 4) }
    // Whoever waits asks again within this time.
    usleep(15_000)
  }

  private func put(_ step: ImportStep, in transaction: Transaction) throws {
    guard let row = step.row else { return }
    let inserter =
      try inserter
      ?? BulkInserter(db: transaction.db, now: transaction.now, origin: line.entry, isHidden: true)
    self.inserter = inserter
    try inserter.insert(row, by: line.entry, in: transaction)
  }

  /// Shows all of it.
  /// - Parameter keeps: whether it is to be kept; asked when nothing but that is open.
  /// - Returns: whether anything was written.
  /// - Throws: `Overtaken` where somebody else came between; then nothing was asked.
  func finish(keeps: () throws -> Bool, _ report: (BulkProgress) -> Bool) throws -> Bool {
    while !waiting.isEmpty { try write(stride) }
    progress.phase = .saving
    guard report(progress) else { throw CancellationError() }
    var isWritten = false
    try library.write(needs: .edit) { transaction in
      try refuseOvertaken(in: transaction)
      guard try keeps(), inserter != nil || !replacing.isEmpty else { return }
      let entry = try Incoming.end(line, transaction, why: why)
      for one in replacing {
        try replace(one, in: transaction)
        if let revision = one.revision {
          try CardRevisions.remember(revision, of: one.after.id, by: entry, in: transaction)
        }
      }
      try Journal.write(transaction.takeRows(), of: entry, in: transaction.db)
      if let inserter { try Tally.add(inserter.tally.steps, in: transaction.db) }
      try transaction.execute("UPDATE journal SET added = ? WHERE id = ?", [inserter?.count ?? 0, entry])
      isWritten = true
    }
    isOver = isWritten
    return isWritten
  }

  /// Takes everything out again that was not shown.
  func close() throws {
    inserter = nil
    if !isOver { try library.takeBackIncoming(claim) }
  }

  // MARK: What others did meanwhile

  /// Puts what the file says into what is stored now, where nobody else has changed the same fields since.
  private func replace(_ one: Replacing, in transaction: Transaction) throws {
    guard let stored = try transaction.stored(.stakeholder, one.after.id) else { throw Overtaken() }
    let (before, after) = (one.before.values, one.after.values)
    if stored.version == one.before.version { return try transaction.put(one.after, over: stored) }
    var values = stored.values
    for name in Set(before.keys).union(after.keys) where before[name] != after[name] {
      guard stored.values[name] == before[name] else { throw Overtaken() }
      values[name] = after[name]
    }
    try transaction.put(
      Stakeholder(id: one.after.id, version: stored.version, values: values), over: stored)
  }

  /// The fields by which a row of a file finds the record that it is about.
  private static let telling: Set<String> = [
    "name", "native_name", "sort_name", "aliases", "emails", "uids", "orcid", "ror", "country", "phones",
  ]

  /// Refuses where the plan would be another one now: something was removed or erased, many records came or went at once,
  /// or somebody wrote a record that could be one of those that come in.
  private func refuseOvertaken(in transaction: Transaction) throws {
    let reader = transaction.reader
    let isChanged = try reader.value(
      Bool.self,
      """
      SELECT EXISTS (SELECT 1 FROM journal WHERE id > ? AND added != 0)
        OR EXISTS (SELECT 1 FROM journal_row WHERE journal > ? AND after IS NULL)
      """, [known, known])
    guard isChanged == false, try Self.erased(in: transaction) == erased else { throw Overtaken() }
    var met: Set<RecordID> = []
    let rows = try reader.cursor(
      "SELECT record, before, after FROM journal_row WHERE journal > ? AND kind = 'stakeholder'", [known])
    while let row = try rows.next() {
      let fields = Body.values(row["after"] as String? ?? "{}").keys
      if row["before"] as String? == nil || fields.contains(where: Self.telling.contains) {
        met.insert(row["record"])
      }
    }
    if try isAnyone(of: met, in: transaction) { throw Overtaken() }
  }

  /// Whether one of these records has the name, an address or a UID of one that comes in.
  private func isAnyone(of ids: Set<RecordID>, in transaction: Transaction) throws -> Bool {
    let db = transaction.db
    for id in ids {
      guard let record = try transaction.fetch(Stakeholder.self, id) else { continue }
      let columns = StakeholderColumns(record, changed: 0, body: "")
      let isMet = try Bool.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT EXISTS (SELECT 1 FROM stakeholder WHERE retired IN (0, 1) AND name_key = :key AND +row >= :first)
              OR EXISTS (SELECT 1 FROM stakeholder WHERE written_key = :written AND +row >= :first)
              OR EXISTS (
                SELECT 1 FROM stakeholder_uid JOIN stakeholder ON stakeholder.id = stakeholder_uid.stakeholder
                WHERE uid IN (SELECT value FROM json_each(:uids)) AND +row >= :first)
            """),
        arguments: [
          "key": columns.nameKey, "written": columns.writtenKey ?? columns.nameKey, "first": line.first,
          "uids": Body.list(record.uids),
        ])
      if isMet == true { return true }
    }
    return false
  }

  private static func erased(in transaction: Transaction) throws -> Int {
    try transaction.reader.value(Int.self, "SELECT count(*) FROM erased") ?? 0
  }
}
