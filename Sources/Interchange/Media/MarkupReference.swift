import Model

/// References to characters: those of XML, and those of HTML that writers of feeds take for granted.
enum MarkupReference {
  /// Reads one that stands at the beginning; nil where it is none, or of an entity that nobody knows: none
  /// is ever looked up.
  static func read(_ bytes: ArraySlice<UInt8>) -> (length: Int, text: String?) {
    let start = bytes.startIndex
    guard let end = bytes.dropFirst().prefix(32).firstIndex(of: UInt8(ascii: ";")) else { return (1, nil) }
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    return (end - start + 1, text(name))
  }

  /// A text with the references in it read.
  static func read(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let bytes = Array(text.utf8)
    var read: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "&") {
        let (length, text) = Self.read(bytes[at...])
        if let text {
          read += text.utf8
          at += length
          continue
        }
      }
      read.append(bytes[at])
      at += 1
    }
    return String(decoding: read, as: UTF8.self)
  }

  private static func text(_ name: String) -> String? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
      guard let number = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10) else {
        return nil
      }
      // Windows' own numbers for signs (HTML, section 13.2.5.80).
      if 0x80...0x9F ~= number { return Charset.windows1252.text(of: [UInt8(number)]).text }
      guard number > 0, let scalar = Unicode.Scalar(number) else { return "\u{FFFD}" }
      return String(scalar)
    }
    return named[name]
  }

  /// What HTML calls characters. Marks of direction are left out: they would steer what stands behind them.
  private static let named: [String: String] = {
    let rows = EmbeddedTable.rows("html-references.tsv").map { row in
      let scalars = row[1].split(separator: " ").compactMap {
        UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
      }
      return (
        row[0], String(String.UnicodeScalarView(scalars.filter { $0 != "\u{200E}" && $0 != "\u{200F}" }))
      )
    }
    return Dictionary(rows) { first, _ in first }
  }()
}
