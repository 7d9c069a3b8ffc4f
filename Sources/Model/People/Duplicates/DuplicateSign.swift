/// One thing that speaks for or against two records being the same, and how much.
///
/// Points are five times the binary logarithm of how much more often the sign holds between records of one person
/// than between records of two (the weights of Fellegi and Sunter, 1969), measured on data whose truth is known and
/// cut off where signs depend on each other; see the manual page on duplicates. They add up to a score from 0 to
/// 100, so that no single sign but an identifier makes a pair certain; what many share says little.
public enum DuplicateSign: String, CaseIterable, Sendable {
  case orcid, ror, email, name, phone, joined, address, near, acronym
  case phoneTail = "phone-tail", mailbox, link, spelling
  case initials, partOfName = "part-of-name", nearPart = "near-part", fragment
  case street, postcode, organization, country, city
  case otherORCID = "other-orcid", otherROR = "other-ror", otherName = "other-name", mixed
  case otherKind = "other-kind", generation, otherCountry = "other-country", otherEmail = "other-email"
  case otherGender = "other-gender", otherAddress = "other-address", otherCity = "other-city"

  /// Whether it speaks against.
  public var isAgainst: Bool { points < 0 }

  /// How much it counts where only these two share it: 100 is the most that a score says.
  public var points: Int { isOfNames ? pointsOfNames : pointsOfTheRest }

  /// Whether it says how two names stand to each other.
  var isOfNames: Bool {
    switch self {
    case .name, .joined, .near, .acronym, .spelling, .initials, .partOfName, .nearPart, .fragment, .mixed,
      .otherName:
      true
    default: false
    }
  }

  private var pointsOfNames: Int {
    switch self {
    case .name: 45
    case .joined: 35
    case .near, .acronym: 30
    case .spelling, .initials, .partOfName: 25
    case .nearPart: 16
    case .fragment: 5
    case .mixed: -9
    default: -30
    }
  }

  private var pointsOfTheRest: Int {
    switch self {
    case .orcid, .ror: 100
    case .email: 60
    case .phone, .address: 40
    case .mailbox: 35
    case .phoneTail: 32
    case .link: 30
    case .street: 14
    case .organization, .postcode: 12
    case .country: 8
    case .city: 5
    case .otherORCID, .otherROR: -60
    case .generation: -50
    case .otherKind: -25
    case .otherAddress: -21
    case .otherCountry: -15
    case .otherGender, .otherEmail, .otherCity: -8
    default: 0
    }
  }
}

/// The signs of a pair as a set.
struct DuplicateSigns: Equatable {
  private(set) var bits: UInt64 = 0

  func contains(_ sign: DuplicateSign) -> Bool { bits & Self.bit(sign) != 0 }
  mutating func insert(_ sign: DuplicateSign) { bits |= Self.bit(sign) }

  var all: [DuplicateSign] { DuplicateSign.allCases.filter(contains) }

  /// By the byte that tells the cases apart, each another one, and fewer than 64: looking a sign up took a tenth of a
  /// comparison.
  private static func bit(_ sign: DuplicateSign) -> UInt64 {
    withUnsafeBytes(of: sign) { 1 << UInt64($0[0]) }
  }
}

/// How sure it is that two records are the same.
public enum DuplicateLevel: String, CaseIterable, Sendable {
  case certain, likely, possible

  public init(score: Int) { self = score >= 80 ? .certain : score >= 55 ? .likely : .possible }

  /// The least score of the level.
  public var least: Int {
    switch self {
    case .certain: 80
    case .likely: 55
    case .possible: Self.least
    }
  }

  /// From this score on two have the same name at least, and nothing speaks against it.
  public static let sameName = 45

  /// From this score on a pair is shown at all: initials that fit, with one country and two e-mail addresses.
  static let least = 25
}
