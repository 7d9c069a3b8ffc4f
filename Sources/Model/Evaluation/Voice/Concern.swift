/// The risks of engagement (annex II, paragraph 19).
public enum EngagementRisk: String, Vocabulary, Decodable {
  case conflict, capacity, fatigue, expectations, unevenness
}

public enum ConcernState: String, Vocabulary { case open, considering, resolved, declined }

/// An issue or concern that a stakeholder raised, and what became of it (annex II, paragraph 20, description 6.3).
public struct Concern: Record {
  public static let kind = RecordKind.concern

  public let id: RecordID
  public var version = 0
  public var name = ""
  public var stakeholder: RecordID = ""
  /// Who raised it, where the base has no record.
  public var source = ""
  public var raised: Day?
  public var channel: Channel?
  public var risk: EngagementRisk?
  public var text = ""
  public var state = ConcernState.open
  public var owner = ""
  public var due: Day?
  public var resolution = ""
  public var resolved: Day?
  public var activity: RecordID = ""
  public var survey: RecordID = ""
  /// What somebody marked as saying the opposite: concerns, comments, each as `kind:id`.
  public var contradicts: [String] = []
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }
  public var isOpen: Bool { state == .open || state == .considering }

  public static let fields: [Field<Concern>] = [
    .line("name", \.name, isRequired: true), .reference("person", \.stakeholder, to: .stakeholder),
    .line("source", \.source),
    .day("raised", \.raised), .choice("channel", \.channel), .choice("risk", \.risk), .text("text", \.text),
    .choice("concern_state", \.state, default: .open), .line("owner", \.owner), .day("due", \.due),
    .text("resolution", \.resolution), .day("resolved", \.resolved),
    .reference("activity", \.activity, to: .activity),
    .reference("survey", \.survey, to: .survey),
    .references("contradicts", \.contradicts, .tagged), .text("note", \.note).keptPrivate(),
  ]

  public static let onErasure: [String: OnErasure] = [
    "person": .stays(without: ["source"]), "contradicts": .stays(),
  ]

  public var contradictions: [(field: String, problem: FieldProblem)] {
    if let raised, let resolved, resolved < raised { return [("resolved", .endBeforeStart)] }
    return state == .resolved && resolution.isEmpty ? [("resolution", .missing)] : []
  }
}
