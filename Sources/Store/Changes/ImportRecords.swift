import Model

/// Puts many records at once: one entry of the journal, one undo.
public struct ImportRecords<R: Record>: Change {
  public var name: String { "import" }
  public var needs: Need { R.kind.need }
  let new: [R]
  let changed: [(before: R, after: R)]

  /// - Parameters:
  ///   - new: records that are not stored yet.
  ///   - changed: stored records as they were when the import was planned, and as they are to be.
  public init(new: [R], changed: [(before: R, after: R)] = []) {
    self.new = new
    self.changed = changed
  }

  /// - Throws: a clash where somebody wrote one of the records since the import was planned.
  public func perform(in transaction: Transaction) throws {
    for record in new { try put(record, over: nil, in: transaction) }
    for (before, after) in changed { try put(after, over: before, in: transaction) }
  }

  private func put(_ record: R, over base: R?, in transaction: Transaction) throws {
    // A file of an older program has days among the months of Table 2: they are tasks on the board now.
    if let cell = record as? LaunchCell, Day(cell.slot) != nil {
      if let card = Card(cell), try transaction.stored(.card, card.id) == nil { try transaction.put(card) }
      return
    }
    let stored = try transaction.stored(R.kind, record.id)
    if stored == nil, let base { throw Refusal.gone(title: base.title) }
    guard stored?.version == base?.version else {
      throw try clash(record, base: base, stored: stored, in: transaction)
    }
    try transaction.put(record, over: stored)
  }

  private func clash(
    _ record: R, base: R?, stored: Transaction.Stored?, in transaction: Transaction
  ) throws -> Refusal {
    let theirs = stored?.values ?? [:]
    let mine = record.values
    return .clash(
      Clash(
        kind: R.kind, record: record.id, version: stored?.version ?? 0, base: base?.values ?? [:],
        theirs: theirs, mine: mine, fields: R.fields.map(\.name).filter { theirs[$0] != mine[$0] },
        who: try transaction.lastWriter(R.kind, record.id)))
  }
}
