/// How far a task of a launch week is.
public enum CardState: String, Vocabulary {
  case toDo = "to-do", ready, live, done, blocked

  /// To do, ready, live, done, and round again; what was blocked is to do.
  public var next: CardState {
    switch self {
    case .toDo: .ready
    case .ready: .live
    case .live: .done
    case .done, .blocked: .toDo
    }
  }

  /// Whether something is still to happen.
  public var isOpen: Bool { self != .done }

  /// Of several cards in one place the most pressing stands for all: what is blocked, then what is live.
  public var pressure: Int {
    switch self {
    case .blocked: 4
    case .live: 3
    case .ready: 2
    case .toDo: 1
    case .done: 0
    }
  }
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
    .line("name", \.name, isRequired: true), .reference("launch", \.launch, to: .launch, isRequired: true),
    Field("launch_activity", .choice(activities), isRequired: true, read: \.activity) {
      (card, text) throws(FieldProblem) in
      guard activities.contains(text) else { throw .notOneOf(text, activities) }
      card.activity = text
    },
    .day("day", \.day), .time("from", \.from), .time("to", \.to),
    .choice("card_state", \.state, default: .toDo), .line("owner", \.owner), .line("place", \.place),
    .reference("event", \.event, to: .event), .text("note", \.note),
  ]

  private static let activities = Decision.adopted.launchActivities.map(\.id)

  public var contradictions: [(field: String, problem: FieldProblem)] {
    if let from, let to, to < from { [("to", .endBeforeStart)] } else { [] }
  }
}

extension Card {
  /// What takes the whole day comes first, then by time and name.
  public static func precedes(_ a: Card, _ b: Card) -> Bool {
    (a.from?.minutes ?? -1, a.name, a.id) < (b.from?.minutes ?? -1, b.name, b.id)
  }

  /// The minute of its day, from midnight, at which it is over: its last one where it has no time.
  public var lastMinute: Int { (to ?? from)?.minutes ?? 1_439 }

  /// What a cell of the launch-week board became, when the board got tasks in place of cells. Nil for a month, and
  /// for a day on which there is nothing.
  public init?(_ cell: LaunchCell) {
    guard let day = Day(cell.slot), cell.state != nil || !cell.note.isEmpty else { return nil }
    self.init(id: cell.id.replacing("/", with: "."))
    name = cell.note.isEmpty ? Decision.adopted.launchActivity(cell.activity)?.label.en ?? "" : cell.note
    (launch, activity, self.day) = (cell.launch, cell.activity, day)
    state =
      switch cell.state {
      case nil, .planned: .toDo
      case .underWay: .live
      case .done: .done
      }
  }
}
