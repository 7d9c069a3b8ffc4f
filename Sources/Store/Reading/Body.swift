import Foundation
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

  static func values(_ text: String) -> [String: String] {
    var reader = BodyReader(text)
    return reader.values() ?? foreignValues(text)
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

  /// An object that this program did not write.
  private static func foreignValues(_ text: String) -> [String: String] {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: String] ?? [:]
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

  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  private static let digits = Array("0123456789abcdef".utf8)
}

/// Reads an object of strings as `Body` writes it; anything else is nil.
private struct BodyReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func values() -> [String: String]? {
    guard take("{") else { return nil }
    if take("}") { return isAtEnd ? [:] : nil }
    var values: [String: String] = [:]
    repeat {
      guard let name = string(), take(":"), let value = string() else { return nil }
      values[name] = value
    } while take(",")
    return take("}") && isAtEnd ? values : nil
  }

  private var isAtEnd: Bool { at == bytes.count }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: byte) else { return false }
    at += 1
    return true
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    let start = at
    while at < bytes.count, bytes[at] != Body.quote, bytes[at] != Body.backslash { at += 1 }
    guard at < bytes.count else { return nil }
    if bytes[at] == Body.quote {
      at += 1
      return String(decoding: bytes[start..<at - 1], as: UTF8.self)
    }
    return escapedString(Array(bytes[start..<at]))
  }

  private mutating func escapedString(_ beginning: [UInt8]) -> String? {
    var content = beginning
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == Body.quote { return String(decoding: content, as: UTF8.self) }
      if byte != Body.backslash {
        content.append(byte)
      } else if let escaped = escape() {
        content.append(escaped)
      } else {
        return nil
      }
    }
    return nil
  }

  /// `\"`, `\\` and `\u00xx`: all that `Body` writes.
  private mutating func escape() -> UInt8? {
    guard at < bytes.count else { return nil }
    let byte = bytes[at]
    if byte == Body.quote || byte == Body.backslash {
      at += 1
      return byte
    }
    guard at + 5 <= bytes.count, bytes[at..<at + 3].elementsEqual("u00".utf8) else { return nil }
    let code = UInt8(String(decoding: bytes[at + 3..<at + 5], as: UTF8.self), radix: 16)
    guard let code, code < 0x20 else { return nil }
    at += 5
    return code
  }
}
