import Foundation

/// Addresses of pages, whole or relative to another (RFC 3986, section 5).
enum WebAddress {
  /// - Parameters:
  ///   - bases: what it is relative to, each relative to the one before.
  ///   - document: what the first of them is relative to; empty where nobody knows.
  /// - Returns: the whole address; the reference as it is where it is whole, or leads nowhere.
  static func joined(_ reference: String, to bases: [String], in document: String) -> String {
    if reference.isEmpty || hasScheme(reference) { return reference }
    let base = (bases + [reference]).reduce(document) { joined($1, to: $0) }
    return isOfTheWeb(base) ? base : reference
  }

  private static func joined(_ reference: String, to base: String) -> String {
    let reference = reference.trimmed
    if base.isEmpty || hasScheme(reference) { return reference }
    // Nothing means the page itself.
    if reference.isEmpty { return String(base.prefix { $0 != "#" }) }
    let whole = URL(string: base).flatMap { URL(string: reference, relativeTo: $0) }
    return whole?.absoluteURL.absoluteString ?? reference
  }

  /// RFC 3986, section 3.1.
  private static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), let first = text.first else { return false }
    return first.isASCII && first.isLetter
      && text[..<colon].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
  }

  static func isOfTheWeb(_ text: String) -> Bool {
    let scheme = text.prefix { $0 != ":" }.lowercased()
    return (scheme == "http" || scheme == "https") && text.dropFirst(scheme.count).hasPrefix("://")
  }
}
