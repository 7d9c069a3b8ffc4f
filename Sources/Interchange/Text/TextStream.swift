/// The text of a file piece by piece, in a form where every ASCII byte stands for itself.
///
/// All but UTF-8 is rewritten as UTF-8, with the invalid byte FF in place of a broken character, so that readers
/// notice it where it is. A byte order mark is left out.
struct TextStream: Sendable {
  let encoding: TextEncoding
  private var reader: ByteReader
  /// Bytes of the file that are not a whole character yet.
  private var rest: [UInt8] = []
  private var isAtStart = true
  private(set) var isAtEnd = false
  private static let piece = 1 << 18

  init(_ file: ImportFile, encoding: TextEncoding) {
    self.encoding = encoding
    reader = file.reader()
  }

  /// How far the file was read.
  var bytesRead: Int { reader.offset }

  /// The next piece; empty only at the end, or where a piece holds no whole character.
  mutating func next() throws(ImportFile.Unreadable) -> [UInt8] {
    let bytes = try reader.read(upTo: Self.piece)
    isAtEnd = bytes.count < Self.piece
    let text = rewritten(bytes)
    guard isAtStart, !text.isEmpty else { return text }
    isAtStart = false
    let isMarked = text.starts(with: [0xEF, 0xBB, 0xBF])
    return isMarked ? Array(text[3...]) : text
  }

  private mutating func rewritten(_ bytes: [UInt8]) -> [UInt8] {
    switch encoding {
    case .utf8, .utf8WithBOM: return bytes
    case .utf16LittleEndian, .utf16BigEndian:
      let all = rest + bytes
      let (text, end) = UTF16Text.utf8(
        from: all, lowByte: encoding == .utf16LittleEndian ? 0 : 1, isLast: isAtEnd)
      rest = Array(all[end...])
      return text
    case .charset(let charset):
      let all = rest + bytes
      let (text, end) = charset.utf8(from: all, isLast: isAtEnd)
      rest = Array(all[end...])
      return text
    }
  }
}

/// UTF-16 in either order of its bytes.
private enum UTF16Text {
  /// The whole characters of a piece as UTF-8, and where they end.
  static func utf8(from bytes: [UInt8], lowByte: Int, isLast: Bool) -> (text: [UInt8], end: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2 + bytes.count / 8)
    var end = bytes.count & ~1
    // A high surrogate waits for its other half.
    if !isLast, end > 0, bytes[end - 1 - lowByte] & 0xFC == 0xD8 { end -= 2 }
    let units = stride(from: 0, to: end, by: 2).lazy.map { index in
      UInt16(bytes[index + lowByte]) | UInt16(bytes[index + 1 - lowByte]) << 8
    }
    var parser = UTF16.ForwardParser()
    var iterator = units.makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): append(UTF16.decode(scalar), to: &result)
      case .error: result.append(0xFF)
      case .emptyInput:
        guard isLast else { return (result, end) }
        if !bytes.count.isMultiple(of: 2) { result.append(0xFF) }
        return (result, bytes.count)
      }
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
    if scalar.isASCII {
      result.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      result.append(contentsOf: UTF8.encode(scalar)!)
    }
  }
}
