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

    /// Nil for what is too short to tell anybody apart (ITU-T E.164 has at most 15 digits). Of several numbers the
    /// first.
    init?(_ text: String) {
      guard let first = Self.all(text).first else { return nil }
      self = first
    }

    private init?(one text: Substring.UnicodeScalarView) {
      // "Tel: +260 …", "Mobile …": what stands before the number says nothing; what stands behind is an extension.
      let number = text.drop { Self.digit($0) == nil && !Self.isPlus($0) && $0 != "(" }
      var digits = ""
      var isInternational = false
      for scalar in number {
        if let digit = Self.digit(scalar) {
          digits.unicodeScalars.append(digit)
        } else if Self.isPlus(scalar) {
          isInternational = true
        } else if scalar == ")", isInternational, digits.hasSuffix("0"), digits.utf8.count < 5 {
          // "+44 (0)20": the zero is dialled within the country only.
          digits.removeLast()
        } else if scalar == "#" || scalar.properties.isAlphabetic {
          break
        }
      }
      if !isInternational, digits.hasPrefix("00") {
        isInternational = true
        digits = String(digits.dropFirst(2))
      }
      guard (6...15).contains(digits.utf8.count) else { return nil }
      (self.isInternational, self.digits) = (isInternational, digits)
    }

    private static func isPlus(_ scalar: Unicode.Scalar) -> Bool { scalar == "+" || scalar == "＋" }

    /// The ASCII digit for a decimal digit of any script.
    private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
      if scalar.isASCII { return (0x30...0x39).contains(scalar.value) ? scalar : nil }
      guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else {
        return nil
      }
      return Unicode.Scalar(UInt8(0x30 + Int(value)))
    }

    /// All numbers of a text that writes them one behind the other: "+1 202 555 0100 / +1 202 555 0101".
    static func all(_ text: String) -> [Phone] {
      text.unicodeScalars.split { $0 == "/" || $0 == "," || $0 == ";" || $0 == "|" }.compactMap(
        Phone.init(one:))
    }

    /// The digits by which a national and an international form agree: the last eight, and seven, since countries
    /// with few people have no more (Fiji, Iceland). Of a national number, what there is behind its zero.
    var tails: [String] {
      if isInternational { return [String(digits.suffix(8)), String(digits.suffix(7))] }
      let national = digits.drop { $0 == "0" }
      return [String((national.count < 6 ? digits[...] : national).suffix(8))]
    }
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
