/// Ids for new records: short enough to read out, long enough not to meet by chance (50 bits).
public enum NewID {
  /// Ten letters of base32 (RFC 4648, section 6), which has no digits that look like letters.
  public static func make(using generator: inout some RandomNumberGenerator) -> RecordID {
    var bits: UInt64 = generator.next()
    var id = ""
    for _ in 0..<10 {
      id.unicodeScalars.append(alphabet[Int(bits & 31)])
      bits >>= 5
    }
    return id
  }

  public static func make() -> RecordID {
    var generator = SystemRandomNumberGenerator()
    return make(using: &generator)
  }

  /// Whether a text can only be such an id: no word of ten letters has digits among them.
  public static func isMade(_ text: String) -> Bool {
    text.unicodeScalars.count == 10 && text.unicodeScalars.allSatisfy(alphabet.contains)
      && text.unicodeScalars.contains { "2"..."7" ~= $0 }
  }

  /// The text as an id that a file or a person gives: one word without a slash, which parts the ids of cells.
  public static func checked(_ text: String) throws(FieldProblem) -> RecordID {
    let slash = UInt8(ascii: "/")
    if 1...100 ~= text.utf8.count, text.utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != slash }) { return text }
    let isWord = text.unicodeScalars.allSatisfy {
      $0 != "/" && !$0.properties.isWhitespace && $0.properties.generalCategory != .control
    }
    guard isWord, !text.isEmpty, text.utf8.count <= 100 else { throw .malformedID(text) }
    return text
  }

  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".unicodeScalars)
}
