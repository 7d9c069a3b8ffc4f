/// How the characters of a text file are stored as bytes.
public enum TextEncoding: String, Sendable {
  case utf8, utf8WithBOM, utf16LittleEndian, utf16BigEndian, gb18030, windows1252

  /// Tells the encoding of a whole file from its byte order mark, its NUL pattern, or its validity.
  ///
  /// Bytes that are not valid UTF-8 as a whole are taken for what spreadsheets write instead: GB18030
  /// where they are valid and look like Chinese, else Windows-1252. UTF-8 that only breaks off inside
  /// its last character stays UTF-8.
  public static func detect(in bytes: [UInt8]) -> TextEncoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8WithBOM }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if bytes.starts(with: GB18030.byteOrderMark) { return .gb18030 }
    let sample = bytes.prefix(4096)
    if UTF16Evidence(in: sample, lowByte: 0).isConvincing { return .utf16LittleEndian }
    if UTF16Evidence(in: sample, lowByte: 1).isConvincing { return .utf16BigEndian }
    if isUTF8(bytes) { return .utf8 }
    return GB18030.isLikely(bytes) ? .gb18030 : .windows1252
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      // With nothing but ASCII before it, the last byte is rather a Windows-1252 character.
      return error.kind == .truncatedScalar && error.byteOffsets.upperBound == bytes.count
        && bytes[..<error.byteOffsets.lowerBound].contains { $0 >= 0x80 }
    }
  }
}

/// Counts what speaks for UTF-16 without a byte order mark: ASCII characters paired with NUL.
private struct UTF16Evidence {
  private var units = 0
  private var asciiUnits = 0
  private var zeroUnits = 0
  private var pairedMarks = 0
  private var marks = 0

  init(in sample: ArraySlice<UInt8>, lowByte: Int) {
    var index = sample.startIndex
    while index + 1 < sample.endIndex {
      count(low: sample[index + lowByte], high: sample[index + 1 - lowByte])
      index += 2
    }
  }

  /// A tenth is enough, as text in other scripts has few ASCII characters. But most line ends and
  /// separators must be paired and hardly a unit be zero, which tells UTF-8 with NULs in it.
  var isConvincing: Bool {
    asciiUnits > 0 && asciiUnits * 10 >= units && pairedMarks * 4 >= marks * 3 && zeroUnits * 10 <= asciiUnits
  }

  private mutating func count(low: UInt8, high: UInt8) {
    units += 1
    marks += (Self.isMark(low) ? 1 : 0) + (Self.isMark(high) ? 1 : 0)
    zeroUnits += low == 0 && high == 0 ? 1 : 0
    guard high == 0, low > 0, low < 0x80 else { return }
    asciiUnits += 1
    pairedMarks += Self.isMark(low) ? 1 : 0
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x2C || byte == 0x3B
  }
}

/// The bytes of a text file in a form where every ASCII byte stands for itself.
///
/// UTF-16 and GB18030 are rewritten as UTF-8, with the invalid byte FF in place of a broken character, so that
/// readers notice it where it is. UTF-8 and Windows-1252 stay as they are, without a copy.
struct ASCIICompatibleText {
  let bytes: [UInt8]
  /// Where the text begins, after the byte order mark.
  let start: Int
  let encoding: TextEncoding

  init(_ original: [UInt8], encoding: TextEncoding) {
    self.encoding = encoding
    switch encoding {
    case .utf8, .utf8WithBOM, .windows1252:
      bytes = original
      start = encoding != .windows1252 && original.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    case .utf16LittleEndian:
      bytes = utf8(fromUTF16: original, lowByte: 0)
      start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    case .utf16BigEndian:
      bytes = utf8(fromUTF16: original, lowByte: 1)
      start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    case .gb18030:
      bytes = GB18030.utf8(from: original)
      start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }
  }
}

private func utf8(fromUTF16 bytes: [UInt8], lowByte: Int) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count / 2 + bytes.count / 8)
  let units = stride(from: 0, to: bytes.count - 1, by: 2).lazy.map { index in
    UInt16(bytes[index + lowByte]) | UInt16(bytes[index + 1 - lowByte]) << 8
  }
  var parser = UTF16.ForwardParser()
  var iterator = units.makeIterator()
  while true {
    switch parser.parseScalar(from: &iterator) {
    case .valid(let scalar): appendUTF8(of: UTF16.decode(scalar), to: &result)
    case .error: result.append(0xFF)
    case .emptyInput:
      if !bytes.count.isMultiple(of: 2) { result.append(0xFF) }
      return result
    }
  }
}

private func appendUTF8(of scalar: Unicode.Scalar, to result: inout [UInt8]) {
  if scalar.isASCII {
    result.append(UInt8(truncatingIfNeeded: scalar.value))
  } else {
    result.append(contentsOf: UTF8.encode(scalar)!)
  }
}

/// The Windows-1252 code page.
enum Windows1252 {
  /// The characters of the bytes 80 to 9F; all others are those of Latin-1.
  private static let specials: [Character] = [
    "\u{20AC}", "\u{FFFD}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{FFFD}", "\u{017D}", "\u{FFFD}",
    "\u{FFFD}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{FFFD}", "\u{017E}", "\u{0178}",
  ]

  /// Decodes bytes, each the code page leaves undefined (81, 8D, 8F, 90, 9D) as U+FFFD.
  static func decode(_ bytes: [UInt8]) -> String {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      switch byte {
      case 0..<0x80: utf8.append(byte)
      case 0x80..<0xA0: utf8.append(contentsOf: specials[Int(byte) - 0x80].utf8)
      default: utf8.append(contentsOf: [0xC0 | byte >> 6, 0x80 | byte & 0x3F])
      }
    }
    return String(decoding: utf8, as: UTF8.self)
  }

  /// Whether the code page gives this byte no character.
  static func isUndefined(_ byte: UInt8) -> Bool {
    byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D
  }
}
