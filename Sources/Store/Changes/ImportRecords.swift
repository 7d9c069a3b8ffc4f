import Model

/// Puts many records at once: one entry of the journal, one undo.
public struct ImportRecords<R: Record>: Change {
  public var name: String { "import" }
  let records: [R]

  public init(_ records: [R]) { self.records = records }

  public func perform(in transaction: Transaction) throws {
    for record in records { try transaction.put(record) }
  }
}
