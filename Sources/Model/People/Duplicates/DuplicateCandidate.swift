/// Two records that may be the same, with the reasons in values that people can check.
public struct DuplicateCandidate: Sendable, Equatable, Identifiable {
  public var id: DistinctPair { pair }
  /// One of the two: enough to name it and to fetch it.
  public struct Side: Sendable, Equatable {
    public let id: RecordID
    public let title: String

    init(_ stakeholder: Stakeholder) { (id, title) = (stakeholder.id, stakeholder.title) }
  }

  public let a: Side
  public let b: Side
  /// 0 to 100.
  public let score: Int
  /// What speaks for it, the strongest first, then what speaks against it.
  public let reasons: [DuplicateReason]

  public var level: DuplicateLevel { DuplicateLevel(score: score) }
  public var pair: DistinctPair { DistinctPair(a.id, b.id) }

  /// Compares two records as a search among many would.
  /// - Parameter score: what the search found; nil to count anew, as if no others shared their names.
  public init?(_ a: Stakeholder, _ b: Stakeholder, score: Int? = nil) {
    let (first, second) = (MatchCard(a), MatchCard(b))
    let found = first.withCard { left in
      second.withCard { TraitComparison.compare(left, $0) { _ in 2 } }
    }
    guard let found else { return nil }
    (self.a, self.b, self.score) = (Side(a), Side(b), score ?? found.score)
    let reasons = found.signs.all.map { DuplicateReason($0, a, b) }
    self.reasons = reasons.filter { !$0.sign.isAgainst } + reasons.filter(\.sign.isAgainst)
  }
}

/// A sign with the values in which two records agree, or do not.
public struct DuplicateReason: Sendable, Equatable {
  public let sign: DuplicateSign
  /// As the first record has it.
  public let first: String
  /// As the second has it; the same where they are written the same way.
  public let second: String

  init(_ sign: DuplicateSign, _ a: Stakeholder, _ b: Stakeholder) {
    self.sign = sign
    (first, second) = Self.values(sign, a, b) ?? ("", "")
  }

  private static func values(
    _ sign: DuplicateSign, _ a: Stakeholder, _ b: Stakeholder
  ) -> (String, String)? {
    func plain(_ path: KeyPath<Stakeholder, String>) -> (String, String) {
      (a[keyPath: path], b[keyPath: path])
    }
    switch sign {
    case .orcid, .otherORCID: return plain(\.orcid)
    case .ror, .otherROR: return plain(\.ror)
    case .email: return agreeing(a.emails, b.emails, ContactKey.email)
    case .mailbox: return agreeing(a.emails, b.emails, ContactKey.mailbox)
    case .phone: return agreeing(a.phones, b.phones) { ContactKey.Phone.all($0).map(\.digits) }
    case .phoneTail: return agreeing(a.phones, b.phones) { ContactKey.Phone.all($0).flatMap(\.tails) }
    case .link: return agreeing(a.links, b.links, ContactKey.link)
    case .name: return agreeing(a.allNames, b.allNames, a.nameKey) ?? plain(\.name)
    case .joined, .near, .spelling, .initials, .partOfName, .nearPart, .fragment, .mixed, .otherName:
      return plain(\.name)
    case .address, .street, .postcode, .otherAddress:
      return (a.addresses.first ?? "", b.addresses.first ?? "")
    case .otherCity: return plain(\.city)
    case .acronym: return acronyms(a, b)
    case .organization:
      return agreeing(a.organizationNames, b.organizationNames) { NameForm(organization: $0).anyKey }
    case .country, .otherCountry: return plain(\.country)
    case .city: return plain(\.city)
    case .otherKind: return (a.type.rawValue, b.type.rawValue)
    case .otherGender: return (a.gender?.rawValue ?? "", b.gender?.rawValue ?? "")
    case .generation: return plain(\.name)
    case .otherEmail: return (a.emails.first ?? "", b.emails.first ?? "")
    }
  }

  /// The first two values, one of each, with the same key.
  private static func agreeing(
    _ a: [String], _ b: [String], _ key: (String) -> String?
  ) -> (String, String)? {
    agreeing(a, b) { text in key(text).map { $0.isEmpty ? [] : [$0] } ?? [] }
  }

  /// The first two values, one of each, that have a key in common.
  private static func agreeing(
    _ a: [String], _ b: [String], _ keys: (String) -> [String]
  ) -> (String, String)? {
    for left in a {
      let wanted = Set(keys(left))
      if wanted.isEmpty { continue }
      if let right = b.first(where: { !wanted.isDisjoint(with: keys($0)) }) {
        return (left.trimmed, right.trimmed)
      }
    }
    return nil
  }

  /// The acronym and the name that it stands for.
  private static func acronyms(_ a: Stakeholder, _ b: Stakeholder) -> (String, String)? {
    func written(_ one: Stakeholder) -> [String] { one.acronyms + one.allNames }
    func keys(_ text: String) -> [String] {
      Acronym.written(inName: text) + [Folding.folded(text)]
        + Acronym.computed(from: NameForm(organization: Acronym.without(text)).words)
    }
    for left in written(a) {
      let wanted = Set(keys(left))
      if let right = written(b).first(where: { !wanted.isDisjoint(with: keys($0)) }) { return (left, right) }
    }
    return nil
  }
}

extension Stakeholder {
  /// What two spellings of a name have in common.
  fileprivate func nameKey(_ text: String) -> String? {
    type == .individual
      ? { $0.characters.isEmpty ? $0.key : $0.characters }(NameForm(person: text))
      : NameForm(organization: Acronym.without(text)).anyKey
  }
}

extension DuplicateSign {
  /// What holds between two records, for counting how often it does; also where no pair would be listed.
  public static func holding(between a: Stakeholder, _ b: Stakeholder) -> [DuplicateSign] {
    MatchCard(a).withCard { left in MatchCard(b).withCard { TraitComparison.signs(left, $0).all } }
  }
}
