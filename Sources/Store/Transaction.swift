import GRDB
import Model

/// What a change may do to records (`Model.Record`: GRDB has a class of that name); everything done is collected for the journal.
public final class Transaction {
  let db: Database
  let who: String
  let now: Int
  private(set) var rows: [JournalRow] = []
  private var tallies: [Tally.Key: Int] = [:]

  init(db: Database, who: String, now: Int) {
    self.db = db
    self.who = who
    self.now = now
  }

  /// The record of that id, nil where there is none.
  public func fetch<R: Model.Record>(_ type: R.Type, _ id: RecordID) throws -> R? {
    try stored(R.kind, id).map { R(id: id, version: $0.version, values: $0.values) }
  }

  /// Puts a record in its place, new or over the stored one, with the next version.
  public func put<R: Model.Record>(_ record: R) throws {
    try put(R.kind, record.id, record.values, title: record.title)
  }

  public func remove<R: Model.Record>(_ record: R) throws {
    try remove(R.kind, record.id, title: record.title)
  }

  /// Who last wrote the record.
  func lastWriter(_ kind: RecordKind, _ id: RecordID) throws -> String {
    try String.fetchOne(
      db,
      sql: """
        SELECT who FROM journal JOIN journal_row ON journal_row.journal = journal.id
        WHERE kind = ? AND record = ? ORDER BY journal.id DESC LIMIT 1
        """, arguments: [kind.rawValue, id]) ?? ""
  }

  func stored(_ kind: RecordKind, _ id: RecordID) throws -> (version: Int, values: [String: String])? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT version, body FROM \"\(kind.rawValue)\" WHERE id = ?"),
      arguments: [id])
    return row.map { ($0[0], Body.values($0[1])) }
  }

  func put(_ kind: RecordKind, _ id: RecordID, _ values: [String: String], title: String) throws {
    let before = try stored(kind, id)
    if let before, before.values == values { return }
    let version = (before?.version ?? 0) + 1
    if kind == .stakeholder {
      try putStakeholder(Stakeholder(id: id, version: version, values: values), replaces: before?.values)
    } else {
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO \"\(kind.rawValue)\" (id, version, body) VALUES (?, ?, ?)"
      ).execute(arguments: [id, version, Body.text(values)])
    }
    rows.append(JournalRow(kind, id, title: title, before: before?.values, after: values))
  }

  func remove(_ kind: RecordKind, _ id: RecordID, title: String) throws {
    guard let before = try stored(kind, id) else { return }
    if kind == .stakeholder {
      try takeOut(Stakeholder(id: id, version: before.version, values: before.values))
    }
    try db.execute(sql: "DELETE FROM \"\(kind.rawValue)\" WHERE id = ?", arguments: [id])
    rows.append(JournalRow(kind, id, title: title, before: before.values, after: nil))
  }

  private func putStakeholder(_ stakeholder: Stakeholder, replaces before: [String: String]?) throws {
    if let before { try takeOut(Stakeholder(id: stakeholder.id, version: 0, values: before)) }
    let columns = StakeholderColumns(stakeholder, changed: now)
    try db.cachedStatement(sql: before == nil ? StakeholderColumns.insert : StakeholderColumns.update)
      .execute(arguments: columns.arguments)
    try db.cachedStatement(sql: StakeholderColumns.index).execute(arguments: [stakeholder.id])
    Tally.count(stakeholder, by: 1, in: &tallies)
  }

  /// Takes a stored stakeholder out of the full-text index and the counts.
  private func takeOut(_ stakeholder: Stakeholder) throws {
    try db.cachedStatement(sql: StakeholderColumns.unindex).execute(arguments: [stakeholder.id])
    Tally.count(stakeholder, by: -1, in: &tallies)
  }

  /// Writes the counts that changed, once for the whole transaction.
  func finish() throws {
    try Tally.add(tallies, in: db)
    tallies = [:]
  }
}
