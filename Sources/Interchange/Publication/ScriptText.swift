import JSONText

/// Texts for the script of a page, as JSON that stands in an element of HTML and of XML.
enum ScriptText {
  /// Adds a text of JSON (RFC 8259) in which nothing ends an element or begins one.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var quoted: [UInt8] = []
    JSONText.append(text, to: &quoted)
    for byte in quoted {
      switch byte {
      case UInt8(ascii: "<"): bytes += "\\u003c".utf8
      case UInt8(ascii: ">"): bytes += "\\u003e".utf8
      case UInt8(ascii: "&"): bytes += "\\u0026".utf8
      default: bytes.append(byte)
      }
    }
  }

  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
