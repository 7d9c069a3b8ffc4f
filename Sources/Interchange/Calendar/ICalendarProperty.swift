/// A content line of iCalendar (RFC 5545, section 3.1): a name, parameters, a value.
struct ICalendarProperty {
  /// Where it begins in the file, counted from 1.
  let line: Int
  /// In capitals.
  let name: String
  private let parameters: [(name: String, value: String)]
  /// As it stands there, its escapes still in it.
  let value: String
  /// Whether bytes in it were no UTF-8, so that they were read as Latin letters (Windows-1252).
  let hadOtherBytes: Bool
  private let bytes: [UInt8]

  /// - Returns: nil for a line that is no property.
  init?(_ line: VCardLine) {
    guard !line.isTooLong, let colon = Self.colon(in: line.bytes) else { return nil }
    let head = line.bytes[..<colon]
    let name = head.prefix { $0 != UInt8(ascii: ";") }
    guard !name.isEmpty, name.allSatisfy(Self.isNameByte) else { return nil }
    self.line = line.number
    bytes = line.bytes
    self.name = String(decoding: name, as: UTF8.self).uppercased()
    let parameters = name.count == head.count ? [] : Self.parameters(head.dropFirst(name.count + 1))
    self.parameters = parameters
    let written = line.bytes[(colon + 1)...]
    let (value, hadOtherBytes) = Self.quoted(written, parameters) ?? Self.text(written)
    (self.value, self.hadOtherBytes) = (value, hadOtherBytes)
  }

  /// The text of vCalendar 1.0 whose bytes are written as letters (RFC 2045, section 6.7); nil where they are not.
  private static func quoted(
    _ bytes: ArraySlice<UInt8>, _ parameters: [(name: String, value: String)]
  ) -> (text: String, hadOtherBytes: Bool)? {
    guard parameters.contains(where: { $0.name == "ENCODING" && $0.value.uppercased() == "QUOTED-PRINTABLE" })
    else { return nil }
    let plain = TransferEncoding.quotedPrintable(bytes)
    let charset = parameters.first { $0.name == "CHARSET" }?.value
    let named = charset.flatMap { Charset.decode(plain, as: $0) }
    let (read, hadOtherBytes) = named.map { ($0, false) } ?? text(plain[...])
    return (read.replacing("\r\n", with: "\\n").replacing("\n", with: "\\n"), hadOtherBytes)
  }

  /// The value of a parameter; its name in capitals.
  func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// Whether it says that it is a day, and yet has the time of midnight.
  var isMidnightOfDay: Bool {
    parameter("VALUE")?.uppercased() == "DATE" && value.trimmed.dropFirst(8).hasPrefix("T000000")
  }

  /// The value as text (section 3.3.11).
  var text: String { Self.unescaped(value) }

  /// Several texts between commas.
  var texts: [String] {
    var (texts, isEscape) = ([String.UnicodeScalarView()], false)
    for scalar in value.unicodeScalars {
      if scalar == ",", !isEscape {
        texts.append(String.UnicodeScalarView())
      } else {
        texts[texts.count - 1].append(scalar)
      }
      isEscape = !isEscape && scalar == "\\"
    }
    return texts.map { Self.unescaped(String($0)).trimmed }.filter { !$0.isEmpty }
  }

  /// The whole line, unfolded.
  var content: String { Self.text(bytes[...]).text.trimmed }

  // MARK: Bytes

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
    default: false
    }
  }

  /// The end of the head: the first colon outside of quotes, or the first at all where quotes do not close.
  private static func colon(in bytes: [UInt8]) -> Int? {
    var isQuoted = false
    var isInBrackets = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      // A zone that should be in quotes: `TZID=(UTC+03:00) Nairobi:`.
      case UInt8(ascii: "("): isInBrackets = bytes[..<index].last == UInt8(ascii: "=")
      case UInt8(ascii: ")"): isInBrackets = false
      case UInt8(ascii: ":"): if !isQuoted && !isInBrackets && !isOfZone(bytes, index) { return index }
      default: break
      }
    }
    return bytes.firstIndex(of: UInt8(ascii: ":"))
  }

  /// Whether a colon belongs to the name of a zone that should be in quotes: `TZID=tzone://Microsoft/Utc:`.
  private static func isOfZone(_ bytes: [UInt8], _ colon: Int) -> Bool {
    guard bytes[(colon + 1)...].starts(with: "//".utf8) else { return false }
    guard let equals = bytes[..<colon].lastIndex(of: UInt8(ascii: "=")) else { return false }
    return ASCII.starts(bytes[...equals].suffix(5), with: "tzid=")
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> (text: String, hadOtherBytes: Bool) {
    if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
    // That byte stands where the charset of the file has no character.
    let lossy = String(decoding: bytes, as: UTF8.self)
    let beyond = lossy.unicodeScalars.filter { $0.value >= 0x80 }
    let bad = beyond.count { $0 == "\u{FFFD}" }
    // A bad byte among whole letters does not turn a line of them.
    if bytes.contains(0xFF) || bad * 3 <= beyond.count { return (lossy, true) }
    return (Charset.windows1252.text(of: Array(bytes)).text, true)
  }

  private static func parameters(_ head: ArraySlice<UInt8>) -> [(name: String, value: String)] {
    var pieces: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in head {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ";"), !isQuoted {
        pieces.append([])
      } else {
        pieces[pieces.count - 1].append(byte)
      }
    }
    return pieces.compactMap { piece in
      let sides = text(piece[...]).text.split(separator: "=", maxSplits: 1)
      return sides.count == 2 ? (String(sides[0]).trimmed.uppercased(), caret(String(sides[1]))) : nil
    }
  }

  /// Marks that a value in quotes cannot hold (RFC 6868).
  private static func caret(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "^")) else { return text }
    return text.replacing("^n", with: "\n").replacing("^'", with: "\"").replacing("^^", with: "^")
  }

  /// Without control characters, which no text needs but for line ends and tabs.
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var read = String.UnicodeScalarView()
    var isEscape = false
    for scalar in text.unicodeScalars {
      switch (isEscape, scalar) {
      case (true, "n"), (true, "N"): read.append("\n")
      case (true, "\\"), (true, ";"), (true, ","), (true, ":"), (true, "\""): read.append(scalar)
      case (true, _):
        read.append("\\")
        read.append(scalar)
      case (false, "\\"): break
      case (false, "\t"): read.append(scalar)
      case (false, _): if scalar.properties.generalCategory != .control { read.append(scalar) }
      }
      isEscape = !isEscape && scalar == "\\"
    }
    if isEscape { read.append("\\") }
    return String(read)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    // Control characters beyond ASCII begin with C2.
    case 0..<0x20, 0x7F, 0xC2, UInt8(ascii: "\\"): true
    default: false
    }
  }
}
