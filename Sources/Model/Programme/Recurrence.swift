/// How an activity of the office comes again. What the decision says of its own activities stands in `Timing`.
public enum Recurrence: String, Vocabulary {
  case weekly, monthly, quarterly, yearly
  /// After each plenary session and each launch.
  case afterEvent = "after-event"
  /// One to two days before each plenary session.
  case beforeSession = "before-session"
}

/// One of the times at which a recurring activity comes: what was noted of it. Its dates are computed.
public struct Occurrence: Record {
  public static let kind = RecordKind.occurrence
  public static let whole: RecordKind? = .activity

  public let id: RecordID
  public var version = 0
  /// The day on which it was done, nil while it is open.
  public var done: Day?
  /// Left out on purpose, as the note says.
  public var isSkipped = false
  /// Where its day is not the computed one.
  public var start: Day?
  public var end: Day?
  public var note = ""

  public init(id: RecordID) { self.id = id }

  /// - Parameter slot: a year, month or week of ISO 8601, or the id of the event that it goes with.
  public init(activity: RecordID, slot: String) { self.init(id: "\(activity)/\(slot)") }

  public var activity: RecordID { wholeID }
  public var slot: String { id.split(separator: "/", maxSplits: 1).dropFirst().first.map(String.init) ?? "" }
  public var title: String {
    "\(Decision.adopted.activity(activity)?.label.en ?? activity), \(slot)"
  }

  public static let fields: [Field<Occurrence>] = [
    .day("done", \.done), .flag("skipped", \.isSkipped), .day("start", \.start), .day("end", \.end),
    .text("note", \.note),
  ]

  public var contradictions: [(field: String, problem: FieldProblem)] {
    if let start, let end, end < start { [("end", .endBeforeStart)] } else { [] }
  }
}
