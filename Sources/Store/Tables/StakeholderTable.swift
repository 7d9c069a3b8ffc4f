import GRDB
import Model

/// Stakeholders with what lists, searches and counts read of them.
final class StakeholderTable: TableWriter {
  private let now: Int
  private var tallies: [Tally.Key: Int] = [:]

  /// - Parameter now: seconds since 1970, when its records change.
  init(now: Int) { self.now = now }

  func put(_ entry: TableEntry, in db: Database) throws {
    guard let stakeholder = entry.record as? Stakeholder else { return }
    if let before = entry.before {
      if entry.changed.contains(StakeholderUIDs.field) {
        try StakeholderUIDs.forget(stakeholder.id, in: db)
        try StakeholderUIDs.add(entry.values[StakeholderUIDs.field]?.items ?? [], of: stakeholder.id, in: db)
      }
      try write(StakeholderUpdate(changing: entry.changed), stakeholder, entry.body, over: before, in: db)
    } else {
      try insert(stakeholder, entry.body, in: db)
    }
  }

  func takeOut(_ id: RecordID, _ stored: Transaction.Stored, in db: Database) throws {
    try unindex(try row(of: id, in: db), in: db)
    try StakeholderUIDs.forget(id, in: db)
    Tally.count(Stakeholder(id: id, version: stored.version, values: stored.values), by: -1, in: &tallies)
    try PlainTable.delete(id, .stakeholder, in: db)
  }

  func finish(in db: Database) throws {
    try Tally.add(tallies, in: db)
    tallies = [:]
  }

  private func insert(_ stakeholder: Stakeholder, _ body: String, in db: Database) throws {
    let columns = StakeholderColumns(stakeholder, changed: now, body: body)
    try db.cachedStatement(sql: StakeholderColumns.insert).execute(arguments: columns.arguments)
    try db.cachedStatement(sql: StakeholderColumns.index)
      .execute(arguments: [db.lastInsertedRowID, columns.searchText])
    try StakeholderUIDs.add(stakeholder.uids, of: stakeholder.id, in: db)
    Tally.count(stakeholder, by: 1, in: &tallies)
  }

  /// Takes back nothing that does not matter for what changes.
  private func write(
    _ update: StakeholderUpdate, _ stakeholder: Stakeholder, _ body: String,
    over before: Transaction.Stored, in db: Database
  ) throws {
    let columns = StakeholderColumns(
      stakeholder, changed: now, body: body, isSearched: update.isSearched)
    let row = update.isSearched ? try row(of: stakeholder.id, in: db) : nil
    if update.isSearched { try unindex(row, in: db) }
    try db.cachedStatement(sql: update.sql).execute(arguments: update.arguments(columns))
    if update.isSearched {
      try db.cachedStatement(sql: StakeholderColumns.index).execute(arguments: [row, columns.searchText])
    }
    guard update.isListed else { return }
    let old = update.record(stakeholder.id, version: before.version, before.values)
    Tally.move(from: old, to: stakeholder, in: &tallies)
  }

  private func row(of id: RecordID, in db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT row FROM stakeholder WHERE id = ?"), arguments: [id])
  }

  private func unindex(_ row: Int64?, in db: Database) throws {
    let text = try String.fetchOne(
      db.cachedStatement(sql: "SELECT search_text FROM stakeholder WHERE row = ?"), arguments: [row])
    try db.cachedStatement(sql: StakeholderColumns.unindex).execute(arguments: [row, text])
  }
}
