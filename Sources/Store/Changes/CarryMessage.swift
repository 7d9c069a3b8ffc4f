import Model

/// Says of a product that it carries a message, beside the others that it carries.
public struct CarryMessage: Change {
  public var name: String { "edit" }
  let message: RecordID
  let product: RecordID

  public init(_ message: RecordID, in product: RecordID) { (self.message, self.product) = (message, product) }

  /// - Throws: `Refusal.invalid` where there is no such product, or it carries the message already.
  public func perform(in transaction: Transaction) throws {
    guard var product = try transaction.fetch(Product.self, product) else {
      throw Refusal.invalid(field: "source_product", .unknownRecord(product))
    }
    if product.carried.contains(message) {
      throw Refusal.invalid(field: "carried_messages", .repeatedCode(message))
    }
    product.carried.append(message)
    try transaction.put(product)
  }
}
