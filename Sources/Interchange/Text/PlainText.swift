import Model

/// Text from outside in documents that leave the house.
enum PlainText {
  /// One line that steers nothing: control characters and line ends become spaces; marks that turn the direction
  /// of what follows are left out, as are scalars that no document may hold (XML 1.0, section 2.2).
  static func line(_ text: String) -> String {
    // Most texts are plain letters; to look at bytes costs little.
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: continue
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: line.append(" ")
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  /// A long text by its paragraphs, without those that are empty.
  static func paragraphs(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { line(String($0).trimmed) }.filter { !$0.isEmpty }
  }

  /// As the text of HTML and as the value of its attributes (HTML, section 13.1.2; XML 1.0, section 2.4).
  static func html(_ text: String) -> String {
    let line = line(text)
    guard line.utf8.contains(where: isMarkup) else { return line }
    var escaped = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }
}
