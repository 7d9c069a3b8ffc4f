import JSONText

/// The text of a file whose lines may each be written in their own way: what the person chose, UTF-16 and GB18030 with a
/// byte order mark come as UTF-8, anything else as it is.
struct TextPieces: JSONPieces {
  let encoding: TextEncoding
  private var stream: TextStream
  private var rest: ArraySlice<UInt8>
  private let most: Int

  /// - Parameters:
  ///   - whole: how the whole file is written; nil where only its beginning tells.
  ///   - most: how many bytes a piece has at most.
  init(_ file: ImportFile, as whole: TextEncoding? = nil, atMost most: Int = .max) throws {
    encoding =
      try whole ?? TextEncoding.marked(file.read(at: 0, count: 4)) ?? file.encoding ?? TextEncoding.evident(
        in: file.read(at: 0, count: 4096)) ?? .utf8
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
