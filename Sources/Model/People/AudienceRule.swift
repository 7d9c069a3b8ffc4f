/// Why a stakeholder is taken to be of an audience, where nobody said of which. The cases stand in the order in which
/// they are looked for: the first that holds tells.
public enum AudienceSign: String, Vocabulary {
  /// Holds traditional, local or indigenous knowledge.
  case knowledge
  /// Of the press, by what their post or house is called.
  case press
  /// Of the United Nations or of a multilateral environmental agreement, by what their house is called.
  case unitedNations = "united-nations"
  /// Decides on policy, by what their post or house is called.
  case policy
  /// An organization that observes the Platform's sessions, or asked to.
  case observer
  /// An organization or institution of a sector.
  case sector
  /// Works on the ground, by what their post is called.
  case practice
  /// A person or institution of a discipline, or with scientific knowledge.
  case science
  /// A local hub, or a group that works locally.
  case community
  /// Any other organization.
  case organization
  /// A person who works in a sector.
  case trade
  /// A person of citizen science.
  case citizen

  /// The audience that it leads to (annex I, paragraph 13).
  public var audience: Audience {
    switch self {
    case .knowledge: .ilkHolders
    case .press: .media
    case .unitedNations: .unMEA
    case .policy: .policymakers
    case .observer, .organization: .igoNGO
    case .sector: .business
    case .practice, .trade: .practitioners
    case .science: .scientists
    case .community: .communityOrganizations
    case .citizen: .public
    }
  }

  private func holds(_ one: Stakeholder, _ names: AudienceNames) -> Bool {
    let isHouse = one.type == .organization || one.type == .institution
    return switch self {
    case .knowledge: one.knowledge.contains(.traditional) || one.knowledge.contains(.localIndigenous)
    case .press, .unitedNations, .policy, .practice: names.signs.contains(self)
    case .observer: one.type == .organization && one.observer != nil
    case .sector: isHouse && !one.sectors.isEmpty
    case .science:
      (one.type == .individual || one.type == .institution)
        && (!one.disciplines.isEmpty || one.knowledge.contains(.scientific))
    case .community: one.mobilizer == .localHub || one.type == .group && one.scale == .local
    case .organization: one.type == .organization
    case .trade: one.type == .individual && !one.sectors.isEmpty
    case .citizen: one.type == .individual && one.knowledge.contains(.citizenScience)
    }
  }

  fileprivate static func first(of stakeholder: Stakeholder) -> AudienceSign? {
    let names = AudienceNames(stakeholder)
    return allCases.first { $0.holds(stakeholder, names) }
  }
}

extension Stakeholder {
  /// Why they are taken to be of an audience; nil where somebody said of which, or nothing tells.
  public var audienceSign: AudienceSign? { audience == nil ? AudienceSign.first(of: self) : nil }

  /// The audience that they are of (annex I, paragraph 13): as somebody said, else by what is known; nil where neither
  /// tells.
  public var knownAudience: Audience? { audience ?? AudienceSign.first(of: self)?.audience }
}

extension Audience {
  /// For whom the work of the Platform is meant first (annex I, paragraph 13 (a)).
  public var isPrimary: Bool { self == .policymakers || self == .unMEA }

  /// Where the decision names it.
  public var citation: Label {
    let items = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"]
    let numbers = ["一", "二", "三", "四", "五", "六", "七", "八"]
    let place = Self.allCases.firstIndex(of: self) ?? 0
    let (letter, item) = isPrimary ? ("a", place) : ("b", place - 2)
    return Label(
      en: "A.13 (\(letter)) (\(items[item]))", zh: "附件一第 13 段(\(letter))（\(numbers[item])）")
  }
}
