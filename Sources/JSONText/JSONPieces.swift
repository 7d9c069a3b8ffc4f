/// Text that comes piece by piece, in a form where every ASCII byte stands for itself.
public protocol JSONPieces: Sendable {
  /// How far the text was read, in bytes.
  var bytesRead: Int { get }
  /// The next piece; nil at the end.
  mutating func next() throws -> ArraySlice<UInt8>?
}
