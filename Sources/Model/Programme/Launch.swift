/// The launch of an assessment (annex I, paragraphs 5 to 11).
public struct Launch: Record {
  public static let kind = RecordKind.launch
  /// The launch that the decision takes as the model (annex I, paragraph 11).
  /// Its months are the columns of Table 2.
  public static let pollination = Decision.adopted.launches[0].id

  public let id: RecordID
  public var version = 0
  public var name = ""
  /// The assessment that is released.
  public var assessment = ""
  /// The day of release, nil until somebody sets it: the text names none.
  public var day: Day?
  public var place = ""
  /// The zone of the release: the board's days and times are its own.
  public var zone: Zone?
  /// When the embargo lifts.
  public var embargo: Moment?
  /// How many months attention lasts; the decision says about three (annex I, paragraph 5).
  public var attentionMonths = 3
  public var team: [TeamMember] = []
  public var duties: [Duty] = []
  /// The public-relations consultancy (annex I, paragraph 8): its budget stands in `BudgetLine`.
  public var consultancy = ""
  public var consultancyStart: Day?
  public var consultancyEnd: Day?
  public var supervisors: [String] = []
  public var note = ""

  public init(id: RecordID) { self.id = id }

  public var title: String { name.isEmpty ? id : name }

  public static func title(of id: RecordID, called title: String, in language: String) -> String {
    Decision.adopted.label(ofLaunch: id, named: title)?.text(in: language) ?? title
  }

  public static let fields: [Field<Launch>] = [
    .line("name", \.name, isRequired: true), .day("day", \.day), .line("assessment", \.assessment),
    .line("place", \.place), .zone("zone", \.zone), .moment("embargo", \.embargo),
    Field("attention_months", .number, read: { String($0.attentionMonths) }) {
      (launch, text) throws(FieldProblem) in
      guard let months = text.isEmpty ? 3 : Int(text) else { throw .notANumber(text) }
      guard (1...24).contains(months) else { throw .outOfRange(months, 1...24) }
      launch.attentionMonths = months
    },
    .items("team", \.team), .items("duties", \.duties), .line("consultancy", \.consultancy),
    .day("consultancy_start", \.consultancyStart), .day("consultancy_end", \.consultancyEnd),
    .list("supervisors", \.supervisors), .text("note", \.note),
  ]

  public static let onErasure: [String: OnErasure] = ["team": .dropsEntry]

  public var contradictions: [(field: String, problem: FieldProblem)] {
    if let start = consultancyStart, let end = consultancyEnd, end < start {
      [("consultancy_end", .endBeforeStart)]
    } else {
      []
    }
  }

  /// The zone by whose clocks its board goes.
  public var clockZone: Zone { zone ?? embargo?.zone ?? .utc }
}

/// How far an activity is in a month of a launch.
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

/// One cell of Table 2. Empty as the text leaves it, until somebody fills it. What happens day by day are `Card`s.
public struct LaunchCell: Record {
  public static let kind = RecordKind.launchCell
  public static let whole: RecordKind? = .launch

  public let id: RecordID
  public var version = 0
  public var state: CellState?
  public var note = ""

  public init(id: RecordID) { self.id = id }

  /// - Parameter slot: a month `YYYY-MM`.
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

  public static func title(of id: RecordID, called title: String, in language: String) -> String {
    Decision.adopted.launchActivity(Self(id: id).activity)?.label.text(in: language) ?? title
  }

  public static let fields: [Field<LaunchCell>] = [.choice("state", \.state), .line("note", \.note)]
}

/// Somebody who works on a launch.
public struct TeamMember: Composite {
  public let who: String
  public let role: String
  /// The person's record in the base.
  public let record: RecordID

  public static let parts = [
    Part("who", .line), Part("role", .line), Part("record", .reference(.id(.stakeholder))),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    (who, role, record) = (texts[0], texts[1], texts[2])
    if who.isEmpty { throw .missing }
  }

  public var texts: [String] { [who, role, record] }
}

/// Who is on duty, on a day of a launch, by the clock of its zone.
public struct Duty: Composite {
  public let day: Day?
  public let from: TimeOfDay?
  public let to: TimeOfDay?
  public let who: String
  public let role: String

  public static let parts = [
    Part("day", .day), Part("from", .time), Part("to", .time), Part("who", .line), Part("role", .line),
  ]

  public init(texts: [String]) throws(FieldProblem) {
    day = try PartText.day(texts[0])
    (from, to) = (try PartText.time(texts[1]), try PartText.time(texts[2]))
    (who, role) = (texts[3], texts[4])
    if who.isEmpty { throw .missing }
  }

  public var texts: [String] {
    [day?.description ?? "", from?.description ?? "", to?.description ?? "", who, role]
  }
}
