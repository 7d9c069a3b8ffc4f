import JSONText

/// The text of a file whose lines may each be written in their own way: UTF-16 and GB18030 with a byte order mark
/// come as UTF-8, anything else as it is.
struct TextPieces: JSONPieces {
  let encoding: TextEncoding
  private var stream: TextStream
  private var rest: ArraySlice<UInt8>
  private let most: Int

  /// - Parameter most: how many bytes a piece has at most.
  init(_ file: ImportFile, atMost most: Int = .max) throws {
    let evident = TextEncoding.evident(in: try file.read(at: 0, count: 4096))
    encoding = evident ?? .utf8
    stream = TextStream(file, encoding: encoding)
    self.most = most
    rest = try stream.next()[...]
  }

  /// How the first piece begins.
  var beginning: ArraySlice<UInt8> { rest }
  /// How far the file was read.
  var bytesRead: Int { stream.bytesRead - rest.count }

  /// The next piece; nil at the end.
  mutating func next() throws -> ArraySlice<UInt8>? {
    while rest.isEmpty {
      if stream.isAtEnd { return nil }
      rest = try stream.next()[...]
    }
    defer { rest = rest.dropFirst(most) }
    return rest.prefix(most)
  }
}
