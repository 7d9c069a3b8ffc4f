/// E-mail addresses, telephone numbers and links made comparable.
enum ContactKey {
  /// The address without case. Strictly only the domain has none (RFC 5321, section 2.4), but nobody gives two
  /// people addresses that differ in case.
  static func email(_ text: String) -> String { text.trimmed.lowercased() }

  /// The mailbox behind the address: without a tag after a plus.
  static func mailbox(_ text: String) -> String {
    let address = email(text)
    guard let at = address.lastIndex(of: "@"), let plus = address[..<at].firstIndex(of: "+"),
      plus != address.startIndex
    else { return address }
    return String(address[..<plus] + address[at...])
  }

  /// A telephone number: whether it says its country, and its digits without the sign of that.
  struct Phone: Equatable {
    let isInternational: Bool
    let digits: String

    /// Nil for what is too short to tell anybody apart (ITU-T E.164 has at most 15 digits).
    init?(_ text: String) {
      let number = text.lowercased().prefix { $0 != "x" && $0 != "e" && $0 != "," && $0 != "/" }
      var digits = String(
        number.unicodeScalars.compactMap { $0.properties.numericType == .decimal ? digit($0) : nil })
      var isInternational = number.contains("+") || number.contains("＋")
      if !isInternational, digits.hasPrefix("00") {
        isInternational = true
        digits = String(digits.dropFirst(2))
      }
      guard (6...15).contains(digits.count) else { return nil }
      (self.isInternational, self.digits) = (isInternational, digits)
    }

    /// The digits by which a national and an international form agree.
    var tail: String { String(digits.suffix(8)) }
  }

  /// A page without what does not tell pages apart: scheme, `www.`, a slash at the end.
  static func link(_ text: String) -> String {
    var link = Substring(text.trimmed.lowercased())
    if let scheme = link.range(of: "://") { link = link[scheme.upperBound...] }
    if link.hasPrefix("www.") { link = link.dropFirst(4) }
    while link.hasSuffix("/") { link = link.dropLast() }
    return String(link)
  }
}

private func digit(_ scalar: Unicode.Scalar) -> Character? {
  scalar.properties.numericValue.map { Character(String(Int($0))) }
}
