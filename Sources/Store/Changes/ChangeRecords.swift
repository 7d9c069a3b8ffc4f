import Model

/// Changes several records as one: a bar with all that waits for it, the baseline of a plan, the answer to several
/// comments. One entry of the journal, one undo.
public struct ChangeRecords<R: Record>: Change {
  public let name: String
  public var needs: Need { R.kind.need }
  let edits: [(before: R, after: R)]

  /// - Parameter edits: each record as the person saw it, and as it is to be.
  public init(_ name: String, _ edits: [(before: R, after: R)]) {
    self.name = name
    self.edits = edits
  }

  /// - Throws: a clash where somebody changed the same fields of one of them meanwhile.
  public func perform(in transaction: Transaction) throws {
    for (before, after) in edits { try EditRecord(base: before, edited: after).perform(in: transaction) }
  }
}

public typealias ChangeActivities = ChangeRecords<Activity>
