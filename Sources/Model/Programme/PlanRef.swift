/// Which plan an activity stands in.
public enum PlanRef: Sendable, Hashable {
  /// A table of the decision.
  case adopted(Plan)
  /// The plan of a launch.
  case launch(RecordID)
  /// A plan that the office added.
  case own(RecordID)

  /// What the store and files hold: `table1`, `launch/pollination`, or the id of an added plan.
  public init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    if let plan = Plan(rawValue: text) {
      self = .adopted(plan)
    } else if text.hasPrefix("launch/") {
      self = .launch(String(text.dropFirst(7)))
    } else {
      self = .own(text)
    }
  }

  public var text: String {
    switch self {
    case .adopted(let plan): plan.rawValue
    case .launch(let id): "launch/\(id)"
    case .own(let id): id
    }
  }
}

/// A plan that the office added beside those of the decision.
public struct WorkPlan: Record {
  public static let kind = RecordKind.plan

  public let id: RecordID
  public var version = 0
  public var name = ""
  public var owner = ""
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  public static let fields: [Field<WorkPlan>] = [
    .line("name", \.name, isRequired: true), .line("owner", \.owner), .text("note", \.note),
  ]
}
