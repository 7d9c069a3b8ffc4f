/// The launch of an assessment (annex I, paragraphs 5 to 11).
public struct Launch: Record {
  public static let kind = RecordKind.launch
  /// The launch that the decision takes as the model (annex I, paragraph 11).
  public static let pollination = Decision.adopted.launch.id

  public let id: RecordID
  public var version = 0
  public var name = ""
  /// The day of release, nil until somebody sets it: the text names none.
  public var day: Day?
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name.isEmpty ? id : name }

  public static let fields: [Field<Launch>] = [
    .line("name", \.name, isRequired: true), .day("day", \.day), .line("note", \.note),
  ]

  /// The seven days of the launch week, three each side of the release.
  public var week: [Day] { day.map { release in (-3...3).map { release + $0 } } ?? [] }
}

/// How far an activity is in a month or on a day of a launch.
public enum CellState: String, Vocabulary {
  case planned, underWay = "under-way", done

  /// Empty, planned, under way, done, and round again.
  public static func next(after state: CellState?) -> CellState? {
    switch state {
    case nil: .planned
    case .planned: .underWay
    case .underWay: .done
    case .done: nil
    }
  }
}

/// One cell of Table 2, or of the launch-week board. Empty as the text leaves it, until somebody fills it.
public struct LaunchCell: Record {
  public static let kind = RecordKind.launchCell

  public let id: RecordID
  public var version = 0
  public var state: CellState?
  public var note = ""

  public init(id: RecordID) { self.id = id }

  /// - Parameter slot: a month `YYYY-MM` of Table 2, or a day `YYYY-MM-DD` of the board.
  public init(launch: RecordID, activity: RecordID, slot: String) {
    self.init(id: Self.id(launch: launch, activity: activity, slot: slot))
  }

  public static func id(launch: RecordID, activity: RecordID, slot: String) -> RecordID {
    "\(launch)/\(activity)/\(slot)"
  }

  private func part(_ index: Int) -> String {
    let parts = id.split(separator: "/")
    return parts.count == 3 ? String(parts[index]) : ""
  }

  public var launch: RecordID { part(0) }
  public var activity: RecordID { part(1) }
  public var slot: String { part(2) }

  public var title: String {
    "\(Decision.adopted.launchActivity(activity)?.label.en ?? activity), \(slot)"
  }

  public static let fields: [Field<LaunchCell>] = [.choice("state", \.state), .line("note", \.note)]
}
