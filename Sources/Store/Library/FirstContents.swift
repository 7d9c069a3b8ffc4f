import Model

/// What a new store holds: a row to work on for each activity of the decision, the launches that it names, and the
/// partnerships that there were before it. No dates, no states: the text leaves them open.
enum FirstContents {
  static func write(in transaction: Transaction) throws {
    for activity in Decision.adopted.activities {
      try transaction.put(Activity(id: activity.id))
    }
    for adopted in Decision.adopted.launches {
      var launch = Launch(id: adopted.id)
      launch.name = adopted.label.en
      try transaction.put(launch)
    }
    try addPartnerships(in: transaction)
    try Journal.write(transaction, name: "adopt", state: .kept)
  }

  /// Whether the store has what its first contents are; an older program knew less.
  static func isComplete(in reader: Reader) throws -> Bool {
    try Decision.adopted.partnerships.allSatisfy { try reader.has(RecordReference(.partnership, $0.id)) }
  }

  /// Puts into an older store what its program did not know. The journal tells of it as of the first contents, so that
  /// nobody undoes it; whoever only reads an older store is refused before it comes to that.
  static func complete(in transaction: Transaction) throws {
    try addPartnerships(in: transaction)
    if !transaction.rows.isEmpty { try Journal.write(transaction, name: "adopt", state: .kept) }
  }

  private static func addPartnerships(in transaction: Transaction) throws {
    for adopted in Decision.adopted.partnerships {
      guard try transaction.stored(.partnership, adopted.id) == nil else { continue }
      var partnership = Partnership(id: adopted.id)
      (partnership.name, partnership.partner) = (adopted.label.en, adopted.label.en)
      partnership.type = adopted.type
      try transaction.put(partnership)
    }
  }
}
