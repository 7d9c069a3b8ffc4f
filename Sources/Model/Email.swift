/// Checks for mistakes that people make in e-mail addresses; not all that RFC 5321 allows is likely.
public enum Email {
  /// The address without white space around it.
  /// - Throws: which part is missing or impossible (RFC 5321 section 4.1.2, RFC 6531 for other scripts).
  public static func checked(_ text: String) throws(FieldProblem) -> String {
    if isPlain(text) { return text }
    guard let at = text.lastIndex(of: "@") else { throw .noAtSign(text) }
    let local = text[..<at]
    let domain = text[text.index(after: at)...]
    if local.isEmpty { throw .nothingBeforeAt(text) }
    if domain.isEmpty { throw .nothingAfterAt(text) }
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    let isWhole = !local.contains { $0.isWhitespace || $0 == "@" || $0 == "," || $0 == "<" || $0 == ">" }
    guard isWhole, labels.count > 1, labels.allSatisfy(isLabel) else { throw .malformedEmail(text) }
    return text
  }

  /// Whether it is an address beyond doubt: letters, digits, dots, hyphens and underscores of ASCII with one `@`
  /// among them. Most are; all others are looked at more closely.
  private static func isPlain(_ text: String) -> Bool {
    var ats = 0
    var dots = 0
    var last = UInt8(ascii: "@")
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: break
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        if last == UInt8(ascii: "@") || (ats == 1 && (byte == 0x5F || last == 0x2E)) { return false }
        if byte == 0x2E && last == 0x2D { return false }
        if byte == 0x2D && last == 0x2E { return false }
        if ats == 1, byte == 0x2E { dots += 1 }
      case UInt8(ascii: "@"):
        if last == byte { return false }
        ats += 1
      default: return false
      }
      last = byte
    }
    let isLetter =
      (0x61...0x7A).contains(last) || (0x41...0x5A).contains(last) || (0x30...0x39).contains(last)
    return ats == 1 && dots > 0 && isLetter
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.first != "-" && label.last != "-"
      && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
  }
}
