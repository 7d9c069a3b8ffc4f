/// What one reading of a whole file tells of it: how its characters are stored.
struct TextSurvey {
  let encoding: TextEncoding
  private static let piece = 1 << 18

  init(of file: ImportFile) throws(ImportFile.Unreadable) {
    if let evident = TextEncoding.evident(in: try file.read(at: 0, count: 4096)) {
      encoding = evident
    } else if try Self.isUTF8(file) {
      encoding = .utf8
    } else {
      encoding = try GB18030.isLikely(file) ? .gb18030 : .windows1252
    }
  }

  /// Whether the file is valid, but for a last character that may be broken off.
  private static func isUTF8(_ file: ImportFile) throws(ImportFile.Unreadable) -> Bool {
    var reader = file.reader()
    var rest: [UInt8] = []
    var isASCII = true
    while case let bytes = try reader.read(upTo: piece), !bytes.isEmpty {
      let piece = rest.isEmpty ? bytes : rest + bytes
      do throws(UTF8.ValidationError) {
        isASCII = try UTF8Span(validating: piece.span).isKnownASCII && isASCII
        rest = []
      } catch {
        guard error.kind == .truncatedScalar, error.byteOffsets.upperBound == piece.count else {
          return false
        }
        let valid = piece[..<error.byteOffsets.lowerBound]
        isASCII = isASCII && valid.allSatisfy { $0 < 0x80 }
        rest = Array(piece[valid.endIndex...])
      }
    }
    // With nothing but ASCII before it, the last byte is rather a Windows-1252 character.
    return rest.isEmpty || !isASCII
  }
}
