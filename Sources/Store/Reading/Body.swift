import JSONText
import Model

/// Fields by name as the text of a JSON object with sorted keys. Written and read here, because each row of a
/// list and of an import passes through: Foundation takes five to ten times as long for it.
enum Body {
  static func text(_ values: [String: String]) -> String {
    var bytes: [UInt8] = []
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      bytes += bytes.isEmpty ? "{".utf8 : ",".utf8
      append(name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      append(value, to: &bytes)
    }
    bytes += bytes.isEmpty ? "{}".utf8 : "}".utf8
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The fields of a record that are not empty: the same as the text of its values, without a dictionary.
  /// - Parameters:
  ///   - fields: sorted by name.
  ///   - isStated: false for fields that are known to be empty.
  static func bytes<R: Model.Record>(
    of record: R, _ fields: [(field: Field<R>, bit: UInt64)], where isStated: (UInt64) -> Bool
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    for index in fields.indices where isStated(fields[index].bit) {
      let value = fields[index].field.read(record)
      if value.isEmpty { continue }
      bytes.append(bytes.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
      append(fields[index].field.name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      append(value, to: &bytes)
    }
    bytes += bytes.isEmpty ? "{}".utf8 : "}".utf8
    return bytes
  }

  /// The fields that a text holds; none where it is no object of texts.
  static func values(_ text: String) -> [String: String] {
    var scanner = JSONScanner(Array(text.utf8))
    return (try? scanner.texts()) ?? [:]
  }

  /// Texts as a JSON array.
  static func list(_ texts: [String]) -> String {
    var bytes: [UInt8] = []
    for text in texts {
      bytes += bytes.isEmpty ? "[".utf8 : ",".utf8
      append(text, to: &bytes)
    }
    bytes += bytes.isEmpty ? "[]".utf8 : "]".utf8
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote || byte == backslash {
        bytes += [backslash, byte]
      } else if byte < 0x20 {
        bytes += "\\u00".utf8
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    bytes.append(quote)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
  private static let digits = Array("0123456789abcdef".utf8)
}
