import Model

/// What a card says of a stakeholder, as the texts of its fields.
///
/// What has no field goes to the notes. Birthdays, pictures, families and the like are left out on purpose: the
/// office has no use for them (United Nations Personal Data Protection and Privacy Principles, 2018,
/// principle 4, proportionality).
struct VCardFields {
  private(set) var values: [String: String] = [:]
  private(set) var id: String?
  /// Whether the id is made of the UID of another program.
  private(set) var hasForeignID = false
  /// Whether a text that should be an e-mail address is none.
  private(set) var hasUnreadableEmail = false
  /// Whether an e-mail address stands in for a name.
  private(set) var isNamedByEmail = false
  private let card: VCard
  /// Apple's labels of properties, by what ties them together.
  private let labels: [String: String]
  private var extras: [String] = []
  /// The entries of lists, and which of them are there already: a card may have thousands.
  private var lists: [String: [String]] = [:]
  private var seen: [String: Set<String>] = [:]

  init(_ card: VCard) {
    self.card = card
    labels = card.byGroup("X-ABLABEL").mapValues(\.text)
    takeNames()
    takeMail()
    takePlaces()
    takeLinks()
    takeAffiliations()
    takeRest()
    for (field, entries) in lists { values[field] = entries.joined(separator: "; ") }
    takeOwn()
    if values["name"] == nil, let email = values["emails"]?.items.first {
      values["name"] = email
      isNamedByEmail = true
    }
  }

  // MARK: Names

  private mutating func takeNames() {
    let organization = card.all("ORG").first?.components.first ?? ""
    let isPerson = kind(organization) != "organization" && kind(organization) != "group"
    let names = VCardNames(card, isPerson: isPerson)
    set("kind", kind(organization) ?? "")
    set("name", names.name.isEmpty && !isPerson ? organization.inOneLine : names.name)
    set("native_name", names.nativeName)
    set("family_first", names.isFamilyFirst ? "yes" : "")
    set("sort_name", names.sortName)
    for alias in names.aliases { add(alias, to: "aliases") }
    if isPerson { tell("Honorific", names.honorific) }
    tell("Contact", names.contact)
    tell("Reading", names.reading)
    tell("Reading", card.text("X-PHONETIC-ORG") ?? "")
  }

  /// What the card says of its kind, or shows by having no person's name; nil where it says nothing.
  private func kind(_ organization: String) -> String? {
    switch card.text("KIND")?.lowercased() ?? card.text("X-ADDRESSBOOKSERVER-KIND")?.lowercased() {
    case "individual": return "individual"
    case "org": return "organization"
    case "group": return "group"
    default: break
    }
    if isList { return "group" }
    if card.text("X-ABSHOWAS")?.lowercased() == "company" { return "organization" }
    let hasPerson = card.all("N").contains { $0.components.contains { !$0.isEmpty } }
    let shown = card.text("FN") ?? organization
    return !hasPerson && !organization.isEmpty && shown == organization ? "organization" : nil
  }

  /// Evolution keeps a list of people as a card with the addresses of all.
  private var isList: Bool { card.text("X-EVOLUTION-LIST")?.uppercased() == "TRUE" }

  // MARK: Mail and telephone

  private mutating func takeMail() {
    if isList {
      tell("Members", card.all("EMAIL").map(\.text).filter { !$0.isEmpty }.joined(separator: ", "))
    }
    for property in isList ? [] : card.all("EMAIL") {
      var text = property.text
      if text.lowercased().hasPrefix("mailto:") { text = String(text.dropFirst(7)) }
      if let start = text.lastIndex(of: "<"), text.hasSuffix(">") {
        text = String(text[text.index(after: start)...].dropLast())
      }
      let isInternet = property.types.isDisjoint(with: ["x400", "x500", "ex", "telex"])
      // One that cannot be read is no reason to lose the card.
      if isInternet, accepts(text, in: "emails") {
        add(text, to: "emails")
      } else {
        tell("E-mail", text)
        hasUnreadableEmail = hasUnreadableEmail || isInternet && !text.isEmpty
      }
    }
    // Outlook has telephones of kinds that the standard does not know.
    for property in card.all("TEL") + card.all("X-MS-TEL") {
      var text = property.text
      if text.lowercased().hasPrefix("tel:") { text = String(text.dropFirst(4)) }
      text = text.replacing(";ext=", with: " ext. ").withoutInvisible
      // Nobody is called at a fax machine, unless it is a telephone too.
      let isVoice =
        property.types.isDisjoint(with: ["fax", "pager", "modem"])
        && !GeneralTitles.isFax(label(of: property)) && !property.types.contains(where: GeneralTitles.isFax)
        || property.types.contains("voice")
      if property.types.contains("assistant") || label(of: property).lowercased().contains("assistant") {
        tell("Assistant", text)
        continue
      }
      let isPager = property.types.contains("pager") || label(of: property).lowercased().contains("pager")
      if isVoice { add(text, to: "phones") } else { tell(isPager ? "Pager" : "Fax", text) }
    }
  }

