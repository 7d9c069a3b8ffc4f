import Model

/// What a new store holds: a row to work on for each activity of the decision, and the launches that it
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
    try Journal.write(transaction, name: "adopt", state: .kept)
  }
}
