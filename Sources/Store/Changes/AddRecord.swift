import Model

/// Puts a new record into the store.
public struct AddRecord<R: Record>: Change {
  public var name: String { "add" }
  public var needs: Need { R.kind.need }
  public let why: String
  let record: R

  /// - Parameter why: in the writer's words; empty where nobody said.
  public init(_ record: R, why: String = "") {
    self.record = record
    self.why = why
  }

  public func perform(in transaction: Transaction) throws {
    for field in R.fields where field.isRequired && field.read(record).isEmpty {
      throw Refusal.invalid(field: field.name, .missing)
    }
    if let (field, problem) = record.doubts.first { throw Refusal.invalid(field: field, problem) }
    try transaction.put(record)
  }
}
