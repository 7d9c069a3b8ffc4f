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
    try write(transaction.takeRows(), of: id, in: db)
    return id
  }

  /// Writes what an entry did to records.
  static func write(_ rows: [JournalRow], of entry: Int64, in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO journal_row (journal, kind, record, title, before, after) VALUES (?, ?, ?, ?, ?, ?)
        """)
    for row in rows {
      try statement.execute(
        arguments: [
          entry, row.kind.rawValue, row.record, row.title, row.before.map(Body.text),
          row.after.map(Body.text),
        ])
    }
  }

  /// What a removed stakeholder's row keeps of it beside its fields: the entry that added it in bulk.
  static let origin = "origin"

  /// What an entry did, in its order or backwards; one row at a time, because there may be a million of them.
  static func rows(of entry: Int64, isBackwards: Bool, in reader: Reader) throws -> RowCursor {
    try reader.cursor(
      "SELECT * FROM journal_row WHERE journal = ? ORDER BY rowid \(isBackwards ? "DESC" : "ASC")", [entry])
  }

  /// What was published or sent is out of the house, and what others agreed to is theirs: no undo brings it back.
  private static let lasting = """
    'release', 'notice', 'release-material', 'release-report', 'agree-message', 'withdraw-agreement', 'new-edition'
    """

  /// The change that undo would take back: the person's last one that stands and does not last.
  static func undoable(by who: String, in reader: Reader) throws -> Int64? {
    try reader.value(
      Int64.self,
      "SELECT max(id) FROM journal WHERE who = ? AND state = 'done' AND name NOT IN (\(lasting))", [who])
  }

  /// The person's last change, where it is one that no undo takes back.
  static func lasting(by who: String, in reader: Reader) throws -> Int64? {
    try reader.value(
      Int64.self,
      """
      SELECT id FROM journal WHERE name IN (\(lasting))
      AND id = (SELECT max(id) FROM journal WHERE who = ? AND state IN ('done', 'undo', 'redo'))
      """, [who])
  }

  /// Whether an entry that is done or undone can be turned.
  static func standing(of entry: Int64, in reader: Reader) throws -> OwnChanges.State {
    let sql = "SELECT CASE WHEN name IN (\(lasting)) THEN 'lasting' ELSE state END FROM journal WHERE id = ?"
    switch try reader.value(String.self, sql, [entry]) {
    case "lasting": return .lasting
    case State.undone.rawValue: return .undone
    default: return .done
    }
  }

  /// The change that redo would bring back: the first of those undone since the person's last new change.
  static func redoable(by who: String, in reader: Reader) throws -> Int64? {
    try reader.value(Int64.self, "SELECT min(id) FROM journal WHERE who = ? AND state = 'undone'", [who])
  }
}

extension Transaction {
  /// Hands over to an entry what was done so far, before there is too much of it.
  func journal(to entry: Int64) throws { try Journal.write(takeRows(), of: entry, in: db) }

  /// What was done to a record that is now closed stays done, and what was undone stays undone: an undo that is refused
  /// each time would keep a person from all that they did before.
  func keep(_ kind: RecordKind, _ id: RecordID) throws {
    let own = "id IN (SELECT journal FROM journal_row WHERE kind = ? AND record = ?)"
    for (state, next) in [("done", Journal.State.kept), ("undone", .dropped)] {
      try execute(
        "UPDATE journal SET state = ? WHERE state = ? AND \(own)", [next.rawValue, state, kind.rawValue, id])
    }
  }
}
