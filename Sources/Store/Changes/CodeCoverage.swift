import Model

/// Says one thing of many items in the media: one entry of the journal, one undo. Only what is said is
/// written, so that two people who code the same items for different things do not meet.
public struct CodeCoverage: Change {
  public var name: String { "edit" }
  public var needs: Need { .contribute }
  let ids: [RecordID]
  let step: CoverageStep
  let isOfStories: Bool

  /// - Parameter isOfStories: all copies of the items' stories are meant as well.
  public init(_ ids: [RecordID], _ step: CoverageStep, ofStories isOfStories: Bool = false) {
    (self.ids, self.step, self.isOfStories) = (ids, step, isOfStories)
  }

  /// Leaves out what is gone.
  public func perform(in transaction: Transaction) throws {
    var done: Set<RecordID> = []
    for id in ids {
      let copies = isOfStories ? try self.copies(of: id, in: transaction.reader) : []
      for id in [id] + copies where done.insert(id).inserted {
        guard var item = try transaction.fetch(Coverage.self, id) else { continue }
        step.apply(to: &item)
        try transaction.put(item)
      }
    }
  }

  private func copies(of id: RecordID, in reader: Reader) throws -> [RecordID] {
    try reader.values(
      String.self,
      """
      SELECT id FROM coverage WHERE story > 0 AND story = (SELECT story FROM coverage WHERE id = ?)
      """, [id], isOften: true)
  }
}
