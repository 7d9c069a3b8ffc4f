/// Since when a store knows what it holds of a record: what a file says that is older is no news.
public struct FieldAges: Sendable, Equatable {
  /// Of the fields that were changed one by one since; seconds since 1970.
  public var changed: [String: Int]
  /// Of all others: when the card was revised that told of them, else when the record was made. Nil where nobody knows.
  public var others: Int?

  public init(changed: [String: Int] = [:], others: Int? = nil) {
    (self.changed, self.others) = (changed, others)
  }

  /// Since when a field is as it is; nil where nothing tells. What was never filled in is no older or newer than anything.
  public func since(_ field: String, isEmpty: Bool) -> Int? {
    changed[field] ?? (isEmpty ? nil : others)
  }
}
