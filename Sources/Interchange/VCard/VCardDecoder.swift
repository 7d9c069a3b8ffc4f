import Glibc

/// Turns the bytes of cards into text. Lines may name their encoding; the others are UTF-8, or else what the whole file
/// tells.
struct VCardDecoder {
  /// That of lines that name none.
  let encoding: TextEncoding
  /// Whether its bytes were rewritten as UTF-8 before, all but those that are transfer-encoded.
  private let isRewritten: Bool

  private static let piece = 1 << 18

  /// Finds out how the lines of a file are written.
  init(_ file: ImportFile) throws {
    encoding = try Self.survey(file).encoding
    isRewritten = file.encoding != nil
  }

  /// - Returns: the encoding; and why, where it had to be guessed.
  /// - Throws: `ImportFile.Unreadable`.
  static func survey(_ file: ImportFile) throws -> (encoding: TextEncoding, guess: CharsetGuess?) {
    let pieces = try TextPieces(file)
    if pieces.encoding != .utf8 || file.encoding != nil { return (pieces.encoding, nil) }
    if try TextSurvey.isUTF8(file), try !hasQuotedText(file) { return (.utf8, nil) }
    var sample = CharsetSample()
    var lines = VCardLineScanner(pieces, limit: VCardReader.Limits().lineBytes)
    while !sample.isFull, let line = try lines.next() {
      guard let property = VCardRawProperty(line, version: .v30) else { continue }
      if let charset = property.charset {
        if !isUTF8Name(charset) { sample.take(named: charset) }
        continue
      }
      sample.take(property.head + [0x0A] + property.value + [0x0A])
    }
    return sample.cells.isEmpty ? (.utf8, nil) : sample.verdict
  }

  /// Whether there may be text whose bytes are written as letters (RFC 2045, section 6.7).
  private static func hasQuotedText(_ file: ImportFile) throws -> Bool {
    var reader = file.reader()
    var rest: [UInt8] = []
    while case let bytes = try reader.read(upTo: piece), !bytes.isEmpty {
      let all = rest + bytes
      if all.withUnsafeBufferPointer(namesQuoting) { return true }
      rest = all.suffix(quoting.count)
    }
    return false
  }

  private static let quoting = Array("quoted-printable".utf8)

  /// Every byte of a file passes here: dashes are few.
  private static func namesQuoting(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    let dash = quoting.firstIndex(of: UInt8(ascii: "-")) ?? 0
    var at = 0
    while let found = memchr(start + at, Int32(UInt8(ascii: "-")), bytes.count - at) {
      let place = UnsafeRawPointer(start).distance(to: found)
      let name = place - dash..<place - dash + quoting.count
      if name.lowerBound >= 0, name.upperBound <= bytes.count,
        zip(bytes[name], quoting).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
      {
        return true
      }
      at = place + 1
    }
    return false
  }

  /// The properties of one card as text.
  struct Decoded {
    var properties: [VCardProperty] = []
    var brokenLine: Int?
    var replacedLines: [Int] = []
  }

  func decode(_ raw: [VCardRawProperty]) -> Decoded {
    var result = Decoded()
    for property in raw {
      let head = text(property.head, line: property.line, &result)
      let value = value(of: property, &result)
      result.properties.append(
        VCardProperty(line: property.line, head: head, value: value, isOld: property.isOld))
    }
    return result
  }

  private func value(of property: VCardRawProperty, _ result: inout Decoded) -> String {
    guard let charset = property.charset else { return text(property.value, line: property.line, &result) }
    if let text = Charset.decode(property.value, as: charset) { return text }
    // Telephones cut values inside a character: what is whole stays.
    let isUTF8 = Self.isUTF8Name(charset)
    if isUTF8 || property.value.contains(where: { $0 >= 0x80 }) { result.replacedLines.append(property.line) }
    guard !isUTF8 || !Self.isCutUTF8(property.value) else {
      return String(decoding: property.value, as: UTF8.self)
    }
    return text(property.value, line: property.line, &result)
  }

  private func text(_ bytes: [UInt8], line: Int, _ result: inout Decoded) -> String {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return String(decoding: bytes, as: UTF8.self) }
    guard case .charset(let charset) = encoding else {
      if let text = Self.utf8(bytes) { return text }
      result.brokenLine = result.brokenLine ?? line
      return String(decoding: bytes, as: UTF8.self)
    }
    let (text, isBroken) = charset.text(of: bytes)
    // Some words of two bytes a character happen to be UTF-8 as well.
    if !isBroken, !isRewritten, charset.isEastern { return text }
    if let text = Self.utf8(bytes) { return text }
    if isBroken { result.replacedLines.append(line) }
    return text
  }

  /// Whether there is one bad place only, beside whole letters or more than the first byte of one: what else is not UTF-8
  /// is text of another charset that only says so.
  private static func isCutUTF8(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.unicodeScalars.count(where: { $0 == "\u{FFFD}" }) == 1 else { return false }
    let letters = text.unicodeScalars.filter { $0.value >= 0x80 && $0 != "\u{FFFD}" }
    return !letters.isEmpty || bytes.count { $0 >= 0x80 } > 1
  }

  private static func isUTF8Name(_ charset: String) -> Bool {
    ["utf-8", "utf8"].contains(charset.lowercased())
  }

  private static func utf8(_ bytes: [UInt8]) -> String? {
    do throws(UTF8.ValidationError) { return String(copying: try UTF8Span(validating: bytes.span)) } catch {
      return nil
    }
  }
}
