import Embedded

/// The tables that travel in the binary: a row a line, its cells set apart by tabs.
public enum EmbeddedTable {
  /// The rows without what stands after `#`: sources and dates.
  public static func rows(_ name: String) -> [[String]] {
    guard let bytes = Embedded.bytes(name) else { return [] }
    // Byte by byte: to split text by its letters takes ten times as long.
    return bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }.map { line in
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
        String(decoding: UnsafeBufferPointer(rebasing: $0), as: UTF8.self)
      }
    }
  }
}
