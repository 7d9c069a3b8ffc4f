import Model

/// Changes several activities as one: a bar with all that waits for it, the baseline of a plan. One entry of the
/// journal, one undo.
public struct ChangeActivities: Change {
  public let name: String
  let edits: [(before: Activity, after: Activity)]

  /// - Parameter edits: each activity as the person saw it, and as it is to be.
  public init(_ name: String, _ edits: [(before: Activity, after: Activity)]) {
    (self.name, self.edits) = (name, edits)
  }

  /// - Throws: a clash where somebody changed the same fields of one of them meanwhile.
  public func perform(in transaction: Transaction) throws {
    for (before, after) in edits { try EditRecord(base: before, edited: after).perform(in: transaction) }
  }
}
