/// Why a stakeholder is taken to be of an audience, where nobody said of which.
public enum AudienceSign: String, Vocabulary {
  /// Holds traditional, local or indigenous knowledge.
  case knowledge
  /// An organization that observes the Platform's sessions, or asked to.
  case observer
  /// An organization or institution of a sector.
  case sector
  /// A person or institution of a discipline, or with scientific knowledge.
  case science
  /// A local hub, or a group that works locally.
  case community
  /// Any other organization.
  case organization
  /// A person of citizen science.
  case citizen

  /// The audience that it leads to (annex I, paragraph 13).
  public var audience: Audience {
    switch self {
    case .knowledge: .ilkHolders
    case .observer, .organization: .igoNGO
    case .sector: .business
    case .science: .scientists
    case .community: .communityOrganizations
    case .citizen: .public
    }
  }
}

/// What of a stakeholder tells of which audience they are. Policymakers, the United Nations, practitioners and the media
/// are told apart by nothing that is recorded: somebody has to say so.
public struct AudienceTraits: Sendable, Hashable {
  public var type: StakeholderKind
  /// As somebody said.
  public var said: Audience?
  public var knowledge: Set<KnowledgeSystem>
  public var hasSector: Bool
  public var hasDiscipline: Bool
  public var mobilizer: Mobilizer?
  public var scale: Scale?
  public var isObserver: Bool

  public init(
    type: StakeholderKind, said: Audience?, knowledge: Set<KnowledgeSystem>, hasSector: Bool,
    hasDiscipline: Bool, mobilizer: Mobilizer?, scale: Scale?, isObserver: Bool
  ) {
    (self.type, self.said, self.knowledge) = (type, said, knowledge)
    (self.hasSector, self.hasDiscipline) = (hasSector, hasDiscipline)
    (self.mobilizer, self.scale, self.isObserver) = (mobilizer, scale, isObserver)
  }

  /// The first sign that holds; nil where somebody said it, or nothing tells.
  public var sign: AudienceSign? {
    guard said == nil else { return nil }
    let isHouse = type == .organization || type == .institution
    if !knowledge.isDisjoint(with: [.traditional, .localIndigenous]) { return .knowledge }
    if type == .organization, isObserver { return .observer }
    if isHouse, hasSector { return .sector }
    if type == .individual || type == .institution, hasDiscipline || knowledge.contains(.scientific) {
      return .science
    }
    if mobilizer == .localHub || type == .group && scale == .local { return .community }
    if type == .organization { return .organization }
    return type == .individual && knowledge.contains(.citizenScience) ? .citizen : nil
  }
}

extension Stakeholder {
  public var audienceTraits: AudienceTraits {
    AudienceTraits(
      type: type, said: audience, knowledge: Set(knowledge), hasSector: !sectors.isEmpty,
      hasDiscipline: !disciplines.isEmpty, mobilizer: mobilizer, scale: scale, isObserver: observer != nil)
  }

  /// Why they are taken to be of an audience; nil where somebody said of which, or nothing tells.
  public var audienceSign: AudienceSign? { audienceTraits.sign }
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
