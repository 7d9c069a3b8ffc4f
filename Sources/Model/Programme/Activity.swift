/// How far work has come.
public enum WorkState: String, Vocabulary {
  case planned, underWay = "under-way", done, cancelled
}

/// What the office plans and does: its current plan, progress and owner of an activity of the decision, or an
/// activity of its own. The adopted text stands in `Decision` and cannot be edited.
public struct Activity: Aimed {
  public static let kind = RecordKind.activity

  public let id: RecordID
  public var version = 0
  /// What it is called, where the decision does not say it.
  public var name = ""
  /// The plan of an activity that the office added, as `PlanRef` writes it.
  public var planText = ""
  /// The activity of which this is a step.
  public var parent: RecordID = ""
  public var status = WorkState.planned
  /// Percent.
  public var progress = 0
  public var owner = ""
  public var contributors: [String] = []
  /// The current plan, where it is not that of the decision.
  public var start: Day?
  public var end: Day?
  public var actualStart: Day?
  public var actualEnd: Day?
  /// What the office planned at first for an activity that it added; the decision's own stands in `Decision`.
  public var baselineStart: Day?
  public var baselineEnd: Day?
  /// The activities that must be over before this begins.
  public var dependsOn: [RecordID] = []
  public var recurrence: Recurrence?
  /// The last day on which it may come again.
  public var recursUntil: Day?
  public var deliverable = ""
  /// The objectives and functions of the decision that it serves.
  public var aims: [Aim] = []
  public var stakeholders: [RecordID] = []
  public var evidence: [RecordID] = []
  public var notes = ""

  public init(id: RecordID) { self.id = id }

  public var adopted: AdoptedActivity? { Decision.adopted.activity(id) }
  public var title: String { adopted?.label.en ?? (name.isEmpty ? id : name) }

  public static func title(of id: RecordID, called title: String, in language: String) -> String {
    Decision.adopted.activity(id)?.label.text(in: language) ?? title
  }

  /// The plan it stands in; nil where nobody said.
  public var plan: PlanRef? { adopted.map { .adopted($0.plan) } ?? PlanRef(planText) }

  public static let fields: [Field<Activity>] = [
    .line("name", \.name), .reference("plan", \.planText, .plan),
    .reference("parent", \.parent, to: .activity),
    .choice("status", \.status, default: .planned),
    .number("progress", \.progress, in: 0...100),
    .line("owner", \.owner), .list("contributors", \.contributors),
    .day("start", \.start),
    .day("end", \.end),
    .day("actual_start", \.actualStart),
    .day("actual_end", \.actualEnd),
    .day("baseline_start", \.baselineStart), .day("baseline_end", \.baselineEnd),
    .references("depends_on", \.dependsOn, to: .activity), .choice("recurrence", \.recurrence),
    .day("recurs_until", \.recursUntil), .line("deliverable", \.deliverable), .aims(\.aims),
    .references("stakeholders", \.stakeholders, to: .stakeholder),
    .references("evidence", \.evidence, to: .evidence),
    .text("notes", \.notes),
  ]

  public static let onErasure: [String: OnErasure] = ["stakeholders": .stays()]

  public var contradictions: [(field: String, problem: FieldProblem)] {
    var found: [(field: String, problem: FieldProblem)] = []
    if adopted == nil && name.isEmpty { found.append(("name", .missing)) }
    let spans = [
      (start, end, "end"), (actualStart, actualEnd, "actual_end"),
      (baselineStart, baselineEnd, "baseline_end"),
    ]
    for (start, end, field) in spans {
      if let start, let end, end < start { found.append((field, .endBeforeStart)) }
    }
    return found
  }

  /// What was planned at first: by the decision, or by the office for its own activities.
  public func baseline(in year: Int) -> (start: Day?, end: Day?) {
    adopted?.timing.span(in: year) ?? (baselineStart, baselineEnd)
  }

  /// The current plan: what the office set, else what was planned at first.
  public func plan(in year: Int) -> (start: Day?, end: Day?) {
    let baseline = baseline(in: year)
    return (start ?? baseline.start, end ?? baseline.end)
  }
}
