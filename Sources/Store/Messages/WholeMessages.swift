import Model

/// The message house, of one moment.
public struct WholeMessages: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> MessageBook { MessageBook(try reader.all(Message.self)) }
}
