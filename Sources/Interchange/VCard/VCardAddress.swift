import Model

extension VCardProperty {
  /// Whether an address is somebody's home.
  var isPrivate: Bool { types.contains("home") && !types.contains("work") }

  /// Whose place it is, as far as it is said.
  var placeKinds: Set<String> { types.intersection(["home", "work"]) }
}

/// A postal address of a card.
struct VCardAddress {
  let text: String
  let city: String
  let countryName: String
  let country: Country?
  /// Whether there is more than a place: somewhere that a letter could go to.
  let hasStreet: Bool

  /// - Parameter countries: what Apple says of the country, by what ties it to the address.
  init(_ property: VCardProperty, _ countries: [String: String]) {
    let parts = property.components.map { $0.replacing("\r\n", with: "\n") }
    func part(_ index: Int) -> String {
      parts.count > index
        ? parts[index].split(separator: "\n").map { String($0).trimmed }.joined(separator: ", ") : ""
    }
    let (box, extended, street, region, code) = (part(0), part(1), part(2), part(4), part(5))
    city = part(3)
    countryName = part(6)
    country =
      Country.named(countryName)
      ?? countries[property.group].flatMap(Country.named)
    let address = PostalAddress(
      streets: [street, extended].filter { !$0.isEmpty }, box: box, postal: code, city: city, region: region,
      country: countryName)
    let label = property.parameter("LABEL").map { VCardText.plain($0[...], isOld: false).trimmed } ?? ""
    text = label.isEmpty ? address.line : label
    hasStreet = !label.isEmpty || ![box, extended, street, region, code].allSatisfy(\.isEmpty)
  }
}
