import Model

/// What a new store holds: a row to work on for each activity and message of the decision, the launches that it names,
/// and the partnerships that there were before it. No dates, no states: the text leaves them open.
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
    try messages(in: transaction)
    try partnerships(in: transaction)
    try Journal.write(transaction, name: "adopt", state: .kept)
  }

  /// Whether nothing of it is missing: a program that broke off on its way to a newer schema may have left it half done.
  static func isComplete(in reader: Reader) throws -> Bool {
    try Decision.adopted.partnerships.allSatisfy { try reader.has(RecordReference(.partnership, $0.id)) }
  }

  /// What a store of an earlier program lacks of it. The journal tells of it as of the first contents, so that nobody
  /// undoes it; whoever only reads an older store is refused before it comes to that.
  static func complete(in transaction: Transaction) throws {
    try messages(in: transaction)
    try partnerships(in: transaction)
    if !transaction.rows.isEmpty { try Journal.write(transaction, name: "adopt", state: .kept) }
    try transaction.finish()
  }

  /// Their words stand in the decision: the office writes its own beside them.
  private static func messages(in transaction: Transaction) throws {
    for adopted in Decision.adopted.messages where try transaction.stored(.message, adopted.id) == nil {
      try transaction.put(Message(id: adopted.id))
    }
  }

  /// What the text says of them stays in the decision.
  private static func partnerships(in transaction: Transaction) throws {
    for adopted in Decision.adopted.partnerships
    where try transaction.stored(.partnership, adopted.id) == nil {
      var partnership = Partnership(id: adopted.id)
      (partnership.name, partnership.type) = (adopted.label.en, adopted.type)
      try transaction.put(partnership)
    }
  }
}
