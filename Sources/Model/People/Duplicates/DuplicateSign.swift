/// One thing that speaks for or against two records being the same, and how much.
///
/// Points add up to a score from 0 to 100. They are set so that no single sign but an identifier makes a pair
/// certain, and that what many share says little.
public enum DuplicateSign: String, CaseIterable, Sendable {
  case orcid, ror, email, name, phone, acronym, phoneTail = "phone-tail", mailbox, link
  case initials, partOfName = "part-of-name"
  case organization, country, city
  case otherORCID = "other-orcid", otherROR = "other-ror", otherName = "other-name"
  case otherKind = "other-kind", generation, otherCountry = "other-country", otherEmail = "other-email"
  case otherGender = "other-gender"

  /// Whether it speaks against.
  public var isAgainst: Bool { points < 0 }

  /// How much it counts where only these two share it.
  var points: Int {
    switch self {
    case .orcid, .ror: 100
    case .email: 60
    case .name: 45
    case .phone: 40
    case .phoneTail: 32
    case .mailbox: 35
    case .acronym, .link: 30
    case .initials, .partOfName: 25
    case .organization: 12
    case .country: 8
    case .city: 4
    case .otherORCID, .otherROR: -60
    case .generation: -50
    case .otherKind: -40
    case .otherName: -30
    case .otherCountry: -15
    case .otherGender, .otherEmail: -8
    }
  }
}

/// The signs of a pair as a set.
struct DuplicateSigns: Equatable {
  private(set) var bits: UInt32 = 0

  func contains(_ sign: DuplicateSign) -> Bool { bits & Self.bit(sign) != 0 }
  mutating func insert(_ sign: DuplicateSign) { bits |= Self.bit(sign) }

  var all: [DuplicateSign] { DuplicateSign.allCases.filter(contains) }

  private static func bit(_ sign: DuplicateSign) -> UInt32 { 1 << UInt32(places[sign] ?? 31) }
  private static let places = Dictionary(
    uniqueKeysWithValues: DuplicateSign.allCases.enumerated().map { ($1, $0) })
}

/// How sure it is that two records are the same.
public enum DuplicateLevel: String, CaseIterable, Sendable {
  case certain, likely, possible

  init(score: Int) { self = score >= 80 ? .certain : score >= 55 ? .likely : .possible }

  /// From this score on a pair is shown at all.
  static let least = 30
}
