/// Lists as one line: entries stand between `;`, the parts of an entry between `|`. A backslash before one of
/// these, or before another backslash, makes it a letter like any other.
public enum ListText {
  /// The entries as they are written, their escapes still in them.
  public static func entries(of text: String) -> [String] {
    if text.utf8.allSatisfy(isPlain) {
      // Most lists of an import have one entry.
      if !text.utf8.contains(UInt8(ascii: ";")) { return [text.trimmed].filter { !$0.isEmpty } }
      let entries = text.utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0)).trimmed }
      return entries.filter { !$0.isEmpty }
    }
    return pieces(of: text, at: isEntryEnd).map(\.trimmed).filter { !$0.isEmpty }
  }

  /// The parts of an entry, read.
  public static func parts(of entry: String) -> [String] {
    pieces(of: entry) { $0 == "|" }.map { unescaped($0.trimmed) }
  }

  /// A text as an entry of a list, so that reading gives it back.
  public static func entry(_ text: String) -> String { escaped(text, isPart: false) }

  /// Parts as an entry of a list; empty ones at the end are left out.
  public static func entry(parts: [String]) -> String {
    var parts = parts
    while parts.last?.isEmpty == true { parts.removeLast() }
    return parts.map { escaped($0, isPart: true) }.joined(separator: " | ")
  }

  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(backslash) else { return text }
    var read = String.UnicodeScalarView()
    var isEscape = false
    for scalar in text.unicodeScalars {
      if isEscape {
        if !isMark(scalar) { read.append("\\") }
        read.append(scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        read.append(scalar)
      }
    }
    if isEscape { read.append("\\") }
    return String(read)
  }

  /// Not part of a backslash, a line end or another end of an entry but `;`, whatever bytes stand beside it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != backslash && byte != 0xC2 && byte != 0xE2
  }

  private static let backslash = UInt8(ascii: "\\")

  /// Called for each answer of each response: most texts have no mark, and cost nothing but a look.
  private static func escaped(_ text: String, isPart: Bool) -> String {
    func isMarked(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: ";") || byte == backslash || isPart && byte == UInt8(ascii: "|")
    }
    guard text.utf8.contains(where: isMarked) else { return text }
    var written = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII, isMarked(UInt8(scalar.value)) { written.append("\\") }
      written.append(scalar)
    }
    return String(written)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ";" || scalar == "|" || scalar == "\\"
  }

  private static func isEntryEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3B, 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func pieces(of text: String, at isEnd: (Unicode.Scalar) -> Bool) -> [String] {
    let scalars = text.unicodeScalars
    guard text.utf8.contains(backslash) else {
      return scalars.split(omittingEmptySubsequences: false, whereSeparator: isEnd).map(String.init)
    }
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var isEscape = false
    for scalar in scalars {
      if !isEscape, isEnd(scalar) {
        pieces.append(String(piece))
        piece = .init()
      } else {
        piece.append(scalar)
      }
      isEscape = !isEscape && scalar == "\\"
    }
    return pieces + [String(piece)]
  }
}

extension String {
  /// The values of a list typed in one line.
  public var items: [String] { ListText.entries(of: self).map(ListText.unescaped) }
}
