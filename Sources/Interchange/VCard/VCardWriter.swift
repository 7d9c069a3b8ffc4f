import Model

/// Writes stakeholders as vCards 4.0 (RFC 6350) or 3.0 (RFC 2426) in UTF-8.
///
/// What vCard has no property for, or would not give back as it was, follows in `X-OUTREACH-` properties named like
/// the fields, so that reading the card again gives the same stakeholder.
public struct VCardWriter: Sendable {
  public let version: VCardVersion
  /// What was written since the beginning or since the last `drain()`.
  public private(set) var bytes: [UInt8] = []

  /// - Parameter version: 3.0 or 4.0; nobody should write 2.1 any more.
  public init(version: VCardVersion) {
    precondition(version != .v21, "vCard 2.1 is only read")
    self.version = version
  }

  /// Writes one card.
  public mutating func append(_ stakeholder: Stakeholder) {
    let composition = VCardComposition(stakeholder, version: version)
    append(line: "BEGIN:VCARD")
    append(line: "VERSION:\(version.rawValue)")
    for line in composition.lines { append(line: line.head + ":" + line.value) }
    append(line: "END:VCARD")
  }

  /// Hands over what was written and starts anew, so that a long file can be sent piece by piece.
  public mutating func drain() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Folds at 75 octets (RFC 6350, section 3.2), and never inside a character.
  private mutating func append(line: String) {
    var room = 75
    var rest = Array(line.utf8)[...]
    while rest.count > room {
      var end = rest.startIndex + room
      while rest[end] & 0xC0 == 0x80 { end -= 1 }
      bytes += rest[..<end]
      bytes += [0x0D, 0x0A, 0x20]
      rest = rest[end...]
      room = 74
    }
    bytes += rest
    bytes += [0x0D, 0x0A]
  }
}

/// The lines of one card.
struct VCardComposition {
  private(set) var lines: [(head: String, value: String)] = []
  private let version: VCardVersion
  private let values: [String: String]

  init(_ stakeholder: Stakeholder, version: VCardVersion) {
    self.version = version
    values = stakeholder.values
    writeNames()
    writeAffiliations()
    writeContacts()
    writeRest()
    add("UID", [], VCardID.uid(of: stakeholder.id), isURI: true)
    writeOwn(stakeholder)
  }

  private var isNew: Bool { version == .v40 }
  private func text(_ field: String) -> String { values[field] ?? "" }
  private func items(_ field: String) -> [String] { text(field).items }

  // MARK: Names

  private mutating func writeNames() {
    let name = text("name")
    let native = text("native_name")
    let isPerson = text("kind") == StakeholderKind.individual.rawValue
    let parts = isPerson ? nameParts(name) : nil
    if isNew { add("KIND", [], ["individual": "individual", "group": "group"][text("kind")] ?? "org") }
    let shown = parts.map { values["family_first"] == nil ? "\($0.given) \($0.family)" : name } ?? name
    if isNew, !native.isEmpty {
      let languages = items("languages")
      add("FN", ["ALTID=1", "LANGUAGE=\(Script.tag(of: name, among: languages))"], shown)
      add("FN", ["ALTID=1", "LANGUAGE=\(Script.tag(of: native, among: languages))"], native)
    } else {
      add("FN", [], shown)
    }
    writeParts(parts, of: isPerson ? name : "")
    if !isPerson {
      add("ORG", [], name)
      if !isNew, text("kind") != StakeholderKind.group.rawValue { add("X-ABShowAs", [], "COMPANY") }
    }
    if !items("aliases").isEmpty { add("NICKNAME", list: items("aliases")) }
  }

  /// RFC 2426 demands an N, whatever is known of the parts of the name.
  private mutating func writeParts(_ parts: (family: String, given: String)?, of name: String) {
    var parameters: [String] = []
    let sortName = text("sort_name")
    if isNew, !sortName.isEmpty {
      parameters = ["SORT-AS=" + VCardText.quoted(clean(sortName.replacing(", ", with: ",")))]
    }
    guard parts != nil || !isNew || !parameters.isEmpty else { return }
    let components = [parts?.family ?? name, parts?.given ?? "", "", "", ""]
    add("N", parameters, components: components)
    if !isNew, !sortName.isEmpty { add("SORT-STRING", [], sortName) }
  }

  /// The parts of a citation form: `Banda, Thandiwe`, or `Wang Xiaoming` where the family name is first.
  private func nameParts(_ name: String) -> (family: String, given: String)? {
    let separator = values["family_first"] == nil ? ", " : " "
    guard let range = name.firstRange(of: separator) else { return nil }
    let (family, given) = (String(name[..<range.lowerBound]), String(name[range.upperBound...]))
    return family.trimmed.isEmpty || given.trimmed.isEmpty ? nil : (family, given)
  }

  // MARK: Affiliations

  /// Those that go on; vCard has no dates for them.
  private mutating func writeAffiliations() {
    let current = ListText.entries(of: text("affiliations")).map(ListText.parts)
      .filter { $0.count < 4 || $0[3].isEmpty }
    for (index, parts) in current.enumerated() {
      let group = current.count > 1 ? "a\(index + 1)." : ""
      add(group + "ORG", [], parts[0])
      if parts.count > 1, !parts[1].isEmpty { add(group + "TITLE", [], parts[1]) }
    }
  }

