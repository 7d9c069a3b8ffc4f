/// How the characters of a text file are stored as bytes.
public enum TextEncoding: String, Sendable {
  case utf8, utf8WithBOM, utf16LittleEndian, utf16BigEndian, gb18030, windows1252

  /// Tells the encoding of a whole file from its byte order mark, its NUL pattern, or its validity.
  ///
  /// Bytes that are not valid UTF-8 as a whole are taken for what spreadsheets write instead: GB18030
  /// where they are valid and look like Chinese, else Windows-1252. UTF-8 that only breaks off inside
  /// its last character stays UTF-8.
  public static func detect(in bytes: [UInt8]) -> TextEncoding {
    // Bytes that are in memory can be read.
    (try? TextSurvey(of: ImportFile(bytes: bytes)).encoding) ?? .utf8
  }

  /// What the first bytes alone tell; nil where it takes the whole file.
  static func evident(in beginning: [UInt8]) -> TextEncoding? {
    if beginning.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8WithBOM }
    if beginning.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if beginning.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if beginning.starts(with: GB18030.byteOrderMark) { return .gb18030 }
    let sample = beginning.prefix(4096)
    if UTF16Evidence(in: sample, lowByte: 0).isConvincing { return .utf16LittleEndian }
    return UTF16Evidence(in: sample, lowByte: 1).isConvincing ? .utf16BigEndian : nil
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

/// The Windows-1252 code page. To open the converter of the C library for each field would cost more than the field.
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