  /// Apple's label of a property; empty where it has none.
  private func label(of property: VCardProperty) -> String {
    labels[property.group] ?? ""
  }

  // MARK: Places

  private mutating func takePlaces() {
    let countries = card.byGroup("X-ABADR").mapValues(\.text)
    let places = card.all("ADR").enumerated().sorted { first, second in
      (first.element.preference, first.element.isPrivate ? 1 : 0, first.offset)
        < (second.element.preference, second.element.isPrivate ? 1 : 0, second.offset)
    }.map { VCardAddress($0.element, countries) }
    let main = places.first(where: { $0.country != nil }) ?? places.first(where: { !$0.city.isEmpty })
    for place in places {
      let isElsewhere = main.map { $0.city != place.city || $0.countryName != place.countryName } ?? false
      // A place without a street that is not the main one has no other field.
      let hasNoField = isElsewhere && (place.country != nil || !place.city.isEmpty)
      if place.hasStreet || hasNoField { add(place.text, to: "addresses") }
    }
    // A label is how an address is printed; one of a kind of which there is no street is an address of its own.
    let streets = card.all("ADR").prefix(Self.mostStreets).map {
      ($0.placeKinds, VCardAddress($0, countries))
    }
    .filter { $1.hasStreet }
    for label in card.all("LABEL") {
      let isSame = streets.contains { kinds, address in
        kinds == label.placeKinds && Folding.says(label.text, in: address.text)
      }
      if !isSame { add(label.text, to: "addresses") }
    }
    if let place = main {
      set("country", place.country?.code ?? "")
      set("city", place.city)
    }
    for place in places where !place.hasStreet && place.country == nil && !place.countryName.isEmpty {
      tell("Country", place.countryName)
    }
  }

  /// With how many addresses of a card its labels are compared.
  private static let mostStreets = 50

  // MARK: Links and identifiers

  private mutating func takeLinks() {
    for property in card.properties {
      switch property.name {
      case "URL", "ORG-DIRECTORY", "CONTACT-URI", "X-EVOLUTION-BLOG-URL": takeLink(property.text)
      // Often no address, but what somebody is called there.
      case "X-SOCIALPROFILE", "SOCIALPROFILE":
        if property.text.contains("/") {
          takeLink(property.text)
        } else {
          tell(property.types.sorted().first?.capitalized ?? "Profile", property.text)
        }
      case "IMPP":
        let text = property.text
        if !takeIdentifier(text) { tell(property.parameter("X-SERVICE-TYPE") ?? "IM", text) }
      case "X-ORCID": if !takeIdentifier(property.text) { tell("ORCID", property.text) }
      case "X-ROR": if !takeIdentifier(property.text) { tell("ROR", property.text) }
      case "X-SKYPE", "X-SKYPE-USERNAME": tell("Skype", property.text)
      case "X-TWITTER", "X-JABBER", "X-AIM", "X-ICQ", "X-MSN", "X-YAHOO", "X-GOOGLE-TALK", "X-GTALK", "X-QQ",
        "X-MATRIX", "X-WECHAT", "X-TELEGRAM", "X-WHATSAPP", "X-SIGNAL":
        tell(property.name.dropFirst(2).capitalized, property.text)
      case "X-MS-IMADDRESS": tell("IM", property.text)
      default: continue
      }
    }
  }

  private mutating func takeLink(_ text: String) {
    if !takeIdentifier(text) { add(text, to: "links") }
  }

  /// Whether a text is an ORCID iD or a ROR id with the right check digits, and was taken as one.
  private mutating func takeIdentifier(_ text: String) -> Bool {
    let lower = text.lowercased()
    for field in ["orcid", "ror"] where lower.contains(field) || !lower.contains("/") {
      if accepts(text, in: field), values[field] == nil {
        set(field, text)
        return true
      }
    }
    return false
  }

  // MARK: Affiliations

