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

  init(_ property: VCardProperty, in card: VCard) {
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
      ?? card.properties.first {
        $0.name == "X-ABADR" && !property.group.isEmpty && $0.group == property.group
      }
      .flatMap { Country.named($0.text) }
    let address = PostalAddress(
      streets: [street, extended].filter { !$0.isEmpty }, box: box, postal: code, city: city, region: region,
      country: countryName)
    let label = property.parameter("LABEL").map { VCardText.plain($0[...], isOld: false).trimmed } ?? ""
    text = label.isEmpty ? address.line : label
    hasStreet = !label.isEmpty || ![box, extended, street, code].allSatisfy(\.isEmpty)
  }
}
