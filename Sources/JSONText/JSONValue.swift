/// A value of JSON (RFC 8259, section 3).
public enum JSONValue: Equatable, Sendable {
  case null
  case flag(Bool)
  /// As it is written.
  case number(String)
  case text(String)
  case array([JSONValue])
  /// In the order of the file.
  case object([Member])

  public struct Member: Equatable, Sendable {
    public let name: String
    public let value: JSONValue
  }
}
