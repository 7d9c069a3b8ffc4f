/// Texts of SpreadsheetML (ISO/IEC 29500-1, 22.9.2.19): characters that XML cannot hold stand as `_xHHHH_`.
enum XLSXText {
  private static let underscore = UInt8(ascii: "_")

  /// The bytes with the escapes undone.
  static func decoded(_ bytes: some BidirectionalCollection<UInt8>) -> [UInt8] {
    var rest = Array(bytes)[...]
    var result: [UInt8] = []
    var high: UInt32?
    while let byte = rest.first {
      guard byte == underscore, let unit = unit(rest) else {
        result.append(byte)
        (rest, high) = (rest.dropFirst(), nil)
        continue
      }
      if let first = high, 0xDC00...0xDFFF ~= unit, let pair = pair(first, unit) {
        // Its first half was left as it stood.
        result.removeLast(7)
        result += pair.utf8
        high = nil
      } else if let scalar = Unicode.Scalar(unit) {
        result += String(Character(scalar)).utf8
        high = nil
      } else {
        result += rest.prefix(7)
        high = 0xD800...0xDBFF ~= unit ? unit : nil
      }
      rest = rest.dropFirst(7)
    }
    return result
  }

  /// The text with the beginning of what would be taken for an escape escaped itself.
  static func encoded(_ text: String) -> String {
    var rest = Array(text.utf8)[...]
    var result: [UInt8] = []
    while let byte = rest.first {
      if byte == underscore, unit(rest) != nil { result += "_x005F".utf8 }
      result.append(byte)
      rest = rest.dropFirst()
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func pair(_ high: UInt32, _ low: UInt32) -> String? {
    Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)).map { String(Character($0)) }
  }

  /// The code unit of an escape at the beginning.
  private static func unit(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    let at = bytes.startIndex
    guard bytes.count >= 7, bytes[at + 1] == UInt8(ascii: "x"), bytes[at + 6] == underscore else {
      return nil
    }
    let digits = bytes[at + 2..<at + 6]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  static func hasEscape(_ bytes: [UInt8]) -> Bool { bytes.count >= 7 && bytes.contains(underscore) }
}

/// The text of a `si` or `is` element: its runs joined, what only tells how to pronounce it left out.
struct XLSXTextReader {
  private let phonetic = XMLKey(.sheet, "rPh")
  private let run = XMLKey(.sheet, "t")
  private let space = XMLKey(.xml, "space")
  var buffer: TextBuffer
  private var phoneticDepth = 0
  private var isInText = false
  private var isPreserved = false
  private var textStart = 0

  init(_ limits: WorkbookLimits) { buffer = TextBuffer(limits.textBytes) }

  mutating func clear() {
    buffer.clear()
    (phoneticDepth, isInText) = (0, false)
  }

  mutating func start(_ name: XMLKey, _ attributes: XMLAttributes) {
    if name == run, phoneticDepth == 0 {
      isInText = true
      textStart = buffer.bytes.count
      isPreserved = attributes[space].map { $0 == "preserve" } ?? false
    } else if name == phonetic {
      phoneticDepth += 1
    }
  }

  mutating func end(_ name: XMLKey) {
    if name == run, isInText {
      isInText = false
      if !isPreserved { trim() }
    } else if name == phonetic {
      phoneticDepth -= 1
    }
  }

  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) { if isInText { buffer.append(piece) } }

  /// White space at the ends of a run is that of a pretty printer unless it is said to be meant.
  private mutating func trim() {
    let bytes = buffer.bytes
    guard bytes.count > textStart else { return }
    var (from, to) = (textStart, bytes.count)
    while from < to, Self.isSpace(bytes[from]) { from += 1 }
    while from < to, Self.isSpace(bytes[to - 1]) { to -= 1 }
    guard from > textStart || to < bytes.count else { return }
    buffer.cut(to: textStart)
    for byte in bytes[from..<to] { buffer.append(byte) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The bytes, in which an `_x` may still be an escape.
  var bytes: [UInt8] { XLSXText.hasEscape(buffer.bytes) ? XLSXText.decoded(buffer.bytes) : buffer.bytes }
}
