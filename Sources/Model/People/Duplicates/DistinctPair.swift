/// Two records in no order.
public struct DistinctPair: Sendable, Hashable {
  /// The lesser of the two ids.
  public let first: RecordID
  public let second: RecordID

  public init(_ a: RecordID, _ b: RecordID) {
    first = min(a, b)
    second = max(a, b)
  }

  public func contains(_ id: RecordID) -> Bool { first == id || second == id }
}
