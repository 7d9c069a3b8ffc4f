/// Checks for mistakes that people make in e-mail addresses; not all that RFC 5321 allows is likely.
public enum Email {
  /// The address without white space around it.
  /// - Throws: which part is missing or impossible (RFC 5321 section 4.1.2, RFC 6531 for other scripts).
  public static func checked(_ text: String) throws(FieldProblem) -> String {
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

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.first != "-" && label.last != "-"
      && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
  }
}
