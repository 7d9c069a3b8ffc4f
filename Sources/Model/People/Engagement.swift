/// One contact with a stakeholder, and what it leaves to do.
public struct Engagement: Record {
  public static let kind = RecordKind.engagement

  public let id: RecordID
  public var version = 0
  /// With whom.
  public var stakeholder: RecordID = ""
  public var day: Day?
  public var channel: Channel?
  public var direction = Direction.outgoing
  public var subject = ""
  /// Who of the office: a login or a name.
  public var who = ""
  /// Until when somebody has to come back to it; nil where nothing is left to do.
  public var followUp: Day?
  /// When somebody did.
  public var followedUp: Day?
  public var notes = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { subject }

  /// Whether the follow-up should have been made before `day`, and was not.
  public func isOverdue(on day: Day) -> Bool { followedUp == nil && followUp.map { $0 < day } == true }

  public var contradictions: [(field: String, problem: FieldProblem)] {
    guard let day, let followUp, followUp < day else { return [] }
    return [("follow_up", .endBeforeStart)]
  }

  public static let fields: [Field<Engagement>] = [
    .reference("stakeholder", \.stakeholder, to: .stakeholder, isRequired: true),
    .day("day", \.day),
    .choice("channel", \.channel),
    .choice("direction", \.direction, default: .outgoing),
    .line("subject", \.subject, isRequired: true),
    .line("who", \.who),
    .day("follow_up", \.followUp),
    .day("followed_up", \.followedUp),
    .text("notes", \.notes).keptPrivate(),
  ]

  public static let onErasure: [String: OnErasure] = ["stakeholder": .goes]
}
