import Model

/// Takes stakeholders out of use, or back into it. Their records stay, with their history.
public struct RetireStakeholder: Change {
  public var name: String { day == nil ? "restore" : "retire" }
  let ids: [RecordID]
  let day: Day?

  /// - Parameter day: since when they are out of use; nil brings them back.
  public init(_ ids: [RecordID], on day: Day?) {
    self.ids = ids
    self.day = day
  }

  public func perform(in transaction: Transaction) throws {
    for id in ids {
      guard var stakeholder = try transaction.fetch(Stakeholder.self, id) else {
        throw Refusal.gone(title: id)
      }
      stakeholder.retired = day
      try transaction.put(stakeholder)
    }
  }
}
