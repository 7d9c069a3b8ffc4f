import Model

/// The parts of an address in one line, in the order in which the post of its country wants them (Universal Postal
/// Union, S42, as its country templates have it).
struct PostalAddress {
  var streets: [String] = []
  var box = ""
  var postal = ""
  var city = ""
  var region = ""
  /// As it was written.
  var country = ""

  /// Where the code stands behind the city, and behind the region where there is one.
  private static let codeLast: Set<String> = [
    "AU", "BD", "BR", "CA", "CO", "GB", "GG", "ID", "IE", "IM", "IN", "JE", "KH", "LK", "LV", "MM", "MV",
    "NZ", "NP", "PK",
    "SA", "SG", "TH", "TW", "UA", "US", "VE", "VN", "ZA",
  ]

  var line: String {
    // A street may be nothing but numbers.
    let named = streets.first { $0.contains(where: \.isLetter) }
    let isIdeographic = Script.isIdeographic(named ?? city)
    if isIdeographic {
      // From the whole to the part, without blanks.
      let place = ([region, city] + streets + [box]).filter { !$0.isEmpty }.joined()
      return [postal, country, place].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let isLast = Country.named(country).map { Self.codeLast.contains($0.code) } ?? false
    let area = isLast ? joined(region, postal) : region
    let place = isLast ? city : joined(postal, city)
    return (streets + [box, place, area, country]).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func joined(_ texts: String...) -> String { texts.filter { !$0.isEmpty }.joined(separator: " ") }
}