  private mutating func takeAffiliations() {
    let titles = card.all("TITLE")
    let roles = card.all("ROLE")
    let organizations = card.all("ORG")
    var taken: Set<Int> = []
    let tied = card.byGroup("ORG")
    typealias Grouped = [String: VCardProperty]
    func match(_ index: Int, in others: [VCardProperty], _ grouped: Grouped) -> VCardProperty? {
      if let other = grouped[organizations[index].group] { return other }
      let isFree = index < others.count && tied[others[index].group] == nil
      return isFree ? others[index] : nil
    }
    let (groupedTitles, groupedRoles) = (card.byGroup("TITLE"), card.byGroup("ROLE"))
    for (index, organization) in organizations.enumerated() {
      let name = organization.components.filter { !$0.isEmpty }.joined(separator: ", ")
      let found = [match(index, in: titles, groupedTitles), match(index, in: roles, groupedRoles)]
      taken.formUnion(found.compactMap { $0?.line })
      var role = found.compactMap { $0?.text }.filter { !$0.isEmpty }
      if role.count == 2, role[0] == role[1] { role.removeLast() }
      if name.isEmpty {
        for text in role { tell("Title", text) }
      } else if name != values["name"] || !role.isEmpty {
        addAffiliation([name, role.joined(separator: ", ")])
      }
    }
    for property in titles + roles where !taken.contains(property.line) { tell("Title", property.text) }
  }

  private mutating func addAffiliation(_ parts: [String]) {
    append(ListText.entry(parts: parts.map(Self.oneLine)), to: "affiliations")
  }

  // MARK: The rest

  private mutating func takeRest() {
    for property in card.all("LANG") + card.all("X-LANGUAGE") {
      if accepts(property.text, in: "languages") {
        add(property.text, to: "languages")
      } else {
        tell("Language", property.text)
      }
    }
    for property in card.all("CATEGORIES") {
      for tag in property.list where !Self.systemTags.contains(tag.lowercased()) { add(tag, to: "tags") }
    }
    let interests = (card.all("EXPERTISE") + card.all("INTEREST")).map(\.text).filter { !$0.isEmpty }
    set("interests", interests.joined(separator: ", "))
    takeGender()
    // The office decides itself what it publishes, but is told what the person wants.
    if let access = card.text("CLASS"), access.lowercased() != "public" { tell("Class", access) }
    let notes = card.all("NOTE").map { $0.text.replacing("\r\n", with: "\n") }.filter { !$0.isEmpty }
    set("notes", (notes + extras).joined(separator: "\n"))
  }

  private mutating func takeGender() {
    let parts = card.all("GENDER").first?.components ?? []
    let said = parts.first ?? card.text("X-GENDER") ?? card.text("X-WAB-GENDER") ?? ""
    switch said.lowercased() {
    case "f", "female", "1": set("gender", "female")
    case "m", "male", "2": set("gender", "male")
    case "o", "other": set("gender", "other")
    default: break
    }
    if parts.count > 1 { tell("Gender", parts[1]) }
  }

  /// What we wrote ourselves goes before what others may read on the card.
  private mutating func takeOwn() {
    for property in card.properties where property.name.hasPrefix(VCardFields.ownPrefix) {
      let name = property.name.dropFirst(VCardFields.ownPrefix.count).lowercased().replacing("-", with: "_")
      guard Self.fieldNames.contains(name) else { continue }
      values[name] = property.text
    }
    for uid in card.all("UID") {
      if let own = VCardID.id(in: uid.text) { (id, hasForeignID) = (own, false) }
      if id == nil, !uid.text.isEmpty, let known = try? ForeignUID.checked(uid.text) {
        (id, hasForeignID) = (VCardID.id(ofForeign: uid.text), true)
        values["uids"] = ListText.entry(known)
      }
    }
    let unknown = values.keys.filter { !Self.fieldNames.contains($0) }.sorted()
    for name in unknown {
      let text = values.removeValue(forKey: name) ?? ""
      values["notes"] = [values["notes"] ?? "", "\(name): \(text)"].filter { !$0.isEmpty }.joined(
        separator: "\n")
    }
  }

  private static let fieldNames = Set(Stakeholder.fields.map(\.name))

  // MARK: Texts

  private mutating func set(_ field: String, _ text: String) {
    if !text.isEmpty { values[field] = text }
  }

  /// Adds a value to a list, which has no room for line breaks.
  private mutating func add(_ item: String, to field: String) {
    let item = Self.oneLine(item)
    if !item.isEmpty { append(ListText.entry(item), to: field) }
  }

  private mutating func append(_ entry: String, to field: String) {
    if seen[field, default: []].insert(entry).inserted { lists[field, default: []].append(entry) }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }.joined(
      separator: ", ")
  }

  /// Keeps what has no field.
  private mutating func tell(_ label: String, _ text: String) {
    if !text.isEmpty { extras.append("\(label): \(text)") }
  }

  private func accepts(_ text: String, in field: String) -> Bool {
    guard let field = Stakeholder.field(field) else { return false }
    var scratch = Stakeholder(id: "")
    do { try field.write(text, to: &scratch) } catch { return false }
    return !field.read(scratch).isEmpty
  }
}
