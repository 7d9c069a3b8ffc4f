/// How the characters of a text file are stored as bytes.
public enum TextEncoding: Hashable, Sendable {
  case utf8, utf8WithBOM, utf16LittleEndian, utf16BigEndian
  case charset(Charset)

  public static let gb18030 = TextEncoding.charset(.gb18030)
  public static let windows1252 = TextEncoding.charset(.windows1252)

  /// - Parameter name: as people write it, in any letter case; nil where the host knows none of that name.
  public init?(named name: String) {
    switch name.trimmed.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "utf-16", "utf-16le", "utf16", "utf16le": self = .utf16LittleEndian
    case "utf-16be", "utf16be": self = .utf16BigEndian
    default:
      guard let charset = Charset(named: name) else { return nil }
      self = .charset(charset)
    }
  }

  /// The charsets that files are in most often, the commonest first.
  public static let usual = Charset.guessed.map(TextEncoding.charset)

  public var isUTF8: Bool { self == .utf8 || self == .utf8WithBOM }

  /// As people write it.
  public var name: String {
    switch self {
    case .utf8, .utf8WithBOM: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .charset(let charset): charset.name
    }
  }

  /// Tells the encoding of bytes: see `TextSurvey`.
  public static func detect(in bytes: [UInt8]) -> TextEncoding {
    // Bytes that are in memory can be read.
    (try? TextSurvey(of: ImportFile(bytes: bytes)).encoding) ?? .utf8
  }

  /// What a byte order mark says; nil where there is none.
  static func marked(_ beginning: [UInt8]) -> TextEncoding? {
    if beginning.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8WithBOM }
    if beginning.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if beginning.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    // That of GB18030.
    return beginning.starts(with: [0x84, 0x31, 0x95, 0x33]) ? .gb18030 : nil
  }

  /// Whether an escape sequence begins characters of two bytes (RFC 1468), and all of it has seven bits.
  private static func isEscaped(_ sample: ArraySlice<UInt8>) -> Bool {
    guard sample.contains(0x1B), sample.allSatisfy({ $0 < 0x80 && $0 != 0 }) else { return false }
    return sample.indices.contains {
      sample[$0...].starts(with: [0x1B, 0x24, 0x42]) || sample[$0...].starts(with: [0x1B, 0x24, 0x40])
    }
  }

  /// What the first bytes alone tell; nil where it takes the whole file.
  static func evident(in beginning: [UInt8]) -> TextEncoding? {
    if let marked = marked(beginning) { return marked }
    let sample = beginning.prefix(4096)
    if isEscaped(sample), let charset = Charset(named: "ISO-2022-JP") { return .charset(charset) }
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
