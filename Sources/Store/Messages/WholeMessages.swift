import Model

/// The message house, of one moment.
public struct WholeMessages: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> MessageBook {
    var book = MessageBook(try reader.all(Message.self))
    book.products = try reader.all(Product.self).filter { !$0.carried.isEmpty }
    book.coverage = try CodedForMessages().answer(in: reader)
    return book
  }
}
