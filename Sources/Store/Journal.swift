import GRDB
import Model

/// What a change did to one record: only the fields that differ.
struct JournalRow {
  let kind: RecordKind
  let record: RecordID
  let title: String
  /// Nil where the record was made.
  let before: [String: String]?
  /// Nil where the record was removed.
  let after: [String: String]?

  init(
    _ kind: RecordKind, _ record: RecordID, title: String, before: [String: String]?,
    after: [String: String]?
  ) {
    self.kind = kind
    self.record = record
    self.title = title
    guard let before, let after else {
      (self.before, self.after) = (before, after)
      return
    }
    var names: [String] = []
    for (name, value) in after where before[name] != value { names.append(name) }
    for name in before.keys where after[name] == nil { names.append(name) }
    self.before = Dictionary(uniqueKeysWithValues: names.map { ($0, before[$0] ?? "") })
    self.after = Dictionary(uniqueKeysWithValues: names.map { ($0, after[$0] ?? "") })
  }

  init(_ row: Row) {
    kind = RecordKind(rawValue: row["kind"]) ?? .stakeholder
    record = row["record"]
    title = row["title"]
    before = (row["before"] as String?).map(Body.values)
    after = (row["after"] as String?).map(Body.values)
  }
}

/// Who did what, when: history, undo, and the news on the overview.
enum Journal {
  /// `dropped`: undone, and then its writer went another way; `kept`: what a new store begins with, which
  /// nobody undoes.
  enum State: String { case done, undone, dropped, undo, redo, kept }

  @discardableResult
  static func write(
    _ transaction: Transaction, name: String, why: String = "", state: State = .done, target: Int64? = nil
  ) throws -> Int64 {
    let db = transaction.db
    if state == .done {
      try db.execute(
        sql: "UPDATE journal SET state = 'dropped' WHERE who = ? AND state = 'undone'",
        arguments: [transaction.who])
    }
    try db.execute(
      sql: "INSERT INTO journal (at, who, name, why, state, target) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [transaction.now, transaction.who, name, why, state.rawValue, target])
    let id = db.lastInsertedRowID
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO journal_row (journal, kind, record, title, before, after) VALUES (?, ?, ?, ?, ?, ?)
        """)
    for row in transaction.rows {
      try statement.execute(
        arguments: [
          id, row.kind.rawValue, row.record, row.title, row.before.map(Body.text), row.after.map(Body.text),
        ])
    }
    return id
  }

  static func rows(of entry: Int64, in db: Database) throws -> [JournalRow] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM journal_row WHERE journal = ? ORDER BY rowid", arguments: [entry]
    ).map(JournalRow.init)
  }

  /// The change that undo would take back: the person's last one that stands.
  static func undoable(by who: String, in db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT max(id) FROM journal WHERE who = ? AND state = 'done'", arguments: [who])
  }

  /// The change that redo would bring back: the first of those undone since the person's last new change.
  static func redoable(by who: String, in db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT min(id) FROM journal WHERE who = ? AND state = 'undone'", arguments: [who])
  }
}
