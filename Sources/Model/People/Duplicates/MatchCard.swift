/// What of a record is compared with others: traits that are the same or not, each one number, and the words of
/// names and addresses, a byte a letter. Some 150 bytes in all.
struct MatchCard {
  /// In the order in which traits are sorted; the kind stands in the highest byte, a digest of the value below.
  enum Kind: UInt8, CaseIterable {
    case person = 1, country, gender, generation, orcid, ror, email, mailbox, phone, nationalTail,
      internationalTail
    /// A whole name in any form: citation form, own script, another name.
    case name
    /// A name in Chinese, Japanese or Korean characters.
    case characters
    case acronym, computedAcronym, organization, city, link
    /// House number and a word of the street.
    case address
  }

  /// Of a list so many values are compared: a record with more is a broken one.
  private static let most = 50
  private static let mostNames = 6

  /// Sorted, each once.
  private(set) var traits: [UInt64] = []
  private(set) var words = WordWriter()

  init(_ stakeholder: Stakeholder) {
    let isPerson = stakeholder.type == .individual
    if isPerson { traits.append(Self.trait(.person, "")) }
    add(.country, stakeholder.country)
    add(.city, Folding.folded(stakeholder.city))
    add(.gender, stakeholder.gender?.rawValue ?? "")
    add(.orcid, stakeholder.orcid.lowercased())
    add(.ror, stakeholder.ror.lowercased())
    for email in stakeholder.emails.prefix(Self.most) {
      add(.email, ContactKey.email(email))
      add(.mailbox, ContactKey.mailbox(email))
    }
    for phone in stakeholder.phones.prefix(Self.most).flatMap(ContactKey.Phone.all) { add(phone) }
    for link in stakeholder.links.prefix(Self.most) { add(.link, ContactKey.link(link)) }
    for organization in stakeholder.organizationNames.prefix(Self.most) {
      add(.organization, NameForm(organization: organization).anyKey ?? "")
    }
    if isPerson { addPersonNames(stakeholder) } else { addOrganizationNames(stakeholder) }
    addAddresses(stakeholder)
    traits.sort()
    traits = traits.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  // MARK: Names

  private mutating func addPersonNames(_ stakeholder: Stakeholder) {
    var seen: Set<String> = []
    var readings: [NameForm] = []
    var isLatin = false
    for text in stakeholder.allNames.prefix(Self.most) {
      let form = NameForm(person: text)
      add(.generation, form.generation ?? "")
      if !form.characters.isEmpty {
        add(.name, form.characters)
        add(.characters, form.characters)
      }
      let reading = NameForm(readingOf: form)
      if let reading { readings.append(reading) }
      guard let key = form.key else { continue }
      add(.name, key)
      isLatin = isLatin || reading == nil
      // Another name that says no more than the first one is none.
      let said = key + " " + String(String.UnicodeScalarView(form.initials.sorted { $0.value < $1.value }))
      if seen.count < Self.mostNames, seen.insert(said).inserted { words.append(form) }
    }
    // Who is there in Latin letters has no need of a guess.
    if !isLatin { for reading in readings.prefix(2) { words.append(reading, isReading: true) } }
  }

  private mutating func addOrganizationNames(_ stakeholder: Stakeholder) {
    let place = Set(
      [stakeholder.city, Country.of(stakeholder.country)?.name(in: "en") ?? ""].flatMap {
        Folding.words($0).map(String.init)
      })
    for (index, text) in stakeholder.allNames.prefix(Self.most).enumerated() {
      for acronym in Acronym.written(inName: text) { add(.acronym, acronym) }
      let form = NameForm(organization: Acronym.without(text), at: place)
      guard let key = form.anyKey else { continue }
      add(.name, key)
      for acronym in Acronym.computed(from: form.words) { add(.computedAcronym, acronym) }
      if index < Self.mostNames { words.append(form) }
    }
    for acronym in stakeholder.acronyms.prefix(Self.most) {
      add(.acronym, Folding.folded(acronym).filter { $0 != "." })
    }
  }

  private mutating func addAddresses(_ stakeholder: Stakeholder) {
    for text in stakeholder.addresses.prefix(4) {
      let address = PostalAddress(text)
      words.append(address)
      for key in address.keys { add(.address, key) }
    }
    if !stakeholder.city.isEmpty { words.append(place: stakeholder.city) }
  }

  /// The card where it lies.
  func withCard<Result>(_ body: (TraitComparison.Card) -> Result) -> Result {
    traits.withUnsafeBufferPointer { traits in
      words.bytes.withUnsafeBufferPointer { body(TraitComparison.Card(traits: traits, words: $0)) }
    }
  }

  // MARK: Numbers

  private mutating func add(_ phone: ContactKey.Phone) {
    add(.phone, (phone.isInternational ? "+" : "") + phone.digits)
    for tail in phone.tails { add(phone.isInternational ? .internationalTail : .nationalTail, tail) }
  }

  private mutating func add(_ kind: Kind, _ text: String) {
    if !text.isEmpty { traits.append(Self.trait(kind, text)) }
  }

  static func trait(_ kind: Kind, _ text: String) -> UInt64 {
    UInt64(kind.rawValue) << 56 | digest(text) >> 8
  }

  /// The same value under another kind: where two kinds meet.
  static func recast(_ trait: UInt64, as kind: Kind) -> UInt64 {
    UInt64(kind.rawValue) << 56 | trait & 0x00FF_FFFF_FFFF_FFFF
  }

  static func kind(of trait: UInt64) -> Kind? { Kind(rawValue: UInt8(trait >> 56)) }

  /// FNV-1a over the UTF-8, mixed once more: the same on every machine.
  private static func digest(_ text: String) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return mixed(digest)
  }

  static func mixed(_ value: UInt64) -> UInt64 {
    let mixed = (value ^ value >> 32) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }
}

extension Stakeholder {
  /// Every form of the name, the citation form first.
  var allNames: [String] { [name] + (nativeName.isEmpty ? [] : [nativeName]) + aliases }
  /// The words of each form of the name, folded and without titles, and of how it reads in Latin letters: what an index
  /// of words can be asked for who may be called so.
  public var wordsOfNames: [[String]] {
    let names = allNames.flatMap { text -> [[String]] in
      let form = type == .individual ? NameForm(person: text) : NameForm(organization: Acronym.without(text))
      let reading = NameForm(readingOf: form)?.words ?? []
      return [form.words, reading, form.written.isEmpty ? [] : [form.written]]
    }
    return (names + acronyms.map { [$0] }).filter { !$0.isEmpty }
  }

  /// The organizations to which the stakeholder belongs, as they are written.
  var organizationNames: [String] { affiliations.map(\.organization) }
}
