/// Text that may go to a terminal. What comes from files and stores must not steer it: control characters and
/// direction overrides become U+FFFD, the ends of paragraphs within a line a sign for them.
enum Legible {
  static func line(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0 == "\n" ? "\u{B6}" : isSteering($0) ? "\u{FFFD}" : $0 }))
  }

  /// Keeps the line ends, LF and CR LF.
  static func lines(_ text: String) -> String {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, scalars in
      let isCRLF = scalars.last == "\r" && index < lines.count - 1
      return line(String(isCRLF ? scalars.dropLast() : scalars)) + (isCRLF ? "\r" : "")
    }.joined(separator: "\n")
  }

  private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value)
  }
}
