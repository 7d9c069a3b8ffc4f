/// What a task force asks stakeholders for: matched against their offers (annex II, appendix, paragraph 9).
public struct TaskForceRequest: Record {
  public static let kind = RecordKind.request

  public let id: RecordID
  public var version = 0
  public var taskForce = ""
  public var capacity = CapacityKind.expertise
  public var subject = ""
  public var until: Day?
  public var notes = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { subject }

  public static let fields: [Field<TaskForceRequest>] = [
    .line("task_force", \.taskForce, isRequired: true),
    .choice("capacity", \.capacity, default: .expertise),
    .line("subject", \.subject, isRequired: true),
    .day("until", \.until),
    .text("notes", \.notes).keptPrivate(),
  ]
}
