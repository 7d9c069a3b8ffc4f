import Model

/// Takes the person's last change back, or brings the last undone one back: field by field, and only where
/// nobody has changed those fields since.
struct Undo {
  let isRedo: Bool
  /// What the person was shown; nil for whichever is the last.
  let shown: Int64?

  func perform(in transaction: Transaction) throws {
    let reader = transaction.reader
    let found =
      try isRedo
      ? Journal.redoable(by: transaction.who, in: reader) : Journal.undoable(by: transaction.who, in: reader)
    guard let entry = found else { throw isRedo ? Refusal.nothingToRedo : Refusal.nothingToUndo }
    guard shown == nil || shown == entry else { throw Refusal.anotherIsLast }
    let described = try reader.row("SELECT name, why, added FROM journal WHERE id = ?", [entry])
    try transaction.execute(
      "UPDATE journal SET state = ? WHERE id = ?", [(isRedo ? Journal.State.done : .undone).rawValue, entry])
    try Incoming.note(isRedo ? .kept : .dropped, of: entry, in: transaction)
    transaction.validity.references.isTurn = true
    transaction.validity.movesNames = described?["name"] == "merge"
    transaction.validity.references.followsMerges = !transaction.validity.movesNames
    let mine = try Journal.write(
      transaction, name: described?["name"] ?? "", state: isRedo ? .redo : .undo, target: entry)
    // The full-text index takes rows in their own order much faster than backwards. Only of a record that was
    // written twice the last state has to be taken back first.
    let rows = try Journal.rows(of: entry, isBackwards: !isRedo && isTwice(entry, in: reader), in: reader)
    while let row = try rows.next() {
      try turn(JournalRow(row), in: transaction)
      if transaction.rows.count == 1_000 { try transaction.journal(to: mine) }
    }
    try transaction.journal(to: mine)
    guard let added: Int = described?["added"], added > 0 else { return }
    let bulk = try BulkUndo(transaction: transaction, entry: entry)
    if isRedo { try bulk.bringBack(by: mine) } else { try bulk.takeBack(by: mine) }
  }

  /// Whether an entry wrote a record more than once.
  private func isTwice(_ entry: Int64, in reader: Reader) throws -> Bool {
    try reader.value(
      Bool.self, "SELECT count(*) > count(DISTINCT kind || ' ' || record) FROM journal_row WHERE journal = ?",
      [entry]) ?? false
  }

  private func turn(_ row: JournalRow, in transaction: Transaction) throws {
    var (from, to) = isRedo ? (row.before, row.after) : (row.after, row.before)
    let origin = to?.removeValue(forKey: Journal.origin)
    from?[Journal.origin] = nil
    let stored = try transaction.stored(row.kind, row.record)
    let current = stored?.values
    guard let from else {
      guard current == nil else { throw try changed(row, in: transaction) }
      try put(row, to ?? [:], over: nil, in: transaction)
      if let origin { try transaction.setOrigin(of: row.record, to: origin) }
      return
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
      try transaction.put(R(id: row.record, version: 0, values: values), over: stored, with: values)
    }
    try put(row.kind.type)
  }

  private func changed(_ row: JournalRow, in transaction: Transaction) throws -> Refusal {
    .changedSince(title: row.title, by: try transaction.lastWriter(row.kind, row.record))
  }
}
