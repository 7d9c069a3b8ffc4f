/// A question to the store. Equal questions have equal answers until somebody writes.
public protocol Query: Hashable, Sendable {
  associatedtype Answer: Sendable
  func answer(in reader: Reader) throws -> Answer
}
