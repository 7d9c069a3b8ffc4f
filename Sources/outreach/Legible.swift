/// Text that may go to a terminal. What comes from files and stores must not steer it: control characters and
/// direction overrides become U+FFFD, and so does what hides letters; the ends of paragraphs within a line a sign for them.
enum Legible {
  static func line(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { isEnd($0) ? "\u{B6}" : isSteering($0) ? "\u{FFFD}" : $0 }))
  }

  /// Keeps the line ends, LF and CR LF.
  static func lines(_ text: String) -> String {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, scalars in
      let isCRLF = scalars.last == "\r" && index < lines.count - 1
      return line(String(isCRLF ? scalars.dropLast() : scalars)) + (isCRLF ? "\r" : "")
    }.joined(separator: "\n")
  }

  /// LF, and the separators of lines and paragraphs that Unicode has beside it (UAX 14, class BK).
  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar.value == 0x2028 || scalar.value == 0x2029
  }

  private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.generalCategory == .control { return true }
    switch scalar.value {
    // Embeddings, overrides and isolates; annotations (Unicode 23.8); tags, which no terminal draws.
    case 0x202A...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB, 0xE0000...0xE007F: return true
    default: return false
    }
  }
}
