import Model

/// What a new store holds: a row to work on for each activity and message of the decision, and the launches that it
/// names. No dates, no states: the text leaves them open.
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
    try Journal.write(transaction, name: "adopt", state: .kept)
  }

  /// What a store of an earlier program lacks of it.
  /// - Parameter schema: of the program that made the store.
  static func complete(from schema: Int, in transaction: Transaction) throws {
    if schema < 6 { try messages(in: transaction) }
    if !transaction.rows.isEmpty { try Journal.write(transaction, name: "adopt", state: .kept) }
    try transaction.finish()
  }

  /// Their words stand in the decision: the office writes its own beside them.
  private static func messages(in transaction: Transaction) throws {
    for adopted in Decision.adopted.messages where try transaction.stored(.message, adopted.id) == nil {
      try transaction.put(Message(id: adopted.id))
    }
  }
}
