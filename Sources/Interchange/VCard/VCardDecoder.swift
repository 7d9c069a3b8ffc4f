/// Turns the bytes of cards into text. Lines may name their encoding; the others are UTF-8, or else what address
/// books of the past wrote: GB18030 where it looks like Chinese, Windows-1252 otherwise.
struct VCardDecoder {
  private(set) var encoding: TextEncoding
  /// Whether the file is UTF-8 for sure, so that bytes that are not are broken.
  private var isSurelyUTF8: Bool
  /// How many texts beyond ASCII were UTF-8, and how many were not, nor could be GB18030.
  private var (utf8Count, otherCount, westernCount) = (0, 0, 0)
  /// Bytes that are no UTF-8, for telling what they are.
  private var others: [UInt8] = []

  private static let othersLimit = 1 << 16

  private var isUTF8: Bool { isSurelyUTF8 || utf8Count > otherCount }

  /// - Parameter encoding: that of the whole file, where its beginning tells; else UTF-8.
  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    isSurelyUTF8 = encoding != .utf8
  }

  /// The properties of one card as text.
  struct Decoded {
    var properties: [VCardProperty] = []
    var brokenLine: Int?
    var replacedLines: [Int] = []
  }

  mutating func decode(_ raw: [VCardRawProperty]) -> Decoded {
    learn(from: raw)
    var result = Decoded()
    for property in raw {
      let head = text(property.head, line: property.line, &result)
      let value = value(of: property, &result)
      result.properties.append(
        VCardProperty(line: property.line, head: head, value: value, isOld: property.isOld))
    }
    return result
  }

  private mutating func learn(from raw: [VCardRawProperty]) {
    let known = others.count
    for property in raw where property.charset == nil {
      for bytes in [property.head, property.value] where bytes.contains(where: { $0 >= 0x80 }) {
        take(bytes)
      }
    }
    guard !isUTF8, others.count > known || westernCount > 0 else { return }
    let isChinese = westernCount * 4 <= otherCount && Self.isChinese(others)
    encoding = isChinese ? .gb18030 : .windows1252
  }

  private mutating func take(_ bytes: [UInt8]) {
    if Self.utf8(bytes) != nil {
      utf8Count += 1
      return
    }
    otherCount += 1
    if Self.chinese(bytes) == nil {
      westernCount += 1
    } else if others.count + bytes.count <= Self.othersLimit {
      others += bytes
    }
  }

  private func value(of property: VCardRawProperty, _ result: inout Decoded) -> String {
    guard let charset = property.charset, !Self.isUTF8Name(charset) else {
      return text(property.value, line: property.line, &result)
    }
    if let text = Charset.decode(property.value, as: charset) { return text }
    if property.value.contains(where: { $0 >= 0x80 }) { result.replacedLines.append(property.line) }
    return text(property.value, line: property.line, &result)
  }

  private func text(_ bytes: [UInt8], line: Int, _ result: inout Decoded) -> String {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return String(decoding: bytes, as: UTF8.self) }
    // Some Chinese words happen to be UTF-8 as well.
    if !isUTF8, encoding == .gb18030, let text = Self.chinese(bytes) { return text }
    if let text = Self.utf8(bytes) { return text }
    guard !isUTF8 else {
      result.brokenLine = result.brokenLine ?? line
      return String(decoding: bytes, as: UTF8.self)
    }
    if encoding == .gb18030 || bytes.contains(where: Windows1252.isUndefined) {
      result.replacedLines.append(line)
    }
    return Windows1252.decode(bytes)
  }

  private static func isChinese(_ bytes: [UInt8]) -> Bool {
    // Bytes that are in memory can be read.
    (try? GB18030.isLikely(ImportFile(bytes: bytes))) ?? false
  }

  private static func chinese(_ bytes: [UInt8]) -> String? {
    utf8(GB18030.utf8(from: bytes, isLast: true).text)
  }

  private static func isUTF8Name(_ charset: String) -> Bool {
    ["utf-8", "utf8", "us-ascii", "ascii"].contains(charset.lowercased())
  }

  private static func utf8(_ bytes: [UInt8]) -> String? {
    do throws(UTF8.ValidationError) { return String(copying: try UTF8Span(validating: bytes.span)) } catch {
      return nil
    }
  }
}
