import CEmbedded

/// The files that travel inside the binary: phrases, the adopted text, names of countries, themes and the
/// sample data.
public enum Embedded {
  /// The bytes of the file of that name (`themes/dark.toml`), or nil where none is embedded.
  public static func bytes(_ name: String) -> UnsafeBufferPointer<UInt8>? {
    var count = 0
    let files = UnsafeBufferPointer(start: embedded_files(&count), count: count)
    guard let file = files.first(where: { String(cString: $0.name) == name }) else { return nil }
    return UnsafeBufferPointer(start: file.bytes, count: file.count)
  }

  /// The same as text; embedded files are UTF-8.
  public static func text(_ name: String) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names of all embedded files that begin with `prefix`, in the order in which they were embedded.
  public static func names(prefix: String) -> [String] {
    var count = 0
    let files = UnsafeBufferPointer(start: embedded_files(&count), count: count)
    return files.map { String(cString: $0.name) }.filter { $0.hasPrefix(prefix) }
  }
}
