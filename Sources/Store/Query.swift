import GRDB
import Model

/// A question to the store. Equal questions have equal answers until somebody writes.
public protocol Query: Hashable, Sendable {
  associatedtype Answer: Sendable
  func answer(in reader: Reader) throws -> Answer
}

/// One consistent view of the store, for the time of a question.
public struct Reader {
  let db: Database
  let who: String
  var shelf = Shelf()
}