  // MARK: Contacts

  private mutating func writeContacts() {
    let emails = items("emails")
    for (index, email) in emails.enumerated() { add("EMAIL", preference(index, of: emails), email) }
    for phone in items("phones") { add("TEL", [], phone) }
    writeAddresses()
    for link in items("links") { add("URL", [], link, isURI: true) }
    if values["orcid"] != nil { add("URL", [], "https://orcid.org/" + text("orcid"), isURI: true) }
    if values["ror"] != nil { add("URL", [], "https://ror.org/" + text("ror"), isURI: true) }
  }

  /// The first address is where the city and the country are: another ADR would be read as another address.
  private mutating func writeAddresses() {
    let country = Country.of(text("country"))
    let city = text("city")
    let name = country?.name(in: "en") ?? ""
    let addresses = items("addresses")
    if addresses.isEmpty, !name.isEmpty || !city.isEmpty {
      add("ADR", [], components: ["", "", "", city, "", "", name])
    }
    for (index, address) in addresses.enumerated() {
      let label = isNew ? ["LABEL=" + VCardText.quoted(clean(address))] : []
      let street = index == 0 ? Self.street(of: address, city, country) : (address, "")
      add(
        "ADR", label,
        components: ["", "", street.0, index == 0 ? city : "", "", street.1, index == 0 ? name : ""])
    }
  }

  /// An address without the country and the city at its end, which have components of their own, and the postal code
  /// beside the city.
  private static func street(of address: String, _ city: String, _ country: Country?) -> (
    String, postal: String
  ) {
    var parts = address.split(separator: ", ", omittingEmptySubsequences: false).map(String.init)
    if parts.count > 1, let country, let last = parts.last, Country.named(last)?.code == country.code {
      parts.removeLast()
    }
    guard parts.count > 1, !city.isEmpty, let last = parts.last else {
      return (parts.joined(separator: ", "), "")
    }
    if last == city { return (parts.dropLast().joined(separator: ", "), "") }
    let code = last.hasSuffix(" " + city) ? String(last.dropLast(city.count + 1)) : ""
    guard !code.isEmpty, code.utf8.count <= 10, code.contains(where: \.isNumber), !code.contains(", ") else {
      return (parts.joined(separator: ", "), "")
    }
    return (parts.dropLast().joined(separator: ", "), code)
  }

  private func preference(_ index: Int, of all: [String]) -> [String] {
    guard all.count > 1 else { return [] }
    if isNew { return ["PREF=\(min(index + 1, 100))"] }
    return index == 0 ? ["TYPE=PREF"] : []
  }

  // MARK: The rest

  private mutating func writeRest() {
    if isNew {
      let genders = ["female": "F", "male": "M", "other": "O"]
      if let gender = genders[text("gender")] { add("GENDER", [], gender) }
      let languages = items("languages")
      for (index, language) in languages.enumerated() {
        add("LANG", preference(index, of: languages), language)
      }
    }
    if !items("tags").isEmpty { add("CATEGORIES", list: items("tags")) }
    if values["notes"] != nil { add("NOTE", [], text("notes")) }
  }

  /// Every field that the lines so far would not give back as it is.
  private mutating func writeOwn(_ stakeholder: Stakeholder) {
    var card = VCard(line: 0)
    card.version = version
    card.properties = lines.map { VCardProperty(line: 0, head: $0.head, value: $0.value, isOld: false) }
    let texts = VCardFields(card).values
    let read = Stakeholder(id: stakeholder.id, version: 0, values: texts)
    for field in Stakeholder.fields {
      let text = field.read(stakeholder)
      // What a card does not say at all is no default either: it may be read over another record.
      guard text != (texts[field.name] == nil ? "" : field.read(read)) else { continue }
      let name = VCardFields.ownPrefix + field.name.uppercased().replacing("_", with: "-")
      if clean(text) == text {
        add(name, [], text)
      } else {
        lines.append((name + ";ENCODING=B", TransferEncoding.base64(of: Array(VCardText.escaped(text).utf8))))
      }
    }
  }

  // MARK: Lines

  private mutating func add(_ name: String, _ parameters: [String], _ text: String, isURI: Bool = false) {
    // A URI has no need for backslashes, and not every program takes them out.
    let isPlain = isURI && !text.contains { $0 == "\\" || $0.isNewline }
    lines.append((head(name, parameters), isPlain ? clean(text) : VCardText.escaped(clean(text))))
  }

  private mutating func add(_ name: String, _ parameters: [String], components: [String]) {
    let value = components.map { VCardText.escaped(clean($0)) }.joined(separator: ";")
    lines.append((head(name, parameters), value))
  }

  private mutating func add(_ name: String, list: [String]) {
    lines.append((name, list.map { VCardText.escaped(clean($0)) }.joined(separator: ",")))
  }

  private func head(_ name: String, _ parameters: [String]) -> String {
    ([name] + parameters).joined(separator: ";")
  }

  /// Without control characters, which no line can hold.
  private func clean(_ text: String) -> String {
    let isControl = { (scalar: Unicode.Scalar) in
      (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || scalar.value == 0x7F
    }
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
  }
}
