import Model

/// Puts a new stakeholder into the store, where nobody is in use who may be the same.
public struct AddStakeholder: Change {
  public var name: String { "add" }
  public let why: String
  private let stakeholder: Stakeholder
  private let known: [RecordID]?

  /// - Parameters:
  ///   - known: those who were looked at and are somebody else, which is remembered; nil where nobody has looked: then the
  ///     change is refused with those who may be the same.
  ///   - why: in the writer's words; empty where nobody said.
  public init(_ stakeholder: Stakeholder, besides known: [RecordID]?, why: String = "") {
    (self.stakeholder, self.known, self.why) = (stakeholder, known, why)
  }

  public func perform(in transaction: Transaction) throws {
    // What is not valid is said first.
    try AddRecord(stakeholder).perform(in: transaction)
    guard let known else {
      let alike = try StakeholdersAlike(stakeholder).answer(in: transaction.reader)
      if alike.isEmpty { return }
      throw Refusal.alike(alike)
    }
    for id in known where try transaction.fetch(Stakeholder.self, id) != nil {
      try TellApart(DistinctPair(stakeholder.id, id)).perform(in: transaction)
    }
  }
}
