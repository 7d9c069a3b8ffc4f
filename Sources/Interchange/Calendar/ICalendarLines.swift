/// Content lines as they are written: CR LF at their ends, folded after 75 octets but never inside a character
/// (RFC 5545, section 3.1).
struct ICalendarLines {
  private(set) var bytes: [UInt8] = []

  private static let width = 75

  mutating func line(_ content: String) {
    var content = content
    content.withUTF8 { line in
      guard line.count > Self.width else {
        bytes.append(contentsOf: line)
        return
      }
      var start = 0
      var room = Self.width
      while line.count - start > room {
        var end = start + room
        // Bytes that go on with a character.
        while end > start, line[end] & 0xC0 == 0x80 { end -= 1 }
        bytes.append(contentsOf: line[start..<end])
        bytes.append(contentsOf: [0x0D, 0x0A, 0x20])
        (start, room) = (end, Self.width - 1)
      }
      bytes.append(contentsOf: line[start...])
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// A line of text; none where the text is empty.
  mutating func text(_ name: String, _ text: String) {
    if !text.isEmpty { line("\(name):\(Self.escaped(text))") }
  }

  /// As a value of type TEXT (section 3.3.11), without control characters.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var written = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r", "\n":
        if scalar == "\r" || !wasReturn { written.append(contentsOf: "\\n".unicodeScalars) }
      case "\\", ";", ",":
        written.append("\\")
        written.append(scalar)
      case "\t": written.append(scalar)
      default: if scalar.properties.generalCategory != .control { written.append(scalar) }
      }
      wasReturn = scalar == "\r"
    }
    return String(written)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    // Control characters beyond ASCII begin with C2.
    case 0..<0x20, 0x7F, 0xC2, UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): true
    default: false
    }
  }
}
