import Foundation

/// How a file of XML was read that is not encoded as it has to be.
public enum MarkupEncoding: Sendable, Equatable {
  /// It names one encoding and is in another.
  case misnamed(String, TextEncoding)
  /// Some of its bytes are no characters of its encoding; U+FFFD stands for them.
  case damaged(TextEncoding)
  /// It names none, which means UTF-8 (XML 1.0, section 4.3.3), and is in another.
  case unnamed(TextEncoding)
}

/// The bytes of a file of XML as UTF-8 (XML 1.0, appendix F): a byte order mark speaks first, then what the
/// file says of itself, and where that is not true, its bytes.
enum MarkupText {
  /// - Parameter chosen: what the person said, which goes before what the file says, but not before a mark.
  static func utf8(
    _ bytes: [UInt8], chosen: TextEncoding? = nil
  ) throws(MarkupProblem) -> (text: [UInt8], encoding: MarkupEncoding?) {
    guard bytes.contains(where: { $0 > 0x20 }) else { throw MarkupProblem(line: 1, .endsEarly) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (Array(bytes.dropFirst(3)), nil) }
    if let text = ofFourBytes(bytes) { return (text, nil) }
    if let evident = TextEncoding.evident(in: bytes), evident != .utf8WithBOM {
      return (try read(bytes, as: evident), nil)
    }
    if let chosen { return (try read(bytes, as: chosen), nil) }
    let named = name(in: bytes)
    if String(validating: bytes, as: UTF8.self) != nil { return (bytes, remark(on: bytes, named)) }
    if let named, !isUTF8(named), let text = Charset.decode(bytes, as: named) {
      return (Array(text.utf8), nil)
    }
    let encoding = TextEncoding.detect(in: bytes)
    let text = try read(bytes, as: encoding)
    if encoding.isUTF8, named.map(isUTF8) ?? true { return (text, .damaged(encoding)) }
    return (text, named.map { .misnamed($0, encoding) } ?? .unnamed(encoding))
  }

  /// Whether a file says by its beginning in which encoding it is, other than the one that it has where it says nothing.
  static func isNamed(in beginning: [UInt8]) -> Bool { name(in: beginning).map { !isUTF8($0) } ?? false }

  /// Letters that are whole in UTF-8 are hardly ever letters of anything else.
  private static func remark(on utf8: [UInt8], _ named: String?) -> MarkupEncoding? {
    guard let named, !isUTF8(named) else { return nil }
    let isWide = named.hasPrefix("utf-16") || named.hasPrefix("utf-32")
    return isWide || utf8.contains { $0 >= 0x80 } ? .misnamed(named, .utf8) : nil
  }

  private static func isUTF8(_ name: String) -> Bool { name == "utf-8" || name == "utf8" }

  /// UTF-32, told by how `<` is written in it or by its byte order mark.
  private static func ofFourBytes(_ bytes: [UInt8]) -> [UInt8]? {
    let names: [([UInt8], String)] = [
      ([0xFF, 0xFE, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF], "UTF-32BE"), ([0x3C, 0, 0, 0], "UTF-32LE"),
      ([0, 0, 0, 0x3C], "UTF-32BE"),
    ]
    guard let (mark, name) = names.first(where: { bytes.starts(with: $0.0) }),
      let conversion = Conversion(from: name)
    else { return nil }
    return conversion.convert(bytes[(mark.contains(0x3C) ? 0 : 4)...]).text
  }

  private static func read(_ bytes: [UInt8], as encoding: TextEncoding) throws(MarkupProblem) -> [UInt8] {
    var stream = TextStream(ImportFile(bytes: bytes), encoding: encoding)
    var text: [UInt8] = []
    // Bytes that are in memory can be read.
    while !stream.isAtEnd, let piece = try? stream.next() { text += piece }
    return Array(String(decoding: text, as: UTF8.self).utf8)
  }

  /// What the declaration says: `<?xml version="1.0" encoding="…"?>`. Some programs write blank lines before it.
  private static func name(in bytes: [UInt8]) -> String? {
    let beginning = String(decoding: bytes.drop { $0 <= 0x20 }.prefix(200), as: UTF8.self)
    guard beginning.hasPrefix("<?xml"), let end = beginning.range(of: "?>"),
      let name = beginning[..<end.lowerBound].range(of: "encoding")
    else { return nil }
    let rest = beginning[name.upperBound..<end.lowerBound].drop { $0.isWhitespace || $0 == "=" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return String(rest.dropFirst().prefix { $0 != quote }).trimmed.lowercased()
  }
}
