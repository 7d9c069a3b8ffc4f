/// How far a task of a launch week is.
public enum CardState: String, Vocabulary {
  case toDo = "to-do", ready, live, done, blocked
}

/// A task on the board of a launch week: what is to happen on a day, at a time, by whom. Days and times are those of
/// the launch's zone.
public struct Card: Record {
  public static let kind = RecordKind.card

  public let id: RecordID
  public var version = 0
  public var name = ""
  public var launch: RecordID = ""
  /// The activity of Table 2 that it belongs to.
  public var activity: RecordID = ""
  public var day: Day?
  public var from: TimeOfDay?
  public var to: TimeOfDay?
  public var state = CardState.toDo
  public var owner = ""
  public var place = ""
  public var event: RecordID = ""
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name }

  public static let fields: [Field<Card>] = [
    .line("name", \.name, isRequired: true), .line("launch", \.launch, isRequired: true),
    Field("launch_activity", .choice(activities), isRequired: true, read: \.activity) {
      (card, text) throws(FieldProblem) in
      guard activities.contains(text) else { throw .notOneOf(text, activities) }
      card.activity = text
    },
    .day("day", \.day), .time("from", \.from), .time("to", \.to),
    .choice("card_state", \.state, default: .toDo), .line("owner", \.owner), .line("place", \.place),
    .line("event", \.event), .line("note", \.note),
  ]

  private static let activities = Decision.adopted.launchActivities.map(\.id)

  public var contradictions: [(field: String, problem: FieldProblem)] {
    if let from, let to, to < from { [("to", .endBeforeStart)] } else { [] }
  }
}
