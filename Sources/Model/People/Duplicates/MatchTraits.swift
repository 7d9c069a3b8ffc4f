/// What of a record is compared with others: each trait one number, its kind in the highest byte and a digest
/// of the value below, so that 100,000 records take some ten megabytes.
struct MatchTraits {
  /// In the order in which traits are sorted.
  enum Kind: UInt8, CaseIterable {
    case person = 1, country, gender, generation, orcid, ror, email, mailbox, phone, nationalTail,
      internationalTail
    /// A whole name in any form: citation form, own script, another name.
    case name
    /// A name in Chinese, Japanese or Korean characters.
    case characters
    /// A word of the citation form, with its first letter between kind and digest.
    case word
    case initial
    case acronym, computedAcronym, organization, city, link
  }

  /// Where records with the same key meet. `isLeading`: of two records, at least one has to lead, as "H. Lefèvre"
  /// leads to everybody called H… Lefèvre, who are not all compared with each other.
  struct Block {
    let key: UInt64
    let isLeading: Bool
  }

  /// Of a list so many values are compared: a record with more is a broken one.
  private static let most = 50

  /// Sorted, each once.
  private(set) var values: [UInt64] = []
  private(set) var blocks: [Block] = []

  init(_ stakeholder: Stakeholder) {
    let isPerson = stakeholder.type == .individual
    if isPerson { values.append(Self.trait(.person, "")) }
    add(.country, stakeholder.country)
    add(.city, Folding.folded(stakeholder.city))
    add(.gender, stakeholder.gender?.rawValue ?? "")
    for (kind, text) in [(Kind.orcid, stakeholder.orcid), (.ror, stakeholder.ror)] {
      meet(add(kind, text.lowercased()))
    }
    for email in stakeholder.emails.prefix(Self.most) {
      add(.email, ContactKey.email(email))
      meet(add(.mailbox, ContactKey.mailbox(email)))
    }
    for phone in stakeholder.phones.prefix(Self.most).compactMap(ContactKey.Phone.init) { add(phone) }
    for link in stakeholder.links.prefix(Self.most) { meet(add(.link, ContactKey.link(link))) }
    for organization in stakeholder.organizationNames.prefix(Self.most) {
      add(.organization, NameForm(organization: organization).anyKey ?? "")
    }
    if isPerson { addPersonNames(stakeholder) } else { addOrganizationNames(stakeholder) }
    values.sort()
    values = values.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  // MARK: Names

  private mutating func addPersonNames(_ stakeholder: Stakeholder) {
    for (place, text) in stakeholder.allNames.prefix(Self.most).enumerated() {
      let form = NameForm(person: text)
      add(.generation, form.generation ?? "")
      if !form.characters.isEmpty {
        meet(add(.name, form.characters))
        add(.characters, form.characters)
      }
      guard let key = form.key else { continue }
      meet(add(.name, key))
      if place == 0 {
        for word in form.words { values.append(Self.wordTrait(.word, word)) }
        for initial in form.initials { values.append(Self.wordTrait(.initial, String(initial))) }
      }
      meetByWords(of: form)
    }
  }

  /// Names of three words meet by each two of them; a family name with initials meets whoever it may stand for.
  private mutating func meetByWords(of form: NameForm) {
    let words = Array(Set(form.words).sorted().prefix(5))
    for (place, word) in words.enumerated() {
      for other in words[(place + 1)...] {
        if words.count > 2 { meet(Self.trait(.name, "\(word) \(other)")) }
        meetShort(word, other.unicodeScalars.first, isLeading: false)
        meetShort(other, word.unicodeScalars.first, isLeading: false)
      }
      if words.count == 1, let initial = form.initials.first { meetShort(word, initial, isLeading: true) }
    }
  }

  private mutating func meetShort(_ word: String, _ letter: Unicode.Scalar?, isLeading: Bool) {
    guard let letter else { return }
    blocks.append(Block(key: Self.trait(.initial, "\(word) \(letter)"), isLeading: isLeading))
  }

  private mutating func addOrganizationNames(_ stakeholder: Stakeholder) {
    for text in stakeholder.allNames.prefix(Self.most) {
      for acronym in Acronym.written(inName: text) { addAcronym(acronym) }
      let form = NameForm(organization: Acronym.without(text))
      guard let key = form.anyKey else { continue }
      meet(add(.name, key))
      for acronym in Acronym.computed(from: form.words) {
        let trait = add(.computedAcronym, acronym)
        blocks.append(Block(key: Self.recast(trait, as: .acronym), isLeading: false))
      }
    }
    for acronym in stakeholder.acronyms.prefix(Self.most) {
      addAcronym(Folding.folded(acronym).filter { $0 != "." })
    }
  }

  private mutating func addAcronym(_ acronym: String) {
    blocks.append(Block(key: add(.acronym, acronym), isLeading: true))
  }

  // MARK: Numbers

  private mutating func add(_ phone: ContactKey.Phone) {
    add(.phone, (phone.isInternational ? "+" : "") + phone.digits)
    let tail = add(phone.isInternational ? .internationalTail : .nationalTail, phone.tail)
    meet(Self.recast(tail, as: .phone))
  }

  @discardableResult
  private mutating func add(_ kind: Kind, _ text: String) -> UInt64 {
    guard !text.isEmpty else { return 0 }
    let trait = Self.trait(kind, text)
    values.append(trait)
    return trait
  }

  private mutating func meet(_ key: UInt64) {
    if key != 0 { blocks.append(Block(key: key, isLeading: true)) }
  }

  static func trait(_ kind: Kind, _ text: String) -> UInt64 {
    UInt64(kind.rawValue) << 56 | digest(text) >> 8
  }

  /// The same value under another kind: where two kinds meet.
  static func recast(_ trait: UInt64, as kind: Kind) -> UInt64 {
    trait == 0 ? 0 : UInt64(kind.rawValue) << 56 | trait & 0x00FF_FFFF_FFFF_FFFF
  }

  /// The first letter stands in the two bytes below the kind, so that a word knows its initial.
  private static func wordTrait(_ kind: Kind, _ word: String) -> UInt64 {
    let letter = UInt64(word.unicodeScalars.first?.value ?? 0) & 0xFFFF
    return UInt64(kind.rawValue) << 56 | letter << 40 | (kind == .initial ? 0 : digest(word) >> 24)
  }

  static func letter(of trait: UInt64) -> UInt64 { trait >> 40 & 0xFFFF }

  /// FNV-1a over the UTF-8, mixed once more: the same on every machine.
  private static func digest(_ text: String) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
    digest = (digest ^ digest >> 32) &* 0x9E37_79B9_7F4A_7C15
    return digest ^ digest >> 29
  }
}

extension NameForm {
  /// The key by words, or by characters where there are only those.
  var anyKey: String? {
    characters.isEmpty ? key : ([characters] + (key.map { [$0] } ?? [])).joined(separator: " ")
  }
}

extension Stakeholder {
  /// Every form of the name, the citation form first.
  var allNames: [String] { [name] + (nativeName.isEmpty ? [] : [nativeName]) + aliases }
  /// The organizations to which the stakeholder belongs, as they are written.
  var organizationNames: [String] { affiliations.map(\.organization) }
}
