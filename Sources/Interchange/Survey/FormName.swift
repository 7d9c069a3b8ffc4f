import Foundation
import Model

/// Ids and codes made of the names that other programs take: of any script, with points, blanks and signs, of any
/// length. The same name gives the same id each time, so that the columns of its responses are found by it.
enum FormName {
  private static let most = 40

  /// Whether XLSForm takes it for the name of a question: a letter of any script or an underscore, then letters, digits,
  /// points, hyphens.
  static func isName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else {
      return false
    }
    return name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || "_-.:".unicodeScalars.contains($0)
        || $0.properties.generalCategory == .nonspacingMark || $0.properties.generalCategory == .spacingMark
    }
  }

  /// The id of a question or a survey; nil where a name has neither letters nor digits.
  static func id(_ name: String) -> RecordID? {
    if let id = try? Question.checkedID(name) { return id }
    guard let code = code(name) else { return nil }
    let named = "q\(isJoined(code) ? "" : "_")\(code)"
    return (try? Question.checkedID(code)) ?? (try? Question.checkedID(cut(named, name)))
  }

  private static func isJoined(_ code: String) -> Bool { code.hasPrefix("_") || code.hasPrefix("-") }

  /// The code of a choice or a row.
  static func code(_ name: String) -> String? {
    if let code = try? Question.code(name) { return code }
    let plain = plain(name)
    guard plain.contains(where: { $0 != "_" && $0 != "-" }) else {
      return name.isEmpty ? nil : "sign_\(mark(name))"
    }
    return cut(plain, name)
  }

  /// Another one, where another name has given it before.
  static func distinct(_ made: String, of name: String) -> String {
    "\(made.prefix(most - 6))_\(mark(name))"
  }

  private static func cut(_ made: String, _ name: String) -> String {
    made.utf8.count <= most ? made : distinct(made, of: name)
  }

  /// Five characters that tell a name from others (FNV-1a).
  private static func mark(_ name: String) -> String {
    let hash = name.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let text = String(hash, radix: 36)
    return String((String(repeating: "0", count: 7) + text).suffix(5))
  }

  /// In Latin letters, each run of other characters an underscore.
  private static func plain(_ name: String) -> String {
    var text = name
    for (sign, word) in signs { text = text.replacing(sign, with: word) }
    let latin = text.applyingTransform(StringTransform("Any-Latin; Latin-ASCII"), reverse: false) ?? text
    var plain = ""
    for byte in latin.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"):
        plain.unicodeScalars.append(Unicode.Scalar(byte))
      default: if plain.last != "_" { plain.append("_") }
      }
    }
    return plain
  }

  private static let signs = [("+", "plus"), ("<", "under"), (">", "over"), ("%", "percent"), ("&", "and")]
}
