import GRDB
import Model

/// Takes back what a bulk write added, and brings it back: the records are known by their origin. While they
/// are taken back, the entry of the undo keeps them.
struct BulkUndo {
  let transaction: Transaction
  /// The journal's entry of the bulk write.
  let entry: Int64
  /// The entry by which its records know it.
  private let origin: Int64

  init(transaction: Transaction, entry: Int64) throws {
    (self.transaction, self.entry) = (transaction, entry)
    origin = try Incoming.origin(of: entry, in: transaction.db)
  }

  private var db: Database { transaction.db }

  /// Removes the records and keeps them in the journal.
  /// - Parameter undo: the entry that does so.
  /// - Throws: `Refusal.changedSince` where somebody has changed one of them.
  func takeBack(by undo: Int64) throws {
    let count = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM stakeholder WHERE origin = ?", arguments: [origin])
    try refuseChanged()
    try refuseRemoved(present: count ?? 0)
    try db.execute(
      sql: """
        INSERT INTO journal_row (journal, kind, record, title, before, after)
        SELECT ?, 'stakeholder', id, body ->> '$.name', body, NULL FROM stakeholder WHERE origin = ?
        """, arguments: [undo, origin])
    try uncount()
    let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM stakeholder") ?? 0
    try unindex()
    let indexes = try BulkIndexes(rows: count ?? 0, stored: total - (count ?? 0), in: db)
    let removed = "stakeholder WHERE origin = ?"
    try db.execute(
      sql: "DELETE FROM stakeholder_uid WHERE stakeholder IN (SELECT id FROM \(removed))", arguments: [origin]
    )
    try db.execute(sql: "DELETE FROM \(removed)", arguments: [origin])
    try indexes.restore(in: db)
    try db.execute(
      sql: "UPDATE journal SET added = -(SELECT count(*) FROM journal_row WHERE journal = ?) WHERE id = ?",
      arguments: [undo, undo])
  }

  /// Puts the records into their places again.
  /// - Parameter redo: the entry that does so.
  /// - Throws: `Refusal.changedSince` where another record has the id of one of them.
  func bringBack(by redo: Int64) throws {
    let undo = try Int64.fetchOne(
      db, sql: "SELECT max(id) FROM journal WHERE target = ? AND state = 'undo'", arguments: [entry])
    let kept = "journal_row WHERE journal = ? AND kind = 'stakeholder' AND after IS NULL"
    let taken = try String.fetchOne(
      db, sql: "SELECT id FROM stakeholder WHERE id IN (SELECT record FROM \(kept)) LIMIT 1",
      arguments: [undo])
    if let taken { throw try changed(taken) }
    let counts = try Tallies().answer(in: Reader(db: db, who: transaction.who))
    let expected =
      try Int.fetchOne(db, sql: "SELECT -added FROM journal WHERE id = ?", arguments: [undo]) ?? 0
    let indexes = try BulkIndexes(rows: expected, stored: counts.total + counts.retired, in: db)
    let inserter = try BulkInserter(db: db, now: transaction.now, origin: origin)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT record, before FROM \(kept) ORDER BY rowid", arguments: [undo])
    while let row = try rows.next() {
      let stakeholder = Stakeholder(id: row[0], version: 0, values: Body.values(row[1]))
      try inserter.insert(BulkRow(stakeholder, isIDFree: false))
    }
    try indexes.restore(in: db)
    try Tally.add(inserter.tally.steps, in: db)
    try db.execute(sql: "DELETE FROM \(kept)", arguments: [undo])
    try db.execute(sql: "UPDATE journal SET added = ? WHERE id = ?", arguments: [inserter.count, redo])
  }

  // MARK: What was changed since

  private func refuseChanged() throws {
    let touched = try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT record FROM journal_row WHERE journal > ? AND kind = 'stakeholder'
          AND record IN (SELECT id FROM stakeholder WHERE origin = ?)
        """, arguments: [entry, origin])
    for id in touched where try hasChanged(id) { throw try changed(id) }
  }

  /// Whether a record says something else than when it came: what was undone again does not count.
  private func hasChanged(_ id: RecordID) throws -> Bool {
    let current = try transaction.stored(.stakeholder, id)?.values ?? [:]
    var first: [String: String] = [:]
    let rows = try String.fetchAll(
      db,
      sql: """
        SELECT before FROM journal_row
        WHERE kind = 'stakeholder' AND record = ? AND journal > ? AND before IS NOT NULL ORDER BY rowid
        """, arguments: [id, entry])
    for row in rows { first.merge(Body.values(row)) { earlier, _ in earlier } }
    first[Journal.origin] = nil
    return first.contains { current[$0.key] ?? "" != $0.value }
  }

  /// Refuses where somebody removed one of the records. Those who were erased are in no entry any more.
  private func refuseRemoved(present: Int) throws {
    let added = try Int.fetchOne(db, sql: "SELECT added FROM journal WHERE id = ?", arguments: [entry]) ?? 0
    guard present < added else { return }
    let removal = try Row.fetchOne(
      db,
      sql: """
        SELECT title, who FROM journal_row JOIN journal ON journal.id = journal
        WHERE journal > ? AND kind = 'stakeholder' AND after IS NULL
          AND before ->> '$.\(Journal.origin)' = ? AND record NOT IN (SELECT id FROM stakeholder)
        ORDER BY journal DESC LIMIT 1
        """, arguments: [entry, String(origin)])
    if let removal { throw Refusal.changedSince(title: removal[0], by: removal[1]) }
  }

  private func changed(_ id: RecordID) throws -> Refusal {
    let title = try transaction.fetch(Stakeholder.self, id)?.title ?? id
    return .changedSince(title: title, by: try transaction.lastWriter(.stakeholder, id))
  }

  // MARK: Index and counts

  private func unindex() throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT row, search_text FROM stakeholder WHERE origin = ?", arguments: [origin])
    let statement = try db.makeStatement(sql: StakeholderColumns.unindex)
    while let row = try rows.next() {
      try statement.execute(arguments: [row[0] as Int64, row[1] as String])
    }
  }

  private func uncount() throws {
    var tally = BulkTally()
    let groups = try Row.fetchAll(
      db,
      sql: """
        SELECT facets, more_facets, country, retired, count(*) FROM stakeholder WHERE origin = ?
        GROUP BY 1, 2, 3, 4
        """, arguments: [origin])
    for group in groups {
      tally.add(
        bits: FacetBits(first: group[0], second: group[1]), country: group[2], isRetired: group[3] == 1,
        count: -(group[4] as Int))
    }
    let acting = FacetBits.all(of: .participation)?.second ?? 0
    let bodies = try Row.fetchCursor(
      db, sql: "SELECT id, version, body FROM stakeholder WHERE origin = ? AND more_facets & ? != 0",
      arguments: [origin, acting])
    while let row = try bodies.next() { tally.addActs(of: Stakeholder(row), by: -1) }
    try Tally.add(tally.steps, in: db)
  }
}
