/// The bytes of a file, which is read at any place and more than once.
public protocol WorkbookBytes: AnyObject, Sendable {
  var size: Int { get }
  /// As many bytes as there are, up to `count`; none at the end.
  func read(at offset: Int, count: Int) throws -> [UInt8]
}
