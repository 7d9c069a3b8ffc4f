import GRDB
import Model

/// Takes the person's last change back, or brings the last undone one back: field by field, and only where
/// nobody has changed those fields since.
struct Undo {
  let isRedo: Bool

  func perform(in transaction: Transaction) throws {
    let db = transaction.db
    let found =
      try isRedo
      ? Journal.redoable(by: transaction.who, in: db) : Journal.undoable(by: transaction.who, in: db)
    guard let entry = found else { throw isRedo ? Refusal.nothingToRedo : Refusal.nothingToUndo }
    let rows = try Journal.rows(of: entry, in: db)
    // The full-text index takes rows in their own order much faster than backwards. Only of a record that was
    // written twice the last state has to be taken back first.
    let isOnceEach = Set(rows.map { "\($0.kind.rawValue) \($0.record)" }).count == rows.count
    for row in isRedo || isOnceEach ? rows : rows.reversed() {
      try turn(row, in: transaction)
    }
    try db.execute(
      sql: "UPDATE journal SET state = ? WHERE id = ?",
      arguments: [(isRedo ? Journal.State.done : .undone).rawValue, entry])
    let name = try String.fetchOne(db, sql: "SELECT name FROM journal WHERE id = ?", arguments: [entry])
    try Journal.write(transaction, name: name ?? "", state: isRedo ? .redo : .undo, target: entry)
  }

  private func turn(_ row: JournalRow, in transaction: Transaction) throws {
    let (from, to) = isRedo ? (row.before, row.after) : (row.after, row.before)
    let stored = try transaction.stored(row.kind, row.record)
    let current = stored?.values
    guard let from else {
      guard current == nil else { throw try changed(row, in: transaction) }
      return try put(row, to ?? [:], over: nil, in: transaction)
    }
    guard let current else { throw Refusal.gone(title: row.title) }
    guard let to else {
      guard current == from else { throw try changed(row, in: transaction) }
      return try transaction.remove(row.kind, row.record, title: row.title)
    }
    var values = current
    for (name, text) in from {
      guard current[name] ?? "" == text else { throw try changed(row, in: transaction) }
      values[name] = to[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    try put(row, values, over: stored, in: transaction)
  }

  private func put(
    _ row: JournalRow, _ values: [String: String], over stored: Transaction.Stored?,
    in transaction: Transaction
  ) throws {
    if row.kind == .stakeholder, let stored {
      return try transaction.update(row.record, title: row.title, to: values, over: stored)
    }
    func put<R: Model.Record>(_: R.Type) throws {
      try transaction.put(R(id: row.record, version: 0, values: values), over: stored)
    }
    try put(row.kind.type)
  }

  private func changed(_ row: JournalRow, in transaction: Transaction) throws -> Refusal {
    .changedSince(title: row.title, by: try transaction.lastWriter(row.kind, row.record))
  }
}
