/// A property before its bytes are text: what a line of a card says.
struct VCardRawProperty {
  let line: Int
  /// Group, name and parameters.
  let head: [UInt8]
  /// Without transfer encoding.
  let value: [UInt8]
  /// The encoding that the line names.
  let charset: String?
  let isOld: Bool
  let hasCutValue: Bool

  /// - Returns: nil for a line that is no property.
  init?(_ line: VCardLine, version: VCardVersion) {
    isOld = version == .v21
    guard let colon = Self.colon(in: line.bytes, respectingQuotes: !isOld) else { return nil }
    let name = line.bytes[..<colon].prefix { $0 != UInt8(ascii: ";") }
    guard !name.isEmpty, name.allSatisfy(Self.isNameByte) else { return nil }
    self.line = line.number
    hasCutValue = line.isTooLong
    head = Array(line.bytes[..<colon])
    let parameters = Self.ascii(head[...])
    let isText = !line.isTooLong
    charset = Self.parameter("charset", in: parameters)
    guard !VCardFields.isLeftOut(Self.name(in: head)) else {
      // Pictures are large, and nobody will look at them.
      value = []
      return
    }
    switch Self.transferEncoding(in: parameters) {
    case .quotedPrintable where isText:
      value = TransferEncoding.quotedPrintable(line.bytes[(colon + 1)...])
    case .base64 where isText: value = TransferEncoding.base64(line.bytes[(colon + 1)...])
    default: value = Self.unfolded(line, from: colon + 1, isOld: isOld)
    }
  }

  /// The name in capitals, without the group.
  var name: String { Self.name(in: head) }

  private static func name(in head: [UInt8]) -> String {
    let whole = ascii(head.prefix { $0 != UInt8(ascii: ";") })
    return (whole.split(separator: ".").last.map(String.init) ?? whole).uppercased()
  }

  /// The end of the head: the first colon outside of quotes, or the first at all where quotes do not close.
  private static func colon(in bytes: [UInt8], respectingQuotes: Bool) -> Int? {
    var isQuoted = false
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\""), respectingQuotes { isQuoted.toggle() }
      if byte == UInt8(ascii: ":"), !isQuoted { return index }
    }
    return bytes.firstIndex(of: UInt8(ascii: ":"))
  }

  /// In version 2.1 white space is part of the text where a line is folded.
  private static func unfolded(_ line: VCardLine, from start: Int, isOld: Bool) -> [UInt8] {
    guard isOld, !line.folds.isEmpty else { return Array(line.bytes[start...]) }
    var result: [UInt8] = []
    var done = start
    for fold in line.folds where fold >= done && fold <= line.bytes.count {
      result += line.bytes[done..<fold] + [0x20]
      done = fold
    }
    return result + line.bytes[done...]
  }

  private enum Transfer { case none, quotedPrintable, base64 }

  private static func transferEncoding(in head: String) -> Transfer {
    for part in head.split(separator: ";").dropFirst() {
      switch part.split(separator: "=").last?.uppercased().trimmed {
      case "QUOTED-PRINTABLE": return .quotedPrintable
      case "BASE64": return .base64
      case "B" where part.uppercased().hasPrefix("ENCODING="): return .base64
      default: continue
      }
    }
    return .none
  }

  private static func parameter(_ name: String, in head: String) -> String? {
    for part in head.split(separator: ";").dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1)
      if sides.count == 2, sides[0].lowercased().trimmed == name {
        return sides[1].filter { $0 != "\"" }.trimmed
      }
    }
    return nil
  }

  private static func ascii(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}

extension VCardProperty {
  /// - Parameters:
  ///   - head: group, name and parameters as text.
  ///   - value: without transfer encoding.
  init(line: Int, head: String, value: String, isOld: Bool) {
    let parts = Self.headParts(head, respectingQuotes: !isOld)
    let names = (parts.first ?? "").split(separator: ".").map(String.init)
    self.line = line
    self.isOld = isOld
    self.value = value
    name = (names.last ?? "").uppercased()
    group = names.dropLast().joined(separator: ".").lowercased()
    parameters = parts.dropFirst().map { Self.parameter($0, isOld: isOld) }
  }

  /// A parameter without `=` is a type, as version 2.1 writes them.
  private static func parameter(_ text: String, isOld: Bool) -> Parameter {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let value = (sides.count > 1 ? sides[1] : sides[0]).filter { $0 != "\"" }
    return Parameter(
      name: sides.count > 1 ? sides[0].uppercased().trimmed : "TYPE",
      value: isOld ? value : VCardText.caretDecoded(value))
  }

  private static func headParts(_ head: String, respectingQuotes: Bool) -> [String] {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in head.unicodeScalars {
      if scalar == "\"", respectingQuotes { isQuoted.toggle() }
      if scalar == ";", !isQuoted {
        parts.append(String(part))
        part = String.UnicodeScalarView()
      } else {
        part.append(scalar)
      }
    }
    return parts + [String(part)]
  }
}

/// What makes eight-bit text fit into lines of ASCII (RFC 2045, sections 6.7 and 6.8).
enum TransferEncoding {
  /// What has no meaning stays as it is.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "="), index + 2 < bytes.endIndex,
        let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// What is no digit is passed over.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 4 * 3 + 3)
    var (bits, count) = (UInt32(0), 0)
    for byte in bytes {
      guard let six = sixBits(byte) else { continue }
      (bits, count) = (bits << 6 | UInt32(six), count + 6)
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  static func base64(of bytes: [UInt8]) -> String {
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for position in 0..<4 {
        let six = Int(bits >> UInt32(18 - 6 * position) & 63)
        result += position <= group.count ? String(UnicodeScalar(alphabet[six])) : "="
      }
    }
    return result
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func sixBits(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
