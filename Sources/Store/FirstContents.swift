import Model

/// What a new store holds: a row to work on for each activity of the decision, and the launch that it takes as
/// the model. No dates, no states: the text leaves them open.
enum FirstContents {
  static func write(in transaction: Transaction) throws {
    for activity in Decision.adopted.activities {
      try transaction.put(Activity(id: activity.id))
    }
    var launch = Launch(id: Launch.pollination)
    launch.name = Decision.adopted.launch.label.en
    try transaction.put(launch)
    try Journal.write(transaction, name: "adopt", state: .kept)
  }
}
