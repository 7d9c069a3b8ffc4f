/// Checks for mistakes that people make in e-mail addresses; not all that RFC 5321 allows is likely.
public enum Email {
  /// The address without white space around it, and without invisible characters, of which no address has any
  /// (RFC 8264, section 9.13).
  /// - Throws: which part is missing or impossible (RFC 5321 section 4.1.2, RFC 6531 for other scripts).
  public static func checked(_ text: String) throws(FieldProblem) -> String {
    if isPlain(text) { return text }
    let text = bare(text)
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

  /// Out of a link of mail (RFC 6068), and without what nobody sees.
  private static func bare(_ text: String) -> String {
    let text = text.withoutInvisible
    guard text.prefix(7).lowercased() == "mailto:" else { return text }
    return String(text.dropFirst(7).prefix { $0 != "?" })
  }

  /// Whether it is one of those that nearly all are: ASCII letters, digits, `.`, `_`, `+` and `-`, an at, labels.
  private static func isPlain(_ text: String) -> Bool {
    var (ats, dots) = (0, 0)
    var last = UInt8(ascii: "@")
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: break
      case UInt8(ascii: "@"):
        if last == byte || ats == 1 { return false }
        ats += 1
      case UInt8(ascii: "."):
        if ats == 1 && !isAlphanumeric(last) { return false }
        dots += ats
      case UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"):
        if ats == 1 && (byte != UInt8(ascii: "-") || !(isAlphanumeric(last) || last == byte)) { return false }
      default: return false
      }
      last = byte
    }
    return dots > 0 && isAlphanumeric(last)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.first != "-" && label.last != "-"
      && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
  }
}
