import Model

/// Removes a record; undo brings it back.
public struct RemoveRecord<R: Record>: Change {
  public var name: String { "remove" }
  public var needs: Need { R.kind.need }
  let record: R

  public init(_ record: R) { self.record = record }

  public func perform(in transaction: Transaction) throws {
    guard let stored = try transaction.fetch(R.self, record.id) else {
      throw Refusal.gone(title: record.title)
    }
    try transaction.remove(stored)
  }
}
