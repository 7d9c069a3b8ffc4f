/// A strategic partnership, from the idea to its end (annex III).
///
/// Where it stands is the last of its steps; `PartnershipMachine` says which may follow. The partnerships that there
/// were before the decision, and the invitation of operative paragraph 7, are its `adopted` ones: the store holds a row
/// to work on for each, what the text says of it stays in `Decision.adopted`.
public struct Partnership: Record {
  public static let kind = RecordKind.partnership

  public let id: RecordID
  public var version = 0
  public var name = ""
  /// A stakeholder, or a name.
  public var partner = ""
  /// Nil where it is of none of the types that the decision tells apart.
  public var type: PartnershipType?
  public var purposes: [PartnershipPurpose] = []
  public var finder: PartnershipFinder?
  public var alternatives: [WeighedAlternative] = []
  public var criteria: [JudgedCriterion] = []
  /// Roles and responsibilities of the partner, and of the Platform (annex III, paragraph 6).
  public var partnerRole = ""
  public var ownRole = ""
  public var deliverables = ""
  public var timeFrame: TimeFrame?
  public var start: Day?
  public var end: Day?
  public var form: PartnershipForm?
  public var funds: PartnershipFunds?
  public var issues: [SettledIssue] = []
  public var safeguards: [KeptSafeguard] = []
  /// Another route than that of its type, with the reason.
  public var ownRoute: PartnershipRoute?
  public var routeReason = ""
  /// In the order in which they were taken; a command of its own adds to them, and nobody takes one away.
  public var steps: [PartnershipStep] = []
  public var approvals: [PartnershipApproval] = []
  public var reviews: [PartnershipReview] = []
  /// Of the files that gave a history; empty where all of it was recorded here.
  public var given: [GivenHistory] = []
  /// By when it is reviewed next (annex III, paragraph 10).
  public var nextReview: Day?
  public var owner = ""
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  public static func title(of id: RecordID, called title: String, in language: String) -> String {
    guard let label = Decision.adopted.partnership(id)?.label, label.en == title else { return title }
    return label.text(in: language)
  }

  /// What the decision says of it; nil for one that the office began.
  public var adopted: AdoptedPartnership? { Decision.adopted.partnership(id) }

  /// Where it stands.
  public var state: PartnershipState { steps.last?.state ?? adopted?.state ?? .idea }

  /// The same on a day: a review is due by its day, whether or not anybody has called it.
  public func state(on day: Day) -> PartnershipState {
    state.isInForce && nextReview.map { $0 <= day } ?? false ? .reviewDue : state
  }

  /// Where it stood at the end of a day; nil where there was nothing yet.
  public func stood(on day: Day) -> PartnershipState? {
    guard let first = steps.first, first.day > day else {
      return steps.last { $0.day <= day }?.state ?? adopted?.state ?? .idea
    }
    return adopted?.state
  }

  /// Who approves it: as its type says, or another with a reason; nil where neither is known.
  public var route: PartnershipRoute? { ownRoute ?? type?.route }
  public var isOwnRoute: Bool { ownRoute != nil && ownRoute != type?.route }

  /// The day on which it came into force; nil for what was in force before the decision.
  public var activated: Day? { steps.first { $0.state == .active }?.day }

  public func weighed(_ way: LighterWay) -> WeighedAlternative? { alternatives.last { $0.way == way } }

  public func judged(_ criterion: PartnershipCriterion) -> JudgedCriterion? {
    criteria.last { $0.criterion == criterion }
  }

  public func settled(_ issue: AgreementIssue) -> SettledIssue? { issues.last { $0.issue == issue } }

  public func kept(_ safeguard: PartnershipSafeguard) -> KeptSafeguard? {
    safeguards.last { $0.safeguard == safeguard }
  }

  /// The alternative that is enough, so that no partnership is needed.
  public var enough: WeighedAlternative? { alternatives.first(where: \.isEnough) }

  /// Those of the eleven that nobody has settled or waived.
  public var openIssues: [AgreementIssue] {
    AgreementIssue.allCases.filter { settled($0).map { $0.state == .open } ?? true }
  }

  /// What waits for somebody first, then what is in force, then what is over; within these by the last step, and as the decision
  /// names them.
  public static func ordered(_ partnerships: [Self], on day: Day) -> [Self] {
    let keyed = partnerships.map { one in
      (
        key: (
          one.state(on: day).rank, one.steps.last?.day ?? .first, Decision.adopted.partnershipPlace(one.id),
          one.id
        ), one
      )
    }
    return keyed.sorted { $0.key < $1.key }.map(\.1)
  }

  public static let fields: [Field<Partnership>] = [
    .line("name", \.name, isRequired: true), .reference("partner", \.partner, .idOrWords(.stakeholder)),
    .choice("partnership_type", \.type), .choices("partnership_purposes", \.purposes),
    .choice("found_by", \.finder), .items("alternatives", \.alternatives), .items("criteria", \.criteria),
    .text("partner_role", \.partnerRole), .text("platform_role", \.ownRole),
    .text("deliverables", \.deliverables), .choice("time_frame", \.timeFrame), .day("term_start", \.start),
    .day("term_end", \.end), .choice("partnership_form", \.form), .choice("funds", \.funds),
    .items("agreement_issues", \.issues), .items("safeguards", \.safeguards),
    .choice("partnership_route", \.ownRoute), .text("route_reason", \.routeReason),
    .items("partnership_steps", \.steps), .items("approvals", \.approvals), .items("reviews", \.reviews),
    .items("source", \.given),
    .day("next_review", \.nextReview), .line("owner", \.owner), .text("note", \.note),
  ]

  public static let onErasure: [String: OnErasure] = ["partner": .stays()]

  public var contradictions: [(field: String, problem: FieldProblem)] {
    var found: [(field: String, problem: FieldProblem)] = []
    if let start, let end, end < start { found.append(("term_end", .endBeforeStart)) }
    if isOwnRoute && routeReason.isEmpty { found.append(("route_reason", .missing)) }
    if let adopted, !name.isEmpty, name != adopted.label.en { found.append(("name", .fixedByDecision)) }
    if let adopted, let type, type != adopted.type { found.append(("partnership_type", .fixedByDecision)) }
    return found + PartnershipMachine(self).illegalities
  }
}
